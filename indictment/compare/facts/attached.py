"""Annexes and schedules that are new, withdrawn or called otherwise, and the rows of their tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from rapidfuzz import fuzz

from indictment.compare.facts import referring, showing, walk
from indictment.compare.facts.new_charges import may_be
from indictment.compare.facts.versions import Versions, runs
from indictment.model.blocks import Inline, Table
from indictment.model.indictment import Indictment, Section
from indictment.model.redline import Amendment
from indictment.value import dataclass

_SAID = {"added": "new", "withdrawn": "withdrawn", "reworded": "reworded"}
_SIMILAR = 60.0
"""How alike, in per cent, two rows without labels are that are the same one, reworded."""
_SHOWN = 5
"""How many rows an amendment repeats."""
_MOST = 200
"""How many rows without labels are compared with one another by their words."""
Kind = Literal["added", "withdrawn", "reworded"]


@dataclass(frozen=True, slots=True)
class _Row:
    """The number of a row, its label, and its words without its number."""

    number: str
    label: str
    words: str
    anchor: str
    printed: str
    """Its cells as a reader sees them, without its number and without notes."""


def amendments(versions: Versions) -> Iterator[Amendment]:
    """Annexes first, then schedules; they pair by the names of their files."""
    before, after = versions.before, versions.after
    led = referring.led_to(after)
    for word, old, new in (
        ("Annex", before.annexes, after.annexes),
        ("Schedule", before.schedules, after.schedules),
    ):
        was = {one.label: one for one in old}
        for one in new:
            now = _Attached.of(after, word, one, led)
            if one.label not in was:
                yield _new(versions, now)
                continue
            if was[one.label].title != one.title:
                words = f"{now.name} had another title"
                yield Amendment("reworded", "instrument", words, was[one.label].title, one.title)
            yield from _rows(versions, was[one.label], now)
        here = {one.label for one in new}
        for one in old:
            if one.label not in here:
                words = f"{_named(word, one)} of the old version is withdrawn"
                yield Amendment("withdrawn", "instrument", words)


@dataclass(frozen=True, slots=True)
class _Attached:
    """An annex or a schedule of the new version, and the counts that refer to it.

    `row` is what a row that alleges something is called; "" where the rows need not allege anything:
    those of an annex to which no count refers.
    """

    section: Section
    name: str
    row: str
    counts: tuple[str, ...]
    accused: tuple[str, ...]

    @staticmethod
    def of(
        indictment: Indictment, word: str, section: Section, led: Mapping[str, frozenset[str]]
    ) -> "_Attached":
        counts = referring.counts(led, section)
        charged = [c for group in indictment.counts for c in group.counts if c.label in counts]
        lines = [line for count in charged for line in count.charges]
        accused = tuple(dict.fromkeys(label for line in lines for label in line.labels))
        rows = {one.head.id or one.label: one.head.row for one in indictment.matter.schedules}
        row = rows.get(section.label, "row" if counts else "")
        return _Attached(section, _named(word, section), row, counts, accused)

    def flagged(self, amendment: Amendment, number: int) -> Amendment:
        """An amendment that brings new rows: what each alleges may be a new basis for conviction."""
        if not self.row or not number:
            return amendment
        this = f"this {self.row} was" if number == 1 else f"these {_plural(self.row)} were"
        reason = f"{this} not alleged before, and can be a basis for conviction of {'its' if number == 1 else 'their'} own"
        return replace(amendment, possible_new_charge=True, reason=may_be(reason))


def _named(word: str, section: Section) -> str:
    number = f"{word} {section.number}" if section.number else word
    return f"{number} ({section.title})" if section.title else number


def _plural(word: str) -> str:
    return word if word.endswith("s") else f"{word}s"


def _new(versions: Versions, now: _Attached) -> Amendment:
    rows = list(_read(now.section, {}))
    words = f"{now.name} is new"
    alleged = now.counts if rows and now.row else ()
    changes = showing.under(versions, now.section.heading)
    amendment = Amendment("added", "instrument", words, counts=alleged, changes=changes)
    return now.flagged(replace(amendment, accused=now.accused if alleged else ()), len(rows))


def _rows(versions: Versions, was: Section, now: _Attached) -> Iterator[Amendment]:
    """What became of the rows: they pair by label, else by their words, else by similar words."""
    left = {row.number: row for row in _read(was, versions.called)}
    here = list(_read(now.section, {}))
    labels = {row.label: row.number for row in left.values() if row.label}
    same: dict[str, list[str]] = {}
    for row in left.values():
        same.setdefault(row.words, []).append(row.number)
    pairs: dict[str, _Row] = {}
    for row in here:
        candidates = (labels.get(row.label, ""), *same.get(row.words, ()))
        if (number := next((one for one in candidates if one in left), None)) is not None:
            pairs[row.number] = left.pop(number)
    bare = [row for row in here if row.number not in pairs and not row.label]
    for row in bare[:_MOST]:
        if (
            like := _similar(row, [one for one in left.values() if not one.label][:_MOST])
        ) is not None:
            pairs[row.number] = left.pop(like.number)
    come = [row for row in here if row.number not in pairs]
    reworded = [row for row in here if row.number in pairs and pairs[row.number].words != row.words]
    yield from (now.flagged(one, len(come)) for one in _said(versions, "added", now, come))
    yield from _said(versions, "reworded", now, reworded, [pairs[x.number] for x in reworded])
    yield from _said(versions, "withdrawn", now, list(left.values()))


def _similar(row: _Row, left: Sequence[_Row]) -> _Row | None:
    """The row that is most like this one, where one is like it."""
    scored = [(fuzz.ratio(row.words, one.words), one) for one in left]
    score, best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return best if score >= _SIMILAR else None


def _said(
    versions: Versions,
    kind: Kind,
    now: _Attached,
    found: Sequence[_Row],
    before: Sequence[_Row] = (),
) -> Iterator[Amendment]:
    """One amendment for all rows of which the same is true; `before` are the reworded ones as they were."""
    if found:
        several = len(found) > 1
        old = " of the old version" * (kind == "withdrawn")
        words = f"Row{'s' * several} {runs([row.number for row in found])} of {now.name}{old}"
        said = f"{words} {'are' if several else 'is'} {_SAID[kind]}"
        changes = showing.at_anchors(versions, [row.anchor for row in found])
        shown = (_shown(before), _shown(found)) if kind != "withdrawn" else (_shown(found), "")
        yield Amendment(
            kind, "paragraph", said, *shown, now.counts, now.accused, changes=changes
        )  # fmt: skip


def _shown(rows: Sequence[_Row]) -> str:
    """What the rows say, each with its number where there are several; the first of many."""
    if len(rows) == 1:
        return rows[0].printed
    said = [f"{row.number}: {row.printed}" for row in rows[:_SHOWN]]
    return " / ".join([*said, *(["…"] if len(rows) > _SHOWN else [])])


def _read(section: Section, called: Mapping[str, str]) -> Iterator[_Row]:
    found = list(referring.tables(section.blocks))
    for place, table in enumerate(found, start=1):
        for at, row in enumerate(table.rows, start=1):
            cells = [walk.line_words(cell, called) for cell in row.cells]
            shown = [_cell(table, n, cell) for n, cell in enumerate(row.cells)]
            if cells and cells[0] == str(at):
                del cells[0], shown[0]
            number = f"{at} of table {place}" if len(found) > 1 else str(at)
            yield _Row(
                number, row.label or "", "|".join(cells), row.anchor, "; ".join(filter(None, shown))
            )


def _cell(table: Table, at: int, cell: tuple[Inline, ...]) -> str:
    """The words of a cell; a bare number with the heading of its column."""
    words = walk.printed(cell).strip()
    heading = walk.printed(table.head[at]).strip() if at < len(table.head) else ""
    return f"{heading}: {words}" if heading and words.isdecimal() else words
