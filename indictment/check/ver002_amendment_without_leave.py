"""An amended instrument should say who gave leave to amend.

Before confirmation many courts let the prosecution amend without leave; then there is nothing to
print, and the rule is allowed with that reason.

For example, `version: {ordinal: 1, amends: the Indictment of 9 May 2022}` without `leave:`.

Add `leave: the Decision of the Pre-Trial Judge of 2 March 2023` under `version:`, or allow the rule
in matter.yaml with the reason.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The ordinal of an amended instrument without leave."""
    caption = indictment.matter.caption
    if caption.version.ordinal and not caption.version.leave.strip():
        yield RULE.at(
            caption.at("version", "ordinal"),
            f"the {caption.instrument} is an amended one, and names no leave to amend",
            help="add `leave:` under `version:`, or allow the rule where no leave was needed",
        )
