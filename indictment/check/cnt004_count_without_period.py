"""Every count should say when the offence is alleged to have been committed.

The accused must be able to tell for which time they answer. A count gives its period by
`period:`, for all its charges or for each of them.

For example, a count without `period:` whose charges have none either.

Add `period: {from: 2022-02-24, to: 2022-04-05}`, one day (`period: 2022-02-24`), or
`period: {on-or-about: 2022-02-24}`.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, "Regulations of the Court (ICC), reg. 52(b)")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count with a charge that has no period."""
    for count in written.counts(indictment):
        if not all(charge.period for charge in count.charges):
            yield RULE.at(
                count.span,
                f"{count.name} does not say when the offence is alleged to have been committed",
                help="add `period: {from: …, to: …}` with dates",
            )
