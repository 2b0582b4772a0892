"""offences/*.yaml: the law. Provisions, their validity, elements and modes of liability."""

from typing import Literal

from pydantic import Field

from indictment.model.dates import Date
from indictment.model.source import Document, Label, Text, Written


class Element(Written):
    """What must be alleged and proved for an offence."""

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


class Choice(Written):
    """A form of conduct or a mode of liability that a count may name."""

    id: Label
    """The name that a count file uses."""
    printed: Text
    """The words that are printed."""
    provision: str = ""
    """The provision: "article 25(3)(a)"."""


class Offence(Document):
    """An offence that a count may charge."""

    title: Text
    """The offence in ordinary language."""
    instrument: Text
    """The statute, treaty or code."""
    provision: Text
    """The article, with paragraph and letter, as it is cited."""
    citation: Text
    """The whole official citation, as printed under the count's title."""
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
    modes: tuple[Choice, ...] = ()
    """Modes of liability that may be charged."""
    elements: tuple[Element, ...] = Field(min_length=1)
    """The elements of the offence."""
