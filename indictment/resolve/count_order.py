"""Counts and their numbers -> the counts as they are printed, file by file, withdrawn ones between."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from indictment.model.court import Court
from indictment.resolve import suffixes
from indictment.resolve.charges import PlannedCount
from indictment.resolve.filed import Filed
from indictment.resolve.filed_counts import CountNumbers, printed
from indictment.resolve.names import listed
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class NumberedCount:
    """A count with its number in figures, and as the court prints it: ONE. `position` counts all."""

    number: str
    plan: PlannedCount
    printed: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class WithdrawnCount:
    """A filed count that is gone, with its number in figures, and as the court prints it."""

    number: str
    printed: str
    filed: Filed
    anchor: str


Group = tuple[NumberedCount | WithdrawnCount, ...]
"""The counts of one file; or withdrawn ones between files."""


def in_order(
    planned: Sequence[Sequence[PlannedCount]],
    numbers: CountNumbers,
    with_text: Collection[str],
    court: Court,
    anchor_of_gone: Callable[[str | None, str], str],
) -> Iterator[Group]:
    """The counts of each file, and the withdrawn ones.

    One between two counts of a file stands between them, unless it had text of its own: that would
    part their heads from their particulars. `with_text` are the labels of those that had.
    """

    def gone(some: Sequence[Filed]) -> Iterator[WithdrawnCount]:
        for one in some:
            own = f"withdrawn-count-{one.printed.replace('.', '-dot-')}"
            # one that was filed as withdrawn has lost its label
            anchor = anchor_of_gone(one.label, own)
            yield WithdrawnCount(one.printed, printed(court, one.number), one, anchor)

    yield from ((one,) for one in gone(numbers.before))
    position = len(numbers.before)
    for file in planned:
        group: list[NumberedCount | WithdrawnCount] = []
        apart: list[Group] = []
        for count in file:
            number = numbers.numbers[count.label]
            position += 1
            in_figures = suffixes.write(number)
            group.append(NumberedCount(in_figures, count, printed(court, number), position))
            behind = numbers.after.get(count.label, ())
            position += len(behind)
            for one in gone(behind):
                if count is file[-1] or one.filed.was in with_text:
                    apart.append((one,))
                else:
                    group.append(one)
        yield tuple(group)
        yield from apart


def with_text(filed: Mapping[str, Sequence[Filed]], counts: CountNumbers) -> frozenset[str]:
    """The withdrawn counts that had paragraphs of their own, by the labels under which they were filed."""
    of = (one.within.counts for series in filed.values() for one in series)
    return frozenset(some[-1] for some in of if some and counts.numbers.keys().isdisjoint(some))


def charged(group: Group) -> tuple[NumberedCount, ...]:
    """Those of a file that are not withdrawn."""
    return tuple(count for count in group if isinstance(count, NumberedCount))


def named(group: Sequence[NumberedCount]) -> list[tuple[str, str]]:
    """The numbers and titles of counts."""
    return [(count.number, count.plan.title) for count in group]


def numbers_of(group: Sequence[NumberedCount], court: Court) -> str:
    """The printed numbers in a row: "1 and 2", "1 to 3", "1, 3 and 4"."""
    words = court.words
    first, last = group[0], group[-1]
    if len(group) > 2 and last.position - first.position == len(group) - 1:
        return f"{first.printed} {words.to} {last.printed}"
    return listed(tuple(one.printed for one in group), words.and_)
