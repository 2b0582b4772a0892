"""Indictment, facts of its exhibits' files and counts of pages -> BundlePlan. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from indictment.bundle.citing import Citing
from indictment.model.bundle import (
    BundledExhibit,
    BundlePage,
    BundlePlan,
    Content,
    Counted,
)
from indictment.model.indictment import Indictment, ListedExhibitRow

INDEX_TITLE = "Index of exhibits"
_MOST_ROUNDS = 5

T = TypeVar("T")


def make(
    indictment: Indictment, reasons: Mapping[str, tuple[Content, str]], counted: Counted
) -> BundlePlan:
    """The plan of the bundle with these counts of pages.

    `reasons` says of each exhibit that has a file but no pages what stands in its place and why.
    The exhibits come in the order of their marks; authorities are not bundled.
    """
    citing = Citing(indictment)
    at = counted.indictment + counted.index + 1
    exhibits = []
    for row in sorted((r for r in indictment.exhibits if not r.is_authority), key=_order):
        exhibit = _exhibit(row, at, reasons.get(row.label), counted, citing)
        exhibits.append(exhibit)
        at = exhibit.last + 1
    by_label = {exhibit.label: exhibit for exhibit in exhibits}
    title_page = indictment.title_page
    pages = tuple(_pages(indictment, counted, exhibits))
    return BundlePlan(
        title=f"{title_page.title}: {title_page.instrument} and exhibits",
        language=title_page.language,
        author=title_page.prosecution,
        indictment_title=title_page.instrument,
        index_title=indictment.headings.get("bundle-index", INDEX_TITLE),
        indictment_pages=counted.indictment,
        index_pages=counted.index,
        exhibits=tuple(exhibits),
        pages=pages,
        citations={
            citation.number: by_label[citation.label].page(citation.page)
            for citation in indictment.citations
            if citation.label in by_label
        },
    )


def settled(
    plan: Callable[[Counted], BundlePlan],
    typeset: Callable[[BundlePlan, Counted], tuple[T, Counted]],
    counted: Counted,
) -> tuple[BundlePlan, T]:
    """The plan whose counts are those of the pages that were typeset from it, and these pages.

    `typeset` makes the index and the dividers of a plan and counts them. A longer index moves
    every page behind it, and larger numbers may make it longer, never shorter; so both are made
    again until nothing moves.
    """
    for _ in range(_MOST_ROUNDS):
        made = plan(counted)
        pages, found = typeset(made, counted)
        if found == counted:
            return made, pages
        counted = found
    raise RuntimeError("the index of the bundle does not settle")


def _exhibit(
    row: ListedExhibitRow,
    at: int,
    reason: tuple[Content, str] | None,
    counted: Counted,
    citing: Citing,
) -> BundledExhibit:
    pages = counted.exhibits.get(row.label, 0)
    content, words = ("pages", "") if pages else reason or ("slip", "")
    dividers = counted.dividers.get(row.label, 1)
    return BundledExhibit(
        label=row.label,
        mark=row.mark,
        title=row.title,
        content=content,  # type: ignore[arg-type]
        divider=at,
        divider_pages=dividers,
        first=at if content == "slip" else at + dividers,
        pages=pages,
        cited_by=citing.of(row),
        reason=words,
    )


def _pages(
    indictment: Indictment, counted: Counted, exhibits: list[BundledExhibit]
) -> Iterator[BundlePage]:
    words = indictment.court.words
    bundle = indictment.headings.get("bundle-page", "Bundle page")
    classified = {row.label: row.classification for row in indictment.exhibits}
    whole = indictment.title_page.classification if indictment.confidential else ""

    def right(number: int) -> str:
        return f"{bundle} {number}"

    def middle(label: str) -> str:
        own = classified.get(label, "public")
        return (own.replace("-", " ") if own != "public" else whole).upper()

    number = 0
    for source_page in range(1, counted.indictment + 1):
        number += 1
        yield BundlePage(number, "indictment", source_page, right=right(number))
    for source_page in range(1, counted.index + 1):
        number += 1
        yield BundlePage(number, "index", source_page, middle=whole.upper(), right=right(number))
    for exhibit in exhibits:
        label, mark = exhibit.label, exhibit.mark
        for source_page in range(1, exhibit.divider_pages + 1):
            number += 1
            yield BundlePage(
                number, "divider", source_page, label, mark, middle(label), right(number)
            )
        if exhibit.content not in ("pages", "slip"):
            number += 1
            yield BundlePage(number, "placeholder", 1, label, mark, middle(label), right(number))
        for source_page in range(1, exhibit.pages + 1):
            number += 1
            left = f"{mark}, {words.page} {source_page} {words.of} {exhibit.pages}"
            yield BundlePage(
                number, "exhibit", source_page, label, left, middle(label), right(number)
            )


def _order(row: ListedExhibitRow) -> tuple[tuple[bool, int, str], ...]:
    """The order of marks: P2 before P10, letters by the alphabet."""
    return tuple(
        (not piece.isdigit(), int(piece) if piece.isdigit() else 0, piece)
        for piece in re.findall(r"\d+|\D+", row.mark)
    )
