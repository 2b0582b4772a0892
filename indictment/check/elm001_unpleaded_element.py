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

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each element of a count that no paragraph pleads."""
    tables = {table.count: table for table in indictment.elements}
    for count in written.counts(indictment):
        rows = tables[count.label].rows if count.label in tables else ()
        missing = [row for row in rows if not any(targets for _, targets in row.paragraphs)]
        if len(missing) == len(rows) > 1:
            yield RULE.at(
                count.span,
                f"no paragraph says which elements of {count.name} it pleads",
                notes=(f"the elements are: {', '.join(row.element for row in rows)}",),
                help='write {elements="…"} above each paragraph that pleads one',
            )
            continue
        for row in missing:
            yield RULE.at(
                count.span,
                f"no paragraph pleads the element “{row.element}” of {count.name}",
                notes=(row.text,),
                help=f'write {{elements="{row.element}"}} above the paragraph that pleads it',
            )
