"""The schedule of amendments as a workbook, read back from its file."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from indictment.model.redline import Amendment, Change, Passage
from indictment.render.redline.workbook import workbook
from tests.readers import ooxml
from tests.unit.render import redline_fixture as fixture

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["Amendments", "Changes", "Concordance", "Evidence", "Lost support"]


class Book:
    """A workbook: its parts, and the text of its cells by sheet."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
            self.dates = {info.date_time for info in file.infolist()}
        strings = etree.fromstring(self.parts["xl/sharedStrings.xml"])
        self.rich = list(strings.iter(f"{S}si"))
        self.names = [s.get("name") for s in self.xml("xl/workbook.xml").iter(f"{S}sheet")]

    def xml(self, part: str) -> etree._Element:
        return etree.fromstring(self.parts[part])

    def sheet(self, name: str) -> etree._Element:
        return self.xml(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml")

    def rows(self, name: str) -> list[list[str]]:
        return [[self.value(c) for c in row] for row in self.sheet(name).iter(f"{S}row")]

    def value(self, cell: etree._Element) -> str:
        value = cell.findtext(f"{S}v") or ""
        if cell.get("t") == "s":
            return "".join(self.rich[int(value)].itertext())
        return value

    def cell(self, name: str, address: str) -> etree._Element:
        return next(c for c in self.sheet(name).iter(f"{S}c") if c.get("r") == address)

    def style(self, cell: etree._Element) -> etree._Element:
        formats = self.xml("xl/styles.xml").find(f"{S}cellXfs")
        assert formats is not None
        return formats[int(cell.get("s") or 0)]


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(workbook(fixture.redline()))


def test_the_sheets_are_those_that_a_lawyer_looks_for(book: Book) -> None:
    assert book.names == SHEETS
    assert book.rows("Amendments")[0][:6] == [
        "Possible new charge", "Count", "Accused", "Kind", "Subject", "Amendment",
    ]  # fmt: skip
    row = next(r for r in book.rows("Amendments") if r[4] == "period")
    assert row[0] == "possible"
    assert row[1:4] == ["1 (Pillage)", "Edric Tollan", "widened"]
    assert row[5] == "The period charged against Edric Tollan is widened by 14 days at its end"
    assert row[9] == "days are charged against Edric Tollan that were not charged before"


def test_each_change_has_its_numbers_author_and_a_reason_to_be_filled_in(book: Book) -> None:
    rows = book.rows("Changes")
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["No."], first["Old ¶"], first["New ¶"]) == ("1", "3", "3")
    assert first["Text"].startswith("The granary at Hallen had twothree stores, of which")
    assert first["Text"].endswith("under the seal of the town.")
    assert (first["Author"], first["Reason"], first["Evidence"]) == ("A. Weir", "", "P002")
    assert (first["File"], first["Line"]) == ("facts/01-granary.md", "6")
    gone = dict(zip(rows[0], rows[3], strict=True))
    assert gone["Evidence"] == "P001"
    assert gone["Text"] == "[note 4: Order 7, P001, p. 12.]"


def test_words_put_in_are_underlined_and_words_taken_out_are_struck(book: Book) -> None:
    value = book.cell("Changes", "E2").findtext(f"{S}v")
    runs = book.rich[int(value or 0)].findall(f"{S}r")
    looks = {
        "".join(run.itertext(f"{S}t")): {
            name for name in ("strike", "u") if run.find(f"{S}rPr/{S}{name}") is not None
        }
        for run in runs
    }
    assert looks["two"] == {"strike"}
    assert looks["three"] == {"u"}
    assert looks["The granary at Hallen had "] == set()


def test_a_date_is_a_date(book: Book) -> None:
    cell = book.cell("Changes", "G2")
    assert cell.get("t") is None
    assert book.value(cell) == "44319"  # 3 May 2021, counted from 1900
    assert book.style(cell).get("numFmtId") != "0"


def test_each_sheet_keeps_its_head_and_is_printed_on_a4_turned(book: Book) -> None:
    titles = book.xml("xl/workbook.xml").findall(f".//{S}definedName[@name='_xlnm.Print_Titles']")
    assert len(titles) == len(SHEETS)
    for name in SHEETS:
        sheet = book.sheet(name)
        pane, setup = sheet.find(f".//{S}pane"), sheet.find(f"{S}pageSetup")
        assert pane is not None
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        assert setup is not None
        assert (setup.get("paperSize"), setup.get("orientation")) == ("9", "landscape")
        assert sheet.find(f"{S}cols") is not None
        assert sheet.find(f"{S}autoFilter") is not None


def test_the_properties_are_those_of_the_matter(book: Book) -> None:
    core = book.parts["docProps/core.xml"].decode()
    assert "Schedule of amendments: Prosecutor v. Tollan &amp; Casavant" in core
    assert "<dc:creator>Office of the Prosecutor</dc:creator>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2021-05-04T00:00:00Z"}
    assert (
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Language"><vt:lpwstr>en'
        in (book.parts["docProps/custom.xml"].decode())
    )


def test_the_same_redline_gives_the_same_bytes(book: Book) -> None:
    assert workbook(fixture.redline()) == workbook(fixture.redline())
    assert book.dates == {(1980, 1, 1, 0, 0, 0)}


HOSTILE = [
    "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1",
    "http://example.org", "0012", "1e5", "{=A1}",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula_a_link_or_a_number_that_was_text(words: str) -> None:
    amendment = Amendment("added", "paragraph", words, words, words, reason=words)
    passages = (Passage("kept", words), Passage("inserted", words), Passage("deleted", "x"))
    change = Change(1, "changed", words, passages, "x-a", label=words, file=words, old_number=words)
    given = fixture.changed(amendments=(amendment,), changes=(change,), renumbered=())
    given = replace(given, old=replace(given.old, name=words), unsupported=())
    book = Book(workbook(given))
    for name in SHEETS:
        sheet = book.sheet(name)
        assert list(sheet.iter(f"{S}f", f"{S}hyperlink")) == []
    cell = book.cell("Amendments", "F2")
    assert cell.get("t") == "s"
    assert book.value(cell).replace("_x000D_", "\r").strip() == words.strip()
    quoted = words[0] in "=+-@\t\r\n＝＋－＠"
    assert (book.style(cell).get("quotePrefix") == "1") is quoted
    text = book.cell("Changes", "E2")
    assert (book.style(text).get("quotePrefix") == "1") is quoted


def test_signs_that_no_workbook_can_hold_and_texts_too_long_for_a_cell_do_no_harm() -> None:
    long = Passage("inserted", "word " * 20_000)
    change = Change(1, "inserted", "paragraph", (Passage("kept", "a\x00\x1b"), long), "x-a")
    book = Book(workbook(fixture.changed(changes=(change,))))
    text = book.value(book.cell("Changes", "E2"))
    assert text.startswith("aword word")
    assert " … " in text
    assert len(text) < 32_767


def test_an_empty_schedule_is_a_workbook_with_heads_alone() -> None:
    book = Book(workbook(fixture.empty()))
    assert [len(book.rows(name)) for name in SHEETS] == [1] * 5


@pytest.mark.slow
@pytest.mark.reader_ooxml
def test_the_workbook_is_sound(tmp_path: Path) -> None:
    target = tmp_path / "schedule.xlsx"
    target.write_bytes(workbook(fixture.redline()))
    assert ooxml.validate(target) == ()
