"""A page that is cited must exist.

`p.` is the page number that is printed on the exhibit. An excerpt whose first page bears the
number 211 says so by `first-page: 211`; then "p. 211" is the first page of the file. Without it
the pages count from 1.

For example, `[@order-7, p. 212]` where the file of order-7 has 48 pages.

Cite a page that exists, or add `first-page:` to the exhibit's entry.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.paged import Paged, paged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.blocks import Place
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_NUMBERS = re.compile(r"(\d+)(?:–(\d+))?$")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each cited page that the exhibit does not have."""
    units = indictment.court.units
    pages = {name for name, unit in units.items() if unit.counts == "pages"}
    known = paged(indictment)
    for citation in indictment.citations:
        exhibit = known.get(citation.label)
        for place in citation.places if exhibit else ():
            if exhibit and place.unit in pages and (page := _missing(place, exhibit)) is not None:
                yield _say(page, place, exhibit)


def _missing(place: Place, exhibit: Paged) -> int | None:
    """The first cited page that does not exist; None if all do."""
    found = _NUMBERS.match(place.value)
    if not found:
        return None
    numbers = [int(number) for number in found.groups() if number]
    return next((n for n in numbers if not exhibit.first <= n <= exhibit.last), None)


def _say(page: int, place: Place, exhibit: Paged) -> Diagnostic:
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
