"""A translation must be of another exhibit, and that of no third.

`translation-of:` names the original. An exhibit cannot be its own translation, nor two exhibits
each other's.

For example, `order-7: {translation-of: order-7}`.

Write the label of the original, or remove the line from the original.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each exhibit that would be its own translation, or its translation's."""
    original = {e.label: e.entry.translation_of for e in indictment.matter.exhibits}
    for exhibit in indictment.matter.exhibits:
        of = exhibit.entry.translation_of
        if of == exhibit.label:
            message = "the exhibit is given as a translation of itself"
        elif of and original.get(of) == exhibit.label and exhibit.label > of:
            message = f"this exhibit and {of} are each given as a translation of the other"
        else:
            continue
        yield RULE.at(
            exhibit.at("translation-of"),
            message,
            help="write the label of the original, or remove the line",
        )
