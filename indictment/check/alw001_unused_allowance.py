"""An allowance must allow something.

An `allow` that suppresses nothing is a leftover: the fault was mended, or moved elsewhere. Left
standing, it would hide the same fault when it comes back.

For example, `<!-- indict: allow CIT004: the original has no pages -->` above a paragraph whose
citation has since been given a page.

Remove the comment or the line below `allow:`.
"""

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Rule, Severity, Span

RULE = rule(__name__, __doc__, Severity.WARNING)


def say(unused: Rule, span: Span) -> Diagnostic:
    """The diagnostic for an allowance of `unused` at `span` that suppresses nothing."""
    return RULE.at(
        span,
        f"{unused.code} ({unused.name}) is allowed here, but nothing breaks it",
        label="allows nothing",
        help="remove it",
    )
