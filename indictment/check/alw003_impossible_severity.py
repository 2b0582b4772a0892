"""Only a rule that can be broken has a severity that can be chosen.

`severities:` in matter.yaml, or in the court's form, says of a rule whether it is an error, a warning or
a note here. The rules of form (FRM, XRF and some of CIT) are errors always, because nothing can be built
while they are broken. A code that no rule has chooses nothing.

For example, `severities: {FRM003: note}` or `severities: {CIT040: error}`.

Write the code that the message of the fault shows in square brackets, or remove the line.
"""

from collections.abc import Mapping

from indictment.check.alw002_impossible_allowance import looks_wrong, unknown
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Rule, Severity, Span

RULE = rule(__name__, __doc__, Severity.WARNING)


def say(
    code: str, span: Span, wanted: Rule | None, known: Mapping[str, Rule], *, complete: bool
) -> Diagnostic | None:
    """The diagnostic for a severity of `code`; `wanted` is its rule, if there is one."""
    if wanted is not None:
        return RULE.at(
            span,
            f"{code} ({wanted.name}) is always an error, because nothing can be built while it is broken",
            help="remove this and mend the fault",
        )
    if not looks_wrong(code, complete=complete):
        return None
    return unknown(RULE, code, span, known)
