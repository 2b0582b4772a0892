"""Redline -> the counts and the accused whom each change concerns: what the two filters ask for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from indictment.model.redline import Amendment, Redline
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Concerned:
    """Labels by the numbers of changes, told by the amendments that show in them.

    What is amended in a count and names no accused concerns all who are charged in it.
    """

    counts: Mapping[int, frozenset[str]] = field(default_factory=dict)
    accused: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def all_counts(self) -> frozenset[str]:
        """Every count that some change concerns."""
        return frozenset(label for labels in self.counts.values() for label in labels)

    def all_accused(self) -> frozenset[str]:
        """Every accused whom some change concerns."""
        return frozenset(label for labels in self.accused.values() for label in labels)


def concerned(redline: Redline) -> Concerned:
    """The counts and the accused of each change."""
    charged: dict[str, set[str]] = {}
    for version in (redline.before, redline.after):
        for group in version.counts:
            for count in group.counts:
                for line in count.charges:
                    charged.setdefault(count.label, set()).update(line.labels)
    return Concerned(
        _by_change(redline, lambda one: one.counts),
        _by_change(redline, lambda one: one.accused or _all_of(one, charged)),
    )


def _all_of(one: Amendment, charged: Mapping[str, set[str]]) -> Iterator[str]:
    for label in one.counts:
        yield from charged.get(label, ())


def _by_change(
    redline: Redline, labels: Callable[[Amendment], Iterable[str]]
) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for one in redline.amendments:
        for number in one.changes:
            found[number] = found.get(number, frozenset()).union(labels(one))
    return found
