"""Rows of tables that were put in or taken out in Word."""

import random
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from indictment.absorb import base
from indictment.pipeline import absorbing
from indictment.pipeline.absorbed import Absorbed
from tests.absorb.drawing import AUTHORS, WORDS
from tests.absorb.edits import Edited
from tests.absorb.matters import Exported, export, silently_lost
from tests.built import GOLDEN, copied

FACTS, ROWS = "facts/01-granary.md", "schedules/barges.csv"
TABLE = """
| Barge | Sacks | Seen in |
|:--|--:|:--|
| Heron, or *Heron II* | 112 | [@ledger, l. 3] |
| Teal \\| Tern | 96 | [@ledger, l. 4-6] |
| Widgeon | 104 | |

{#behind}
The barges are named in @barge-teal.
"""
SCHEDULE = """title: Barges
row: barge
label: label
columns:
  - {key: "no", heading: No.}
  - {key: barge, heading: Barge}
  - {key: owner, heading: Owner}
"""
CSV = """no,label,barge,owner
1,,Heron,"The guild, of Calderhaven"
2,barge-teal,Teal,"Oda ""the Elder"" Prynne"
3,,Widgeon,Nobody
"""


@cache
def matter() -> Exported:
    """The small matter with a table in its facts, and a schedule."""
    root = copied(GOLDEN / "small", Path(mkdtemp()) / "small")
    facts = root / FACTS
    facts.write_text(facts.read_text(encoding="utf-8") + TABLE, encoding="utf-8")
    (root / "schedules").mkdir()
    (root / "schedules/barges.yaml").write_text(SCHEDULE, encoding="utf-8")
    (root / ROWS).write_text(CSV, encoding="utf-8")
    return export(root)


def absorb(edited: Edited) -> Absorbed:
    """What lands."""
    return absorbing.absorbed(matter().root, edited.save())


def says(found: Absorbed, file: str) -> str:
    """What a file says afterwards; nothing was told or refused."""
    assert not found.is_refused, (found.refused, found.missed, found.diagnostics)
    assert found.conflicts == ()
    return found.landed[-1].files[file][1].decode()


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("below", "words", "row"),
    [
        ("Sacks", ["Coot", "1", "Nowhere"], "| Coot | 1 | Nowhere |"),
        ("112", ["Coot", "1 | 2", "* [x] @y"], "| Coot | 1 \\| 2 | \\* \\[x\\] \\@y |"),
        ("104", ["Coot", "", "1. Then"], "| Coot |  | 1. Then |"),
    ],
)
def test_a_row_of_markdown(below: str, words: list[str], row: str, tracked: bool) -> None:
    edited = Edited(matter().data, tracked=tracked)
    edited.insert_row(edited.find(below).paragraph, words)
    lines = says(absorb(edited), FACTS).split("\n")
    assert row in lines
    before = lines[lines.index(row) - 1]
    assert below in before or (below == "Sacks" and before == "|:--|--:|:--|")


@pytest.mark.parametrize("tracked", [True, False])
def test_a_row_of_a_schedule(tracked: bool) -> None:
    edited = Edited(matter().data, tracked=tracked)
    edited.insert_row(edited.find("The guild, of").paragraph, ["", "Coot", 'A, or "B"'])
    lines = says(absorb(edited), ROWS).split("\n")
    assert lines[2] == ',,Coot,"A, or ""B"""'
    assert lines[3].startswith("2,barge-teal,")


@pytest.mark.parametrize("tracked", [True, False])
def test_rows_taken_out(tracked: bool) -> None:
    edited = Edited(matter().data, tracked=tracked)
    edited.delete_row(edited.find("The guild, of").paragraph)
    edited.delete_row(edited.find("112").paragraph)
    found = absorb(edited)
    assert "Heron" not in says(found, FACTS)
    assert says(found, ROWS) == CSV.replace('1,,Heron,"The guild, of Calderhaven"\n', "")


def test_a_row_that_is_named_elsewhere_is_not_taken_out() -> None:
    edited = Edited(matter().data)
    edited.delete_row(edited.find("Prynne").paragraph)
    edited.insert_row(edited.find("112").paragraph, ["Coot", "1", "x"])
    found = absorb(edited)
    assert not found.is_refused
    [(_, told)] = found.conflicts
    assert told.place == f"{ROWS}:3"
    assert "“barge-teal” names nothing in this matter (facts/01-granary.md:20)" in told.help
    assert [list(one.files) for one in found.landed] == [[FACTS]]


def test_a_row_beside_words_that_change() -> None:
    """A row above is taken out, one is put in below, and the words of the one between are others."""
    edited = Edited(matter().data)
    edited.insert_row(edited.find("104").paragraph, ["Coot", "1", "x"])
    place = edited.find("96", after=edited.find("Tern").paragraph)
    edited.replace(place.paragraph, place.start, place.end, "97")
    edited.delete_row(edited.find("112").paragraph)
    assert TABLE.replace("| Heron, or *Heron II* | 112 | [@ledger, l. 3] |\n", "").replace(
        "96", "97"
    ).replace("| Widgeon | 104 | |\n", "| Widgeon | 104 | |\n| Coot | 1 | x |\n") in says(absorb(edited), FACTS)  # fmt: skip


def _drawn(seed: int) -> Edited:
    rng = random.Random(seed)
    edited = Edited(matter().data)
    lines = base(matter().printed, matter().document).lines
    cells = [n for n, line in enumerate(lines) if line is not None and line.kind == "cell"]
    rows = {(cell.table, cell.row): n for n in cells if (cell := matter().document.paragraphs[n].cell)}  # fmt: skip
    for at in sorted(rng.sample(sorted(rows.values()), rng.choice((1, 2, 3))), reverse=True):
        edited.author, edited.date = rng.choice(AUTHORS)
        edited.tracked = rng.random() < 0.7
        if rng.random() < 0.5:
            edited.insert_row(at, [rng.choice((*WORDS, "")) for _ in range(3)])
        else:
            edited.delete_row(at)
    return edited


@pytest.mark.parametrize("seed", range(40))
def test_drawn_rows_land_or_are_told(seed: int) -> None:
    data = _drawn(seed).save()
    found = absorbing.absorbed(matter().root, data)
    assert not found.is_refused, (found.refused, found.missed, found.diagnostics)
    assert silently_lost(matter(), data, found) == ([], [])
