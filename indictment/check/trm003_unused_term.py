"""A term that is defined should be used.

A definition that nothing follows makes a reader look for what was left out.

For example, (["the Harbour Wall"]{.term}) in a matter that speaks of the wall nowhere else.

Use the term, or take the definition out.
"""

import re
from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.check.terms import Term, printed, terms
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True

_OF_THE_FORM = {
    "accused",
    "indictment",
    "prosecutor",
    "prosecution",
    "court",
    "tribunal",
    "count",
    "counts",
}
"""Words that a court's form prints by itself."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each term that stands nowhere but in its definition."""
    defined = terms(indictment)
    if not defined:
        return
    for term in {term.key: term for term in reversed(defined)}.values():
        if term.key.casefold() not in _OF_THE_FORM and not _is_used(term, defined, indictment):
            yield RULE.at(
                term.span,
                f"“{term.key}” is defined and never used",
                help="use the term, or take the definition out",
            )


def _is_used(term: Term, defined: tuple[Term, ...], indictment: Indictment) -> bool:
    words = r"\s+".join(map(re.escape, term.key.split()))
    pattern = re.compile(rf"(?<!\w){words}", re.IGNORECASE)
    wanted = term.key.split()[0].casefold()
    places = [(each.passage, each.begin, each.end) for each in defined if each.key == term.key]
    for passage in printed(indictment):
        if wanted not in passage.text.casefold():
            continue
        for found in pattern.finditer(passage.text):
            begin, end = found.span()
            if not any(passage is p and b <= begin and end <= e for p, b, e in places):
                return True
    return any(pattern.search(text) for _, text, _ in written.typed(indictment))
