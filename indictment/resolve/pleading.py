"""Attribute lines `elements="…" defendants="…"` -> the elements and the accused they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from indictment.diagnostics import Diagnostic
from indictment.model.blocks import Serves
from indictment.model.prose import Attributes
from indictment.resolve.charges import PlannedCount, group_label
from indictment.resolve.labels import nearest
from indictment.resolve.rules import WRONG_KIND


@dataclass(slots=True)
class Pleading:
    """The counts and the accused that attribute lines may name."""

    counts: Mapping[str, PlannedCount]
    accused: frozenset[str]
    faults: list[Diagnostic]
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @staticmethod
    def over(
        planned: Sequence[Sequence[PlannedCount]], accused: frozenset[str], faults: list[Diagnostic]
    ) -> "Pleading":
        """The pleading of all counts; a file's own label stands for all counts in it."""
        groups: dict[str, tuple[str, ...]] = {}
        for group in planned:
            labels = tuple(count.label for count in group)
            for count in group:
                groups[group_label(count.source)] = labels
        for group in planned:
            groups |= {count.label: (count.label,) for count in group}
        counts = {count.label: count for group in planned for count in group}
        return Pleading(counts, accused, faults, groups)

    def serves(self, attributes: Attributes, here: Sequence[str]) -> tuple[Serves, ...]:
        """The elements an attribute line names. `here`: the counts of the file it stands in."""
        return tuple(
            each for written in attributes.elements for each in self._one(written, attributes, here)
        )

    def _one(self, written: str, attributes: Attributes, here: Sequence[str]) -> list[Serves]:
        count, colon, element = written.rpartition(":")
        if colon:
            if count not in self.groups:
                self._say(
                    attributes, f"“{count}” names no count", self.groups, "counts",
                    nearest(count, self.groups), suffix=f":{element}",
                )  # fmt: skip
                return []
            here = self.groups[count]
        elif not here:
            first = next(iter(self.counts), "count")
            self.faults.append(
                WRONG_KIND.at(
                    attributes.at("elements"),
                    f"“{element}” does not say of which count it is an element",
                    help=f"write the count before it, as in {first}:{element}",
                )
            )
            return []
        return self._of_counts(element, attributes, here, count + colon)

    def _of_counts(
        self, element: str, attributes: Attributes, counts: Sequence[str], prefix: str
    ) -> list[Serves]:
        offences = {c: o for c in counts if (o := self.counts[c].offence)}
        if len(offences) < len(counts):
            # an offence that is missing or unknown is reported at the count itself
            known = [c for c, o in offences.items() if element in {e.id for e in o.elements}]
            return [Serves(c, element) for c in known]
        found = [c for c, o in offences.items() if element in {e.id for e in o.elements}]
        if not found:
            elements = dict.fromkeys(e.id for o in offences.values() for e in o.elements)
            titles = " or ".join(dict.fromkeys(o.title for o in offences.values()))
            self._say(
                attributes, f"“{element}” is not an element of {titles}", elements, "elements",
                nearest(element, elements), prefix=prefix,
            )  # fmt: skip
        return [Serves(c, element) for c in found]

    def defendants(self, attributes: Attributes) -> tuple[str, ...]:
        """The accused an attribute line names."""
        for label in attributes.defendants:
            if label not in self.accused:
                near = nearest(label, self.accused)
                self.faults.append(
                    WRONG_KIND.at(
                        attributes.at("defendants"),
                        f"“{label}” names no accused",
                        notes=[f"the accused are: {', '.join(sorted(self.accused))}"],
                        help=f"write {near}" if near else "write one of them",
                    )
                )
        return tuple(label for label in attributes.defendants if label in self.accused)

    def _say(
        self, attributes: Attributes, message: str, known: Mapping[str, object], what: str,
        near: str, prefix: str = "", suffix: str = "",
    ) -> None:  # fmt: skip
        self.faults.append(
            WRONG_KIND.at(
                attributes.at("elements"),
                message,
                notes=[f"the {what} are: {', '.join(known)}"],
                help=f"write {prefix}{near}{suffix}" if near else "write one of them",
            )
        )
