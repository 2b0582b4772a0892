"""A registration number belongs to one page only.

`ern:` is the number of the first page; the next pages count on from it. Two exhibits whose numbers overlap
cannot both be right, and a citation by number leads to the wrong page.

For example, an exhibit of four pages from HT-0001-0001 and another from HT-0001-0003.

Correct the number of one, or the number of pages.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.paged import paged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit
from indictment.value import dataclass

RULE = rule(__name__, __doc__, Severity.ERROR)

_ERN = re.compile(r"(.*?)(\d+)((?:-R\d+)?)$")


@dataclass(frozen=True, slots=True)
class _Range:
    series: str
    first: int
    last: int
    exhibit: ListedExhibit


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each exhibit whose numbers begin within those of another."""
    ranges = sorted(_ranges(indictment), key=lambda r: (r.series, r.first, r.exhibit.at("ern")))
    before: _Range | None = None
    for each in ranges:
        if before and before.series == each.series and each.first <= before.last:
            one = each.first == before.first
            yield RULE.at(
                each.exhibit.at("ern"),
                f"{each.exhibit.entry.ern} is {'the number' if one else 'a page'} of another exhibit",
                related=[
                    Related(
                        before.exhibit.at("ern"),
                        f"{before.last - before.first + 1} pages from here",
                    )
                ],
                help="correct the number of one of the two, or the number of pages",
            )
        if before is None or before.series != each.series or each.last > before.last:
            before = each


def _ranges(indictment: Indictment) -> Iterator[_Range]:
    known = paged(indictment)
    for exhibit in indictment.matter.exhibits:
        found = _ERN.fullmatch(exhibit.entry.ern)
        if found:
            pages = known[exhibit.label].pages if exhibit.label in known else 1
            first = int(found[2])
            # redacted versions and translations have series of their own
            yield _Range(found[1] + found[3], first, first + pages - 1, exhibit)
