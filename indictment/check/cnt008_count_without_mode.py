"""Every charge should say how the accused are responsible.

Where the law has several modes of liability, each must be pleaded precisely: commission,
ordering, aiding and abetting, the responsibility of superiors.

For example, a count without `modes:` whose offence lists modes.

Add `modes: [commission]` to the count, or to each of its charges.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, "Regulations of the Court (ICC), reg. 52(c)")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each charge that names none of the modes of its offence."""
    for count in written.counts(indictment):
        offence = indictment.matter.offences.get(count.offence)
        if offence is None or not offence.modes:
            continue
        for number, charge in enumerate(count.charges, start=1):
            if charge.modes:
                continue
            which = f"charge {number} of {count.name}" if len(count.charges) > 1 else count.name
            yield RULE.at(
                count.file.at(*charge.path) if charge.path else count.span,
                f"{which} names no mode of liability",
                notes=(f"the modes are: {', '.join(mode.id for mode in offence.modes)}",),
                help="add `modes: […]`",
            )
