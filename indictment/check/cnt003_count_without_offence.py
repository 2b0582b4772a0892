"""Every count must name the offence that it charges.

The offence gives the provision that is printed under the count's title, the elements that must be
pleaded, and the modes of liability that may be charged.

For example, a file in counts/ without `offence:`.

Add `offence:` with the name of a file in offences/.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__,
    __doc__,
    Severity.ERROR,
    "Criminal Procedure Rules 2020 (England and Wales), r. 10.2(1)(a); Fed. R. Crim. P. 7(c)(1)",
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count that names no offence."""
    known = ", ".join(sorted(indictment.matter.offences))
    for count in written.counts(indictment):
        if not count.offence:
            yield RULE.at(
                count.span,
                f"{count.name} names no offence",
                notes=(f"the offences are: {known}",) if known else (),
                help="add `offence: …` with the name of a file in offences/",
            )
