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

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each element of a count that no paragraph pleads."""
    tables = {table.count: table for table in indictment.elements}
    for count in written.counts(indictment):
        for row in tables[count.label].rows if count.label in tables else ():
            if not any(targets for _, targets in row.paragraphs):
                yield RULE.at(
                    count.span,
                    f"no paragraph pleads the element “{row.element}” of {count.name}",
                    notes=(row.text,),
                    help=f'write {{elements="{row.element}"}} above the paragraph that pleads it',
                )
