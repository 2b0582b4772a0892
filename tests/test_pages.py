"""The pages of the finished PDF as a reader sees them: contents, running heads and feet, notes."""

import re
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests import built
from tests.built import BuiltMatter
from tests.readers import verapdf

pytestmark = pytest.mark.slow

LINE = re.compile(r"(\S.*?) ?\.{4,} ?(\d+)\b")


@pytest.fixture(scope="module", params=["example", "republic"])
def matter(request: pytest.FixtureRequest) -> BuiltMatter:
    return built.example() if request.param == "example" else built.republic()


def contents(matter: BuiltMatter) -> list[tuple[str, int]]:
    """The lines of the contents: title and page number."""
    pages = [text.removeprefix("CONTENTS ") for text in matter.pdf[1:6] if LINE.search(text)]
    return [(title, int(number)) for text in pages for title, number in LINE.findall(text)]


def test_each_title_of_the_contents_stands_on_the_page_that_is_named(matter: BuiltMatter) -> None:
    lines = contents(matter)
    assert len(lines) >= 30
    for title, page in lines:
        assert plain(title) in plain(matter.pdf[page - 1]), f"{title} is not on page {page}"
    assert [page for _, page in lines] == sorted(page for _, page in lines)


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold()


def test_every_part_and_accused_is_in_the_contents(matter: BuiltMatter) -> None:
    titles = [plain(title) for title, _ in contents(matter)]
    indictment = matter.indictment
    for heading in (
        *(accused.heading for accused in indictment.accused),
        *(count.title for group in indictment.counts for count in group.counts),
        *(section.heading for section in (*indictment.statement, *indictment.annexes)),
    ):
        assert [t for t in titles if plain(heading) in t], f"{heading} is not in the contents"


def test_the_running_foot_says_page_n_of_the_whole(matter: BuiltMatter) -> None:
    whole = len(matter.pdf)
    for number, text in enumerate(matter.pdf[1:], start=2):
        assert re.findall(r"page (\d+) of (\d+)", text)[-1] == (str(number), str(whole))


def test_the_running_head_names_the_matter_and_its_classification(matter: BuiltMatter) -> None:
    page = matter.indictment.title_page
    for text in matter.pdf[1:]:
        foot = text[-250:]
        assert page.short_title in foot
        assert page.classification.upper() in foot


def test_notes_are_numbered_in_order_each_on_the_page_of_its_mark(matter: BuiltMatter) -> None:
    seen: list[int] = []
    with pypdfium2.PdfDocument(matter.path("indictment.pdf")) as pdf:
        for page in pdf:
            marks, lines = notes(page)
            assert sorted(marks) == marks, f"marks out of order on page {len(seen)}"
            below = iter(lines)
            for mark in marks:
                begins = any(re.match(rf"{mark}\s\S", line) for line in below)
                assert begins, f"note {mark} is not on the page of its mark"
            seen += marks
    assert seen == [note.number for note in matter.indictment.notes]


@pytest.mark.reader_verapdf
def test_it_breaks_no_rule_of_archival_and_accessible_pdf(matter: BuiltMatter) -> None:
    path = matter.path("indictment.pdf")
    assert verapdf.judge([path], ["2a", "ua1"])[path] == {"2a": (), "ua1": ()}


def notes(page: pypdfium2.PdfPage) -> tuple[list[int], list[str]]:
    """The raised numbers on a page, and the lines of small print below the last of them."""
    text = page.get_textpage()
    signs = [
        (chr(pdfium.FPDFText_GetUnicode(text, n)), round(pdfium.FPDFText_GetFontSize(text, n), 1))
        for n in range(pdfium.FPDFText_CountChars(text))
    ]
    marks, end = [], 0
    runs = [(size, "".join(s for s, _ in run)) for size, run in groupby(signs, lambda one: one[1])]
    for place, (size, words) in enumerate(runs):
        if 5 < size < 10 and words.strip().isdigit():
            marks.append(int(words))
            end = place
    return marks, "".join(words for _, words in runs[end + 1 :]).splitlines()
