"""numbers.yaml: the numbers under which the instrument was filed, as `indict freeze` wrote them."""

from pydantic import Field

from indictment.model.dates import Date
from indictment.model.source import Document, Label, Text, Written


class FiledSection(Written):
    """What stood below one heading. The order is that of the numbers."""

    heading: str = ""
    """The words of the heading. A number whose paragraph is gone is printed below the heading with these words."""
    paragraphs: dict[Label, Text] = Field(default_factory=dict)
    """The paragraphs: the label of each, and its number (32, 32A)."""
    withdrawn: tuple[Text, ...] = ()
    """Numbers that were filed as withdrawn, or whose paragraph had moved: they are never given again."""
    counts: tuple[Label, ...] = ()
    """The counts whose particulars it belongs to: where they are withdrawn, its numbers stand below them."""
    of: str = ""
    """The file that it belongs to: facts LABEL, accused LABEL …"""
    title: str = ""
    """What stood above the whole file."""
    level: int = Field(default=0, ge=0, le=4)
    """The rank of its heading, from 1 for that of a part."""


class FiledSeries(Written):
    """A series of numbers: that of the indictment, or one of a part, a count or an annex."""

    name: Text
    """indictment; or the part, count LABEL, annex LABEL, where a series begins again there."""
    sections: tuple[FiledSection, ...] = ()
    """The sections of the series, in order."""


class FiledCount(Written):
    """A count under its number."""

    number: Text
    """Its number in figures, however the court prints it: 2, 2A."""
    label: Label
    """Its label. It keeps the number of the count."""
    title: str = ""
    """Its title."""
    withdrawn: bool = False
    """True where it was filed as withdrawn: its number is never given again."""


class NumbersFile(Document):
    """The numbers of the instrument that was filed last. Written by `indict freeze`."""

    instrument: Text
    """What was filed: Indictment, Amended Indictment, …"""
    title: str = ""
    """Its title."""
    date: Date
    """Its date."""
    ordinal: int = Field(default=0, ge=0, le=20)
    """How often it had been amended."""
    counts: tuple[FiledCount, ...] = ()
    """Its counts in the order of their numbers. Without them counts are numbered anew."""
    series: tuple[FiledSeries, ...] = ()
    """The numbers of its paragraphs, by series."""
    marks: dict[Label, Text] = Field(default_factory=dict)
    """The marks of its exhibits: the label of each, and its mark (P004)."""
