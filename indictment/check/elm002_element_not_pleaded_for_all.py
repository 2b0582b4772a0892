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

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused for whom an element is not pleaded, though it is for others."""
    tables = {table.count: table for table in indictment.elements}
    labels = {accused.short: accused.label for accused in indictment.accused}
    for count in written.counts(indictment):
        for row in tables[count.label].rows if count.label in tables else ():
            missing = [name for name, targets in row.paragraphs if not targets]
            if not missing or len(missing) == len(row.paragraphs):
                continue
            for name in missing:
                label = labels.get(name, name)
                yield RULE.at(
                    count.span,
                    f"no paragraph pleads the element “{row.element}” of {count.name} for {name}",
                    notes=(row.text,),
                    help=f'write {{elements="{row.element}" defendants="{label}"}} '
                    "above the paragraph that pleads it",
                )
