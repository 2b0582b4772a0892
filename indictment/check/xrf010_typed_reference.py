"""A reference to a paragraph, a count or an exhibit should be a label, not a typed number.

Numbers are given when the document is built. A typed "paragraph 12" still says 12 when a
paragraph is inserted before it, and is no link.

For example, "as set out in paragraph 12 above" or "see P004".

Give the paragraph a label and write it: `{#meeting}` on the line above it, and "@meeting" where
it is referred to. Cite an exhibit by its label: [@order-7, p. 3].
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from indictment.check.declare import rule
from indictment.check.passages import OPAQUE, Passage, passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_NUMBERS = (
    r"(?P<number>\d{1,4})(?:\([a-z]+\))*"
    r"(?:(?:[ \u00a0]?[-–,][ \u00a0]?|[ \u00a0](?:to|and|or)[ \u00a0])\d{1,4})*"
)
_PARAGRAPH = re.compile(rf"\b(?:paragraphs?|paras?\.?)[ \u00a0]{_NUMBERS}", re.IGNORECASE)
_COUNT = re.compile(rf"\bCounts?[ \u00a0]{_NUMBERS}")
_LEADS = re.compile(
    r"\b(?:see|in|by|under|facts of)[ \u00a0]$",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"[ \u00a0](?:above|below|hereof|of this indictment|of the indictment)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"[ \u00a0]?(?:,[ \u00a0])?(?:of|to|in)[ \u00a0]|[ \u00a0]?[(,][ \u00a0]?(?:annex|p\.|op\.)",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    r"\b(?:articles?|arts?|sections?|resolutions?|statutes?|charters?|treat(?:y|ies)|conventions?|protocols?|"
    r"declarations?|judge?ments?|decisions?|orders?|decrees?|reports?|codes?|acts?|laws?|rules?|regulations?|"
    r"agreements?|memorand(?:um|a)|directives?|commentary|principles?|annex(?:es)?|letters?|transcripts?|"
    r"opinions?|id|ibid|supra|operative)\b",
    re.IGNORECASE,
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each typed number that points into this indictment."""
    numbers = [
        int(n.printed) for n in indictment.numbered if n.kind == "paragraph" and n.printed.isdigit()
    ]
    last = max(numbers, default=0)
    counts = {one.number for group in indictment.counts for one in group.charged}
    marks = {row.mark: row.label for row in indictment.exhibits if len(row.mark) > 2}
    starts = _one_of(tuple({mark[:2] for mark in marks}))
    for passage in passages(indictment):
        if passage.kind == "quotation":
            continue
        # The patterns are slow, and of most passages one word shows that they match nothing.
        text = passage.text
        for found in _PARAGRAPH.finditer(text) if "para" in text.lower() else ():
            if int(found["number"]) <= last and _is_ours(text, found):
                yield _say(passage, found, "write the paragraph's label: @label")
        for found in _COUNT.finditer(text) if "Count" in text else ():
            if found["number"] in counts and not _ELSEWHERE.match(text, found.end()):
                yield _say(passage, found, "write the count's label: @label")
        for found in _whole(tuple(marks)).finditer(text) if starts.search(text) else ():
            label = marks[found[0]]
            yield _say(passage, found, f"cite the exhibit by its label: [@{label}, p. …]")


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or "(?!)")  # of none: nothing


@lru_cache(maxsize=2)
def _whole(marks: tuple[str, ...]) -> re.Pattern[str]:
    """One of the marks that is not a part of a longer one. Made when it is wanted: of a thousand marks it takes long."""
    return re.compile(rf"(?<![\w/-])(?:{_one_of(marks).pattern})(?![\w/-])")


def _is_ours(text: str, found: re.Match[str]) -> bool:
    """True where the words around the number leave no doubt that this indictment is meant."""
    if _HERE.match(text, found.end()):
        return True
    # "Resolution 7 was adopted. In paragraph 2 the Council …": the instrument may stand before.
    before = ". ".join(text[: found.start()].rsplit(". ", 2)[-2:])
    if _ELSEWHERE.match(text, found.end()) or _INSTRUMENT.search(before) or OPAQUE in before[-3:]:
        return False
    return bool(_LEADS.search(text[: found.start()]))


def _say(passage: Passage, found: re.Match[str], help: str) -> Diagnostic:
    return RULE.at(
        passage.at(found.start(), found.end()),
        f"“{' '.join(found[0].split())}” is typed by hand and will not follow when numbers change",
        help=help,
    )
