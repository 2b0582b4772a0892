"""The cells of schedules: a row of a CSV file -> its cells as text, and back."""

import re
from collections.abc import Callable

from indictment.diagnostics import Span
from indictment.model.matter import Matter
from indictment.value import dataclass

_FIELD = re.compile(r'(?:^|(?<=,))(?:"((?:[^"]|"")*)"|([^,"\n]*))(?=,|$)')


@dataclass(frozen=True, slots=True)
class CsvCell:
    """A cell: `text` is what it says, `begin` to `end` where it stands in the file's text."""

    page: str
    file: str
    text: str
    begin: int
    end: int
    offsets: Callable[[Span], tuple[int, int]]


class Cells:
    """The cells of all schedules, by label of the schedule, row and column (from 0)."""

    def __init__(self, matter: Matter) -> None:
        self._cells: dict[tuple[str, int, int], CsvCell] = {}
        self._columns: dict[str, int] = {}
        self.pages: dict[str, CsvCell] = {}
        self.names: dict[str, list[str]] = {}
        """The columns of each file, in its order."""
        self.keys: dict[str, list[str]] = {}
        """The columns of each file that are printed, in their order."""
        for schedule in matter.schedules:
            head = schedule.head
            label = head.id or schedule.label
            self._columns[label] = len(head.columns)
            file = head.file.removesuffix(".yaml") + ".csv"
            lines = matter.texts.get(file, ())
            named = next((line for line in lines if line.replace(",", "").strip()), "")
            names = [text.strip() for text, _, _ in fields(named)]
            self.names[file] = names
            self.keys[file] = [column.key for column in head.columns]
            starts = [0]
            for line in lines:
                starts.append(starts[-1] + len(line) + 1)
            for n, row in enumerate(schedule.rows):
                begin = starts[row.span.line - 1]
                source = "\n".join(lines[row.span.line - 1 : row.span.end_line])
                found = fields(source)
                if len(found) != len(names):
                    continue
                for m, column in enumerate(head.columns):
                    text, first, last = found[names.index(column.key)]
                    page = f"{file}:{row.span.line}:{m}"
                    self.pages[page] = self._cells[label, n, m] = CsvCell(
                        page, file, " ".join(text.split()), begin + first, begin + last,
                        _offsets(row.cells[m].span),
                    )  # fmt: skip

    def columns(self, label: str) -> int:
        """How many columns of a schedule are printed, but for the number of its rows."""
        return self._columns.get(label, 0)

    def of(self, label: str, row: int, column: int) -> CsvCell | None:
        """A cell; None where it cannot be told from the file."""
        return self._cells.get((label, row, column))


def fields(row: str) -> list[tuple[str, int, int]]:
    """What each field of a row says, and where it stands in it, with its quotation marks."""
    found: list[tuple[str, int, int]] = []
    for match in _FIELD.finditer(row):
        quoted, bare = match[1], match[2]
        text = quoted.replace('""', '"') if quoted is not None else bare
        found.append((text, match.start(), match.end()))
    return found


def quoted(text: str, like: str = "") -> str:
    """`text` as a field; in quotation marks where it needs them, or where `like` has them."""
    if like.startswith('"') or any(sign in text for sign in ',"\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def _offsets(cell: Span) -> Callable[[Span], tuple[int, int]]:
    def offsets(span: Span) -> tuple[int, int]:
        return span.column - cell.column, span.end_column - cell.column

    return offsets
