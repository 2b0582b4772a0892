"""A term should be defined once.

Where a term is defined twice, a reader asks whether the second is the same as the first. If it is, the second definition
is too much; if not, nobody can tell which is meant. A glossary in an annex may repeat what the text defines.

For example, ("the Committee") in the part on an accused, and again in the statement of facts.

Keep the definition that is printed first, or give the second thing a name of its own.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.terms import Term, terms
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each definition of a term that was defined before."""
    first: dict[str, Term] = {}
    for term in terms(indictment):
        before = first.setdefault(term.key, term)
        if before is not term and term.passage.part != "annexes":
            yield RULE.at(
                term.span,
                f"“{term.key}” is defined a second time",
                related=[Related(before.span, "defined before")],
                help="keep the definition that is printed first, or find another term for the second thing",
            )
