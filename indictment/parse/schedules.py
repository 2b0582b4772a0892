"""schedules/NAME.csv and NAME.yaml -> Schedule, each cell with its span."""

import csv
import io
from collections.abc import Iterable, Iterator

from indictment.diagnostics import Span
from indictment.model.annexes import ScheduleFile
from indictment.model.matter import Schedule, ScheduleRow
from indictment.model.prose import Prose, ProseCell
from indictment.parse import matter_rules, prose
from indictment.parse.attributes import LABEL, LABEL_FORM
from indictment.parse.reading import Reader, label_of


def read(reader: Reader, files: Iterable[str]) -> Iterator[Schedule]:
    """The schedules of a matter, in the order of their files."""
    listed = set(files)
    names = sorted(
        path.rsplit(".", 1)[0]
        for path in listed
        if path.startswith("schedules/") and path.count("/") == 1 and path.endswith(".yaml")
    )
    for table in sorted(p for p in listed if p.startswith("schedules/") and p.endswith(".csv")):
        if table.removesuffix(".csv") not in names:
            form = table.removesuffix(".csv") + ".yaml"
            reader.diagnostics.append(
                matter_rules.SCHEDULE.at(
                    Span(table),
                    f"there is no {form} that says how this table is printed",
                    help=f"add {form} with a title and the columns",
                )
            )
    for name in names:
        head = reader.yaml(ScheduleFile, f"{name}.yaml")
        label = label_of(f"{name}.yaml")
        if head is None:
            reader.unread.add(label)
            continue
        if f"{name}.csv" not in listed:
            reader.diagnostics.append(
                matter_rules.SCHEDULE.at(
                    Span(f"{name}.yaml"),
                    f"there is no {name}.csv with the rows of this schedule",
                    help=f"add {name}.csv; its first line names the columns",
                )
            )
            reader.unread.add(label)
            continue
        rows = tuple(_rows(reader, head, f"{name}.csv"))
        note = reader.passage(head.note, head.at("note")) if head.note else Prose(head.file)
        yield Schedule(head.id or label, head, rows, note)


def _rows(reader: Reader, head: ScheduleFile, path: str) -> Iterator[ScheduleRow]:
    text = reader.text(path)
    if text is None:
        return
    lines = text.split("\n")
    table = csv.reader(io.StringIO(text), strict=True)
    names: list[str] = []
    begin = 0
    try:
        for cells in table:
            first, begin = begin, table.line_num
            if not any(cell.strip() for cell in cells):
                continue
            span = Span(path, first + 1, 1, begin, len(lines[begin - 1]) + 1)
            if not names:
                names = [cell.strip() for cell in cells]
                if not _has_columns(reader, head, names, span):
                    return
                continue
            if len(cells) != len(names):
                reader.diagnostics.append(
                    matter_rules.SCHEDULE.at(
                        span,
                        f"this row has {len(cells)} cells, but the first line names {len(names)} columns",
                        help="put a cell that holds a comma in straight double quotation marks, or add the missing commas",
                    )
                )
                continue
            yield _row(reader, head, dict(zip(names, cells, strict=True)), span, lines)
    except csv.Error as error:
        span = Span(path, table.line_num, 1, table.line_num, 2)
        reader.diagnostics.append(
            matter_rules.SCHEDULE.at(
                span,
                f"this line cannot be read as a row of a table ({error})",
                help="close each straight double quotation mark, and double it inside a cell",
            )
        )


def _has_columns(reader: Reader, head: ScheduleFile, names: list[str], span: Span) -> bool:
    wanted: list[tuple[tuple[str | int, ...], str]] = [
        (("columns", n, "key"), column.key) for n, column in enumerate(head.columns)
    ]
    if head.label:
        wanted.append((("label",), head.label))
    missing = [(path, key) for path, key in wanted if key not in names]
    for path, key in missing:
        reader.diagnostics.append(
            matter_rules.SCHEDULE.at(
                head.at(*path),
                f"the table has no column “{key}”",
                help=f"write one of: {', '.join(names)}",
            )
        )
    return not missing


def _row(
    reader: Reader, head: ScheduleFile, cells: dict[str, str], span: Span, lines: list[str]
) -> ScheduleRow:
    found: list[ProseCell] = []
    for column in head.columns:
        text = " ".join(cells[column.key].split())
        where = _place(text, span, lines)
        content = prose.inline(text, where.file, where.line, where.column)
        reader.diagnostics.extend(content.diagnostics)
        found.append(ProseCell(content.value or (), where))
    label = cells[head.label].strip() if head.label else ""
    label_span = _place(label, span, lines) if label else None
    if label and (not LABEL.fullmatch(label) or len(label) > 35):
        reader.diagnostics.append(
            matter_rules.SCHEDULE.at(
                label_span or span, f"“{label}” cannot be a label", help=LABEL_FORM
            )
        )
        label = ""
    return ScheduleRow(label or None, label_span, tuple(found), span)


def _place(text: str, row: Span, lines: list[str]) -> Span:
    """Where a cell's text stands in the row's lines; the row's beginning where quoting hides it."""
    for line in range(row.line, row.end_line + 1):
        column = lines[line - 1].find(text) if text else -1
        if column >= 0:
            return Span.on_line(row.file, line, column + 1, len(text))
    return Span.on_line(row.file, row.line, 1, max(len(lines[row.line - 1]), 1))
