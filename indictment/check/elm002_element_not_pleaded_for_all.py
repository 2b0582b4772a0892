"""An element that each accused must fulfil should be pleaded for each of them.

Knowledge, intent or a leading position is not proved for one accused by proving it for another.
An element with `per: accused` is pleaded for those whom the paragraph names by `defendants=`, or
for all where it names nobody.

For example, `{#knowledge elements="awareness" defendants="tollan"}` in a count against two
accused, and no such paragraph for the second.

Plead the element for the accused whom the message names.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedElement

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused for whom an element is not pleaded, though it is for others."""
    names = written.names(indictment)
    for count, elements in written.elements(indictment):
        by_element: dict[str, list[PleadedElement]] = {}
        for each in elements:
            if each.accused and not each.mode:
                by_element.setdefault(each.element.id, []).append(each)
        for several in by_element.values():
            missing = [each for each in several if not each.paragraphs]
            if len(missing) == len(several):
                continue
            for each in missing:
                name = names.get(each.accused, each.accused)
                label = each.element.id
                yield RULE.at(
                    count.span,
                    f"no paragraph pleads the element “{label}” of {count.name} for {name}",
                    notes=(each.element.text,),
                    help=f'write {{elements="{label}" defendants="{each.accused}"}} '
                    "above the paragraph that pleads it",
                )
