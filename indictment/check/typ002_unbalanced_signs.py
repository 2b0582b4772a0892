"""Quotation marks and brackets should open and close.

A missing closing sign makes it unclear where a quotation ends, and whose words follow.

For example, "He said: “No receipt shall be given and left."

Write the missing sign, or remove the one that is alone. A quotation that goes on over several
paragraphs is written as a block quotation (`>`).
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import Passage, passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_CLOSES = {"(": ")", "[": "]", "“": "”", "«": "»"}
_OPENS = {close: opened for opened, close in _CLOSES.items()}
_ENUMERATION = re.compile(r"(?:(?<=\s)|^)(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\)")
"""a), ii), 3): a closing bracket that needs no other."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The first sign without a partner in each passage."""
    for passage in passages(indictment):
        if passage.kind == "quotation" or "„" in passage.text:
            continue
        at = _alone(passage)
        if at is not None:
            sign = passage.text[at]
            opens = sign in _CLOSES
            yield RULE.at(
                passage.at(at, at + 1),
                f"“{sign}” is opened here and not closed" if opens else f"“{sign}” closes nothing",
                help=f"write {_CLOSES[sign]} where it ends"
                if opens
                else "remove it, or write the sign that opens",
            )


def _alone(passage: Passage) -> int | None:
    """The first sign that has no partner; brackets and quotation marks may cross."""
    ignored = {m.end() - 1 for m in _ENUMERATION.finditer(passage.text)}
    opened: dict[str, list[int]] = {sign: [] for sign in _CLOSES}
    for at, sign in enumerate(passage.text):
        if sign in opened:
            opened[sign].append(at)
        elif sign in _OPENS and at not in ignored:
            if not opened[_OPENS[sign]]:
                return at
            opened[_OPENS[sign]].pop()
    return min((places[-1] for places in opened.values() if places), default=None)
