"""The facts of exhibits' files; an unreadable one is a diagnostic, never an exception."""

import hashlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from indictment.diagnostics import Diagnostic
from indictment.examine import facts, reading, together
from indictment.machine.cache import Cache
from indictment.machine.confined import Died
from indictment.model.facts import ExhibitFacts
from tests.unit.examine import files
from tests.unit.resolve.building import parsed


def listed(names: Mapping[str, str]) -> str:
    lines = ["exhibits:"]
    for label, file in names.items():
        lines += [f"  {label}:", f"    title: {label}"] + ([f"    file: {file}"] if file else [])
    return "\n".join(lines) + "\n"


def examined(
    content: Mapping[str, bytes], cache: Cache | None = None
) -> tuple[Mapping[str, ExhibitFacts], tuple[Diagnostic, ...]]:
    """The facts of one exhibit for each name, labelled e0, e1 …"""
    names = {f"e{n}": name for n, name in enumerate(content)}
    matter = parsed({"exhibits/exhibits.yaml": listed(names)})
    by_path = {f"exhibits/{name}": data for name, data in content.items()}
    outcome = facts(matter.exhibits, by_path.get, cache or Cache(None))
    assert outcome.value is not None
    return outcome.value, outcome.diagnostics


def of(data: bytes, name: str = "a.pdf") -> ExhibitFacts:
    return examined({name: data})[0]["e0"]


def test_pages_hash_and_size_of_a_pdf() -> None:
    data = files.pdf(3)
    found = of(data)
    assert found.kind == "pdf"
    assert found.pages == 3
    assert found.size == len(data)
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.text is None


def test_an_entry_without_a_file_has_no_facts() -> None:
    matter = parsed({"exhibits/exhibits.yaml": listed({"slip": ""})})
    assert facts(matter.exhibits, lambda path: None, Cache(None)).value == {}


def test_a_file_that_is_not_there_is_missing() -> None:
    matter = parsed({"exhibits/exhibits.yaml": listed({"gone": "gone.pdf"})})
    outcome = facts(matter.exhibits, lambda path: None, Cache(None))
    assert outcome.value == {"gone": ExhibitFacts("missing")}
    assert outcome.diagnostics == ()


def test_images_of_a_tiff_file_are_pages() -> None:
    first, second = Image.new("L", (8, 8)), Image.new("L", (8, 8), 200)
    out = BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=[second])
    assert of(out.getvalue(), "fax.tif").pages == 2


def test_a_pdf_locked_with_a_password() -> None:
    found, said = examined({"order.pdf": files.pdf(password="secret")})
    assert found["e0"].kind == "unreadable"
    assert found["e0"].reason == "it is locked with a password"
    assert [d.rule.code for d in said] == ["EXH020"]
    assert said[0].message == "exhibits/order.pdf cannot be read: it is locked with a password"
    assert said[0].span.start == "exhibits/exhibits.yaml:4:11"


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    out = BytesIO()
    made.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert of(out.getvalue()).pages == 1


def test_a_form_that_only_adobe_shows() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.NeedsRendering = True
    made.Root.AcroForm = pikepdf.Dictionary(XFA=made.make_stream(b"<xdp/>"))
    assert "XFA" in of(files.saved(made)).reason


def test_a_pdf_without_pages() -> None:
    assert of(files.saved(pikepdf.new())).reason == "it has no pages"


def test_a_bomb_is_refused_and_the_next_file_is_read() -> None:
    found, said = examined({"bomb.pdf": files.object_stream_bomb(), "good.pdf": files.pdf(2)})
    assert found["e0"].kind == "unreadable"
    assert found["e1"].pages == 2
    assert [d.span.line for d in said] == [4]


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_never_raises(keep: float) -> None:
    data = files.pdf(5, text="Order")
    found = of(data[: int(len(data) * keep)])
    assert found.kind in ("pdf", "unreadable")


def test_a_broken_image() -> None:
    out = BytesIO()
    Image.new("RGB", (30, 30)).save(out, "PNG")
    found = of(out.getvalue()[:20], "a.png")
    assert (found.kind, found.reason) == ("unreadable", "it is damaged or cut off")


def test_work_is_done_once_for_each_content(tmp_path: Path) -> None:
    cache, told = Cache(tmp_path), []
    matter = parsed({"exhibits/exhibits.yaml": listed({"a": "a.pdf", "b": "b.pdf"})})
    data = files.pdf(4)
    for _ in range(2):
        outcome = facts(
            matter.exhibits,
            lambda path: data,
            cache,
            progress=lambda stage, what: told.append(what),
        )
        assert outcome.value is not None
        assert [f.pages for f in outcome.value.values()] == [4, 4]
    assert told == ["a"]


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    examined({"a.pdf": files.pdf(4)}, cache)
    for entry in tmp_path.iterdir():
        entry.write_bytes(b"\0" * 50)
    assert examined({"a.pdf": files.pdf(4)}, cache)[0]["e0"].pages == 4


def test_pages_of_a_word_document_are_known_once_it_was_converted(tmp_path: Path) -> None:
    data, cache = files.word(), Cache(tmp_path)
    assert examined({"a.docx": data}, cache)[0]["e0"].pages is None
    cache.put(f"docx-{hashlib.sha256(data).hexdigest()}-7.4.pdf", files.pdf(6))
    found = examined({"a.docx": data}, cache)[0]["e0"]
    assert (found.kind, found.pages) == ("docx", 6)


@given(st.binary(max_size=200), st.sampled_from(["a.pdf", "a.csv", "a.txt", "a"]))
def test_no_content_raises(data: bytes, name: str) -> None:
    for beginning in (b"", b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        assert of(beginning + data, name).kind


def test_one_bad_file_among_good_ones_is_the_only_one_that_is_reported() -> None:
    """Small files are read together; what is wrong with one is found alone."""
    sound = {f"a{n}.pdf": files.pdf(n + 1) for n in range(4)}
    found, said = examined({**sound, "bad.pdf": b"%PDF-1.7\nnothing", "b.pdf": files.pdf(7)})
    assert [found[f"e{n}"].pages for n in (0, 1, 2, 3, 5)] == [1, 2, 3, 4, 7]
    assert found["e4"].kind == "unreadable"
    assert [one.rule.code for one in said] == ["EXH020"]


def test_files_that_bring_their_reader_down_together_are_read_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(together, "confined", lambda work, limits: Died("memory"))
    found, said = examined({"a.pdf": files.pdf(1), "b.pdf": files.pdf(2)})
    assert [one.pages for one in found.values()] == [1, 2]
    assert said == ()


def test_what_was_read_together_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = {"a.pdf": files.pdf(1), "b.pdf": files.pdf(2)}
    cache = Cache(tmp_path)
    first = examined(content, cache)
    monkeypatch.setattr(together, "confined", lambda work, limits: pytest.fail("read again"))
    monkeypatch.setattr(reading, "confined", lambda work, limits: pytest.fail("read again"))
    assert examined(content, cache) == first
