"""The provision that a count charges should have been in force in its period.

Nobody is liable for conduct that was no crime when it took place.

For example, a count with `period: {from: 2001-05}` under a provision with `in-force: 2002-07-01`.

Correct the period, charge the provision that was in force, or correct the dates in offences/.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.dates import Period
from indictment.model.indictment import Indictment
from indictment.model.offence import Offence

RULE = rule(
    __name__, __doc__, Severity.WARNING, "Rome Statute, arts 22(1), 24(1); ICCPR, art. 15(1)"
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each period in which the provision charged was not in force."""
    for count in written.counts(indictment):
        offence = indictment.matter.offences.get(count.offence)
        for charge in count.charges:
            if (
                offence is None
                or charge.period is None
                or not (how := _how(charge.period, offence))
            ):
                continue
            own = charge.path and charge.charge.period
            yield RULE.at(
                count.file.at(*charge.path, "period") if own else count.file.at("period"),
                f"{how}: {offence.citation}",
                help="correct the period, or charge the provision that was in force",
            )


def _how(period: Period, offence: Offence) -> str:
    if offence.in_force and period.first.last_day < offence.in_force.first_day:
        since = f"the provision is in force since {offence.in_force}"
        return f"the period begins on {period.first}, and {since}"
    last = period.last or period.first
    if offence.repealed and last.first_day >= offence.repealed.last_day:
        return (
            f"the period ends on {last}, and the provision is not in force since {offence.repealed}"
        )
    return ""
