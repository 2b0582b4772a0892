"""Offsets in a block's content -> spans in the source file."""

from bisect import bisect_right

from indictment.diagnostics import Span


class Positions:
    """Where the characters of one block's content stand in its file.

    `content` has the block's lines joined by line feeds, without the indentation and marks that
    the block parser removed; `first` is the index in `lines` of the content's first line;
    `offset` is added to line indexes to give line numbers of the file.
    """

    def __init__(self, file: str, lines: list[str], offset: int, first: int, content: str) -> None:
        self._file = file
        self._starts = [0]
        self._places: list[tuple[int, int]] = []
        for step, line in enumerate(content.split("\n")):
            source = lines[first + step] if first + step < len(lines) else ""
            self._starts.append(self._starts[-1] + len(line) + 1)
            self._places.append((first + step + offset, _column(source, line)))

    def point(self, at: int) -> tuple[int, int]:
        """Line and column (from 1) of the character at offset `at`."""
        if len(self._places) == 1:
            line, column = self._places[0]
            return line, column + at
        row = min(bisect_right(self._starts, at) - 1, len(self._places) - 1)
        line, column = self._places[row]
        return line, column + at - self._starts[row]

    def span(self, at: int, end: int) -> Span:
        """The span of `content[at:end]`."""
        if len(self._places) == 1:  # mostly: a paragraph is written on one line
            line, column = self._places[0]
            return Span(self._file, line, column + at, line, column + end)
        return Span(self._file, *self.point(at), *self.point(end))


class CellPositions(Positions):
    """Where the characters of a table's cell stand: on one line, from a known column.

    A bar in a cell is typed with a backslash, which `content` does not have.
    """

    def __init__(self, file: str, line: int, column: int, content: str) -> None:
        self._file = file
        self._starts = [0, len(content) + 1]
        self._places = [(line, column)]
        self._content = content

    def point(self, at: int) -> tuple[int, int]:
        """Line and column (from 1) of the character at offset `at`; of a bar, that of its backslash."""
        line, column = super().point(at)
        return line, column + self._content.count("|", 0, at)

    def span(self, at: int, end: int) -> Span:
        """The span of `content[at:end]`."""
        return Span(self._file, *self.point(at), *self.point(end))


def _column(source: str, line: str) -> int:
    """The column (from 1) at which `line` begins in `source`, whose left part was removed."""
    if source.endswith(line):
        return len(source) - len(line) + 1
    bare = line.rstrip()
    if bare and source.rstrip().endswith(bare):
        return len(source.rstrip()) - len(bare) + 1
    return max(source.find(bare), 0) + 1
