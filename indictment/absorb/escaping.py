"""Words -> Markdown that prints as these words."""

import re

from indictment.absorb.source_map import plain
from indictment.value import dataclass

_OPENERS = " \t\n([{\"'“”„«‘’‹—–-/*_>"
_OPEN_AFTER = set(" \t\n\u00a0([{“‘«„—–-/")
_LINE_START = re.compile(r"(?P<lead>[>\s]*)(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+*](?:\s|$)|#{1,6}|>|\||\{|=+\s*$|-{2,}\s*$|~{3}|<!--))")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hand:
    """How a file is typed: with straight or curled quotation marks; and where words are to stand."""

    straight: bool = True
    in_note: bool = False
    in_citation: bool = False
    in_cell: bool = False


def hand_of(source: str) -> Hand:
    """How `source` is typed: straight where it has more straight quotation marks than curled ones."""
    curled = sum(source.count(sign) for sign in "“”‘’")
    straight = source.count('"') + source.count("'")
    return Hand(straight=straight >= curled)


def escaped(text: str, before: str, after: str, hand: Hand) -> str:
    """`text` as it is typed between the signs `before` and `after` ("" where a line begins or ends)."""
    out: list[str] = []
    printed = before
    for at, sign in enumerate(text):
        following = text[at + 1] if at + 1 < len(text) else after
        out.append(_escaped(sign, printed, following, hand))
        printed = sign
    return "".join(out)


def _escaped(sign: str, before: str, after: str, hand: Hand) -> str:
    if sign in "“”‘’" and hand.straight:
        bare = plain(sign)
        return bare if _curled(bare, before, after) == sign else sign
    if sign == "\\":
        return "\\\\"
    if sign in "*`":
        return f"\\{sign}"
    if sign == "_":
        return sign if before.isalnum() and after.isalnum() else f"\\{sign}"
    if sign in "[]":
        is_markup = hand.in_note or after in ("{", "(", "^") or before == "^"
        return f"\\{sign}" if is_markup else sign
    if sign == "@":
        opens = not before or before in _OPENERS or before.isspace()
        return f"\\{sign}" if opens and (after.isalpha() or after == "{") else sign
    if sign == "<":
        return f"\\{sign}" if after.isalpha() or (after in ("/", "!", "?") and after) else sign
    if sign == "&":
        return f"\\{sign}" if after.isalnum() or after == "#" else sign
    if sign == "~":
        return f"\\{sign}" if "~" in (before, after) else sign
    if sign == "{":
        return f"\\{sign}"
    if sign == "!" and after == "[":
        return f"\\{sign}"
    if sign == "|" and hand.in_cell:
        return f"\\{sign}"
    if sign == ";" and hand.in_citation:
        return f"\\{sign}"
    return sign


def _curled(sign: str, before: str, after: str) -> str:
    """What a straight quotation mark is printed as at its place."""
    opens = not before or before in _OPEN_AFTER
    if sign == '"':
        return "“" if opens else "”"
    return "‘" if opens and not after.isdigit() else "’"


def line_start(line: str) -> str:
    """`line` with a backslash where it would begin a list, a heading, a quotation or a table."""
    found = _LINE_START.match(line)
    if not found:
        return line
    if found["number"] is not None:
        at = found.end()
        return f"{line[:at]}\\{line[at:]}"
    at = found.end("lead")
    return f"{line[:at]}\\{line[at:]}"
