"""The whole vocabulary, as Word shows it: the same words, numbers and notes as the page."""

import hashlib
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html

from indictment.render.page.vocabulary import ELEMENTS
from indictment.render.word import document
from tests.readers import ooxml
from tests.unit.render.word_reader import Word, page_words

VOCABULARY = Path(__file__).parents[2] / "golden" / "vocabulary"
REFERENCE = Path(__file__).parents[3] / "templates" / "international" / "reference.docx"
PAGE = (VOCABULARY / "sample.html").read_text(encoding="utf-8")
REDLINE = (VOCABULARY / "redline.html").read_text(encoding="utf-8")
LATER = {
    "moved",
    "inserted",
    "deleted",
    "formatted",
    "old-number",
    "renumbered",
    "put-in",
    "taken-out",
    "amendment-code",
}
"""Classes of a redline: redline.html shows them."""
WITHOUT_MARKS = "58d53c20721217fb1dd9ef420a7aea5bd5e9099af79a986151709e5cf7088bc5"


def write(page: str = PAGE) -> bytes:
    anchors = re.findall(r'<a href="#([^"]+)"', page)
    return document.write(
        page,
        reference=REFERENCE.read_bytes(),
        images=lambda source: (VOCABULARY / source).read_bytes(),
        pages={anchor: number for number, anchor in enumerate(anchors, start=3)},
        page_count=12,
    )


@pytest.fixture(scope="module")
def word() -> Word:
    return Word(write())


def test_the_sample_has_every_element_and_class_of_the_vocabulary() -> None:
    root = html.document_fromstring(PAGE)
    used = {
        (str(node.tag), name) for node in root.iter() for name in (node.get("class") or "").split()
    }
    known = {(tag, name) for tag, element in ELEMENTS.items() for name in element.classes - LATER}
    known -= {(f"h{level}", "contents-heading") for level in (2, 3, 4)}
    assert known - used == set()
    elements = {str(node.tag) for node in root.iter()}
    assert set(ELEMENTS) - elements == {"ins", "del"}


def test_word_shows_the_words_of_the_page_paragraph_by_paragraph(word: Word) -> None:
    paragraphs, notes = page_words(PAGE)
    without_pages = [
        re.sub(r" \d+$", "", one.words) if one.style.startswith("toc ") else one.words
        for one in word.paragraphs
    ]
    assert [words for words in without_pages if words] == [words for words in paragraphs if words]
    assert [note.words for note in word.notes] == notes


def test_every_field_keeps_the_result_that_word_would_compute(word: Word) -> None:
    fields = list(word.fields())
    assert {one.code.split()[0] for one in fields} == {
        "TOC", "PAGEREF", "REF", "NOTEREF", "PAGE", "NUMPAGES",
    }  # fmt: skip
    for one in fields:
        assert one.kept
        assert one.computed in (None, one.kept), one.code


def test_the_contents_keep_the_pages_that_were_given(word: Word) -> None:
    lines = [one for one in word.paragraphs if one.style.startswith("toc ")]
    assert [line.text.rsplit(" ", 1)[1] for line in lines] == [
        str(3 + n) for n in range(len(lines))
    ]


def test_without_a_pdf_the_contents_have_no_pages() -> None:
    data = document.write(
        PAGE,
        reference=REFERENCE.read_bytes(),
        images=lambda source: (VOCABULARY / source).read_bytes(),
    )
    word = Word(data)
    lines = [one.text for one in word.paragraphs if one.style.startswith("toc ")]
    assert "The accused" in lines
    assert not [one for one in word.fields() if one.code.startswith("PAGEREF")]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert write() == write()


@pytest.mark.slow
@pytest.mark.reader_ooxml
@pytest.mark.parametrize("page", [PAGE, REDLINE], ids=["sample", "redline"])
def test_the_open_xml_validator_finds_no_fault(tmp_path: Path, page: str) -> None:
    target = tmp_path / "indictment.docx"
    target.write_bytes(write(page))
    assert ooxml.validate(target) == ()


def test_a_page_without_marks_is_written_as_before_there_were_any() -> None:
    # the sum of the parts; where the writer or reference.docx is changed on purpose, so is it
    with zipfile.ZipFile(BytesIO(write())) as package:
        parts = {name: package.read(name) for name in sorted(package.namelist())}
    text = b"".join(parts[name] for name in parts if name.startswith("word/"))
    assert not re.search(rb"<w:(ins|del|moveFrom|moveTo|rPrChange|delText)\b", text)
    digest = hashlib.sha256()
    for name in ("document", "footnotes", "numbering", "header1", "footer1"):
        digest.update(parts[f"word/{name}.xml"])
    assert digest.hexdigest() == WITHOUT_MARKS
