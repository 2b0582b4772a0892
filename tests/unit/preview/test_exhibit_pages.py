"""Pages of exhibits of every kind, drawn in a child with limits."""

import hashlib
import io
from math import ceil
from pathlib import Path

import pytest
from PIL import Image

from indictment.folder import MemoryFolder
from indictment.machine.cache import Cache
from indictment.machine.confined import Died, Json
from indictment.model.facts import ExhibitFacts, FileKind
from indictment.pipeline import exhibit_pages
from indictment.pipeline.shown import Exhibit
from tests.built import GOLDEN

PDF = (GOLDEN / "small" / "exhibits" / "order-14.pdf").read_bytes()
PATH = "exhibits/file"


def exhibit(
    kind: FileKind, data: bytes = b"", *, pages: int | None = None, form: str = ""
) -> Exhibit:
    facts = ExhibitFacts(kind, hashlib.sha256(data).hexdigest(), len(data), pages, form=form)
    return Exhibit("x", "P001", "A thing", (), PATH, facts)


def drawn(one: Exhibit, data: bytes, page: int = 1, cache: Cache | None = None) -> Json:
    cache = cache or Cache(None)
    running = exhibit_pages.begin(one, page, 1.0, MemoryFolder({PATH: data}), cache)
    assert running is not None
    return exhibit_pages.finished(running.result())


def picture(told: Json) -> Image.Image:
    return Image.open(io.BytesIO(told["picture"]))


def image(form: str, *sizes: tuple[int, int]) -> bytes:
    first, *others = [Image.new("L", size, 200) for size in sizes]
    made = io.BytesIO()
    first.save(made, form, save_all=bool(others), append_images=others)
    return made.getvalue()


def test_a_page_of_a_pdf_has_its_picture_and_its_words() -> None:
    one = exhibit("pdf", PDF, pages=2)
    assert exhibit_pages.count(one, Cache(None)) == (2, "")
    told = drawn(one, PDF, 2)
    assert picture(told).size == (ceil(told["width"]), ceil(told["height"]))
    assert "receipt" in " ".join(line[0] for line in told["lines"]).lower()


def test_each_picture_of_a_fax_is_a_page() -> None:
    data = image("TIFF", (60, 80), (90, 40))
    one = exhibit("image", data, pages=2, form="tiff")
    assert exhibit_pages.count(one, Cache(None)) == (2, "")
    assert picture(drawn(one, data, 1)).size == (60, 80)
    assert picture(drawn(one, data, 2)).size == (90, 40)


def test_a_large_photograph_is_made_smaller() -> None:
    data = image("JPEG", (5000, 2500))
    assert picture(drawn(exhibit("image", data, pages=1, form="jpeg"), data)).size == (2400, 1200)


def test_a_drawing_is_given_as_it_is_and_is_never_a_page_of_ours() -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    told = drawn(exhibit("image", data, pages=1, form="svg"), data)
    assert (told["picture"], told["type"]) == (data, "image/svg+xml")


def test_a_table_has_rows_and_a_text_its_words() -> None:
    table = "Name;Sacks\nQuay;312\n\n".encode("utf-8-sig")
    assert drawn(exhibit("csv", table), table)["table"] == [["Name", "Sacks"], ["Quay", "312"]]
    text = "Ледяной ветер\n".encode("utf-16")
    assert drawn(exhibit("text", text), text)["text"] == "Ледяной ветер\n"


def test_a_word_document_is_shown_once_a_build_has_made_pages_of_it(tmp_path: Path) -> None:
    data, cache = b"PK made by Word", Cache(tmp_path / "cache")
    one = exhibit("docx", data, pages=2, form="docx")
    count, why = exhibit_pages.count(one, cache)
    assert count == 0
    assert "indict build" in why
    assert one.facts is not None
    cache.put(f"docx-{one.facts.sha256}-7.4.7.2.pdf", PDF)
    assert exhibit_pages.count(one, cache) == (2, "")
    assert drawn(one, data, 1, cache)["lines"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "is not beside the list"),
        ("other", "It is no PDF"),
        ("unreadable", "cannot be read"),
    ],
)
def test_what_has_no_page_says_why(kind: FileKind, words: str) -> None:
    count, why = exhibit_pages.count(exhibit(kind), Cache(None))
    assert count == 0
    assert words in why
    assert why.endswith(".")


def test_a_file_that_is_damaged_or_gone_is_no_fault_of_ours() -> None:
    told = drawn(exhibit("pdf", PDF, pages=2), b"%PDF-1.7 cut off")
    assert told == {"why": "This page cannot be opened: the file is damaged or cut off."}
    assert exhibit_pages.begin(exhibit("pdf"), 1, 1.0, MemoryFolder({}), Cache(None)) is None
    assert "in the time" in exhibit_pages.finished(Died("time"))["why"]
