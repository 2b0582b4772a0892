"""Indictment -> matrix.csv: the chart for other programs."""

import csv
import io
import re

from indictment.model.indictment import Indictment
from indictment.render.chart.lines import COLUMNS, lines

_FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""With what a spreadsheet takes for the beginning of a formula."""


def as_csv(indictment: Indictment) -> bytes:
    """UTF-8 with a mark by which spreadsheets know it; commas, quoted where needed, lines that end in CRLF (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(_plain, line.cells()) for line in lines(indictment))
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """What begins like a formula stays the text that it is."""
    words = cell.replace("\N{NO-BREAK SPACE}", " ")
    return f"'{words}" if _FORMULA.match(words) else words
