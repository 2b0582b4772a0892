"""The plan's numbers are the PDF's page numbers, whatever the index and the exhibits come to."""

import re
from collections.abc import Mapping
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.bundle import plan
from indictment.bundle.listing import as_text
from indictment.bundle.rules import beyond_last_page
from indictment.model.bundle import BundlePlan, Counted
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment
from tests.unit.resolve.building import count, facts, resolved


def matter(exhibits: str, text: str, known: Mapping[str, ExhibitFacts] | None = None) -> Indictment:
    return resolved({"exhibits/exhibits.yaml": "exhibits:\n" + exhibits}, count(text), facts=known)


EXHIBITS = """\
  order: {title: Order No. 7, pages: 12, mark: P010}
  ledger: {title: Ledger, mark: P002}
  photo: {title: Photograph, file: photo.png, mark: P001A, classification: confidential}
  charter: {title: Charter, role: authority}
"""
TEXT = (
    "He signed [@order, p. 3].\n\nIt was his [@order, p. 12; @ledger; @charter].\n\n"
    "1. It was seen [@photo].\n\n> Quoted [@order].\n"
)


@pytest.fixture(scope="module")
def indictment() -> Indictment:
    return matter(EXHIBITS, TEXT)


def made(indictment: Indictment, **counted: object) -> BundlePlan:
    given = {"indictment": 5, "index": 1, "exhibits": {"order": 12, "photo": 1}} | counted
    return plan.make(indictment, {}, Counted(**given))  # type: ignore[arg-type]


def test_exhibits_come_in_the_order_of_their_marks_without_authorities(
    indictment: Indictment,
) -> None:
    assert [e.mark for e in made(indictment).exhibits] == ["P001A", "P002", "P010"]


def test_marks_are_ordered_as_numbers() -> None:
    found = matter(
        "".join(f"  e{n}: {{title: T, mark: P{n}}}\n" for n in (10, 9, 100, 2)), "Text [@e10].\n"
    )
    assert [e.mark for e in made(found, exhibits={}).exhibits] == ["P2", "P9", "P10", "P100"]


def test_pages_are_numbered_from_one_without_a_gap(indictment: Indictment) -> None:
    pages = made(indictment).pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert len(pages) == 5 + 1 + (1 + 1) + 1 + (1 + 12)
    assert all(page.right == f"Bundle page {page.number}" for page in pages)


def test_each_page_says_whose_it_is(indictment: Indictment) -> None:
    said = {page.number: (page.source, page.left) for page in made(indictment).pages}
    assert said[1] == ("indictment", "")
    assert said[6] == ("index", "")
    assert said[7] == ("divider", "P001A")
    assert said[8] == ("exhibit", "P001A, page 1 of 1")
    assert said[9] == ("divider", "P002")
    assert said[10] == ("divider", "P010")
    assert said[22] == ("exhibit", "P010, page 12 of 12")


def test_an_exhibit_without_a_file_is_its_slip_sheet(indictment: Indictment) -> None:
    slip = made(indictment).exhibit("ledger")
    assert slip is not None
    assert (slip.content, slip.divider, slip.first, slip.last, slip.pages) == ("slip", 9, 9, 9, 0)


def test_an_unreadable_exhibit_has_a_page_in_its_place(indictment: Indictment) -> None:
    reasons = {"photo": ("unreadable", "it is damaged")}
    found = plan.make(indictment, reasons, Counted(5, exhibits={"order": 12}))  # type: ignore[arg-type]
    photo = found.exhibit("photo")
    assert photo is not None
    assert (photo.content, photo.reason, photo.first, photo.last) == (
        "unreadable",
        "it is damaged",
        8,
        8,
    )
    assert found.pages[7].source == "placeholder"
    assert found.pages[7].left == "P001A"


def test_citations_open_the_page_they_name(indictment: Indictment) -> None:
    found = made(indictment)
    opened = {c.number: found.citations.get(c.number) for c in indictment.citations}
    cited = {c.number: (c.label, c.page) for c in indictment.citations}
    by_page = {page.number: page for page in found.pages}
    for number, (label, page) in cited.items():
        if label == "charter":
            assert opened[number] is None
            continue
        target = by_page[opened[number] or 0]
        assert target.label == label
        if label == "order":
            assert target.left == f"P010, page {page} of 12"


def test_a_citation_beyond_the_last_page_opens_the_last_page(indictment: Indictment) -> None:
    found = made(indictment, exhibits={"order": 5})
    number = next(c.number for c in indictment.citations if c.page == 12)
    assert found.pages[found.citations[number] - 1].left == "P010, page 5 of 5"


