"""Quotation marks and brackets should open and close.

A missing closing sign makes it unclear where a quotation ends, and whose words follow.

For example, "He said: “No receipt shall be given and left."

Write the missing sign, or remove the one that is alone. A quotation that goes on over several
paragraphs is written as a block quotation (`>`).
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_CLOSES = {"(": ")", "[": "]", "“": "”", "«": "»"}
_SIGNS = {opens: re.compile(f"[{re.escape(opens + closes)}]") for opens, closes in _CLOSES.items()}
_ENUMERATION = re.compile(r"(?:(?<=\s)|^)(?:[a-zA-Z]|[ivx]{1,4}|\d{1,2})\)")
"""a), ii), 3): a closing bracket that may stand without another."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The first sign without a partner in each passage."""
    for passage in passages(indictment):
        if passage.kind == "quotation" or "„" in passage.text:
            continue
        text = passage.text
        kinds = [opens for opens, closes in _CLOSES.items() if opens in text or closes in text]
        alone = [at for opens in kinds if (at := _alone(text, opens)) is not None]
        if not alone:
            continue
        sign = text[min(alone)]
        if sign in _CLOSES:
            message, help = "is opened here and not closed", f"write {_CLOSES[sign]} where it ends"
        else:
            message, help = "closes nothing", "remove it, or write the sign that opens"
        yield RULE.at(passage.at(min(alone), min(alone) + 1), f"“{sign}” {message}", help=help)


def _alone(text: str, opens: str) -> int | None:
    """The first sign of one kind that has no partner.

    The bracket of "a)" closes an open one if there is one, and gives it back to a later bracket
    that has none: "(a) the order, b) the count)" and "(see sign 2)" are both whole.
    """
    signs = [found.start() for found in _SIGNS[opens].finditer(text)]
    may_be_alone = {found.end() - 1 for found in _ENUMERATION.finditer(text)}
    opened: list[int] = []
    lent = 0
    for at in signs:
        if text[at] == opens:
            opened.append(at)
        elif opened:
            opened.pop()
            lent += at in may_be_alone
        elif lent and at not in may_be_alone:
            lent -= 1
        elif at not in may_be_alone:
            return at
    # A quotation of several paragraphs opens at the beginning of each and closes in the last.
    if opened == [0] and opens in "“«":
        return None
    return opened[-1] if opened else None
