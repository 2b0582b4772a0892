"""The indictment: what the court reads. Numbers given, references bound, nothing left to compute."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from indictment.diagnostics import Span
from indictment.model.blocks import (
    Block,
    CrossReference,
    ExhibitCitation,
    Inline,
    Name,
    Note,
    Target,
)
from indictment.model.court import Court
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import Matter
from indictment.model.pleading import Pleadings
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class CaptionLines:
    """Lines with what they are: "Before" and the judges. `name` may be empty."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The caption, as printed. Empty strings are not printed."""

    title: str
    short_title: str
    instrument: str
    """With its ordinal: "Second Amended Indictment"."""
    tribunal: str
    case_number: str
    prosecution: str
    on_behalf_of: str
    authority: str
    date: str
    place: str
    status: str
    classification: str
    notice: tuple[Inline, ...] = ()
    language: str = "en"
    caption: tuple[CaptionLines, ...] = ()
    recipients: tuple[CaptionLines, ...] = ()
    amended: str = ""
    """The same as `instrument` where it is an amended one, else empty."""
    amends: str = ""
    """The earlier instrument that an amended one amends."""
    leave: str = ""
    """What granted leave to amend."""


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office: words as printed, and the note that proves it."""

    title: str
    body: str
    dates: str
    source: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Accused:
    """One accused: particulars as printed, then the paragraphs about the accused."""

    label: str
    anchor: str
    name: str
    """The full name in the court's style (VLADIMIR VLADIMIROVICH PUTIN)."""
    short: str
    """The short form in the court's style."""
    heading: str
    """The short form as written, for a heading."""
    native: str
    native_language: str
    aliases: str
    born: str
    birthplace: str
    nationality: str
    offices: tuple[OfficeHeld, ...]
    blocks: tuple[Block, ...]
    span: Span
    heading_number: str = ""
    """The number of the heading, where the form numbers headings: "A."."""


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """Who is charged with what conduct and by which mode; lists are joined with the court's words."""

    defendants: tuple[Inline, ...]
    conduct: str
    modes: str
    alternative_modes: str
    period: str
    labels: tuple[str, ...] = ()
    """The labels of the accused."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count, as printed. Counts on shared particulars follow one another; `blocks` stand under
    the last of them.
    """

    label: str
    anchor: str
    number: str
    """The number in figures: "2", "2A"."""
    printed: str
    """The number in the form of the court: "1", "ONE"."""
    title: str
    offence: str
    """The offence's label in the library."""
    citation: str
    """The provision as it is cited."""
    charges: tuple[ChargeLine, ...]
    period: str
    places: str
    alternative_to: CrossReference | None
    relies_on: CrossReference | None
    incorporates: CrossReference | None
    span: Span
    is_withdrawn: bool = False
    """True for a filed count that is gone: it has its number, and the words of the court as title."""


@dataclass(frozen=True, slots=True)
class CountGroup:
    """One count file: its counts and the particulars they share."""

    counts: tuple[Count, ...]
    blocks: tuple[Block, ...]
    file: str
    numbers: str
    """The printed numbers of those that are charged: "1", "1 and 2", "1 to 3", "1, 3 and 4"; of a withdrawn one its own."""

    @property
    def charged(self) -> tuple[Count, ...]:
        """Its counts without those that are withdrawn."""
        return tuple(count for count in self.counts if not count.is_withdrawn)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the statement of facts, an annex or a schedule."""

    label: str
    anchor: str
    heading: str
    """As printed: "Annex A: Chronology"."""
    blocks: tuple[Block, ...]
    file: str
    landscape: bool = False
    number: str = ""
    """The number of an annex or schedule: "A"."""
    title: str = ""
    """The heading without its number: "Chronology"."""
    part: str = ""
    """Of a part of the statement of facts: opening, facts or closing."""
    heading_number: str = ""
    """The number of its heading, where the form numbers headings: "A."."""


@dataclass(frozen=True, slots=True)
class ListedExhibitRow:
    """A line of the exhibit list, as printed."""

    label: str
    anchor: str
    mark: str
    """Empty for an authority."""
    title: str
    author: str
    kind: str
    symbol: str
    date: str
    vote: str
    url: str
    captured: str
    held: str
    language: str
    pages: int | None
    classification: str
    is_authority: bool
    has_file: bool
    cited_in: tuple[Target, ...]
    """Paragraphs, annexes and schedules (and notes outside them) that cite it, in order, each once."""
    cited_at: tuple[ExhibitCitation, ...]
    span: Span
    ern: str = ""
    """Its registration number."""


@dataclass(frozen=True, slots=True)
class ElementParagraph:
    """A paragraph that pleads an element, and what it cites: marks with their pinpoints as printed."""

    target: Target
    exhibits: tuple[tuple[Target, str], ...]


@dataclass(frozen=True, slots=True)
class ElementLine:
    """Of an element, what is pleaded for one accused (`name` as printed), or for the count ("").

    `gap` says what is missing: that it is not pleaded, without which of its parts, or that nothing is
    cited; "" where nothing is.
    """

    name: str
    paragraphs: tuple[ElementParagraph, ...]
    gap: str = ""


@dataclass(frozen=True, slots=True)
class ElementRow:
    """A line of the table of elements: the element, the paragraphs that plead it, the exhibits
    that those paragraphs cite.
    """

    element: str
    """The element's label."""
    number: str
    """Its official number, or its place in the list."""
    text: str
    kind: str
    paragraphs: tuple[tuple[str, tuple[Target, ...]], ...]
    """By accused (printed name; "" for a count-wide element), the paragraphs in order."""
    exhibits: tuple[Target, ...]
    """Marks (or short titles of authorities) with the anchor of their line in the exhibit list."""
    lines: tuple[ElementLine, ...] = ()
    """The same accused by accused, each paragraph with what it cites, and the gaps."""
    mode: str = ""
    """The mode of liability of which it is an element, as printed; "" for one of the offence."""


