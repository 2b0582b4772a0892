"""Where an element has parts that must all be present, each of them should be pleaded.

A manifest violation needs character, gravity and scale: a count that pleads the scale alone does not
plead the element. A paragraph that names the element and none of its parts pleads it whole, unless its
sub-paragraphs tell the parts apart.

For example, `elements="scale"` above one paragraph, and no paragraph with `character` or `gravity`.

Plead the parts that the message names; or, where a paragraph has them all, write the element's own label.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__, __doc__, Severity.WARNING,
    "Elements of Crimes, article 8 bis, element 5, for aggression", final=True,
)  # fmt: skip
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each element that is pleaded in some of the parts that it needs."""
    names = written.names(indictment)
    for count, elements in written.elements(indictment):
        for each in elements:
            if each.is_pleaded or not each.paragraphs:
                continue
            missing = each.missing
            who = f" for {names.get(each.accused, each.accused)}" if each.accused else ""
            listed = ", ".join(f"“{part.id}”" for part in missing)
            plural = "parts" if len(missing) > 1 else "part"
            yield RULE.at(
                count.span,
                f"the element “{each.element.id}” of {count.name} is pleaded{who} without its {plural} {listed}",
                related=[Related(each.paragraphs[0].span, "pleaded in part here")],
                notes=tuple(part.text for part in missing),
                help=f'write {{elements="{missing[0].id}"}} above the paragraph that pleads it',
            )
