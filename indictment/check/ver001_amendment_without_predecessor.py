"""An amended instrument should say which one it amends.

The reader must know which text the amendments are measured against; the title page prints it.

For example, `version: {ordinal: 1}` in matter.yaml without `amends:`.

Add `amends: the Indictment of 9 May 2022` under `version:`.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The ordinal of an amended instrument that amends nothing."""
    caption = indictment.matter.caption
    if caption.version.ordinal and not caption.version.amends.strip():
        yield RULE.at(
            caption.at("version", "ordinal"),
            f"the {caption.instrument} is an amended one, and does not say what it amends",
            help="add `amends:` under `version:`, as in `amends: the Indictment of 9 May 2022`",
        )
