"""The markup around words: where it stands in a source, and what is typed for it."""

import re
from collections.abc import Mapping, Sequence

from indictment.absorb.line import Around, Kind, Sign
from indictment.absorb.target import Item

OPENED = re.compile(r"(?:[*_]+|\[)+$")
CLOSED = re.compile(r"(?:[*_]+|\]\{[^{}\n]*\})+")
EMPHASIS: Mapping[str, tuple[str, str]] = {
    "em": ("*", "*"),
    "strong": ("**", "**"),
    "term": ("[", "]{.term}"),
}


def region(signs: Sequence[Sign], source: str) -> tuple[int, int]:
    """Where the words of a line stand, with the markup around the first and the last of them."""
    typed = [sign for sign in signs if sign.begin >= 0]
    if not typed:
        return -1, -1
    first = min(typed, key=lambda sign: sign.begin)
    last = max(typed, key=lambda sign: sign.end)
    begin, end = first.begin, last.end
    if first.around and (opened := OPENED.search(source[max(0, begin - 12) : begin])):
        begin -= len(opened[0])
    if last.around and (closed := CLOSED.match(source, end)):
        end = closed.end()
    return begin, end


def divided(kind: Kind, prefix: str) -> str:
    """What is typed where a paragraph ends and one of a kind begins."""
    match kind:
        case "continuing" if not prefix.strip() and not prefix:
            return "\n\n{.continues}\n"
        case "unnumbered" if not prefix:
            return "\n\n{.unnumbered}\n"
        case "quoted":
            return f"\n{prefix.rstrip()}\n{prefix}"
        case _:
            return f"\n{prefix.rstrip()}\n{prefix}"


def first_sign(items: Sequence[Item], signs: Sequence[Sign], source: str) -> str:
    """The first sign that is typed for `items`; "" where nothing is."""
    for item in items:
        if item.old is not None and signs[item.old].begin >= 0:
            return source[signs[item.old].begin : signs[item.old].begin + 1]
        return item.text
    return ""


def common(first: Sequence[Around], second: Sequence[Around]) -> tuple[Around, ...]:
    """The markup that stands around both."""
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    return tuple(first[:shared])


def emphasis(path: Sequence[Around]) -> frozenset[str]:
    """The emphasis that markup gives."""
    return frozenset(one.kind for one in path if one.kind in EMPHASIS)
