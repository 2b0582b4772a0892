"""indictment.docx, printed by LibreOffice, has the words of indictment.pdf in the same order.

Compared are paragraphs (with their numbers and the marks of their notes), cells, lines of the
contents (with their page numbers) and notes, as the tags of the two PDFs tell them apart. Running
heads are left out: they are no part of the text, and LibreOffice breaks pages elsewhere.
"""

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

from indictment import pipeline
from indictment.folder import DiskFolder
from indictment.machine.cache import Cache
from indictment.pipeline.documents import Documents
from indictment.render import docx, pdf
from tests.readers import libreoffice, ooxml, tagged_text
from tests.readers.tagged_text import Tagged
from tests.unit.render.word_reader import Word

ROOT = Path(__file__).parents[1]
VOCABULARY = ROOT / "tests" / "golden" / "vocabulary"
MATTERS = {"example": ROOT, "republic": ROOT / "tests" / "golden" / "republic"}

pytestmark = pytest.mark.slow


def joined(word: list[str], page: list[str]) -> list[tuple[str, str]]:
    """Pair the blocks of the two.

    Where one side tells two blocks that are one for the other (a paragraph over two pages, the
    term and the detail of particulars), they are joined until both end at the same place.
    """
    pairs: list[tuple[str, str]] = []
    left, right = list(reversed(word)), list(reversed(page))
    while left and right:
        one, other = left.pop(), right.pop()
        while len(one) != len(other):
            if len(one) < len(other) and left and other.startswith(one):
                one += left.pop()
            elif len(other) < len(one) and right and one.startswith(other):
                other += right.pop()
            else:
                break
        pairs.append((one, other))
        if one != other:
            return pairs
    return pairs + list(zip_longest(reversed(left), reversed(right), fillvalue=""))


def assert_same(word: Tagged, page: Tagged) -> None:
    """The same blocks in the same order, the same notes under the same numbers."""
    for one, other in joined(word.blocks, page.blocks):
        assert one == other
    assert sorted(word.notes) == sorted(page.notes)
    numbered = re.compile(r"\d+\.")
    assert [found[0] for one in word.blocks if (found := numbered.match(one))] == [
        found[0] for one in page.blocks if (found := numbered.match(one))
    ]


def printed(data: bytes, folder: Path) -> Tagged:
    source = folder / "indictment.docx"
    source.write_bytes(data)
    return tagged_text.read(libreoffice.to_pdf(source, folder / "printed", tagged=True))


@pytest.mark.reader_libreoffice
def test_the_whole_vocabulary(tmp_path: Path) -> None:
    page = (VOCABULARY / "sample.html").read_text(encoding="utf-8")

    def load(path: str) -> bytes | None:
        file = VOCABULARY / path
        return file.read_bytes() if file.is_file() else None

    made = pdf.write(page, "international", load).value
    assert made is not None
    (tmp_path / "indictment.pdf").write_bytes(made.content)
    word = docx.write(
        page,
        reference=(ROOT / "templates" / "international" / "reference.docx").read_bytes(),
        images=lambda path: load(path) or b"",
        pages=made.pages,
        page_count=made.page_count,
    )
    assert_same(printed(word, tmp_path), tagged_text.read(tmp_path / "indictment.pdf"))


@dataclass(frozen=True)
class Made:
    """The two files of a matter, and how many notes it has."""

    pdf: bytes
    docx: bytes
    notes: int


@pytest.fixture(scope="module", params=MATTERS)
def made(request: pytest.FixtureRequest) -> Made:
    root = MATTERS[request.param]
    indictment = pipeline.check(root).indictment
    assert indictment is not None
    documents = Documents(DiskFolder(root), Cache(None), indictment, lambda stage, what: None)
    files = documents.make(("pdf", "docx"))
    assert files is not None
    return Made(files["pdf"].content, files["docx"].content, len(indictment.notes))


@pytest.mark.reader_libreoffice
def test_a_matter(made: Made, tmp_path: Path) -> None:
    (tmp_path / "indictment.pdf").write_bytes(made.pdf)
    word, page = printed(made.docx, tmp_path), tagged_text.read(tmp_path / "indictment.pdf")
    assert len(page.notes) == made.notes
    assert_same(word, page)


def test_word_would_compute_what_the_fields_of_a_matter_keep(made: Made) -> None:
    fields = list(Word(made.docx).fields())
    assert fields
    assert [one for one in fields if one.computed not in (None, one.kept)] == []


@pytest.mark.reader_ooxml
def test_the_open_xml_validator_finds_no_fault_in_a_matter(made: Made, tmp_path: Path) -> None:
    (tmp_path / "indictment.docx").write_bytes(made.docx)
    assert ooxml.validate(tmp_path / "indictment.docx") == ()
