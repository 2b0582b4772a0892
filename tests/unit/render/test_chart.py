"""The chart as a table of its own: nothing left out, gaps in plain sight, no cell a formula."""

import csv
import io
import zipfile
from functools import cache

from indictment.folder import MemoryFolder
from indictment.model.indictment import Indictment
from indictment.pipeline.reading import check_folder
from indictment.render import chart
from indictment.render.chart.lines import COLUMNS, lines
from tests.rule_pages import FOLDER, read

MATTER = read(FOLDER / "README.md").sections[0].files
OFFENCE = """
title: Pillage
instrument: Charter of the Harbour Tribunal
provision: article 5(c)
citation: Charter of the Harbour Tribunal, article 5(c)
source: invented
liability: harbour
elements:
  - {id: taking, text: "=Property was taken.", kind: conduct}
  - {id: value, text: It was of value., kind: threshold, parts: [{id: crowns, text: In crowns.}, {id: bread, text: In bread.}]}
  - {id: intent, text: Private use was intended., kind: mental, per: accused}
"""
LIABILITY = """
title: Responsibility
instrument: Charter
source: invented
modes:
  - {id: ordering, printed: ordering, elements: [{id: order-given, text: An order was given., kind: conduct, per: accused}]}
"""
COUNT = """---
title: Pillage
offence: pillage
defendants: [tollan]
modes: [ordering]
period: {from: 2019-03-02, to: 2019-03-03}
places: [Calderhaven]
---

{#removal elements="taking"}
The grain was removed [@order-14, pp. 1-2; @letter, p. 1].

{elements="crowns"}
It was worth 900 crowns [@order-14, p. 2].

{elements="order-given" defendants="tollan"}
@tollan gave the order.
"""


@cache
def indictment() -> Indictment:
    files = {
        **MATTER,
        "counts/01-pillage.md": COUNT.encode(),
        "offences/pillage.yaml": OFFENCE.encode(),
        "offences/liability/harbour.yaml": LIABILITY.encode(),
        "exhibits/more.yaml": b"exhibits:\n  letter: {title: Letter, pages: 1}\n",
    }
    folder = MemoryFolder({path: data for path, data in files.items() if data is not None})
    found = check_folder(folder).indictment
    assert found is not None
    return found


def test_each_paragraph_stands_with_each_exhibit_and_its_pinpoint() -> None:
    found = [(line.number, line.accused, line.paragraph, line.exhibit, line.pinpoint.replace("\u00a0", " ")) for line in lines(indictment())]  # fmt: skip
    assert found == [
        ("1", "", "3", "P001", "pp. 1–2"),
        ("1", "", "3", "P002", "p. 1"),
        ("2", "", "4", "P001", "p. 2"),
        ("3", "TOLLAN", "", "", ""),
        ("", "TOLLAN", "5", "", ""),
    ]


def test_what_is_missing_stands_where_it_is_missing() -> None:
    missing = [(line.element_label, line.missing) for line in lines(indictment()) if line.missing]
    assert missing == [
        ("value", "not pleaded: In bread"),
        ("intent", "not pleaded"),
        ("order-given", "nothing cited"),
    ]


def test_a_line_says_where_its_paragraph_was_written() -> None:
    first = next(lines(indictment()))
    assert (first.paragraph_label, first.written_in) == ("removal", "counts/01-pillage.md:11:1")


def test_gaps_say_what_to_do() -> None:
    found = list(chart.gaps(indictment()))
    assert [(gap.accused, gap.missing) for gap in found] == [
        ("", "not pleaded: In bread"),
        ("TOLLAN", "not pleaded"),
        ("TOLLAN", "nothing cited"),
    ]
    assert found[0].remedy == 'plead it, and write {elements="bread"} above the paragraph'
    assert 'elements="intent" defendants="tollan"' in found[1].remedy
    assert found[2].written_in.startswith("counts/01-pillage.md:17:")
    assert chart.to_do(found).count("- [ ] ") == 3
    assert chart.to_do([]) == ""


def test_the_csv_has_every_line_and_no_formula() -> None:
    text = chart.as_csv(indictment()).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert tuple(head) == COLUMNS
    assert len(rows) == len(list(lines(indictment())))
    assert rows[0][2] == "'=Property was taken."
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert text.count("\r\n") == len(rows) + 1


def test_the_workbook_has_both_sheets_and_is_the_same_each_time() -> None:
    made = chart.workbook(indictment())
    assert made == chart.workbook(indictment())
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        sheets = book.read("xl/workbook.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
        chart_sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'name="Chart"' in sheets
    assert 'name="Missing"' in sheets
    assert "<f>" not in chart_sheet
    assert "=Property was taken." in words
    assert "not pleaded: In bread" in words
