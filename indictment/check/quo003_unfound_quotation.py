"""Words in quotation marks must stand in the exhibit that is cited for them.

Nothing like them was found in its text, on the pages that are cited or on others. Short quotations
(three words or fewer), and those with other words between them and their citation, may be a manner of
speaking: of them it is said as a warning.

For example, `"as agreed in Calderhaven" [@order-14]` where the order says nothing of the kind.

Cite the exhibit that has the words, or write them without quotation marks.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.quotations.verdicts import judged
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_FEW = 3


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each quotation that stands nowhere in the exhibits cited for it."""
    for each in judged(indictment):
        if each.kind != "absent":
            continue
        is_sure = each.quoted.is_direct and each.quoted.words > _FEW
        several = len({citation.label for citation in each.quoted.citations}) > 1
        yield RULE.at(
            each.quoted.span,
            f"the words quoted were not found in {each.name}"
            + (" or in the others that are cited for them" if several else ""),
            label="not in its text",
            help="cite the exhibit that has them, or write them without quotation marks",
            severity=None if is_sure else Severity.WARNING,
        )
