"""Filed numbers and the paragraphs of today -> the number of each, and where filed ones are missing.

A paragraph keeps its filed number as long as the numbers still stand in order. Of paragraphs that
changed places the longest run in order keeps its numbers; the others are numbered as new ones are,
and their old places say where they are now.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

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
class Plan:
    """The numbers of one series.

    `numbers` are those of its paragraphs in order; `before` and `after` hold, by the position of a
    paragraph (from 0), the filed numbers that are printed around it without their paragraph.
    """

    numbers: tuple[str, ...] = ()
    before: Mapping[int, tuple[Filed, ...]] = field(default_factory=dict)
    after: Mapping[int, tuple[Filed, ...]] = field(default_factory=dict)


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


def plan(filed: Sequence[Filed], spots: Sequence[Spot]) -> Plan:
    """The numbers of the paragraphs at `spots`, of which `filed` were filed."""
    index = {one.label: n for n, one in enumerate(filed) if one.label}
    kept = _longest_run([(n, index[s.label]) for n, s in enumerate(spots) if s.label in index])
    numbers: dict[int, Number] = {n: filed[i].number for n, i in kept}
    before: dict[int, tuple[Filed, ...]] = {}
    after: dict[int, tuple[Filed, ...]] = {}
    ends = [(-1, -1), *kept, (len(spots), len(filed))]
    for (first, low), (last, high) in pairwise(ends):
        above = filed[low] if low >= 0 else None
        below = filed[high] if high < len(filed) else None
        gap = _Gap(first, last, filed[low + 1 : high], above, below)
        _fill(gap, spots, numbers, before, after)
    printed = tuple(suffixes.write(numbers[n]) for n in range(len(spots)))
    return Plan(printed, before, after)


def _fill(
    gap: _Gap,
    spots: Sequence[Spot],
    numbers: dict[int, Number],
    before: dict[int, tuple[Filed, ...]],
    after: dict[int, tuple[Filed, ...]],
) -> None:
    """Place the filed numbers of a gap, and number what is new in it."""
    low = gap.above.number if gap.above else None
    turn = gap.first + 1
    for at, found in groupby(_placed(gap, spots), key=lambda one: one[0]):
        gone = tuple(filed for _, filed in found)
        if at >= 0:
            _number(range(turn, at), low, gone[0].number, numbers)
            before[at] = before.get(at, ()) + gone
            turn = at
        elif gap.first >= 0:
            after[gap.first] = gone
        elif spots:
            before[0] = gone
        low = gone[-1].number
    _number(range(turn, gap.last), low, gap.below.number if gap.below else None, numbers)


_BEHIND = -1


def _placed(gap: _Gap, spots: Sequence[Spot]) -> Iterator[tuple[int, Filed]]:
    """The filed numbers of a gap, each with the paragraph that it stands before; -1 stands for
    behind the paragraph above.

    A number stays in the section in which it was filed. Where that begins in the gap, it stands at
    its beginning; where it is gone as well, behind the number before it.
    """
    at = _BEHIND
    for one in gap.gone:
        if not gap.above or one.section != gap.above.section:
            begins = range(gap.first + 1, min(gap.last + 1, len(spots)))
            if gap.below and one.section == gap.below.section:
                wanted = spots[gap.last].section
                at = max(at, next(n for n in begins if spots[n].section == wanted))
            else:
                at = max(at, next((n for n in begins if spots[n].heading == one.heading), at))
        yield at, one


def _number(
    positions: range, low: Number | None, high: Number | None, numbers: dict[int, Number]
) -> None:
    if positions:
        numbers.update(zip(positions, suffixes.between(low, high, len(positions)), strict=True))


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
