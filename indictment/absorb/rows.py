"""Tables: which row is which, and what changes in the cells, the rows of Markdown and of CSV files."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indictment.absorb.cells import quoted
from indictment.absorb.changing import Expected, Unit, as_it_was
from indictment.absorb.escaping import Hand, hand_of
from indictment.absorb.line import Line
from indictment.absorb.pairing import Entry
from indictment.absorb.seen import note_words, seen, text, with_notes
from indictment.absorb.source_map import plain
from indictment.absorb.target import Lost, Target, told
from indictment.absorb.tokens import alike, hunks, words
from indictment.absorb.writing import Edit, Writer
from indictment.model.word import WordParagraph
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.absorb.absorbing import Absorbing


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the positions of its paragraphs, by column."""

    cells: tuple[tuple[int, ...], ...]
    key: str

    @property
    def at(self) -> int:
        """The position of its first paragraph."""
        return self.cells[0][0]


def rows_of(entry: Entry, paragraphs: Sequence[WordParagraph]) -> list[Row]:
    """The rows of a table."""
    found: dict[int, dict[int, list[int]]] = {}
    for at in entry.paragraphs:
        cell = paragraphs[at].cell
        assert cell is not None
        found.setdefault(cell.row, {}).setdefault(cell.column, []).append(at)
    out = []
    for columns in found.values():
        cells = tuple(tuple(columns[n]) for n in sorted(columns))
        key = " | ".join(" ".join(plain(text(paragraphs[at])) for at in cell) for cell in cells)
        out.append(Row(cells, key))
    return out


def paired(work: "Absorbing", old: Entry, new: Entry, *, moved: bool) -> None:
    """The cells and rows of a table that is there still."""
    before = rows_of(old, work.base.document.paragraphs) if old.is_table else []
    after = rows_of(new, work.view.paragraphs) if new.is_table else []
    lines = [line for at in old.paragraphs if (line := work.base.lines[at]) is not None]
    if not before or not after or moved:
        work.lose(Lost("structure", old.key.replace("\n", " | "), new.key.replace("\n", " | "), "table"))  # fmt: skip
        work.stays += [Expected(as_it_was(work.comparing, line), "cell") for line in lines]
        return
    bound = _bound(before, after)
    taken = set(bound.values())
    last: Row | None = None
    for n, row in enumerate(after):
        at = bound.get(n)
        if at is None:
            if not work.is_held_back(("new", row.at), "", row.key):
                _new_row(work, row, last, before)
            continue
        _cells(work, before[at], row)
        last = before[at]
    for at, row in enumerate(before):
        if at not in taken:
            _row_gone(work, row)
    if lines:
        work.fresh.after(lines[-1])
    else:
        work.fresh.computed()


def gone(work: "Absorbing", entry: Entry) -> None:
    """A table that was taken out."""
    lines = [line for at in entry.paragraphs if (line := work.base.lines[at]) is not None]
    if not lines or lines[0].page != lines[0].span.file:
        work.lose(Lost("structure", entry.key.replace("\n", " | "), "", "table"))
        work.stays += [Expected(as_it_was(work.comparing, line), "cell") for line in lines]
        return
    words = entry.key.replace("\n", " | ")
    if work.is_held_back(("old", entry.paragraphs[0]), words, "", lines[0]):
        work.stays += [Expected(as_it_was(work.comparing, line), "cell") for line in lines]
        return
    source = work.source(lines[0].page)
    held = lines[0].held
    whole = replace(lines[0], held=replace(held, first=lines[0].span.line, last=held.whole))
    work.edits.append(source.taken_out(whole))


def _bound(before: Sequence[Row], after: Sequence[Row]) -> dict[int, int]:
    out: dict[int, int] = {}
    gap_old, gap_new = [], []
    for same, i, j, k, n in hunks([row.key for row in before], [row.key for row in after]):
        if same:
            out.update({k + step: i + step for step in range(j - i)})
            continue
        gap_old, gap_new = list(range(i, j)), list(range(k, n))
        taken: set[int] = set()
        for there in gap_new:
            mine = words(after[there].key)
            scored = [
                (alike(words(before[at].key), mine), -at) for at in gap_old if at not in taken
            ]
            best = max(scored, default=(0.0, 0))
            if best[0] >= 0.5 or (len(gap_old) == len(gap_new) and scored and best[0] > 0.2):
                out[there] = -best[1]
                taken.update(range(-best[1] + 1))
    return out


