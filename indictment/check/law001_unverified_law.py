"""The law that a count relies on should be verified.

A file in offences/ may say under `verify:` what its author could not read for certain: later
amendments, a translation. Whoever charges the offence must know.

For example, an offence with `verify: amendments after 2014 were not read`.

Read the text that is named, then remove `verify:` from a copy of the file in the matter's own
offences/, with the source that was read.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count on law that its file calls unverified."""
    for count in written.counts(indictment):
        offence = indictment.matter.offences.get(count.offence)
        if offence is not None and offence.verify:
            yield RULE.at(
                count.span,
                f"{count.name} relies on law that was not verified",
                notes=(offence.verify,),
                help="read the text, then put a copy of the file without `verify:` into offences/",
            )
