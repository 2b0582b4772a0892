"""Comments -> allowances; colleagues' notes are read over."""

import re
from collections.abc import Sequence

from indictment.diagnostics import Diagnostic, Span
from indictment.model.prose import Allowance
from indictment.parse import prose_rules

_TOOL = re.compile(r"\s*indict\s*:\s*(?P<rest>.*)$", re.DOTALL)
_ALLOW = re.compile(r"allow\s+(?P<code>[A-Z]{3}\d{3})\s*:\s*(?P<reason>\S.*?)\s*$", re.DOTALL)


def allowances(
    comments: Sequence[tuple[str, Span]], blocks: Sequence[Span]
) -> tuple[list[Allowance], list[Diagnostic]]:
    """The allowances among `comments` (text without its marks, span). An allowance covers the
    block it stands in, else the next block below it.
    """
    found: list[Allowance] = []
    faults: list[Diagnostic] = []
    for text, span in comments:
        tool = _TOOL.match(text)
        if not tool:
            continue
        allow = _ALLOW.match(tool["rest"])
        if not allow:
            faults.append(
                prose_rules.COMMENT.at(
                    span,
                    "this comment for the tool is not understood",
                    help="write <!-- indict: allow CIT004: the reason -->, with the rule's code and a reason",
                )
            )
            continue
        covers = next((b for b in blocks if b.covers(span)), None) or next(
            (b for b in blocks if (b.line, b.column) >= (span.line, span.column)), span
        )
        reason = " ".join(allow["reason"].split())
        found.append(Allowance(allow["code"], reason, span, covers))
    return found, faults
