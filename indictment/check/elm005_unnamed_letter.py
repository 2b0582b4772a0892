"""Where the law lists what an element may consist of, the count should say which of the list it is.

Article 8 *bis*(2) of the Rome Statute lists acts of aggression by letters. A paragraph that pleads the act
without its letter leaves the accused to guess whether an invasion or a blockade is charged.

For example, `elements="act-of-aggression"` where no paragraph pleads `invasion` or another of the list.

Write the label of the part above the paragraph that pleads it; or allow the rule, and say that none of the
list is meant.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each element with a list of which nothing is named."""
    for count, elements in written.elements(indictment):
        said: set[str] = set()
        for each in elements:
            element = each.element
            is_list = element.need == "one" and any(part.letter for part in element.parts)
            if not is_list or not each.whole or element.id in said:
                continue
            if any(part.paragraphs for part in each.parts):
                continue
            said.add(element.id)
            listed = ", ".join(f"{part.letter} {part.id}".strip() for part in element.parts)
            yield RULE.at(
                each.whole[0].span,
                f"the element “{element.id}” of {count.name} is pleaded without saying which of the list it is",
                notes=(f"the list has: {listed}",),
                help=f'write {{elements="{element.parts[0].id}"}}, or another of the list, above the paragraph',
            )
