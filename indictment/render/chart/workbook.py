"""Indictment -> matrix.xlsx: the chart as a sheet to filter, and a sheet of what is missing."""

import io

from indictment.model.indictment import Indictment
from indictment.render.chart.gaps import gaps
from indictment.render.chart.lines import COLUMNS, lines
from indictment.render.redline.sheets import Column, Desk, opened

_WIDTHS = (26, 8, 44, 12, 16, 18, 10, 10, 36, 16, 18, 18, 18, 26)
_MISSING: tuple[Column, ...] = (
    ("Count", 26), ("Element", 44), ("Accused", 18), ("Missing", 30), ("What to do", 60), ("Written in", 26),
)  # fmt: skip
_GAP = COLUMNS.index("Missing")


def workbook(indictment: Indictment) -> bytes:
    """The workbook: the same bytes for the same indictment."""
    stream = io.BytesIO()
    book = opened(stream, indictment, "Elements, paragraphs and exhibits")
    page = indictment.title_page
    classified = f" – {page.classification}" if indictment.confidential else ""
    desk = Desk(book, f"{page.short_title or page.title}{classified}")
    chart = desk.sheet("Chart", tuple(zip(COLUMNS, _WIDTHS, strict=True)))
    for line in lines(indictment):
        chart.add(line.cells())
        if line.missing:
            chart.text(_GAP, line.missing, "flag")
    chart.end()
    missing = desk.sheet("Missing", _MISSING)
    for gap in gaps(indictment):
        missing.add((gap.count, gap.element, gap.accused, gap.missing, gap.remedy, gap.written_in))
    missing.end()
    book.close()
    return stream.getvalue()
