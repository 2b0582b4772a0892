"""The other names of a protected person must not be printed.

A protected person (`protected: true` in persons.yaml) is printed under a pseudonym. Whatever
stands under `aliases:` or `native:` would lead to that person. The real name is written nowhere
in the matter.

For example, `aliases: [the caretaker of School No. 9]`, and "the caretaker of School No. 9" in a
paragraph.

Write @label in place of the name.
"""

import re
from collections.abc import Callable, Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Related, Severity, Span
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each place where a protected person is named otherwise than by the pseudonym."""
    names = dict(_names(indictment))
    if not names:
        return
    pattern = re.compile(
        r"(?<!\w)(?:"
        + "|".join(r"\s+".join(map(re.escape, n.split())) for n in names)
        + r")(?!\w)",
        re.IGNORECASE,
    )
    for text, spans in _texts(indictment):
        for found in pattern.finditer(text):
            name = next(n for n in names if n.split() == found[0].casefold().split())
            label, span = names[name]
            yield RULE.at(
                spans(found.start(), found.end()),
                f"another name of the protected person {label} is printed here",
                related=(Related(span, "listed here"),),
                help=f"write @{label} in its place",
            )


def _names(indictment: Indictment) -> Iterator[tuple[str, tuple[str, Span]]]:
    persons = indictment.matter.persons
    for label, person in persons.persons.items() if persons else ():
        if persons and person.protected:
            for number, alias in enumerate(person.aliases):
                yield alias.casefold(), (label, persons.at("persons", label, "aliases", number))
            if person.native:
                yield person.native.casefold(), (label, persons.at("persons", label, "native"))


def _texts(indictment: Indictment) -> Iterator[tuple[str, Callable[[int, int], Span]]]:
    """What is printed: the text with passages in other languages, and the words of YAML files."""
    for passage in passages(indictment, foreign=True):
        yield passage.text, passage.at
    for document, text, span in written.typed(indictment):
        if document is not indictment.matter.persons:
            yield text, lambda begin, end, span=span: span  # type: ignore[misc]