def test_a_page_that_a_converted_document_lacks_is_an_error() -> None:
    word = ExhibitFacts("docx", form="docx")
    known = {"votes": word, "letter": word}
    found = matter(
        "  votes: {title: Votes, file: votes.docx}\n"
        "  letter: {title: Letter, file: l.docx, first-page: 10}\n",
        "Cited [@votes, p. 9; @votes, p. 2; @votes, pp. 2-5; @letter, p. 11].\n",
        known,
    )
    said = list(beyond_last_page(found, made(found, exhibits={"votes": 3, "letter": 1})))
    assert [d.message for d in said] == [
        "page 9 is cited, but exhibit P001 has 3 pages",
        "page 5 is cited, but exhibit P001 has 3 pages",
        "page 11 is cited, but exhibit P002 has 1 page, numbered from 10",
    ]
    assert said[0].rule.code == "BND004"
    assert said[0].help == "cite a page from 1 to 3"
    assert said[2].help == "cite page 10"


def test_where_the_pages_were_known_the_check_has_said_so() -> None:
    known = {"votes": ExhibitFacts("docx", form="docx", pages=3)}
    found = matter("  votes: {title: Votes, file: votes.docx}\n", "Cited [@votes, p. 9].\n", known)
    assert list(beyond_last_page(found, made(found, exhibits={"votes": 3}))) == []


def test_who_cites_an_exhibit(indictment: Indictment) -> None:
    order = made(indictment).exhibit("order")
    assert order is not None
    said = [
        (by.target.text if by.target else "", [note.text for note in by.notes])
        for by in order.cited_by
    ]
    assert said == [("1", ["1"]), ("2", ["2", "4"])]


def test_a_note_in_a_heading_is_listed_too() -> None:
    found = resolved(
        {"exhibits/exhibits.yaml": "exhibits:\n  order: {title: Order}\n"},
        facts("## Stores [@order]\n\nText [@order].\n"),
    )
    order = made(found, exhibits={}).exhibit("order")
    assert order is not None
    assert sorted(note.text for by in order.cited_by for note in by.notes) == ["1", "2"]


def test_a_confidential_exhibit_says_so_on_each_of_its_pages(indictment: Indictment) -> None:
    for page in made(indictment).pages:
        if page.label == "photo":
            assert page.middle == "CONFIDENTIAL"


def test_the_listing_has_every_page_and_bookmark(indictment: Indictment) -> None:
    lines = as_text(made(indictment)).splitlines()
    assert "# P010 Order No.\u00a07 (p. 10)" in lines
    assert "   22  exhibit order 12  [P010, page 12 of 12 | CONFIDENTIAL | Bundle page 22]" in lines
    assert len([line for line in lines if re.match(r" *\d+  ", line)]) == 22


@given(
    pages=st.lists(st.integers(0, 40), min_size=1, max_size=60),
    front=st.integers(1, 120),
    rows=st.integers(3, 25),
    guess=st.integers(1, 9),
)
def test_printed_numbers_hold_when_the_index_grows(
    pages: list[int], front: int, rows: int, guess: int
) -> None:
    """An index that needs more lines for larger numbers, with any number of exhibits."""
    found = many(len(pages))
    labels = [row.label for row in found.exhibits]
    counts = {label: count for label, count in zip(labels, pages, strict=True) if count}

    def typeset(made: BundlePlan, counted: Counted) -> tuple[list[int], Counted]:
        printed = [exhibit.divider for exhibit in made.exhibits]
        lines = sum(len(str(number)) for number in printed)
        return printed, Counted(
            counted.indictment, -(-lines // rows), counted.dividers, counted.exhibits
        )

    made, printed = plan.settled(
        partial(plan.make, found, {}), typeset, Counted(front, guess, {}, counts)
    )
    assert [page.number for page in made.pages] == list(range(1, len(made.pages) + 1))
    for exhibit, number in zip(made.exhibits, printed, strict=True):
        assert made.pages[number - 1].source == "divider"
        assert made.pages[number - 1].left == exhibit.mark


_MANY: dict[int, Indictment] = {}


def many(number: int) -> Indictment:
    if number not in _MANY:
        lines = "".join(f"  e{n}: {{title: Exhibit {n}}}\n" for n in range(number))
        _MANY[number] = matter(lines, "Text [@e0].\n")
    return _MANY[number]
