"""What an instrument amends, and by whose leave, belongs to an amended one.

`amends` and `leave` are printed on the title page of an amended instrument only.

For example, `version: {leave: the Decision of 2 March 2023}` without `ordinal:`.

Add `ordinal: 1` under `version:`, or take the lines out.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """`amends` and `leave` of an instrument that was not amended."""
    caption = indictment.matter.caption
    version = caption.version
    for key, value in (("amends", version.amends), ("leave", version.leave)):
        if value.strip() and not version.ordinal:
            yield RULE.at(
                caption.at("version", key),
                f"`{key}` is not printed, because no `ordinal` says that the {caption.instrument} was amended",
                help="add `ordinal: 1` for the first amendment, or take the line out",
            )
