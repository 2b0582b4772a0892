"""Annexes and schedules that are new, withdrawn or called otherwise, and the rows of schedules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from indictment.compare.facts import walk
from indictment.compare.facts.versions import Versions, runs
from indictment.model.blocks import Table
from indictment.model.indictment import Section
from indictment.model.redline import Amendment

_SAID = {"added": "new", "withdrawn": "withdrawn", "reworded": "reworded"}
Row = tuple[str, str, str]
"""The number of a row, its label, and its words without its number."""


def amendments(versions: Versions) -> Iterator[Amendment]:
    """Annexes first, then schedules; they pair by the names of their files."""
    before, after = versions.before, versions.after
    called = versions.called
    for word, old, new in (
        ("Annex", before.annexes, after.annexes),
        ("Schedule", before.schedules, after.schedules),
    ):
        was = {one.label: one for one in old}
        for one in new:
            if one.label not in was:
                yield Amendment("added", "instrument", f"{_named(word, one)} is new")
                continue
            if was[one.label].title != one.title:
                words = f"{_named(word, one)} had another title"
                yield Amendment("reworded", "instrument", words, was[one.label].title, one.title)
            if word == "Schedule":
                yield from _rows(_named(word, one), was[one.label], one, called)
        here = {one.label for one in new}
        for one in old:
            if one.label not in here:
                words = f"{_named(word, one)} of the old version is withdrawn"
                yield Amendment("withdrawn", "instrument", words)


def _named(word: str, section: Section) -> str:
    number = f"{word} {section.number}" if section.number else word
    return f"{number} ({section.title})" if section.title else number


def _rows(name: str, was: Section, now: Section, called: Mapping[str, str]) -> Iterator[Amendment]:
    """What became of the rows: they pair by label, else by their words."""
    left = list(_read(was, called))
    come: list[Row] = []
    reworded: list[str] = []
    labels = {label: row for row in left if (label := row[1])}
    for row in _read(now, {}):
        same = labels.get(row[1]) or next((one for one in left if one[2] == row[2]), None)
        if same is None or same not in left:
            come.append(row)
            continue
        left.remove(same)
        if same[2] != row[2]:
            reworded.append(row[0])
    yield from _said("added", name, [row[0] for row in come])
    yield from _said("reworded", name, reworded)
    yield from _said("withdrawn", name, [row[0] for row in left])


def _said(
    kind: Literal["added", "withdrawn", "reworded"], name: str, found: Sequence[str]
) -> Iterator[Amendment]:
    if found:
        several = len(found) > 1
        old = " of the old version" * (kind == "withdrawn")
        words = f"Row{'s' * several} {runs(found)} of {name}{old}"
        yield Amendment(kind, "paragraph", f"{words} {'are' if several else 'is'} {_SAID[kind]}")


def _read(section: Section, called: Mapping[str, str]) -> Iterator[Row]:
    rows = (row for block in section.blocks if isinstance(block, Table) for row in block.rows)
    for at, row in enumerate(rows, start=1):
        cells = [walk.line_words(cell, called) for cell in row.cells]
        if cells and cells[0] == str(at):
            del cells[0]
        yield str(at), row.label or "", "|".join(cells)
