"""Lines of a YAML text that cannot be read as a whole: what can still be seen in them."""

import re

from yaml.error import Mark, MarkedYAMLError

from indictment.diagnostics import Diagnostic, Span
from indictment.parse import rules
from indictment.value import dataclass

Said = tuple[Diagnostic, list[int]]
"""A diagnostic, and the indexes of the lines that cannot be read."""

ENTRY = re.compile(
    r"(?P<indent>\s*(?:- +)*)"
    r"(?P<key>[^\s:#\[\]{},\"'&*!|>%@`-][^:#]*?|\"[^\"]*\"|'[^']*')\s*:(?P<value>\s.*|)$"
)
"""A line that gives a key: what stands before it, the key, the value with its leading space."""


def inside(mark: Mark | None, lines: list[str]) -> tuple[int, int]:
    """The mark as indexes of a character in `lines`; behind the end, of the last there is."""
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


@dataclass(frozen=True, slots=True)
class Case:
    """What libyaml says, where it noticed it (`line`, `column`), where that began (`row`, `begin`).

    All four are indexes.
    """

    lines: list[str]
    file: str
    first_line: int
    problem: str
    context: str
    line: int
    column: int
    row: int
    begin: int

    @staticmethod
    def of(fault: MarkedYAMLError, lines: list[str], file: str, first_line: int) -> "Case":
        """The case of one of libyaml's errors."""
        mark = fault.problem_mark or fault.context_mark
        line, column = inside(mark, lines)
        row, begin = inside(fault.context_mark, lines) if fault.context_mark else (line, column)
        return Case(
            lines,
            file,
            first_line,
            str(fault.problem or ""),
            str(fault.context or ""),
            line,
            column,
            row,
            begin,
        )

    @property
    def source(self) -> str:
        """The line on which the fault was noticed."""
        return self.lines[self.line]

    @property
    def sign(self) -> str:
        """The sign at which the fault was noticed."""
        return self.source[self.column : self.column + 1]

    def at(
        self, row: int, begin: int, length: int, message: str, help: str, label: str = ""
    ) -> Diagnostic:
        """The diagnostic at `length` signs of line `row` from `begin` on."""
        begin = min(begin, max(len(self.lines[row]) - 1, 0))
        span = Span.on_line(self.file, row + self.first_line, begin + 1, max(length, 1))
        return rules.UNREADABLE_YAML.at(span, message, help=help, label=label)

    def whole_line(self, row: int, message: str, help: str) -> Diagnostic:
        """The diagnostic at all words of a line."""
        source = self.lines[row]
        return self.at(row, len(source) - len(source.lstrip()), len(source.strip()), message, help)

    def block(self, row: int) -> list[int]:
        """The line and the lines below it that are indented further."""
        first = indent(self.lines[row])
        end = row + 1
        while end < len(self.lines) and (
            not self.lines[end].strip() or indent(self.lines[end]) > first
        ):
            end += 1
        return list(range(row, end))
