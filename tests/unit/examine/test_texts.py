"""The text of exhibits that are quoted: by page, once for each content, whatever the file is."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf

from indictment.examine import facts, texts
from indictment.machine.cache import Cache
from tests.unit.examine import files
from tests.unit.examine.test_files import listed
from tests.unit.resolve.building import parsed


def read(
    content: Mapping[str, bytes], cache: Cache | None = None, opened: list[str] | None = None
) -> dict[str, tuple[str, ...] | None]:
    """The text of each file, by its name; None where it has none. `opened` notes what was read."""
    names = {f"e{n}": name for n, name in enumerate(content)}
    matter = parsed({"exhibits/exhibits.yaml": listed(names)})
    by_path = {f"exhibits/{name}": data for name, data in content.items()}
    cache = cache or Cache(None)
    known = facts(matter.exhibits, by_path.get, cache).value or {}

    def of(path: str) -> bytes | None:
        if opened is not None:
            opened.append(path)
        return by_path.get(path)

    found = texts(matter.exhibits, known, of, cache)
    return {name: found[label].text if label in found else None for label, name in names.items()}


def test_a_pdf_has_its_text_by_page() -> None:
    (text,) = read({"a.pdf": files.pdf(2, text="Order")}).values()
    assert text is not None
    assert [page.strip() for page in text] == ["Order 1", "Order 2"]


def test_a_scan_has_none() -> None:
    assert read({"a.pdf": files.pdf(2)}) == {"a.pdf": None}


def test_a_locked_or_damaged_file_has_none() -> None:
    content = {"locked.pdf": files.pdf(text="Order", password="x"), "cut.pdf": b"%PDF-1.7\ncut off"}
    assert read(content) == {"locked.pdf": None, "cut.pdf": None}


def test_a_page_that_cannot_be_read_keeps_its_place() -> None:
    with pikepdf.open(io.BytesIO(files.pdf(3, text="Order"))) as made:
        made.Root.Pages.Kids[1] = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
        (text,) = read({"a.pdf": files.saved(made)}).values()
    assert text is not None
    assert [page.strip() for page in text] == ["Order 1", "", "Order 3"]


def test_a_table_and_a_text_are_one_page() -> None:
    content = {"a.csv": b"name,age\nTollan,41\n", "b.txt": "\ufeffNo receipt.\n".encode()}
    assert read(content) == {"a.csv": ("name,age\nTollan,41\n",), "b.txt": ("No receipt.\n",)}


def test_a_word_document_is_one_page_of_its_paragraphs() -> None:
    (text,) = read({"a.docx": files.word_document("No receipt shall", "be given")}).values()
    assert text is not None
    assert [line for line in text[0].split("\n") if line] == ["No receipt shall", "be given"]


def test_what_was_read_once_is_not_read_again(tmp_path: Path) -> None:
    content = {"a.pdf": files.pdf(1, text="Order"), "b.docx": files.word_document("No receipt")}
    cache = Cache(tmp_path)
    first_opened: list[str] = []
    first = read(content, cache, first_opened)
    assert first_opened == ["exhibits/a.pdf", "exhibits/b.docx"]
    opened: list[str] = []
    assert read(content, cache, opened) == first
    assert opened == []


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    read({"a.pdf": files.pdf(1, text="Order")}, cache)
    (text,) = read({"a.pdf": files.pdf(1, text="Letter")}, cache).values()
    assert text is not None
    assert text[0].strip() == "Letter 1"


def test_one_file_that_ends_its_reader_does_not_take_the_others_with_it() -> None:
    found = read({"broken.docx": broken(), "a.pdf": files.pdf(1, text="Order")})
    assert found["broken.docx"] is None
    assert found["a.pdf"] is not None


def test_a_file_that_ended_its_reader_is_tried_again(tmp_path: Path) -> None:
    content, cache = {"broken.docx": broken()}, Cache(tmp_path)
    for _ in range(2):
        opened: list[str] = []
        assert read(content, cache, opened) == {"broken.docx": None}
        assert opened == ["exhibits/broken.docx"]


def broken() -> bytes:
    """A Word document that ends the child which reads it."""
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(files.word_document("x"))) as old,
        zipfile.ZipFile(bomb, "w") as new,
    ):
        for name in old.namelist():
            broken = b"<w:document" if name == "word/document.xml" else old.read(name)
            new.writestr(name, broken)
    return bomb.getvalue()
