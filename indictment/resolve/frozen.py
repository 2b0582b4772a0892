"""Filed numbers and the paragraphs of today -> the number of each, and where filed ones are missing.

A paragraph keeps its filed number as long as the numbers still stand in order. Of paragraphs that
changed places the longest run in order keeps its numbers; the others are numbered as new ones are,
and their old places say where they are now.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal, get_args

from indictment.model.indictment import NOWHERE, Within
from indictment.resolve import suffixes
from indictment.resolve.filed import Filed
from indictment.resolve.suffixes import Number


@dataclass(frozen=True, slots=True)
class Spot:
    """A numbered paragraph of today: its label, the section in which it stands, and its heading."""

    label: str | None
    section: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A section of today: its heading, and what that belongs to."""

    heading: str = ""
    within: Within = NOWHERE


@dataclass(frozen=True, slots=True)
class Ground:
    """The sections of today by their numbers, from 1, and those of withdrawn counts by label.

    `counts` are the labels of the counts that are there.
    """

    sections: Sequence[Begun] = ()
    withdrawn: Mapping[str, int] = field(default_factory=dict)
    counts: frozenset[str] = frozenset()


_NOTHING_KNOWN = Ground()


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbers of one series.

    `numbers` are those of its paragraphs in order; `before` and `after` hold, by the position of a
    paragraph (from 0), the filed numbers that are printed around it without their paragraph.
    `below` and `at_end` hold those of withdrawn counts and of withdrawn sections, by the number of
    the section below whose heading, and behind whose text, they stand.
    """

    numbers: tuple[str, ...] = ()
    before: Mapping[int, tuple[Filed, ...]] = field(default_factory=dict)
    after: Mapping[int, tuple[Filed, ...]] = field(default_factory=dict)
    below: Mapping[int, tuple[Filed, ...]] = field(default_factory=dict)
    at_end: Mapping[int, tuple[Filed, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Gap:
    """What stands between two paragraphs that keep their numbers.

    `first`, `last`: their positions, -1 and the number of paragraphs at the ends of the series.
    """

    first: int
    last: int
    gone: Sequence[Filed]
    above: Filed | None
    below: Filed | None


def plan(filed: Sequence[Filed], spots: Sequence[Spot], ground: Ground = _NOTHING_KNOWN) -> Plan:
    """The numbers of the paragraphs at `spots`, of which `filed` were filed."""
    index = {one.label: n for n, one in enumerate(filed) if one.label}
    kept = _longest_run([(n, index[s.label]) for n, s in enumerate(spots) if s.label in index])
    planning = _Planning(spots, ground, {n: filed[i].number for n, i in kept})
    ends = [(-1, -1), *kept, (len(spots), len(filed))]
    for (first, low), (last, high) in pairwise(ends):
        above = filed[low] if low >= 0 else None
        below = filed[high] if high < len(filed) else None
        planning.fill(_Gap(first, last, filed[low + 1 : high], above, below))
    printed = tuple(suffixes.write(planning.numbers[n]) for n in range(len(spots)))
    return Plan(printed, *planning.placed())


Around = Literal["before", "after", "below", "at_end"]
"""Where a filed number without its paragraph stands: before or after a paragraph; below the heading
of a section, or at its end."""


@dataclass(slots=True)
class _Planning:
    """The gaps of one series being filled."""

    spots: Sequence[Spot]
    ground: Ground
    numbers: dict[int, Number]
    homes: dict[tuple[Around, int], tuple[Filed, ...]] = field(default_factory=dict)

    def placed(self) -> Iterator[dict[int, tuple[Filed, ...]]]:
        """What stands around paragraphs and sections, in the order of `Plan`."""
        for wanted in get_args(Around):
            yield {at: gone for (around, at), gone in self.homes.items() if around == wanted}

    def fill(self, gap: _Gap) -> None:
        """Place the filed numbers of a gap, and number what is new in it."""
        low = gap.above.number if gap.above else None
        turn = gap.first + 1
        for home, found in groupby(self._homes(gap), key=lambda one: one[0]):
            gone = tuple(filed for _, filed in found)
            here = min(max(turn, self._first_behind(home, gap)), gap.last)
            self._number(range(turn, here), low, gone[0].number)
            turn = here
            self.homes[home] = (*self.homes.get(home, ()), *gone)
            low = gone[-1].number
        self._number(range(turn, gap.last), low, gap.below.number if gap.below else None)

    def _first_behind(self, home: tuple[Around, int], gap: _Gap) -> int:
        """The position of the first paragraph that stands behind what is placed at `home`."""
        around, at = home
        if around == "before":
            return at
        if around == "after":
            return at + 1
        behind = range(gap.first + 1, gap.last)
        return next((n for n in behind if self.spots[n].section > at), gap.last)

    def _homes(self, gap: _Gap) -> Iterator[tuple[tuple[Around, int], Filed]]:
        """The filed numbers of a gap, each with its place.

        A number stays in the section in which it was filed. Where that begins in the gap, it stands
        at its beginning; below the heading of its count, where that is withdrawn; where its section
        is gone, behind the section before; and where nothing is known of it, behind the number before.
        """
        home: tuple[Around, int] = ("after", gap.first) if gap.first >= 0 else ("before", 0)
        for one in gap.gone:
            home = self._home(one, gap, home)
            if self.spots or home[0] in ("below", "at_end"):
                yield home, one

    def _home(self, one: Filed, gap: _Gap, last: tuple[Around, int]) -> tuple[Around, int]:
        if withdrawn := self._withdrawn_count(one):
            return "below", withdrawn
        if gap.above and one.section == gap.above.section:
            return last
        turn = last[1] if last[0] == "before" else gap.first + 1
        begins = range(turn, min(gap.last + 1, len(self.spots)))
        if gap.below and one.section == gap.below.section:
            wanted = self.spots[gap.last].section
            return "before", next(n for n in begins if self.spots[n].section == wanted)
        same = next((n for n in begins if self._is_same_section(one, self.spots[n])), None)
        if same is not None:
            return "before", same
        end = self._end_before(one, gap)
        return ("at_end", end) if end else last

    def _is_same_section(self, one: Filed, spot: Spot) -> bool:
        of = self.ground.sections[spot.section].within.of if self.ground.sections else ""
        return spot.heading == one.heading and one.within.of in ("", of)

    def _withdrawn_count(self, one: Filed) -> int:
        """The section of the withdrawn count to which a number belonged; 0 where there is none."""
        counts = one.within.counts
        if not counts or not self.ground.counts.isdisjoint(counts):
            return 0
        return self.ground.withdrawn.get(counts[-1], 0)

    def _end_before(self, one: Filed, gap: _Gap) -> int:
        """The section behind which a section that is gone stood; 0 where that is not known."""
        sections, within = self.ground.sections, one.within
        if not within.of:
            return 0
        first = self.spots[gap.first].section if gap.first >= 0 else 1
        last = self.spots[gap.last].section if gap.last < len(self.spots) else len(sections)
        own = [n for n, each in enumerate(sections) if each.within.of == within.of]
        between = range(max(first, own[0]) if own else first, last)
        mine = [n for n in between if sections[n].within.of == within.of]
        if same := next((n for n in mine if sections[n].heading == one.heading), 0):
            return same  # the heading is left, and no numbered paragraph below it
        for n in mine if own else between:
            after = sections[n + 1].within if n + 1 < len(sections) else NOWHERE
            ends_file = after.of != sections[n].within.of
            if own and (ends_file or after.level <= within.level):
                return n
            if not own and ends_file and _part(sections[n].within) == _part(within):
                return n
        return 0

    def _number(self, positions: range, low: Number | None, high: Number | None) -> None:
        if positions:
            between = suffixes.between(low, high, len(positions))
            self.numbers.update(zip(positions, between, strict=True))


def _part(within: Within) -> str:
    return within.of.partition(" ")[0]


def _longest_run(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `found` whose second numbers increase (Fredman 1975)."""
    ends: list[int] = []
    values: list[int] = []
    above: list[int] = []
    for at, (_, value) in enumerate(found):
        length = bisect_left(values, value)
        above.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [at]
        values[length : length + 1] = [value]
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(found[at])
        at = above[at]
    return run[::-1]
