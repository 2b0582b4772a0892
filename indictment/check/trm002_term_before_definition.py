"""A term should be defined where it is first used.

A reader who meets a term before its definition does not know that it is one. The order is that in which the court's
form prints the parts. Headings, quotations, and names of which the term is a part are left out.

For example, "the Mission" in the part on an accused, and "the Lyrva Monitoring Mission (the Mission)" in the
statement of facts behind it.

Move the definition to the first use, or use the full name until then.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import Passage
from indictment.check.terms import Term, printed, terms
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True

_NAME_BEFORE = re.compile(
    r"(?<![.!?:] )\b(?!The\b|A\b|An\b|This\b|That\b|Each\b|Both\b)[A-Z][\w’'-]*\s+$"
)
_NAME_BEHIND = re.compile(r"(?:’s|'s)?\s+(?:(?:of|for|on|in|and)\s+(?:the\s+)?)?[A-Z]")
_SENTENCE = re.compile(r"[.!?][”’)]?\s+(?=[A-Z“(])")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The first use of each term, if it is printed before the definition."""
    first: dict[str, Term] = {}
    for term in terms(indictment):
        if term.passage.part != "annexes":
            first.setdefault(term.key, term)
    before = printed(indictment)
    for term in first.values():
        for passage in before[: term.number + 1]:
            if passage.kind in ("heading", "quotation"):
                continue
            text = passage.text if passage is not term.passage else _up_to(term)
            if term.key in text and (found := _use(term, passage, text)):
                yield RULE.at(
                    passage.at(*found),
                    f"“{term.key}” is used before it is defined",
                    related=[Related(term.span, "defined here")],
                    help="move the definition to the first use, or write the full name until then",
                )
                break


def _up_to(term: Term) -> str:
    """What stands in the term's passage before the sentence that defines it."""
    text = term.passage.text[: term.begin]
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    return text[: ends[-1]] if ends else ""


def _use(term: Term, passage: Passage, text: str) -> tuple[int, int] | None:
    for found in term.uses(text):
        begin, end = found.span("word")
        is_name = term.key[0].isupper() and (
            _NAME_BEFORE.search(text, 0, begin) or _NAME_BEHIND.match(text, end)
        )
        if not is_name and not passage.is_in_marks(begin):
            return begin, end
    return None
