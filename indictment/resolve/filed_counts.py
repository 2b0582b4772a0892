"""Filed counts and the counts of today -> the number of each, and where withdrawn ones stand.

A count that was filed keeps its number wherever its file stands. A new one is numbered after the
one behind which it stands (2A); behind the last of them, and before the first, it counts on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import count as counting_from

from indictment.diagnostics import Diagnostic
from indictment.model.court import Court
from indictment.model.matter import Matter
from indictment.resolve import filed, frozen, series, suffixes
from indictment.resolve.filed import Filed
from indictment.resolve.frozen import Spot
from indictment.resolve.suffixes import Number
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class CountNumbers:
    """The numbers of counts by label, and the filed ones that are gone.

    `before` are gone ones before the first count, `after` those behind a count, by its label.
    """

    numbers: Mapping[str, Number] = field(default_factory=dict)
    before: tuple[Filed, ...] = ()
    after: Mapping[str, tuple[Filed, ...]] = field(default_factory=dict)

    @property
    def gone(self) -> tuple[Filed, ...]:
        """Every withdrawn count, in the order in which they are printed."""
        return (*self.before, *(one for some in self.after.values() for one in some))


def read(matter: Matter, faults: list[Diagnostic]) -> tuple[Filed, ...]:
    """The filed counts in order; none where the form renumbers, or while a fault stands in them."""
    if not filed.is_frozen(matter) or matter.numbers is None:
        return ()
    said = len(faults)
    found: list[Filed] = []
    for n, one in enumerate(matter.numbers.counts):
        span = matter.numbers.at("counts", n, "number")
        number = filed.number(one.number, span, faults, "a count")
        label = None if one.withdrawn else one.label
        if number is not None:
            found.append(Filed(number, label, 0, span, one.title, was=one.label))
    kept = tuple(filed.in_order(found, None, faults))
    filed.say_twice(kept, faults)
    if len(faults) == said and kept:
        filed.say_left_out(kept, "counts", faults)
    return kept if len(faults) == said else ()


def plan(found: Sequence[Filed], labels: Sequence[str]) -> CountNumbers:
    """The numbers of the counts with these labels, in the order in which they are printed."""
    if not found:
        return CountNumbers({label: ((0, n),) for n, label in enumerate(labels, start=1)})
    present = set(labels)
    planned = frozen.plan(found, [Spot(label, 0) for label in labels])
    numbers = {
        label: suffixes.read(printed) or ((0, 0),)
        for label, printed in zip(labels, planned.numbers, strict=True)
    }
    numbers |= {one.label: one.number for one in found if one.label in present and one.label}
    behind = counting_from(1 + max(number[0][1] for number in (*numbers.values(), *_all(found))))
    for label in labels:
        if numbers[label][0][1] == 0:  # no court knows a Count 0A
            numbers[label] = ((0, next(behind)),)

    def gone(some: Sequence[Filed]) -> tuple[Filed, ...]:
        # a filed count that stands elsewhere now has its number there
        return tuple(one for one in some if one.label not in present)

    if not labels:
        return CountNumbers(before=gone(found))
    after = {labels[at]: gone(some) for at, some in planned.after.items()}
    for at, some in sorted(planned.before.items()):
        if at:
            after[labels[at - 1]] = (*after.get(labels[at - 1], ()), *gone(some))
    return CountNumbers(numbers, gone(planned.before.get(0, ())), after)


def printed(court: Court, number: Number) -> str:
    """A number as the court prints it: "2A", "TWO-A", "II-A"."""
    whole = series.printed(court.count_numbering, number[0][1])
    added = suffixes.write(number).removeprefix(str(number[0][1]))
    joint = "-" if added[:1].isalpha() and not whole[-1:].isdigit() else ""
    return f"{whole}{joint}{added}"


def _all(found: Sequence[Filed]) -> list[Number]:
    return [one.number for one in found]
