"""Numbers that Word cannot count to, such as 32A between 32 and 33 -> lists of one paragraph each.

The number stands as it is in the text of a level (ISO/IEC 29500-1, 17.9.11) without a sign for a
count, so Word prints it as the number of the paragraph, and a field REF yields it. The list of all
paragraphs does not know of it: it goes on behind with 33.
"""

import re
from copy import deepcopy

from indictment.render.word.xml import Element, W, child

LONG = 6
"""Signs of a number that may be wider than its column: 132AA."""
_SUFFIXED = re.compile(r"\D*(?P<whole>\d+)(?:\.\d+|[A-Z]+)+\W*")


def follows(text: str, count: int) -> bool:
    """True where `text` adds to the whole number that was counted last (32A behind 32), or to 0."""
    found = _SUFFIXED.fullmatch(text)
    return found is not None and int(found["whole"]) in (0, count)


class Suffixed:
    """Makes these lists; `lists` is the root of numbering.xml, `abstract` the list of all paragraphs."""

    def __init__(self, lists: Element, abstract: Element) -> None:
        self._lists = lists
        self._abstract = abstract

    def number(self, text: str) -> int:
        """The `w:numId` of a list that prints `text` before its one paragraph."""
        known = list(self._lists.iter(f"{W}abstractNum"))
        number = 1 + max(int(one.get(f"{W}abstractNumId") or 0) for one in known)
        made = deepcopy(self._abstract)
        made.set(f"{W}abstractNumId", str(number))
        for name in ("nsid", "tmpl"):
            for identity in list(made.iter(W + name)):
                made.remove(identity)
        for kind in made.iter(f"{W}multiLevelType"):
            kind.set(f"{W}val", "singleLevel")
        for level in list(made.iter(f"{W}lvl")):
            if level.get(f"{W}ilvl") == "0":
                _print(level, text)
            else:
                made.remove(level)
        known[-1].addnext(made)
        used = 1 + max(int(one.get(f"{W}numId") or 0) for one in self._lists.iter(f"{W}num"))
        child(child(self._lists, "num", numId=used), "abstractNumId", val=number)
        return used


def _print(level: Element, text: str) -> None:
    # a style is tied to one list only: that of all paragraphs
    for tie in list(level.iter(f"{W}pStyle")):
        level.remove(tie)
    for shape in level.iter(f"{W}lvlText"):
        shape.set(f"{W}val", text)
    if len(text) >= LONG:
        # a number wider than its column: its line begins behind it, not at the next tab stop
        for behind in level.iter(f"{W}suff"):
            behind.set(f"{W}val", "space")
