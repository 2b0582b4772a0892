"""What is pleaded: accused × count × element × mode of liability, with paragraphs and evidence.

Most rules of pleading, and the chart of elements, are questions of this model.
"""

from collections.abc import Iterator
from dataclasses import field
from functools import cached_property
from typing import Literal

from indictment.diagnostics import Span
from indictment.model.blocks import ExhibitCitation, Serves, Target
from indictment.model.dates import Period
from indictment.model.offence import Choice, Element, ElementPart, Mode, Offence
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class PleadedParagraph:
    """A numbered paragraph, or a sub-paragraph that pleads something by itself.

    `defendants` are those of whom it speaks by its attribute line or its heading's; empty where it
    speaks of all. `citations` are those of its notes, with their pinpoints. `part` is the folder of
    its file, `counts` those of the file where it stands in a count.
    """

    target: Target
    label: str | None
    span: Span
    place: tuple[str, ...]
    part: Literal["defendants", "facts", "counts", "annexes", "schedules"]
    kind: str
    defendants: tuple[str, ...]
    serves: tuple[Serves, ...]
    position: int
    """Its place in the document, from 0."""
    counts: tuple[str, ...] = ()
    citations: tuple[ExhibitCitation, ...] = ()
    within: tuple[str, ...] = ()
    """The anchors of the paragraph and the sub-paragraphs around it."""
    refers: bool = False
    """True where it refers to other paragraphs, or to an annex or schedule."""

    @property
    def is_supported(self) -> bool:
        """True where it cites an exhibit, or refers to paragraphs."""
        return bool(self.citations) or self.refers

    @property
    def is_of_own_conduct(self) -> bool:
        """True where it names accused, and not all of them by silence."""
        return bool(self.defendants)


@dataclass(frozen=True, slots=True)
class PleadedPart:
    """A part of an element, and the paragraphs that plead it by itself."""

    part: ElementPart
    paragraphs: tuple[PleadedParagraph, ...]


@dataclass(frozen=True, slots=True)
class PleadedElement:
    """An element of a count, or of a mode charged in it, for one accused or for the count.

    `accused` is "" where it is pleaded once for the count; `mode` is the mode's label, "" for an
    element of the offence. `paragraphs` plead it whole or in part.
    """

    element: Element
    accused: str
    mode: str
    paragraphs: tuple[PleadedParagraph, ...]
    whole: tuple[PleadedParagraph, ...]
    """Those that plead it whole: they name it, and no part of it is named by them or their sub-paragraphs."""
    parts: tuple[PleadedPart, ...] = ()
    is_alternative: bool = False
    """True for an element of a mode that is charged in the alternative only."""

    @property
    def missing(self) -> tuple[ElementPart, ...]:
        """The parts that are needed and not pleaded."""
        if self.whole or not self.parts:
            return ()
        gone = tuple(each.part for each in self.parts if not each.paragraphs)
        if self.element.need == "one":
            return gone if len(gone) == len(self.parts) else ()
        return gone

    @property
    def is_pleaded(self) -> bool:
        """True if it is pleaded whole, or in all the parts that are needed."""
        return bool(self.whole) or (bool(self.parts) and not self.missing)


@dataclass(frozen=True, slots=True)
class PleadedCharge:
    """What one accused is charged with in a count, by one charge of it."""

    accused: str
    conduct: tuple[Choice, ...]
    modes: tuple[Mode, ...]
    alternative_modes: tuple[Mode, ...]
    period: Period | None


@dataclass(frozen=True)
class PleadedCount:
    """A count, its charges, and its elements in the order of the law, accused by accused."""

    label: str
    number: str
    title: str
    offence: Offence | None
    charges: tuple[PleadedCharge, ...]
    elements: tuple[PleadedElement, ...]
    alternative_to: str | None
    span: Span
    places: tuple[str, ...] = ()

    @property
    def accused(self) -> tuple[str, ...]:
        """Everyone charged in it, each once."""
        return tuple(dict.fromkeys(charge.accused for charge in self.charges))

    def of(self, accused: str) -> tuple[PleadedElement, ...]:
        """The elements that concern one accused: those of the count, the accused's own, the modes'."""
        return tuple(each for each in self.elements if each.accused in ("", accused))

    def element(self, label: str, accused: str = "") -> PleadedElement | None:
        """An element by its label; for one accused where it is pleaded for each."""
        return self._by_label.get((label, accused))

    @cached_property
    def _by_label(self) -> dict[tuple[str, str], PleadedElement]:
        return {(each.element.id, each.accused): each for each in reversed(self.elements)}

    @cached_property
    def paragraphs(self) -> tuple[PleadedParagraph, ...]:
        """Every paragraph that pleads something of it, in the order of the document."""
        found = {p.target.anchor: p for each in self.elements for p in each.paragraphs}
        return tuple(sorted(found.values(), key=lambda p: p.position))


@dataclass(frozen=True)
class Pleadings:
    """All counts, and all paragraphs in the order of the document, whatever they plead."""

    counts: tuple[PleadedCount, ...] = ()
    paragraphs: tuple[PleadedParagraph, ...] = field(default=(), repr=False)

    def count(self, label: str) -> PleadedCount | None:
        """A count by its label."""
        return self._by_label.get(label)

    @cached_property
    def _by_label(self) -> dict[str, PleadedCount]:
        return {count.label: count for count in self.counts}

    def of(self, accused: str) -> Iterator[PleadedCount]:
        """The counts in which one accused is charged."""
        return (count for count in self.counts if accused in count.accused)

    def own_conduct(self, accused: str) -> Iterator[PleadedParagraph]:
        """The paragraphs that name this accused and not all."""
        return (p for p in self.paragraphs if accused in p.defendants)
