"""Every count should say where the offence is alleged to have been committed.

For example, a file in counts/ without `places:`.

Add `places: [Moscow, Ukraine]`.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, "Regulations of the Court (ICC), reg. 52(b)")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count that names no place."""
    for count in written.counts(indictment):
        if not count.file.places:
            yield RULE.at(
                count.span,
                f"{count.name} does not say where the offence is alleged to have been committed",
                help="add `places: […]`",
            )
