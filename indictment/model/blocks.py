"""What the court reads, piece by piece: numbers given, references bound."""

from dataclasses import field
from typing import Literal

from indictment.diagnostics import Span
from indictment.value import dataclass

# --- inside a line -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Text. `span` is None where the tool wrote it."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Styled:
    """Emphasis, strong emphasis, or a defined term."""

    style: Literal["emphasis", "strong", "term"]
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Break:
    """A line break."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language (BCP 47 tag)."""

    lang: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Redacted:
    """Words that a public edition will not show, with the code of the reason."""

    code: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an accused or of a person, as the court prints it."""

    label: str
    text: str
    accused: bool
    anchor: str = ""
    """The anchor of the part on the accused; empty where nothing is linked."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A number in a cross-reference: what it points at and what is printed ("32", "32(a)(i)", "12")."""

    anchor: str
    text: str
    kind: Literal[
        "paragraph", "subparagraph", "count", "note", "annex", "row", "heading", "exhibit"
    ]
    position: int = field(default=0, compare=False, repr=False)
    """Of a paragraph: which one of its series it is, from 1. 32A may stand between 32 and 33."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Such as "paragraphs 32 to 40": words and numbers in reading order."""

    pieces: tuple[Run | Target, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A pinpoint, bound. `page` is the page of the file (from 1) on which it stands; None where
    that is not known.
    """

    unit: str
    value: str
    page: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class ExhibitCitation:
    """One exhibit cited in a note. `number` counts all of the indictment's citations from 1."""

    number: int
    label: str
    mark: str
    content: "tuple[Inline, ...]"
    places: tuple[Place, ...]
    page: int
    """The page of the exhibit's file that a link opens, from 1."""
    is_full: bool
    span: Span
    label_span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. Numbers run through the whole indictment."""

    number: int
    anchor: str
    content: "tuple[Inline, ...]"
    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The mark of a footnote in the text, with the note itself."""

    note: Note


Inline = (
    Run | Styled | Break | Foreign | Redacted | Name | CrossReference | ExhibitCitation | NoteCall
)

# --- blocks --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part. `level` is the level in the whole document (the part's own
    heading has level 1), never skipping one. `first` and `last` are the printed numbers of the
    paragraphs below it, empty where there are none.
    """

    level: int
    content: tuple[Inline, ...]
    anchor: str
    span: Span
    label: str | None = None
    first: str = ""
    last: str = ""
    number: str = ""
    """As printed: "A."; empty where the form does not number it."""


@dataclass(frozen=True, slots=True)
class Serves:
    """An element that a paragraph pleads: the count's label and the element's."""

    count: str
    element: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `number` is the printed number without its full stop ("32"); empty where it is
    not numbered or goes on under the number before it. `attached` are the lists, quotations, tables,
    figures and continuing paragraphs that belong to it.
    """

    number: str
    anchor: str
    content: tuple[Inline, ...]
    span: Span
    label: str | None = None
    attached: "tuple[Block, ...]" = ()
    lang: str = ""
    serves: tuple[Serves, ...] = ()
    defendants: tuple[str, ...] = ()
    kind: str = ""
    place: tuple[str, ...] = ()
    """The address in the law's terms: ("Count 1 (Crime of aggression)", "Particulars", "paragraph 41")."""
    is_withdrawn: bool = False
    """True where the tool printed it at the place of a filed paragraph that is gone; `span` is then
    its line in numbers.yaml."""


@dataclass(frozen=True, slots=True)
class SubParagraph:
    """A sub-paragraph. `number` is its own printed number ("(a)"), `full` the whole ("32(a)(i)");
    both empty in a list of bullets.
    """

    number: str
    full: str
    anchor: str
    content: tuple[Inline, ...]
    span: Span
    label: str | None = None
    attached: "tuple[Block, ...]" = ()
    serves: tuple[Serves, ...] = ()
    """What the sub-paragraph pleads by itself, beside what its paragraph pleads."""
    defendants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubParagraphs:
    """A list of sub-paragraphs; `depth` counts from 1. `ordered` is False for bullets."""

    depth: int
    ordered: bool
    items: tuple[SubParagraph, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    blocks: "tuple[Block, ...]"
    lang: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `aligns` has left, right or center for each column, `widths`
    a share in per cent or None.
    """

    head: tuple[tuple[Inline, ...], ...]
    rows: "tuple[TableRow, ...]"
    aligns: tuple[str, ...]
    span: Span
    widths: tuple[int | None, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row. `anchor` and `label` are set where it can be referred to."""

    cells: tuple[tuple[Inline, ...], ...]
    span: Span
    anchor: str = ""
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An image of the matter, with a description for those who cannot see it."""

    path: str
    alt: str
    caption: str
    span: Span


Block = Heading | Paragraph | SubParagraphs | Quotation | Table | Figure
