"""Every element of an offence should be pleaded in at least one paragraph.

What is not pleaded cannot be proved. The table of elements shows for each element the paragraphs
that plead it; a paragraph says so in its attribute line.

For example, a count of an offence with the element `leadership` and no paragraph marked
`{#command elements="leadership"}`.

Write the attribute line above the paragraph that pleads the element. In facts/, write the count
before it: `elements="aggression:leadership"`.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment
from indictment.model.offence import Element

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each element of a count that no paragraph pleads, in whole or in part."""
    for count, elements in written.elements(indictment):
        by_element: dict[str, tuple[Element, bool]] = {}
        for each in elements:
            if not each.mode:
                before = by_element.get(each.element.id, (each.element, False))[1]
                by_element[each.element.id] = (each.element, before or bool(each.paragraphs))
        missing = [element for element, is_there in by_element.values() if not is_there]
        if len(missing) == len(by_element) > 1:
            yield RULE.at(
                count.span,
                f"no paragraph says which elements of {count.name} it pleads",
                notes=(f"the elements are: {', '.join(by_element)}",),
                help='write {elements="…"} above each paragraph that pleads one',
            )
            continue
        for element in missing:
            yield RULE.at(
                count.span,
                f"no paragraph pleads the element “{element.id}” of {count.name}",
                notes=(element.text,),
                help=f'write {{elements="{element.id}"}} above the paragraph that pleads it',
            )
