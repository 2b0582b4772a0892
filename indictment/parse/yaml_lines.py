"""Lines of a YAML text that cannot be read as a whole: what can still be seen in them."""

import re

from yaml.error import Mark

ENTRY = re.compile(
    r"(?P<indent>\s*(?:- +)*)(?P<key>[^\s:#\[\]{},\"'&*!|>%@`-][^:#]*?|\"[^\"]*\"|'[^']*')\s*:(?P<value>\s.*|)$"
)
"""A line that gives a key: what stands before it, the key, the value with its leading space."""


def inside(mark: Mark | None, lines: list[str]) -> tuple[int, int]:
    """The mark as indexes of a character in `lines`; at the end of the file the last that is there."""
    if mark is None:
        return 0, 0
    line, column = mark.line, mark.column
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line].strip()):
        line = next((n for n in range(min(line, len(lines) - 1), -1, -1) if lines[n].strip()), 0)
        column = len(lines[line].rstrip())
    return line, min(column, len(lines[line]))


def indent(line: str) -> int:
    """The number of blanks at the beginning of a line."""
    return len(line) - len(line.lstrip())


def short(words: str) -> str:
    """The words, cut after 40 characters."""
    words = words.strip()
    return words if len(words) <= 40 else words[:39] + "…"


def open_quotation(lines: list[str], until: int) -> tuple[int, int] | None:
    """The nearest line up to `until` whose value opens a quotation mark and does not close it."""
    for row in range(until, -1, -1):
        entry = ENTRY.match(lines[row])
        value = entry["value"].strip() if entry else lines[row].strip().removeprefix("- ").strip()
        if value[:1] in ("'", '"') and value.count(value[0]) == 1:
            return row, lines[row].index(value[0], entry.start("value") if entry else 0)
    return None


def open_bracket(lines: list[str], line: int, column: int) -> tuple[int, int] | None:
    """The innermost bracket that is open before a place."""
    depth = 0
    for row in range(line, max(line - 50, -1), -1):
        text = lines[row][:column] if row == line else lines[row]
        for at in range(len(text) - 1, -1, -1):
            depth += (text[at] in "]}") - (text[at] in "[{")
            if depth < 0:
                return row, at
    return None


def quoted(source: str, column: int) -> str:
    """The remedy: quotation marks round the value that begins at `column`, written out if short."""
    value = re.sub(r"\s#.*$", "", source[column:]).strip()
    if open_bracket([source], 0, column):
        value = re.split(r"[,\]}]", value)[0].strip()
    mark = '"' if '"' not in value and "\\" not in value else "'"
    if not value or mark in value or len(value) > 60:
        return "put the whole value in quotation marks"
    return f"put the value in quotation marks: {mark}{value}{mark}"
