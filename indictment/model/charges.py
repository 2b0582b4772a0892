"""The front matter of a count file: what is charged, and against whom."""

from typing import ClassVar

from pydantic import Field

from indictment.model.dates import Period
from indictment.model.source import Document, Label, Text, Written


class Charge(Written):
    """One legal characterisation inside a count: accused, conduct and mode of liability."""

    defendants: tuple[Label, ...] = ()
    """The accused to whom this charge applies (labels of files in defendants/)."""
    conduct: tuple[Label, ...] = ()
    """Forms of conduct of the offence, in the alternative (planning, preparation, …)."""
    modes: tuple[Label, ...] = ()
    """Modes of liability (commission, ordering, aiding-and-abetting, superior-responsibility …)."""
    alternative_modes: tuple[Label, ...] = ()
    """Modes of liability charged in the alternative to those in `modes`."""
    period: Period | None = None
    """When, if it differs from the count's own period."""


class CountHead(Written):
    """One of several counts that are pleaded on the same particulars."""

    id: Label
    """The count's label."""
    title: Text
    """The count's title in ordinary language."""
    offence: Label | None = None
    """The offence charged: the name of a file in offences/."""
    alternative_to: Label | None = None
    """The label of the count to which this one is charged in the alternative."""
    charges: tuple[Charge, ...] = ()
    """Charges that differ from those of the file."""


class CountFile(Document):
    """A file in counts/: one count (or several on the same particulars) and its particulars."""

    needs_one_of: ClassVar[tuple[str, ...]] = ("title", "counts")

    title: Text | None = None
    """The count's title in ordinary language."""
    id: Label | None = None
    """The count's label, where it should differ from the file's name."""
    offence: Label | None = None
    """The offence charged: the name of a file in offences/."""
    defendants: tuple[Label, ...] = ()
    """The accused charged in this count (labels of files in defendants/)."""
    conduct: tuple[Label, ...] = ()
    """Forms of conduct of the offence, in the alternative (planning, preparation, …)."""
    modes: tuple[Label, ...] = ()
    """Modes of liability charged."""
    alternative_modes: tuple[Label, ...] = ()
    """Modes of liability charged in the alternative to those in `modes`."""
    charges: tuple[Charge, ...] = ()
    """Several charges, where modes, conduct or period differ between the accused."""
    counts: tuple[CountHead, ...] = ()
    """Several counts pleaded on these same particulars."""
    alternative_to: Label | None = None
    """The label of the count to which this one is charged in the alternative."""
    period: Period | None = None
    """When the offence is alleged to have been committed."""
    places: tuple[Text, ...] = ()
    """Where the offence is alleged to have been committed."""
    relies_on: tuple[Label, ...] = ()
    """Labels of headings on whose paragraphs this count is based ("on the basis of paragraphs")."""
    incorporates: tuple[Label, ...] = ()
    """Labels of headings, counts or paragraphs whose allegations are taken in by reference."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken in this file: code and reason."""
