"""An instrument must show who signs it, in what office, and where.

An indictment is the act of a person who answers for it. Without a signature block nobody can sign what was built, and
some courts treat an unsigned instrument as none. A model or an example, which nobody signs, is left out.

For example, a matter.yaml without `signatories:`, or a signatory without `title:`.

Write `signatories:` with the name and the title of each, and the place: in the entry of the signatory, or as `place:` of
the matter. The date is that of the instrument.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__,
    __doc__,
    Severity.WARNING,
    "Federal Rules of Criminal Procedure, r. 7(c)(1)",
    final=True,
)

_OF_NOBODY = re.compile(r"\b(?:model|example|exercise|specimen|moot)\b", re.IGNORECASE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The matter, if nobody signs it; each signatory without title or place."""
    caption = indictment.matter.caption
    if _OF_NOBODY.search(caption.status):
        return
    if not caption.signatories:
        yield RULE.at(
            caption.at("title"),
            "nobody signs this instrument",
            help="write `signatories:` with name, title and place",
        )
    for number, signatory in enumerate(caption.signatories):
        missing = [] if signatory.title.strip() else ["title"]
        missing += [] if (signatory.place or caption.place).strip() else ["place"]
        if missing:
            yield RULE.at(
                caption.at("signatories", number, "name"),
                f"the signature of {signatory.name} has no {' and no '.join(missing)}",
                help=" and ".join(f"write `{key}:` beside the name" for key in missing),
            )
