"""Redline -> schedule.xlsx: the schedule of amendments as sheets that a lawyer sorts and fills in."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from indictment.model.redline import Change, Redline
from indictment.render.redline.excerpt import Shown, excerpt, whole
from indictment.render.redline.schedule import (
    Line,
    Schedule,
    cited_at,
    evidence_of,
    schedule,
)

_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet takes for the beginning of a formula, also in full width."""
_LONGEST = 32_000
"""Letters: Excel holds 32,767 in a cell."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_A4 = 9
_EARLIEST = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook's dates have no zone
_KINDS = {
    "inserted": "new",
    "deleted": "withdrawn",
    "changed": "reworded",
    "moved": "moved",
    "split": "divided",
    "joined": "joined",
    "formatting": "emphasis only",
    "computed": "follows from another change",
}

Column = tuple[str, int]
"""A heading and a width in letters."""

AMENDMENTS: tuple[Column, ...] = (
    ("Possible new charge", 10), ("Count", 18), ("Accused", 18), ("Kind", 11), ("Subject", 13),
    ("Amendment", 46), ("Before", 22), ("Now", 22), ("Paragraphs", 13), ("Why flagged; what to know", 34),
)  # fmt: skip
CHANGES: tuple[Column, ...] = (
    ("No.", 6), ("Old ¶", 8), ("New ¶", 8), ("Kind", 16), ("Text", 74), ("Author", 16), ("Date", 11),
    ("Reason", 24), ("Evidence", 16), ("Label", 14), ("File", 22), ("Line", 6),
)  # fmt: skip
CONCORDANCE: tuple[Column, ...] = (
    ("What is numbered", 20),
    ("Old", 12),
    ("New", 12),
    ("Moved", 8),
    ("Label", 36),
)
LOST: tuple[Column, ...] = (("Old ¶", 10), ("New ¶", 10), ("Label", 36), ("Cited before", 60))


def workbook(redline: Redline) -> bytes:
    """The workbook: the same bytes for the same redline."""
    import xlsxwriter

    made = schedule(redline)
    stream = io.BytesIO()
    # what begins like a formula, an address or a number stays the text that it is
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    book = xlsxwriter.Workbook(stream, options)
    _describe(book, redline)
    desk = _Desk(book, f"{made.old.printed} → {made.new.printed}")
    _amendments(desk, redline, made)
    _changes(desk, redline)
    _concordance(desk, redline)
    _evidence(desk, redline, made)
    _lost(desk, made)
    book.close()
    return stream.getvalue()


def _describe(book: Any, redline: Redline) -> None:
    """Properties from the matter: no clock, no name of the machine."""
    page, caption = redline.after.title_page, redline.after.matter.caption
    created = datetime.combine(caption.date.first_day, datetime.min.time())
    book.set_properties(
        {
            "title": _text(f"Schedule of amendments: {page.title}"),
            "subject": _text(page.instrument),
            "author": _text(page.prosecution),
            "created": max(created, _EARLIEST),
        }
    )
    book.set_custom_property("Language", caption.language)
    book.set_custom_property("Old version", _text(redline.old.printed) or "–")
    book.set_custom_property("New version", _text(redline.new.printed) or "–")


@dataclass
class _Desk:
    """The workbook with the formats that its sheets share."""

    book: Any
    title: str
    formats: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        base = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 9}
        looks: dict[str, dict[str, Any]] = {
            "text": base,
            "quoted": base | {"quote_prefix": True},
            "head": base | {"bold": True, "bottom": 1, "bg_color": "#E8E8E8"},
            "flag": base | {"bold": True, "font_color": "#8A1C1C"},
            "date": base | {"num_format": "yyyy-mm-dd", "align": "left"},
            "number": base | {"num_format": "0", "align": "left"},
            "inserted": base | {"underline": 1, "font_color": "#14467A"},
            "deleted": base | {"font_strikeout": True, "font_color": "#8A1C1C"},
            "computed": base | {"italic": True},
            "formatted": base | {"bold": True},
            "kept": base,
        }
        self.formats = {name: self.book.add_format(look) for name, look in looks.items()}

    def sheet(self, name: str, columns: Sequence[Column]) -> "_Sheet":
        """A sheet with its head, made to be printed on A4 turned."""
        made = self.book.add_worksheet(name)
        made.set_landscape()
        made.set_paper(_A4)
        made.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        made.freeze_panes(1, 0)
        # in a head "&" begins a code: doubled it is itself
        made.set_header(f"&L&9{_text(self.title)[:100].replace('&', '&&')}&R&9&A")
        made.set_footer("&R&9&P / &N")
        for at, (heading, width) in enumerate(columns):
            made.set_column(at, at, width)
            made.write_string(0, at, heading, self.formats["head"])
        return _Sheet(self, made, len(columns))


@dataclass
class _Sheet:
    """A sheet that is written row by row."""

    desk: _Desk
    made: Any
    columns: int
    row: int = 0

    def add(self, cells: Iterable[object]) -> None:
        """A row: text, a number, a date, or shown passages."""
        self.row += 1
        for at, cell in enumerate(cells):
            match cell:
                case tuple():
                    self._passages(at, cell)
                case datetime():
                    self.made.write_datetime(self.row, at, cell, self.desk.formats["date"])
                case int():
                    self.made.write_number(self.row, at, cell, self.desk.formats["number"])
                case _:
                    self.text(at, str(cell))

    def text(self, column: int, text: str, look: str = "text") -> None:
        """Text, which a spreadsheet never takes for a formula, also not when it is edited."""
        words = _text(text)[:_LONGEST]
        if look == "text" and _FORMULA.match(words):
            look = "quoted"
        self.made.write_string(self.row, column, words, self.desk.formats[look])

    def end(self) -> None:
        """Nothing follows: the rows can be filtered."""
        if self.row:
            self.made.autofilter(0, 0, self.row, self.columns - 1)

    def _passages(self, column: int, passages: Sequence[Shown]) -> None:
        formats = self.desk.formats
        runs = [(one.kind, words) for one in passages if (words := _with_note(one))]
        if not runs:
            self.text(column, "")
        elif len(runs) == 1:
            (kind, words) = runs[0]
            self.text(column, words, "text" if kind == "kept" else kind)
        else:
            fragments: list[Any] = []
            for kind, words in runs:
                fragments += [formats[kind], words]
            quoted = _FORMULA.match(runs[0][1])
            fragments.append(formats["quoted" if quoted else "text"])
            self.made.write_rich_string(self.row, column, *fragments)


def _amendments(desk: _Desk, redline: Redline, made: Schedule) -> None:
    sheet = desk.sheet("Amendments", AMENDMENTS)
    for group in made.groups:
        for line in group.lines:
            sheet.add(_amendment(redline, line))
            if line.amendment.possible_new_charge:
                sheet.text(0, "possible", "flag")
    sheet.end()


def _amendment(redline: Redline, line: Line) -> Iterable[object]:
    one = line.amendment
    yield "possible" if one.possible_new_charge else ""
    yield ", ".join(_count(redline, label) for label in one.counts)
    yield ", ".join(line.accused)
    yield one.kind
    yield one.subject
    yield one.words
    yield one.old
    yield one.new
    yield ", ".join(one.paragraphs)
    yield one.reason


def _count(redline: Redline, label: str) -> str:
    for version in (redline.after, redline.before):
        for group in version.counts:
            for count in group.counts:
                if count.label == label:
                    return f"{count.printed} ({count.title})"
    return label


def _changes(desk: _Desk, redline: Redline) -> None:
    sheet = desk.sheet("Changes", CHANGES)
    evidence = evidence_of(redline)
    for change in redline.changes:
        made = change.authorship
        sheet.add(
            (
                change.number,
                change.old_number,
                change.new_number,
                f"{change.what}: {_KINDS[change.kind]}",
                _shown(change),
                made.author if made else "",
                _day(made.date) if made else "",
                "",
                ", ".join(cited_at(change, evidence)),
                change.label,
                change.file,
                change.line or "",
            )
        )
    sheet.end()


def _shown(change: Change) -> tuple[Shown, ...]:
    """All words, or what changed of them where a cell cannot hold all."""
    words = whole(change)
    if sum(len(_with_note(one)) for one in words) <= _LONGEST:
        return words
    return excerpt(change, longest=400)[:200]


def _day(instant: str) -> datetime | str:
    """The day of an instant in UTC; the words themselves where they are no date."""
    try:
        day = datetime.fromisoformat(instant.replace("Z", "+00:00")).replace(tzinfo=None)
    except ValueError:
        return instant
    return day.replace(hour=0, minute=0, second=0, microsecond=0)


def _concordance(desk: _Desk, redline: Redline) -> None:
    sheet = desk.sheet("Concordance", CONCORDANCE)
    for one in redline.renumbered:
        moved = "moved" if one.moved else ""
        sheet.add((one.kind, one.old or "new", one.new or "withdrawn", moved, one.label))
    sheet.end()


def _evidence(desk: _Desk, redline: Redline, made: Schedule) -> None:
    sheet = desk.sheet("Evidence", AMENDMENTS[1:])
    for line in made.evidence:
        sheet.add(list(_amendment(redline, line))[1:])
    sheet.end()


def _lost(desk: _Desk, made: Schedule) -> None:
    sheet = desk.sheet("Lost support", LOST)
    for one in made.unsupported:
        sheet.add((one.old_number, one.new_number, one.label, ", ".join(one.exhibits)))
    sheet.end()


def _with_note(shown: Shown) -> str:
    words = _text(shown.text)
    return f"[note {shown.note}: {words}]" if shown.note else words


def _text(text: str) -> str:
    """Without signs that no workbook can hold."""
    return _CONTROLS.sub("", text)
