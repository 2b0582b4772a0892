"""The text must not have marks of unfinished work.

TODO, TBC, TBD, TBA, FIXME, XXX, ???, blanks ([ ], ____), [●], [insert …] and lorem ipsum stand
for something that was to be written. What is left out of a quotation ([…]) is no such mark.

For example, "On [date] the accused met TBC".

Write what is missing. A note to colleagues goes into a comment, which is printed nowhere:
`<!-- note (Name, date): check the date -->`.
"""

import re
from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Severity, Span
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

# XXX behind one of these words is the Roman numeral thirty.
_UNFINISHED = re.compile(
    r"""\b(?:TODO|TBC|TBD|TBA|TBS|FIXME|XXXX+)\b
      | (?<!Chapter[ \u00a0])(?<!Article[ \u00a0])(?<!Part[ \u00a0])(?<!Annex[ \u00a0])
        (?<!Title[ \u00a0])
        (?<!Book[ \u00a0])(?<!No\.[ \u00a0])(?<!Section[ \u00a0])(?<!vol\.[ \u00a0])\bXXX\b(?![-.])
      | \?\?\?+
      | \[(?:[ \u00a0_•●…]*[_•●][ \u00a0_•●]*|[ \u00a0]*)\]
      | (?<!\w)_{3,}(?!\w)
      | \[(?:insert|to\ be|to\ come|date|name|place|number|amount|add|check)\b
           (?![^\]]*(?:redact|withh|omit|illegib|unclear|delet))[^\]]*\]
      | \blorem\ ipsum\b""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_BE = re.compile(r"TODO|TB[CDAS]|FIXME|XXX|\?\?\?|\[|__|lorem|Lorem|LOREM")
"""One of these stands in every text that has such a mark: looked for first, because it is quick.
It is so only while each of them begins with one sign: not "[Ll]orem".
"""
_CAPITALS = re.compile(r"TODO|TB[CDAS]|FIXME|XXX+", re.IGNORECASE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each mark of unfinished work in the text, the titles and the lists."""
    for passage in passages(indictment):
        for found in _marks(passage.text):
            yield _say(passage.at(found.start(), found.end()), found[0])
    for _, text, span in written.typed(indictment):
        for found in _marks(text):
            one_line = span.line == span.end_line
            shift = span.end_column - span.column - len(text)
            exact = one_line and shift in (0, 2)
            begin = span.column + shift // 2 + found.start()
            place = Span.on_line(span.file, span.line, begin, len(found[0])) if exact else span
            yield _say(place, found[0])


def _marks(text: str) -> Iterator[re.Match[str]]:
    if not _MAY_BE.search(text):
        return
    for found in _UNFINISHED.finditer(text):
        if not _CAPITALS.fullmatch(found[0]) or found[0].isupper():
            yield found


def _say(span: Span, mark: str) -> Diagnostic:
    return RULE.at(
        span,
        f"“{mark}” stands for something that is not written yet",
        help="write what is missing; put a note to colleagues into <!-- note (Name, date): … -->",
    )
