"""Where new paragraphs go in the source, and which lines a paragraph holds."""

import re
from dataclasses import dataclass, field

from indictment.absorb.line import Line
from indictment.absorb.writing import Edit

_BLANK = re.compile(r"[>\s]*$")
_NUMBER = re.compile(r"(\d{1,9})[.)]\s")
_MARKER = re.compile(r"(?P<indent>[>\s]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<space>\s+)")


@dataclass(slots=True)
class Source:
    """The text of one file, by lines (from 1)."""

    file: str
    text: str
    lines: list[str] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def start(self, line: int) -> int:
        """Where a line begins."""
        return self.starts[line - 1]

    def end(self, line: int) -> int:
        """Where a line ends, before its line feed."""
        return self.starts[line - 1] + len(self.lines[line - 1])

    def is_blank(self, line: int) -> bool:
        """True for a line without words, and past the last."""
        return line > len(self.lines) or not self.lines[line - 1] or bool(_BLANK.match(self.lines[line - 1]))  # fmt: skip

    def block(self, line: Line) -> str:
        """The lines of a paragraph, with its attribute line."""
        return self.text[self.start(line.held.first) : self.end(line.held.last)]

    def taken_out(self, line: Line) -> Edit:
        """Take out the lines of a paragraph, with the blank ones behind it."""
        first, after = line.held.first, line.held.last + 1
        if line.kind in ("item", "bullet") and not self.is_blank(after):
            return Edit(self.file, self.start(first), self.start(after), "")
        while after <= len(self.lines) and self.is_blank(after):
            after += 1
        if after > len(self.lines):
            while first > 1 and self.is_blank(first - 1):
                first -= 1
            return Edit(self.file, max(self.start(first) - 1, 0), self.end(line.held.last), "")
        if line.kind in ("item", "bullet", "quoted") and not self._goes_on(line, after):
            while first > 1 and self.is_blank(first - 1):
                first -= 1
            return Edit(self.file, max(self.start(first) - 1, 0), self.end(line.held.last), "")
        return Edit(self.file, self.start(first), self.start(after), "")

    def _goes_on(self, line: Line, after: int) -> bool:
        """True where the block that a line stands in goes on at line `after`."""
        if line.kind == "quoted":
            return self.lines[after - 1].lstrip().startswith(">")
        return bool(_MARKER.match(self.lines[after - 1]))

    def first_of_list(self, line: Line, mark: str) -> Edit | None:
        """Give an item the mark of the one that was the first before it."""
        for number in range(line.held.first, line.held.last + 1):
            if found := _MARKER.match(self.lines[number - 1]):
                begin = self.start(number) + found.start("mark")
                old = found["mark"]
                return Edit(self.file, begin, begin + len(old), mark) if old != mark else None
        return None

    def marker(self, line: Line) -> tuple[str, str, str]:
        """What a list's item begins with: indentation, mark, space behind it."""
        for number in range(line.held.first, line.held.last + 1):
            if found := _MARKER.match(self.lines[number - 1]):
                return found["indent"], found["mark"], found["space"]
        return "", "1.", " "


def following(mark: str) -> str:
    """The mark of the item after one with `mark`."""
    digits = mark.rstrip(".)")
    return f"{int(digits) + 1}{mark[len(digits) :]}" if digits.isdigit() else mark


def renumbered(text: str) -> str:
    """`text` with the items of its lists counted on from the first of each."""
    lines = text.split("\n")
    lists: list[tuple[int, int]] = []
    above = ""
    for n, line in enumerate(lines):
        bare = line.lstrip("> ")
        indent = len(line) - len(bare)
        found = _NUMBER.match(bare)
        if not bare:
            above = ""
            continue
        begins = not above or (found is not None and int(found[1]) == 1)
        in_list = any(at == indent for at, _ in lists)
        if found and (in_list or begins):
            while lists and lists[-1][0] > indent:
                lists.pop()
            if lists and lists[-1][0] == indent:
                wanted = lists.pop()[1]
                lines[n] = line[:indent] + str(wanted) + bare[len(found[1]) :]
            else:
                wanted = int(found[1])
            lists.append((indent, wanted + 1))
        elif not above:
            while lists and lists[-1][0] >= indent:
                lists.pop()
        above = bare
    return "\n".join(lines)


def apply(text: str, edits: list[Edit]) -> str:
    """`text` with `edits` made; those at one place in the order given. They do not overlap."""
    ordered = sorted(enumerate(edits), key=lambda each: (each[1].begin, each[1].end, each[0]))
    out: list[str] = []
    at = 0
    taken_out = 0
    for _, edit in ordered:
        begin = edit.begin
        if begin < at:
            # two that only take out what stands between them take out the whole
            if edit.new or begin < taken_out:
                raise Overlap(edit)
            begin = at
        out += [text[at:begin], edit.new]
        at = max(at, edit.end)
        taken_out = at if edit.new else taken_out
    return "".join([*out, text[at:]])


class Overlap(Exception):
    """Two changes of the source are at one place: neither is guessed."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(edit.page)
        self.edit = edit
