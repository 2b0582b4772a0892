"""Indictment -> matrix.xlsx: the chart as a sheet to filter, and a sheet of what is missing."""

import io
from datetime import datetime

from indictment.model.indictment import Indictment
from indictment.render.chart.gaps import gaps
from indictment.render.chart.lines import COLUMNS, lines
from indictment.render.redline.sheets import Column, Desk, text_of

_WIDTHS = (26, 8, 44, 12, 16, 18, 10, 10, 36, 16, 18, 18, 18, 26)
_MISSING: tuple[Column, ...] = (
    ("Count", 26), ("Element", 44), ("Accused", 18), ("Missing", 30), ("What to do", 60), ("Written in", 26),
)  # fmt: skip
_EARLIEST = datetime(1980, 1, 1)  # noqa: DTZ001 -- a workbook's dates have no zone
_GAP = COLUMNS.index("Missing")


def workbook(indictment: Indictment) -> bytes:
    """The workbook: the same bytes for the same indictment."""
    import xlsxwriter

    stream = io.BytesIO()
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
            "title": text_of(f"Elements, paragraphs and exhibits: {page.title}"),
            "subject": text_of(page.instrument),
            "author": text_of(page.prosecution),
            "created": max(created, _EARLIEST),
        }
    )
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
