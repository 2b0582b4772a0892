"""The blocks of a file with their numbers given, their text not yet bound.

Numbering comes before binding because a paragraph may refer to one that stands after it.
"""

from indictment.model.blocks import Serves, Target
from indictment.model.prose import (
    ProseFigure,
    ProseHeading,
    ProseInline,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuotation,
    ProseTable,
)
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """What attribute lines say of a block, its own and those of the headings above it."""

    serves: tuple[Serves, ...] = ()
    defendants: tuple[str, ...] = ()
    kind: str = ""
    lang: str = ""
    unnumbered: bool = False


@dataclass(frozen=True, slots=True)
class HeadingPiece:
    """A heading, with the first and last numbered paragraph below it."""

    prose: ProseHeading
    level: int
    anchor: str
    label: str | None
    range: tuple[Target, ...]
    place: tuple[str, ...]
    number: str = ""
    full: str = ""
    """The number with those of the headings above it: "IV.A"."""


@dataclass(frozen=True, slots=True)
class ItemPiece:
    """An item of a list: a sub-paragraph or a bullet."""

    prose: ProseItem
    content: tuple[ProseInline, ...]
    number: str
    full: str
    anchor: str
    label: str | None
    attached: "tuple[Piece, ...]"
    held: Held
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListPiece:
    """A list of sub-paragraphs or bullets."""

    prose: ProseList
    depth: int
    items: tuple[ItemPiece, ...]


@dataclass(frozen=True, slots=True)
class QuotationPiece:
    """A block quotation."""

    prose: ProseQuotation
    pieces: "tuple[Piece, ...]"
    lang: str


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table in the text."""

    prose: ProseTable
    anchor: str


@dataclass(frozen=True, slots=True)
class FigurePiece:
    """An image in the text."""

    prose: ProseFigure


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """A paragraph with what belongs to it. `target` is its number, where it has one."""

    prose: ProseParagraph
    number: str
    anchor: str
    label: str | None
    attached: "tuple[Piece, ...]"
    held: Held
    place: tuple[str, ...]
    is_withdrawn: bool = False
    """True for a filed number whose paragraph is gone."""

    @property
    def target(self) -> Target | None:
        """Its number as the target of a reference; None where it has none."""
        return Target(self.anchor, self.number, "paragraph") if self.number else None


Piece = HeadingPiece | ParagraphPiece | ListPiece | QuotationPiece | TablePiece | FigurePiece