@dataclass(frozen=True, slots=True)
class ElementTable:
    """The elements of one count against paragraphs and exhibits."""

    count: str
    heading: str
    anchor: str
    rows: tuple[ElementRow, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Something a reader names by a printed number, and where it was written."""

    kind: Literal[
        "paragraph", "subparagraph", "note", "exhibit", "count", "annex", "row", "heading"
    ]
    printed: str
    anchor: str
    label: str | None
    span: Span
    place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """What a heading belongs to: the counts of its file, or the file (`of`: "facts granary") with
    its title. `level` is the rank of the heading.
    """

    counts: tuple[str, ...] = ()
    of: str = ""
    title: str = ""
    level: int = 0


NOWHERE = Within()


@dataclass(frozen=True, slots=True)
class SeriesNumber:
    """A numbered paragraph. `section` counts the headings and files above it, `heading` is the last of them."""

    number: str
    label: str | None
    section: int
    heading: str
    span: Span
    is_withdrawn: bool = False
    within: Within = NOWHERE


@dataclass(frozen=True, slots=True)
class Series:
    """A series of numbers, in order: that of the document, or one of a part, a count or an annex."""

    name: str
    numbers: tuple[SeriesNumber, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Indictment:
    """The resolved document. It equals itself alone, so that what is read from it can be kept.

    `order` of the parts is `court.order`; parts in `court.new_page` begin a page. `facts` of the
    exhibits' files are kept by label for the rules that compare citations with them.
    """

    court: Court
    title_page: TitlePage
    accused: tuple[Accused, ...]
    charged: tuple[Inline, ...]
    """The short names of all accused, joined with the court's words."""
    statement: tuple[Section, ...]
    """The files in facts/, with those that open and close the document."""
    counts: tuple[CountGroup, ...]
    annexes: tuple[Section, ...]
    schedules: tuple[Section, ...]
    exhibits: tuple[ListedExhibitRow, ...]
    elements: tuple[ElementTable, ...]
    signatories: tuple[tuple[str, str, str], ...]
    """Name, title, place."""
    headings: Mapping[str, str]
    """Headings that the form writes, numbered where they are annexes."""
    heading_numbers: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """The numbers of those headings by part, where the form numbers headings: "II."."""
    notes: tuple[Note, ...]
    citations: tuple[ExhibitCitation, ...]
    numbered: tuple[Numbered, ...]
    series: tuple[Series, ...] = field(default=(), kw_only=True)
    """The numbers of paragraphs by series, as `indict freeze` keeps them."""
    pleadings: Pleadings = field(default_factory=Pleadings, kw_only=True)
    """Who is charged with what, and which paragraphs plead it on what evidence."""
    confidential: bool
    """True where anything in it may not be published: output is then named so and says so."""
    matter: Matter = field(repr=False)
    exhibit_facts: Mapping[str, ExhibitFacts] = field(default_factory=dict, repr=False)
    draft_errors: int = 0
    """The number of errors that a draft is headed with."""


__all__ = ["Accused", "Block", "ChargeLine", "Count", "CountGroup", "ElementRow", "ElementTable", "Indictment",
           "ListedExhibitRow", "Name", "Numbered", "OfficeHeld", "Section", "TitlePage"]  # fmt: skip
