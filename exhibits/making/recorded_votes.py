"""recorded-votes.docx: two tables of recorded votes, one on each page."""

import datetime
import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from drawing import DATE, EXHIBITS, NOTICE

HEAD = ("Body and document", "Date", "In favour", "Against", "Abstaining", "Source of the figures")
WIDTHS = (5.6, 2.6, 1.9, 1.8, 2.2, 3.4)
COUNCILS = (
    ("Federation Council, consent to the use of the Armed Forces abroad, 518th sitting",
     "22 February 2022", "153", "0", "0", "council.gov.ru (unanimous); TASS (number)"),
    ("Security Council of the United Nations, draft resolution S/2022/155, not adopted: the vote "
     "against was that of a permanent member",
     "25 February 2022", "11", "1", "3", "securitycouncilreport.org"),
)  # fmt: skip
ASSEMBLIES = (
    ("General Assembly, resolution ES-11/1", "2 March 2022", "141", "5", "35", "GA/12407"),
    ("International Court of Justice, order on provisional measures, points (1) and (2)",
     "16 March 2022", "13", "2", "0", "operative part, as reprinted"),
    ("General Assembly, resolution ES-11/2", "24 March 2022", "140", "5", "38", "GA/12411"),
)  # fmt: skip


def _table(document: Document, title: str, rows: tuple[tuple[str, ...], ...]) -> None:
    document.add_heading(title, level=1)
    table = document.add_table(rows=1, cols=len(HEAD), style="Table Grid")
    table.autofit = False
    for row in (HEAD, *rows):
        cells = table.rows[0].cells if row is HEAD else table.add_row().cells
        for cell, text, width in zip(cells, row, WIDTHS, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].add_run(text).bold = row is HEAD
    # Word repeats the first row on each page that the table runs on to.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _document() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.75)
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(10)
    section.header.paragraphs[0].text = f"Recorded votes. {NOTICE}"
    document.add_heading("Table of recorded votes", level=0)
    document.add_paragraph(f"{NOTICE}. Drawn up on {DATE}.")
    _table(document, "Federation Council and Security Council of the United Nations", COUNCILS)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _table(document, "General Assembly and International Court of Justice", ASSEMBLIES)
    properties = document.core_properties
    properties.title, properties.author = "Table of recorded votes", "Drafters of this model"
    properties.created = properties.modified = datetime.datetime.fromisoformat(f"{DATE}T00:00:00")
    properties.comments = NOTICE
    return document


def make() -> None:
    """Write recorded-votes.docx, its parts in order and without the time of day."""
    written = io.BytesIO()
    _document().save(written)
    with (
        zipfile.ZipFile(written) as parts,
        zipfile.ZipFile(EXHIBITS / "recorded-votes.docx", "w", zipfile.ZIP_DEFLATED) as normal,
    ):
        # The list of content types comes first, as in every file that Word writes.
        for name in sorted(parts.namelist(), key=lambda part: (part[0] != "[", part)):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            normal.writestr(entry, parts.read(name))


if __name__ == "__main__":
    make()
