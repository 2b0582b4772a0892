"""The front matter of count files -> counts with their law bound, before they have numbers."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from indictment.diagnostics import Diagnostic, Span
from indictment.model.charges import Charge, CountHead
from indictment.model.dates import Period
from indictment.model.matter import Matter, Particulars
from indictment.model.offence import Choice, Mode, Offence
from indictment.model.source import Path
from indictment.resolve.labels import nearest
from indictment.resolve.rules import WRONG_KIND
from indictment.resolve.series import by_name
from indictment.value import dataclass

C = TypeVar("C", bound=Choice)
_MOST = 12
"""Offences that a note names."""


@dataclass(frozen=True, slots=True)
class PlannedCharge:
    """A charge with everything filled in from the file.

    Labels that name nothing are left out; `period` is None where the charge has none of its own.
    """

    defendants: tuple[str, ...]
    conduct: tuple[Choice, ...]
    modes: tuple[Mode, ...]
    alternative_modes: tuple[Mode, ...]
    period: Period | None


@dataclass(frozen=True, slots=True)
class PlannedCount:
    """A count as its file defines it. `offence` is None where none is named or it is unknown."""

    label: str
    title: str
    offence: Offence | None
    offence_label: str
    charges: tuple[PlannedCharge, ...]
    alternative_to: str | None
    span: Span
    label_span: Span
    alternative_span: Span
    source: Particulars

    @property
    def defendants(self) -> tuple[str, ...]:
        """All accused of the count, each once."""
        return tuple(dict.fromkeys(d for charge in self.charges for d in charge.defendants))


def group_label(particulars: Particulars) -> str:
    """The label of a count file."""
    return particulars.head.id or particulars.label


def in_order(matter: Matter) -> tuple[Particulars, ...]:
    """The count files in the order of their names."""
    return tuple(sorted(matter.counts, key=lambda p: by_name(p.prose.file)))


def plan(matter: Matter, faults: list[Diagnostic]) -> tuple[tuple[PlannedCount, ...], ...]:
    """The counts of each count file, in the order of the files."""
    return tuple(_Planner(matter, p, faults).counts() for p in in_order(matter))


class _Planner:
    """One count file."""

    def __init__(self, matter: Matter, source: Particulars, faults: list[Diagnostic]) -> None:
        self.matter = matter
        self.source = source
        self.file = source.head
        self.faults = faults
        self.accused = frozenset(d.label for d in matter.defendants)
        self.said: set[tuple[Span, str]] = set()

    def counts(self) -> tuple[PlannedCount, ...]:
        if self.file.counts:
            return tuple(self._several(i, head) for i, head in enumerate(self.file.counts))
        label = group_label(self.source)
        offence = self._offence(self.file.offence, ("offence",))
        return (
            PlannedCount(
                label=label,
                title=self.file.title or (offence.title if offence else label),
                offence=offence,
                offence_label=self.file.offence or "",
                charges=self._charges((), ("charges",), offence),
                alternative_to=self.file.alternative_to,
                span=self.file.at("title"),
                label_span=self.file.at("id"),
                alternative_span=self.file.at("alternative-to"),
                source=self.source,
            ),
        )

    def _several(self, index: int, head: CountHead) -> PlannedCount:
        above: Path = ("counts", index)
        own = head.offence is not None
        offence = self._offence(
            head.offence or self.file.offence, (*above, "offence") if own else ("offence",)
        )
        alternative, where = head.alternative_to, (*above, "alternative-to")
        if alternative is None and self.file.alternative_to != head.id:
            alternative, where = self.file.alternative_to, ("alternative-to",)
        return PlannedCount(
            label=head.id,
            title=head.title,
            offence=offence,
            offence_label=head.offence or self.file.offence or "",
            charges=self._charges(head.charges, (*above, "charges"), offence),
            alternative_to=alternative,
            span=self.file.at(*above, "title"),
            label_span=self.file.at(*above, "id"),
            alternative_span=self.file.at(*where),
            source=self.source,
        )

    # --- the offence ---------------------------------------------------------------------------

    def _offence(self, label: str | None, path: Path) -> Offence | None:
        if label is None:
            return None
        found = self.matter.offences.get(label)
        if found is not None and found.abstract:
            self._say(
                self.file.at(*path),
                f"“{label}” is what several offences share, and cannot be charged by itself",
                notes=_listed(x for x in self.matter.offence_labels if x.startswith(f"{label}-")),
                help="write one of the offences that extend it",
            )
        if found is None and label not in self.matter.unread:
            known = self.matter.offence_labels | self.matter.offences.keys()
            near = nearest(label, known)
            self._say(
                self.file.at(*path),
                f"“{label}” names no offence",
                notes=_listed(known),
                help=f"write {near}"
                if near
                else f"write one of them, or add offences/{label}.yaml",
            )
        return found

    # --- charges -------------------------------------------------------------------------------

    def _charges(
        self, own: Sequence[Charge], path: Path, offence: Offence | None
    ) -> tuple[PlannedCharge, ...]:
        written, place = (own, path) if own else (self.file.charges, ("charges",))
        if not written:
            return (self._charge(Charge(), (), offence),)
        return tuple(self._charge(each, (*place, i), offence) for i, each in enumerate(written))

    def _charge(self, charge: Charge, path: Path, offence: Offence | None) -> PlannedCharge:
        """Fill what the charge leaves out from the file."""
        file = self.file
        defendants, at_defendants = _own(charge.defendants, path, file.defendants, "defendants")
        conduct, at_conduct = _own(charge.conduct, path, file.conduct, "conduct")
        modes, at_modes = _own(charge.modes, path, file.modes, "modes")
        other, at_other = _own(
            charge.alternative_modes, path, file.alternative_modes, "alternative-modes"
        )
        return PlannedCharge(
            defendants=self._defendants(defendants, at_defendants),
            conduct=self._choices(
                conduct, at_conduct, offence, "form of conduct", offence.conduct if offence else ()
            ),
            modes=self._choices(
                modes, at_modes, offence, "mode of liability", offence.modes if offence else ()
            ),
            alternative_modes=self._choices(
                other, at_other, offence, "mode of liability", offence.modes if offence else ()
            ),
            period=charge.period,
        )

    def _defendants(self, labels: Sequence[str], path: Path) -> tuple[str, ...]:
        for i, label in enumerate(labels):
            if label not in self.accused and label not in self.matter.unread:
                near = nearest(label, self.accused)
                self._say(
                    self.file.at(*path, i),
                    f"“{label}” names no accused",
                    notes=[f"the accused are: {', '.join(sorted(self.accused))}"],
                    help=f"write {near}"
                    if near
                    else f"write one of them, or add defendants/{label}.md",
                )
        return tuple(label for label in labels if label in self.accused)

    def _choices(
        self,
        labels: Sequence[str],
        path: Path,
        offence: Offence | None,
        what: str,
        known: Sequence[C],
    ) -> tuple[C, ...]:
        if offence is None:
            return ()
        choices = {c.id: c for c in known}
        for i, label in enumerate(labels):
            if label not in choices:
                near = nearest(label, choices)
                self._say(
                    self.file.at(*path, i),
                    f"“{label}” is not a {what} of this offence ({offence.title})",
                    notes=[f"the {_plural(what)} are: {', '.join(choices)}"]
                    if choices
                    else [f"this offence names no {_plural(what)}"],
                    help=f"write {near}"
                    if near
                    else ("write one of them" if choices else "take it out"),
                )
        return tuple(choices[label] for label in labels if label in choices)

    def _say(self, span: Span, message: str, *, notes: Sequence[str] = (), help: str = "") -> None:
        """Report a fault of the file once, however many counts and charges inherit it."""
        if (span, message) not in self.said:
            self.said.add((span, message))
            self.faults.append(WRONG_KIND.at(span, message, notes=notes, help=help))


def _own(
    own: tuple[str, ...], path: Path, inherited: tuple[str, ...], key: str
) -> tuple[tuple[str, ...], Path]:
    """What the charge says, or else what its file says; and where that is written."""
    return (own, (*path, key)) if own else (inherited, (key,))


def _listed(offences: Iterable[str]) -> list[str]:
    """The offences as a note; of many, the first."""
    names = sorted(offences)
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return [f"the offences are: {', '.join(names[:_MOST])}{more}"] if names else []


def _plural(what: str) -> str:
    return "forms of conduct" if what.startswith("form") else "modes of liability"
