"""The period of a charge should lie within the period of its count.

A count's own period is printed at its head. A charge that reaches beyond it leaves open for which
time the accused answer.

For example, a count from 2022-02-24 to 2022-04-05 with a charge that begins on 2021-10-01.

Widen the count's period, or correct the charge's.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.dates import Period
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each charge whose period reaches beyond its count's."""
    for count in written.counts(indictment):
        for charge in count.charges:
            inner, outer = charge.charge.period, count.file.period
            if not charge.path or not inner or not outer or not (how := _sticks_out(inner, outer)):
                continue
            yield RULE.at(
                count.file.at(*charge.path, "period"),
                f"the charge's period {how}",
                related=(Related(count.file.at("period"), "the count's period"),),
                help="widen the count's period, or correct the charge's",
            )


def _sticks_out(inner: Period, outer: Period) -> str:
    if inner.first.last_day < outer.first.first_day:
        return f"begins on {inner.first}, and the count's on {outer.first}"
    if inner.last and outer.last and inner.last.first_day > outer.last.last_day:
        return f"ends on {inner.last}, and the count's on {outer.last}"
    if outer.last and inner.first.first_day > outer.last.last_day:
        return f"begins on {inner.first}, and the count's ends on {outer.last}"
    return ""
