"""offences/*.yaml: the law. Provisions, their validity, elements and modes of liability."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from indictment.model.dates import Date
from indictment.model.source import Document, Label, Text, Written


class ElementPart(Written):
    """A part of an element that can be pleaded by itself: a letter of a list, "character", "scale"."""

    id: Label
    """The part's label, used in `elements="…"`."""
    letter: str = ""
    """Its letter or number in the provision: "(a)"."""
    text: Text
    """The part, in our own summary words."""
    provision: str = ""
    """The provision, where it has one of its own."""


class Element(Written):
    """What must be alleged and proved for an offence, or for a mode of liability."""

    id: Label
    """The element's label, used in `elements="…"`."""
    text: Text
    """The element, in our own summary words."""
    kind: Literal[
        "conduct", "circumstance", "consequence", "mental", "leadership", "threshold", "contextual"
    ]
    """What sort of element it is."""
    per: Literal["accused", "count"] = "count"
    """Whether it must be pleaded for each accused or once for the count."""
    number: str = ""
    """Its number in the official elements of the crime: "4"."""
    provision: str = ""
    """The provision, or the authority, that has it, where it is another than the offence's own."""
    parts: tuple[ElementPart, ...] = ()
    """Parts that can be pleaded by themselves. A paragraph that pleads the element pleads it whole."""
    need: Literal["all", "one"] = "all"
    """Whether all parts must be pleaded, or one suffices."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Its label and those of its parts: what `elements="…"` may name."""
        return self.id, *(part.id for part in self.parts)


class ModeElement(Element):
    """What must be alleged and proved of each accused who is charged by a mode of liability."""

    per: Literal["accused"] = "accused"
    """A mode of liability is pleaded for each accused."""


class Choice(Written):
    """A form of conduct that a count may name."""

    id: Label
    """The name that a count file uses."""
    printed: Text
    """The words that are printed."""
    provision: str = ""
    """The provision: "article 25(3)(a)"."""


class Mode(Choice):
    """A mode of liability that a count may name."""

    elements: tuple[ModeElement, ...] = ()
    """What must be alleged and proved for it, of each accused."""


class Liability(Document):
    """offences/liability/*.yaml: the modes of liability of one instrument."""

    title: Text
    """What it is, for people."""
    instrument: Text
    """The statute, treaty or code."""
    provision: str = ""
    """The articles."""
    citation: str = ""
    """The whole official citation."""
    in_force: Date | None = None
    """Since when the provision is in force for the court."""
    source: Text
    """The text that was read, and when."""
    verify: str = ""
    """What was not verified, printed by the check for a count that relies on it."""
    note: str = ""
    """A note for the drafter."""
    modes: tuple[Mode, ...] = Field(min_length=1)
    """The modes of liability."""


class Offence(Document):
    """An offence that a count may charge."""

    title: Text
    """The offence in ordinary language."""
    extends: Label | None = None
    """An offence whose elements come first, and whose instrument, conduct and liability hold where this file has none."""
    abstract: bool = False
    """True for a file that only others extend: what several offences share. No count can charge it."""
    instrument: str = ""
    """The statute, treaty or code."""
    provision: Text
    """The article, with paragraph and letter, as it is cited."""
    citation: Text
    """The whole official citation, as printed under the count's title."""
    status: Literal["settled", "provisional"] = "settled"
    """`provisional`: the court's own law may still change."""
    in_force: Date | None = None
    """Since when the provision is in force for the court."""
    repealed: Date | None = None
    """Since when it is no longer in force."""
    source: Text
    """The text that was read, and when."""
    verify: str = ""
    """What was not verified, printed by the check for a count that relies on it."""
    note: str = ""
    """A note for the drafter."""
    conduct: tuple[Choice, ...] = ()
    """Forms of conduct, in the alternative; none where the offence has only one."""
    liability: Label | None = None
    """The modes of liability: a file in offences/liability/."""
    permitted: tuple[Label, ...] = ()
    """Which modes of that file the offence allows; all where it is left out."""
    modes: tuple[Mode, ...] = ()
    """Modes of liability of this offence alone; one that the file has too is put in its place."""
    elements: tuple[Element, ...] = ()
    """The elements of the offence."""

    def named(self) -> Iterator[tuple[str, str, Literal["accused", "count"]]]:
        """All that a paragraph may name: label, words, and whether it is pleaded for each accused."""
        for element in (*self.elements, *(e for mode in self.modes for e in mode.elements)):
            yield element.id, element.text, element.per
            yield from ((part.id, part.text, element.per) for part in element.parts)

    def pleadable(self) -> Iterator[str]:
        """Every label that a paragraph may name: elements, their parts, and those of modes."""
        return (label for label, _, _ in self.named())
