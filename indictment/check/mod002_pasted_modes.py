"""A whole list of modes should not be charged without facts for each.

"Planned, instigated, ordered, committed or otherwise aided and abetted", with one set of facts for all, tells
an accused nothing. Where four modes or more are charged against one accused, each needs a paragraph that pleads
what it consists of.

For example, `modes: [planning, instigating, ordering, commission, aiding-and-abetting]` where only the order
is pleaded.

Charge the modes for which there are facts, or plead the others.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True

_MANY = 4


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused of a count who is charged with many modes, some of them without facts."""
    names = written.names(indictment)
    for count in written.counts(indictment):
        pleaded = indictment.pleadings.count(count.label)
        if pleaded is None:
            continue
        for accused in pleaded.accused:
            own = [charge for charge in pleaded.charges if charge.accused == accused]
            modes = {m.id: m for c in own for m in (*c.modes, *c.alternative_modes)}
            if len(modes) < _MANY:
                continue
            with_facts = {e.mode for e in pleaded.of(accused) if e.mode and e.paragraphs}
            without = [
                label for label, mode in modes.items() if mode.elements and label not in with_facts
            ]
            if without:
                yield RULE.at(
                    count.span,
                    f"{count.name} charges {names.get(accused, accused)} with {len(modes)} modes of liability, "
                    f"and pleads nothing of {', '.join(without)}",
                    help="charge the modes for which there are facts, or plead the others",
                )
