"""The matter: the folder, everything the drafter wrote."""

from collections.abc import Mapping
from dataclasses import field

from indictment.diagnostics import Span
from indictment.model.annexes import AnnexFile, FactsFile, ScheduleFile
from indictment.model.caption import Caption
from indictment.model.charges import CountFile
from indictment.model.court import Court
from indictment.model.exhibits import ExhibitEntry, ExhibitList
from indictment.model.numbers import NumbersFile
from indictment.model.offence import Offence
from indictment.model.people import DefendantFile, PersonsFile
from indictment.model.prose import Allowance, Prose, ProseCell
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Defendant:
    """An accused: `label` comes from the file's name without its ordering number."""

    label: str
    head: DefendantFile
    prose: Prose


@dataclass(frozen=True, slots=True)
class Facts:
    """A part of the statement of facts."""

    label: str
    head: FactsFile
    prose: Prose


@dataclass(frozen=True, slots=True)
class Particulars:
    """A file in counts/: the count or counts in its front matter, and their particulars."""

    label: str
    head: CountFile
    prose: Prose


@dataclass(frozen=True, slots=True)
class Annex:
    """What is attached as text."""

    label: str
    head: AnnexFile
    prose: Prose


Chapter = Defendant | Facts | Particulars | Annex
"""A file of prose with a front matter."""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One row of a schedule: cells in the order of the schedule's columns."""

    label: str | None
    label_span: Span | None
    cells: tuple[ProseCell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Schedule:
    """A table that is attached: victims, incidents."""

    label: str
    head: ScheduleFile
    rows: tuple[ScheduleRow, ...]
    note: Prose


@dataclass(frozen=True, slots=True)
class ListedExhibit:
    """An entry of the exhibit list with the list it stands in."""

    label: str
    entry: ExhibitEntry
    listed_in: ExhibitList
    path: str = ""
    """The file's path relative to the matter's root; empty where there is none."""

    def at(self, *path: str | int) -> Span:
        """The span of a value of the entry; of the entry's label where there is none."""
        if path and self.listed_in.has("exhibits", self.label, *path):
            return self.listed_in.at("exhibits", self.label, *path)
        return self.listed_in.key_at("exhibits", self.label)


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything the drafter wrote, each value with its source span.

    `files` are the paths that exist in the matter; `texts` the lines of each file that was
    read, for the excerpts of diagnostics.
    """

    caption: Caption
    court: Court
    defendants: tuple[Defendant, ...] = ()
    facts: tuple[Facts, ...] = ()
    counts: tuple[Particulars, ...] = ()
    annexes: tuple[Annex, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    persons: PersonsFile | None = None
    numbers: NumbersFile | None = None
    """The numbers of what was filed last; None where nothing was frozen."""
    exhibits: tuple[ListedExhibit, ...] = ()
    offences: Mapping[str, Offence] = field(default_factory=dict)
    """Those that the counts charge, and the matter's own, with what they extend and their modes."""
    offence_labels: frozenset[str] = frozenset()
    """Every offence that a count may name."""
    notice: Prose | None = None
    office_sources: Mapping[tuple[str, int], Prose] = field(default_factory=dict)
    """The citation of each office, by the label of the accused and the office's position."""
    allowances: tuple[Allowance, ...] = ()
    """All allowances, of comments and of front matters."""
    files: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    """Labels of files (and "exhibits") that could not be read: what follows from that is not reported."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Every file of prose, in the order of the folders."""
        return (*self.defendants, *self.facts, *self.counts, *self.annexes)
