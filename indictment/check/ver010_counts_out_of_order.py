"""Counts that keep their filed numbers should stand in the order of these.

A count that was filed keeps its number wherever its file stands; a reader who looks for Count 2
between Counts 1 and 3 does not find it behind them.

For example, `counts/02-theft.md`, filed as Count 2, renamed to `counts/04-theft.md` behind
`counts/03-arson.md`, which is Count 3.

Number the files so that their order is that of the counts, or allow the rule where another order is
meant.
"""

from collections.abc import Iterator
from itertools import pairwise

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Count, Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count that stands behind one with a higher number."""
    numbers = indictment.matter.numbers
    if numbers is None or not numbers.counts or indictment.court.amended_numbering != "frozen":
        return
    counts = [count for group in indictment.counts for count in group.counts]
    for before, count in pairwise(counts):
        if _whole(count) < _whole(before):
            yield RULE.at(
                before.span if count.is_withdrawn else count.span,
                f"Count {count.number} stands behind Count {before.number}",
                help="number the files in counts/ in the order of the counts",
            )


def _whole(count: Count) -> int:
    return int("".join(sign if sign.isdigit() else " " for sign in count.number).split()[0])
