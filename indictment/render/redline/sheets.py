"""The sheets of a workbook: head, widths, printing, and cells that are never formulas."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from indictment.model.indictment import Indictment
from indictment.render.redline.excerpt import Shown

_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet takes for the beginning of a formula, also in full width."""
LONGEST = 32_000
"""Letters: Excel holds 32,767 in a cell."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_A4 = 9
_EARLIEST = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook's dates have no zone

Column = tuple[str, int]
"""A heading and a width in letters."""


@dataclass
class Desk:
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

    def sheet(self, name: str, columns: Sequence[Column]) -> "Sheet":
        """A sheet with its head, made to be printed on A4 turned."""
        made = self.book.add_worksheet(name)
        made.set_landscape()
        made.set_paper(_A4)
        made.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        made.freeze_panes(1, 0)
        # in a head "&" begins a code: doubled it is itself
        made.set_header(f"&L&9{text_of(self.title)[:100].replace('&', '&&')}&R&9&A")
        made.set_footer("&R&9&P / &N")
        for at, (heading, width) in enumerate(columns):
            made.set_column(at, at, width)
            made.write_string(0, at, heading, self.formats["head"])
        return Sheet(self, made, len(columns))


@dataclass
class Sheet:
    """A sheet that is written row by row."""

    desk: Desk
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
        words = text_of(text)[:LONGEST]
        if not words:
            self.made.write_blank(self.row, column, None, self.desk.formats["text"])
            return
        if look == "text" and _FORMULA.match(words):
            look = "quoted"
        self.made.write_string(self.row, column, words, self.desk.formats[look])

    def end(self) -> None:
        """Nothing follows: the rows can be filtered."""
        if self.row:
            self.made.autofilter(0, 0, self.row, self.columns - 1)

    def _passages(self, column: int, passages: Sequence[Shown]) -> None:
        formats = self.desk.formats
        runs = [(one.kind, words) for one in passages if (words := with_note(one))]
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


def opened(stream: io.BytesIO, indictment: Indictment, title: str) -> Any:
    """A workbook that will be written to `stream`, with the matter's properties: no clock, no name of the machine."""
    import xlsxwriter

    # what begins like a formula, an address or a number stays the text that it is
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(stream, options)
    page, caption = indictment.title_page, indictment.matter.caption
    created = datetime.combine(caption.date.first_day, datetime.min.time())
    book.set_properties(
        {
            "title": text_of(f"{title}: {page.title}"),
            "subject": text_of(page.instrument),
            "author": text_of(page.prosecution),
            "created": max(created, _EARLIEST),
        }
    )
    return book


def with_note(shown: Shown) -> str:
    """Shown words; those of a footnote say so."""
    words = text_of(shown.text)
    return f"[note {shown.note}: {words}]" if shown.note else words


def text_of(text: str) -> str:
    """Without signs that no workbook can hold."""
    return _CONTROLS.sub("", text)
