"""For a crime of leaders, an office of the accused should cover the period charged.

Where the offence has an element of leadership, each accused must have been in a position to control or direct the action
of the State when the conduct took place. Offices without a beginning are taken to cover all that they may.

For example, a count of aggression from April 2021 to April 2022 against somebody whose only office is
`{title: Minister, from: 2021-11-01}`.

List the office that was held in the rest of the period, or charge the accused with the shorter one. Where the position
was one of fact, plead it, and allow the rule.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.dates import Period
from indictment.model.indictment import Indictment
from indictment.model.people import Office

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused of such a count of whose offices none, or not all together, cover the period."""
    heads = {defendant.label: defendant.head for defendant in indictment.matter.defendants}
    said: set[str] = set()
    for count in written.counts(indictment):
        pleaded = indictment.pleadings.count(count.label)
        offence = pleaded.offence if pleaded else None
        if not pleaded or not offence or all(e.kind != "leadership" for e in offence.elements):
            continue
        for charge in pleaded.charges:
            head = heads.get(charge.accused)
            gap = _gap(charge.period, head.offices) if head and charge.period else None
            if head is None or gap is None or charge.accused in said:
                continue
            said.add(charge.accused)
            held = (
                "no office of {0} covers the period"
                if gap[1]
                else "no office of {0} covers {1} to {2}"
            )
            yield RULE.at(
                head.at("name"),
                held.format(head.name, *(day.isoformat() for day in gap[0]))
                + f" charged in {count.name}",
                help="list the office that was held then, or charge a shorter period",
            )


def _gap(period: Period, offices: Iterable[Office]) -> tuple[tuple[date, date], bool] | None:
    """The first days of a period that no office covers, and whether no day of it is covered."""
    first, last = period.first, period.last or period.first
    # the latest beginning and the earliest end that the written period can have
    begin, end = first.last_day, max(last.first_day, first.last_day)
    held = sorted(
        (
            office.from_.first_day if office.from_ else date.min,
            office.to.last_day if office.to else date.max,
        )
        for office in offices
    )
    reached = begin
    for since, until in held:
        if since > reached:
            break
        if until >= reached:
            if until >= end:
                return None
            reached = until + timedelta(days=1)
    later = [since for since, _ in held if reached < since <= end]
    is_none = reached == begin and not later
    return (reached, min(later) - timedelta(days=1) if later else end), is_none
