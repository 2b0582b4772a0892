"""Attribute lines `elements="…" defendants="…"` -> the elements and the accused they name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from indictment.diagnostics import Diagnostic
from indictment.model.blocks import Serves
from indictment.model.offence import Element
from indictment.model.prose import Attributes
from indictment.resolve.charges import PlannedCount, group_label
from indictment.resolve.faults import Texts, word
from indictment.resolve.labels import nearest
from indictment.resolve.rules import WRONG_KIND


@dataclass(slots=True)
class Pleading:
    """The counts and the accused that attribute lines may name.

    `groups` has the counts that a label stands for: its own, or all of a file. Nothing is said of
    labels that are `unread`, because the files they stand in could not be read.
    """

    counts: Mapping[str, PlannedCount]
    accused: frozenset[str]
    unread: frozenset[str]
    texts: Texts
    faults: list[Diagnostic]
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    pleadable: dict[str, frozenset[str]] = field(default_factory=dict)
    """By count: the elements of its offence, their parts, and the elements of modes of liability."""

    def __post_init__(self) -> None:
        files: dict[str, tuple[str, ...]] = {}
        for count in self.counts.values():
            file = group_label(count.source)
            files[file] = (*files.get(file, ()), count.label)
        self.groups = files | {label: (label,) for label in self.counts}
        self.pleadable = {
            label: frozenset(count.offence.pleadable())
            for label, count in self.counts.items()
            if count.offence
        }

    def serves(self, attributes: Attributes, here: Sequence[str]) -> tuple[Serves, ...]:
        """The elements an attribute line names. `here`: the counts of the file it stands in."""
        return tuple(
            each for written in attributes.elements for each in self._one(written, attributes, here)
        )

    def _one(self, written: str, attributes: Attributes, here: Sequence[str]) -> list[Serves]:
        count, colon, element = written.rpartition(":")
        if colon:
            if count not in self.groups:
                if count not in self.unread:
                    near = nearest(count, self.groups)
                    remedy = f"write {near}:{element}" if near else "write the label of a count"
                    notes = _listed("counts", self.groups)
                    self._say(
                        attributes, "elements", written, f"“{count}” names no count", notes, remedy
                    )
                return []
            return self._of_counts(written, attributes, self.groups[count])
        if not here:
            first = next(iter(self.counts), "count")
            remedy = f"write the count before it, as in {first}:{element}"
            message = f"“{element}” does not say of which count it is an element"
            self._say(attributes, "elements", written, message, [], remedy)
            return []
        return self._of_counts(written, attributes, here)

    def _of_counts(
        self, written: str, attributes: Attributes, counts: Sequence[str]
    ) -> list[Serves]:
        prefix, colon, element = written.rpartition(":")
        offences = {c: o for c in counts if (o := self.counts[c].offence)}
        found = [c for c in offences if element in self.pleadable[c]]
        # an offence that is missing or unknown is reported at its count, not at each element
        if not found and len(offences) == len(counts):
            elements = {e for c in offences for e in self.pleadable[c]}
            titles = " or ".join(dict.fromkeys(o.title for o in offences.values()))
            near = nearest(element, elements)
            remedy = f"write {prefix}{colon}{near}" if near else "write one of them"
            message = f"“{element}” is not an element of {titles}"
            notes = _elements([self.counts[c] for c in offences])
            self._say(attributes, "elements", written, message, notes, remedy)
        return [Serves(c, element) for c in found]

    def defendants(self, attributes: Attributes) -> tuple[str, ...]:
        """The accused an attribute line names."""
        for label in attributes.defendants:
            if label not in self.accused and label not in self.unread:
                near = nearest(label, self.accused)
                remedy = f"write {near}" if near else f"add defendants/{label}.md"
                message, notes = (
                    f"“{label}” names no accused",
                    _listed("accused", sorted(self.accused)),
                )
                self._say(attributes, "defendants", label, message, notes, remedy)
        return tuple(label for label in attributes.defendants if label in self.accused)

    def _say(
        self,
        attributes: Attributes,
        key: str,
        written: str,
        message: str,
        notes: Sequence[str],
        remedy: str,
    ) -> None:
        span = word(attributes.at(key), written, self.texts)
        self.faults.append(WRONG_KIND.at(span, message, notes=notes, help=remedy))


def _listed(what: str, known: Iterable[str]) -> list[str]:
    labels = ", ".join(known)
    return [f"the {what} are: {labels}"] if labels else []


def _elements(counts: Sequence[PlannedCount]) -> list[str]:
    """The elements that the counts have, and those of the modes of liability that they charge."""
    of_offences = dict.fromkeys(
        _with_parts(e) for c in counts if c.offence for e in c.offence.elements
    )
    modes = dict.fromkeys(
        (mode.printed, *(_with_parts(e) for e in mode.elements))
        for c in counts
        for charge in c.charges
        for mode in (*charge.modes, *charge.alternative_modes)
        if mode.elements
    )
    return [
        *_listed("elements", of_offences),
        *(f"those of {printed}: {', '.join(labels)}" for printed, *labels in modes),
    ]


def _with_parts(element: Element) -> str:
    """An element as a note names it: "manifest (character, gravity, scale)"."""
    parts = ", ".join(part.id for part in element.parts)
    return f"{element.id} ({parts})" if parts else element.id
