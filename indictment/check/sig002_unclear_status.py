"""An instrument that is not filed must say so.

Whoever finds a page of it must see whether a court has it. The status stands in the foot of each page: draft, for
sign-off, model (not filed), filed. Where it says neither, the notice on the title page must; and the two must not
contradict one another.

For example, `status: for the partners`, or `status: filed` beside a notice that begins "This is a model".

Write a status that says whether the instrument is filed.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.pleaded import is_english
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_NOT_FILED = re.compile(
    r"\b(?:draft|model|example|exercise|specimen|moot|unfiled|proposed|provisional|unsigned|not\s+(?:yet\s+)?filed|"
    r"sign-?\s?off|(?:for|under|in)\s+(?:review|approval|signature|comment|discussion)|invented|before\s+filing|"
    r"to\s+be\s+filed|work\s+in\s+progress|filed\s+with\s+no\s+court)\b",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?<!not )(?<!not yet )(?<!un)(?<!be )(?<!before )\b(?:filed|lodged|confirmed|preferred|served|returned|submitted|"
    r"corrected|redacted|sealed|in\s+force|operative|withdrawn|superseded)\b(?!\s+with\s+no)",
    re.IGNORECASE,
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """A status that does not say whether the instrument is filed, or that the notice contradicts."""
    caption = indictment.matter.caption
    if not is_english(indictment):
        return
    says_filed = bool(_FILED.search(caption.status)) and not _NOT_FILED.search(caption.status)
    said = re.search(
        r"\b(?:this|it)\s+(?:matter\s+|document\s+|indictment\s+|instrument\s+)?is\s+(?:an?\s+|only\s+)*"
        r"(?:draft|model|example|exercise|not\s+filed|filed\s+with\s+no)",
        caption.notice.replace("*", ""),
        re.IGNORECASE,
    )
    if says_filed and said:
        yield RULE.at(
            caption.at("status"),
            f"the status says “{caption.status}”, and the notice says “{said[0]}”",
            help="correct the one that is wrong",
        )
    elif not (says_filed or _NOT_FILED.search(caption.status) or _NOT_FILED.search(caption.notice)):
        yield RULE.at(
            caption.at("status"),
            f"the status “{caption.status}” does not say whether the instrument is filed",
            help="write draft, for sign-off, model (not filed) or filed",
        )
