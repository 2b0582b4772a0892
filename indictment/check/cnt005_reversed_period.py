"""A period must not end before it begins.

For example, `period: {from: 2022-04-05, to: 2021-04-07}`.

Write the earlier date behind `from`, the later one behind `to`.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.charges import CountFile
from indictment.model.dates import Period
from indictment.model.indictment import Indictment
from indictment.model.source import Path

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each period of a count or charge that ends before it begins."""
    seen: set[tuple[str, Path]] = set()
    for count in written.counts(indictment):
        periods: list[tuple[Period | None, Path]] = [(count.file.period, ("period",))]
        periods += [(c.charge.period, (*c.path, "period")) for c in count.charges if c.path]
        for period, path in periods:
            if (count.file.file, path) not in seen and period and _is_reversed(period):
                seen.add((count.file.file, path))
                yield _say(count.file, period, path)


def _is_reversed(period: Period) -> bool:
    return bool(period.from_ and period.to and period.to.last_day < period.from_.first_day)


def _say(file: CountFile, period: Period, path: Path) -> Diagnostic:
    return RULE.at(
        file.at(*path, "to"),
        f"the period ends on {period.to}, before it begins on {period.from_}",
        help=f"write the earlier date behind `from`: {{from: {period.to}, to: {period.from_}}}",
    )
