"""What the drafter wrote in Markdown, as a tree in which every piece knows its source span."""

from dataclasses import field
from typing import Literal

from indictment.diagnostics import Span
from indictment.value import dataclass

# --- inside a line -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Text that prints as typed (escapes undone, quotation marks curled)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Stressed:
    """`*emphasis*` or `**strong**`."""

    strong: bool
    content: "tuple[ProseInline, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break: two spaces or a backslash at the end of a line."""

    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """`@label` in running text. `form`: "words" prints "paragraph 32", "capital" "Paragraph 32",
    "number" (`[-@label]`) "32".
    """

    label: str
    form: Literal["words", "capital", "number"]
    span: Span


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A place within what is cited. `unit` is as typed ("p.", "paras", "" where none was typed);
    `values` are the places, a range as "5-7".
    """

    unit: str
    values: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Cite:
    """One exhibit in a citation: words before it, the label, pinpoints, words after."""

    label: str
    before: "tuple[ProseInline, ...]"
    pinpoints: tuple[Pinpoint, ...]
    after: "tuple[ProseInline, ...]"
    span: Span
    label_span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`[see @a, p. 2; cf. @b]`: becomes a footnote (inside a note it stands in the text)."""

    cites: tuple[Cite, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """`^[…]`, or `[^n]` with its definition put in place. `label` makes "footnote 12" possible."""

    content: "tuple[ProseInline, ...]"
    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """`[…]{…}`: a passage in another language, a defined term, or a redaction."""

    content: "tuple[ProseInline, ...]"
    span: Span
    lang: str = ""
    term: bool = False
    redact: bool = False
    code: str = ""


ProseInline = Words | Stressed | LineBreak | Mention | Citation | WrittenNote | Marked

# --- blocks --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attributes:
    """An attribute line `{#label elements="…"}` above a block.

    `elements` are as typed: "leadership" or "count-label:leadership".
    """

    span: Span
    label: str | None = None
    label_span: Span | None = None
    elements: tuple[str, ...] = ()
    defendants: tuple[str, ...] = ()
    kind: str = ""
    lang: str = ""
    unnumbered: bool = False
    continues: bool = False
    spans: tuple[tuple[str, Span], ...] = ()
    """Where each key's value stands."""

    def at(self, key: str) -> Span:
        """The span of a key's value, or of the whole line."""
        return dict(self.spans).get(key, self.span)


@dataclass(frozen=True, slots=True)
class ProseHeading:
    """A heading; `level` counts from 1 (`#`)."""

    level: int
    content: tuple[ProseInline, ...]
    span: Span
    attributes: Attributes | None = None


@dataclass(frozen=True, slots=True)
class ProseParagraph:
    """A paragraph, at the top of a file or inside another block."""

    content: tuple[ProseInline, ...]
    span: Span
    attributes: Attributes | None = None


@dataclass(frozen=True, slots=True)
class ProseItem:
    """One item of a list."""

    blocks: "tuple[ProseBlock, ...]"
    span: Span
    attributes: Attributes | None = None
    number: int | None = None
    """The number that was typed before it; None for a bullet."""


@dataclass(frozen=True, slots=True)
class ProseList:
    """A list: sub-paragraphs (`ordered`) or bullets."""

    ordered: bool
    items: tuple[ProseItem, ...]
    span: Span
    start: int = 1
    attributes: Attributes | None = None


@dataclass(frozen=True, slots=True)
class ProseQuotation:
    """A block quotation."""

    blocks: "tuple[ProseBlock, ...]"
    span: Span
    attributes: Attributes | None = None


@dataclass(frozen=True, slots=True)
class ProseCell:
    """A cell of a table."""

    content: tuple[ProseInline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ProseTable:
    """A table with a header row; `aligns` has one of left, right, center for each column."""

    head: tuple[ProseCell, ...]
    rows: tuple[tuple[ProseCell, ...], ...]
    aligns: tuple[str, ...]
    span: Span
    attributes: Attributes | None = None


@dataclass(frozen=True, slots=True)
class ProseFigure:
    """An image alone in its paragraph: `![what it shows](path "caption")`. `path` is as typed,
    relative to the matter's root.
    """

    alt: str
    path: str
    caption: str
    span: Span
    path_span: Span
    attributes: Attributes | None = None


ProseBlock = ProseHeading | ProseParagraph | ProseList | ProseQuotation | ProseTable | ProseFigure


@dataclass(frozen=True, slots=True)
class Allowance:
    """`<!-- indict: allow CIT004: reason -->`: a rule that may be broken in the block it stands
    above or in (`covers`).
    """

    code: str
    reason: str
    span: Span
    covers: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """The Markdown of one file."""

    file: str
    blocks: tuple[ProseBlock, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)
    """The file's lines as read, without line ends."""
