"""indictment.docx, printed by LibreOffice, has the words of indictment.pdf in the same order.

Compared are paragraphs (with their numbers and the marks of their notes), cells, lines of the
contents (with their page numbers) and notes, as the tags of the two PDFs tell them apart. Running
heads are left out: they are no part of the text, and LibreOffice breaks pages elsewhere.
"""

import re
from itertools import zip_longest
from pathlib import Path

import pytest

from indictment.render import pdf
from indictment.render.word import document
from tests import built
from tests.built import BuiltMatter
from tests.readers import libreoffice, ooxml, tagged_text
from tests.readers.tagged_text import Tagged
from tests.unit.render.word_reader import Word

ROOT = Path(__file__).parents[1]
VOCABULARY = ROOT / "tests" / "golden" / "vocabulary"

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
    word = document.write(
        page,
        reference=(ROOT / "templates" / "international" / "reference.docx").read_bytes(),
        images=lambda path: load(path) or b"",
        pages=made.pages,
        page_count=made.page_count,
    )
    assert_same(printed(word, tmp_path), tagged_text.read(tmp_path / "indictment.pdf"))


@pytest.fixture(scope="module", params=["example", "republic"])
def made(request: pytest.FixtureRequest) -> BuiltMatter:
    return built.example() if request.param == "example" else built.republic()


@pytest.mark.reader_libreoffice
def test_a_matter(made: BuiltMatter, tmp_path: Path) -> None:
    word = printed(made.path("indictment.docx").read_bytes(), tmp_path)
    page = tagged_text.read(made.path("indictment.pdf"))
    assert len(page.notes) == len(made.indictment.notes)
    assert_same(word, page)


def test_word_would_compute_what_the_fields_of_a_matter_keep(made: BuiltMatter) -> None:
    fields = list(Word(made.path("indictment.docx").read_bytes()).fields())
    assert fields
    assert [one for one in fields if one.computed not in (None, one.kept)] == []


@pytest.mark.reader_ooxml
def test_the_open_xml_validator_finds_no_fault_in_a_matter(made: BuiltMatter) -> None:
    assert ooxml.validate(made.path("indictment.docx")) == ()
