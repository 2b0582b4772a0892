"""Every exhibit in the list should be cited.

An exhibit that nothing cites proves nothing in this indictment, yet it is disclosed with it. An
original counts as cited where its translation is, and a translation where its original is.

For example, an entry `order-9:` where no text has `@order-9`.

Cite it, remove it, or say under `reserve:` why it is listed.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each exhibit that is neither cited nor in reserve."""
    cited = {citation.label for citation in indictment.citations}
    cited |= {row.label for row in indictment.exhibits if row.cited_at}
    for exhibit in indictment.matter.exhibits:
        original = exhibit.entry.translation_of
        if original and cited & {original, exhibit.label}:
            cited |= {original, exhibit.label}
    marks = {row.label: row.mark for row in indictment.exhibits}
    for exhibit in indictment.matter.exhibits:
        if exhibit.label in cited or exhibit.entry.reserve:
            continue
        mark = marks.get(exhibit.label)
        name = f"exhibit {mark}" if mark else "this authority"
        yield RULE.at(
            exhibit.at(),
            f"{name} is listed, but nothing cites it",
            help=f"cite [@{exhibit.label}, …], remove the entry, or add `reserve:` with a reason",
        )