def _cells(work: "Absorbing", old: Row, new: Row) -> None:
    if len(old.cells) != len(new.cells):
        work.lose(Lost("structure", old.key, new.key, "columns"))
        for cell in old.cells:
            for at in cell:
                if (line := work.base.lines[at]) is not None:
                    work.stays.append(Expected(as_it_was(work.comparing, line), "cell"))
        return
    for was, now in zip(old.cells, new.cells, strict=True):
        line = work.base.lines[was[0]]
        shown = [work.view.paragraphs[at] for at in now]
        if line is None:
            mine = [work.base.document.paragraphs[at] for at in was]
            before = "\n".join(with_notes(work.base.document, p) for p in mine)
            after = "\n".join(with_notes(work.view, p) for p in shown)
            if _unfielded(mine) != _unfielded(shown) or [
                note_words(work.base.document, p) for p in mine
            ] != [note_words(work.view, p) for p in shown]:
                work.lose(Lost("computed", before, after))
            continue
        filled = [p for p in shown if text(p)]
        if len(filled) > 1:
            work.lose(Lost("structure", line.text, "\n".join(text(p) for p in shown), "cell", line.page))  # fmt: skip
            work.stays.append(Expected(as_it_was(work.comparing, line), "cell"))
            continue
        work.held[now[0]] = line
        target = work.comparing.target(line, seen(filled or shown[:1]))
        unit: Unit = ("old", was[0])
        if not target.is_kept and work.is_held_back(unit, told(line), target.told, line):
            work.stays.append(Expected(as_it_was(work.comparing, line), "cell"))
            continue
        edit, more = work.written(line, target)
        work.edits += more
        if edit is not None:
            work.edits.append(edit)
        if target.items or line.page != line.span.file:
            work.expected.append(Expected(target, "cell", unit=unit))


def _unfielded(paragraphs: Sequence[WordParagraph]) -> list[str]:
    return [
        plain("".join(run.text for run in p.runs if not run.computed)).strip() for p in paragraphs
    ]


def _new_row(work: "Absorbing", row: Row, last: Row | None, before: Sequence[Row]) -> None:
    beside = _line_of(work, last)
    shape = next((r for r in before if r.key and _line_of(work, r) is not None), None)
    if beside is None or shape is None or len(row.cells) != len(shape.cells):
        work.lose(Lost("structure", "", row.key, "row"))
        return
    targets: list[Target] = []
    for cell in row.cells:
        shown = [work.view.paragraphs[at] for at in cell if text(work.view.paragraphs[at])]
        if len(shown) > 1:
            work.lose(Lost("structure", "", row.key, "row"))
            return
        targets.append(work.comparing.fresh(seen(shown)))
    file = beside.span.file
    is_csv = beside.page != file
    source = work.source(beside.page) if not is_csv else None
    if source is not None:
        hand = Hand(hand_of(source.text).straight, in_cell=True)
        writer = Writer(file, source.text, hand, work.base.printed.pages)
        made = "\n| " + " | ".join(writer.fresh(t) for t in targets) + " |"
        at = beside.span.line + (1 if beside.cell is not None and beside.cell.row == 0 else 0)
        work.edits.append(Edit(file, source.end(at), source.end(at), made))
        unit: Unit = ("new", row.at)
        work.expected += [Expected(t, "cell", unit=unit) for t in targets if t.items]
        return
    _new_csv_row(work, beside, targets, row)


def _new_csv_row(work: "Absorbing", beside: Line, targets: Sequence[Target], row: Row) -> None:
    cells = work.base.printed.cells
    file = cells.pages[beside.page].file
    names, keys = cells.names[file], cells.keys[file]
    own = targets[len(targets) - len(keys) :]
    source = work.source(file)
    hand = Hand(hand_of(source.text).straight)
    writer = Writer(file, source.text, hand, work.base.printed.pages)
    values = {key: quoted(writer.fresh(t)) for key, t in zip(keys, own, strict=True)}
    made = "\n" + ",".join(values.get(name, "") for name in names)
    at = source.end(beside.span.end_line)
    work.edits.append(Edit(file, at, at, made))
    work.expected += [Expected(target, "cell", unit=("new", row.at)) for target in own]


def _row_gone(work: "Absorbing", row: Row) -> None:
    line = _line_of(work, row)
    if line is None or line.cell is None or line.cell.row == 0:
        work.lose(Lost("structure", row.key, "", "row"))
        lines = [known for c in row.cells for at in c if (known := work.base.lines[at]) is not None]
        work.stays += [Expected(as_it_was(work.comparing, known), "cell") for known in lines]
        return
    if work.is_held_back(("old", row.at), row.key, "", line):
        lines = [known for c in row.cells for at in c if (known := work.base.lines[at]) is not None]
        work.stays += [Expected(as_it_was(work.comparing, known), "cell") for known in lines]
        return
    cell = work.base.printed.cells.pages.get(line.page)
    source = work.source(cell.file if cell else line.page)
    first, last = line.span.line, line.span.end_line
    begin, end = source.start(first), source.end(last)
    if last < len(source.lines):
        end += 1
    else:
        begin = max(begin - 1, 0)
    work.edits.append(Edit(source.file, begin, end, ""))


def _line_of(work: "Absorbing", row: Row | None) -> Line | None:
    if row is None:
        return None
    found = [line for cell in row.cells for at in cell if (line := work.base.lines[at]) is not None]
    return found[0] if found else None
