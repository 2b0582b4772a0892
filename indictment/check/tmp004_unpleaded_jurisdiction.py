"""An indictment should plead the facts on which the court's jurisdiction rests.

A court may try what lies in its jurisdiction: by time, by place, by person and by subject. The facts that show it are
material facts like any other, and belong into the instrument. A paragraph says that it pleads them by
`kind="jurisdiction"`, or stands below a heading on jurisdiction. A model that names no court is reminded, and may
allow the rule.

For example, a matter with `tribunal:` in which no paragraph has `kind="jurisdiction"`.

Plead the facts in a part of the statement of facts with `kind: jurisdiction`.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True

_JURISDICTION = re.compile(
    r"\bjurisdiction|\bcompétence|\bcompetencia|\bюрисдикці|\bюрисдикци|\bпідсудн|\bподсудн",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b(?:court|tribunal|chambers?)\b[^.]{0,60}\bjurisdiction\b|\bjurisdiction of (?:the|this) (?:\w+ ){0,3}(?:court|tribunal|chambers?)\b"
    r"|\bin the (?:\w+ ){0,2}District of [A-Z]",
    re.IGNORECASE,
)
_MODEL = re.compile(r"\bmodel\b", re.IGNORECASE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The matter, if no paragraph pleads jurisdiction."""
    caption = indictment.matter.caption
    is_model = bool(_MODEL.search(f"{caption.status} {caption.title}"))
    if not caption.tribunal and not is_model:
        return
    if any(p.kind == "jurisdiction" for p in indictment.pleadings.paragraphs):
        return
    titles = [section.title or section.heading for section in indictment.statement]
    if any(map(_JURISDICTION.search, titles)):
        return
    for passage in passages(indictment):
        if passage.part in ("facts", "counts", "accused") and (
            (passage.kind == "heading" and _JURISDICTION.search(passage.text))
            or (
                passage.kind == "paragraph"
                and ("urisdiction" in passage.text or "District of" in passage.text)
                and _VENUE.search(passage.text)
            )
        ):
            return
    if caption.tribunal:
        yield RULE.at(
            caption.at("tribunal"),
            f"no paragraph pleads the facts on which the jurisdiction of {caption.tribunal} rests",
            help='plead them, and write {kind="jurisdiction"} above the paragraph',
        )
    else:
        yield RULE.at(
            caption.at("title"),
            "this model names no court and pleads no jurisdiction",
            help="plead the facts that any court would need, or allow this and say why not",
            severity=Severity.NOTE,
        )
