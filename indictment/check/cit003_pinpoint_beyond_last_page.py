"""A page that is cited must exist.

`p.` is the page number that is printed on the exhibit. An excerpt whose first page bears the
number 211 says so by `first-page: 211`; then "p. 211" is the first page of the file. Without it
the pages count from 1. A page with a Roman figure exists where the file has as many pages, or where
`paras:` places it; nothing has a page 0 or a paragraph 0.

For example, `[@order-7, p. 212]` where the file of order-7 has 48 pages.

Cite a page that exists, or add `first-page:` to the exhibit's entry.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from indictment.check.declare import rule
from indictment.check.paged import Paged, paged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.blocks import Place
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_NUMBERS = re.compile(r"(\d+)(?:–(\d+))?$")
_ROMAN = re.compile(r"[ivxlc]+(?:–[ivxlc]+)?")
_ZERO = re.compile(r"0+(?!\w|[./:])|\d+–0+$")
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each cited page that the exhibit does not have."""
    units = indictment.court.units
    counted = {name: unit.counts for name, unit in units.items() if unit.counts != "other"}
    known = paged(indictment)
    for citation in indictment.citations:
        exhibit = known.get(citation.label)
        for place in citation.places:
            what = counted.get(place.unit, "")
            if exhibit and what == "pages":
                if page := _missing(place, exhibit):
                    yield _say(page, place, exhibit)
            elif what and _ZERO.match(place.value):
                yield _say_zero("page" if what == "pages" else "paragraph", place)


def _missing(place: Place, exhibit: Paged) -> str:
    """The first cited page that does not exist; "" if all do."""
    found = _NUMBERS.match(place.value)
    if not found:
        return _missing_roman(place, exhibit)
    first, last = exhibit.first, exhibit.last
    for number in found.groups():
        if number and not first <= int(number) <= last:
            return number
    return ""


def _missing_roman(place: Place, exhibit: Paged) -> str:
    """The first page with a Roman figure for which the file has too few pages."""
    if place.page is not None or not _ROMAN.fullmatch(place.value):
        return ""
    return next((n for n in place.value.split("–") if _worth(n) > exhibit.pages), "")


def _worth(figure: str) -> int:
    """A Roman figure in lower-case letters as a number: xiv is 14."""
    worth = [_LETTERS[letter] for letter in figure]
    return sum(-n if n < after else n for n, after in pairwise((*worth, 0)))


def _say_zero(what: str, place: Place) -> Diagnostic:
    return RULE.at(
        place.span,
        f"{what} 0 is cited, and {what}s count from 1",
        label=f"no such {what}",
        help=f"write the number that is printed on the {what}",
    )


def _say(page: str, place: Place, exhibit: Paged) -> Diagnostic:
    count = f"{exhibit.pages} page{'s' * (exhibit.pages > 1)}"
    numbered = f", numbered {exhibit.first} to {exhibit.last}" if exhibit.first != 1 else ""
    listed = exhibit.listed
    only = exhibit.first == exhibit.last
    range_ = f"page {exhibit.first}" if only else f"a page from {exhibit.first} to {exhibit.last}"
    return RULE.at(
        place.span,
        f"page {page} is cited, but exhibit {exhibit.name} has {count}{numbered}",
        label="no such page",
        related=(Related(listed.at("pages"), f"{exhibit.name} has {count}"),),
        help=f"cite {range_}, or give the number printed on the file's first page by `first-page:`",
    )
