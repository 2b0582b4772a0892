"""A printed line, and where each of its characters was typed."""

from dataclasses import field
from typing import Literal

from indictment.diagnostics import Span
from indictment.model.prose import Attributes
from indictment.model.word import Cell
from indictment.value import dataclass

MARK = "\ufffc"
"""Stands in a line's text for the mark of a note."""

_NONE: frozenset[str] = frozenset()

Source = Literal["typed", "atom", "tool", "mark", "break"]
Kind = Literal[
    "heading", "numbered", "unnumbered", "continuing", "quoted", "item", "bullet", "cell", "note"
]


@dataclass(frozen=True, slots=True)
class Around:
    """Markup around words: emphasis, a term, a passage in another language, a redaction.

    `number` tells two of a kind in one line apart. `opening` and `closing` are how it is written.
    """

    number: int
    kind: str
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that came from one place.

    `typed`: it prints as it was typed at `begin` to `end` of the page's text. `atom`: the tool wrote
    it for what was typed there (a name, a cross-reference, a citation); `mark`: the mark of a note, which
    was typed there. `tool`: words that nobody typed; they have no place (-1).
    """

    text: str
    source: Source
    begin: int = -1
    end: int = -1
    around: tuple[Around, ...] = ()
    note: "Line | None" = None
    reference: bool = False
    """Of an atom: a cross-reference, whose numbers Word works out anew."""


@dataclass(frozen=True, slots=True)
class Held:
    """The source lines (from 1) that a line holds, with its attribute line.

    `last` is the last line of its own words, `whole` that of all that belongs to it (a list's item with
    what stands under it). `prefix` is what a line that goes on there begins with.
    """

    first: int
    last: int
    whole: int
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the body, of a cell or of a note, with its sources.

    `page` names the text that the places count in: a file, or a cell of a CSV file.
    """

    kind: Kind
    page: str
    span: Span
    pieces: tuple[Piece, ...]
    held: Held
    level: int = 0
    """Of a heading as printed; the depth of a list."""
    typed_level: int = 0
    """Of a heading: how many # were typed."""
    label: str | None = None
    number: str = ""
    """The printed number of the paragraph: 32, 32(a)."""
    cell: Cell | None = None
    """In a table: its number in the walk, row (0 is the head), column."""
    listed: Span | None = None
    """Of an item: the list that it stands in."""
    whole_note: bool = False
    """Of a note: written as `^[…]`, not as a citation."""
    attributes: Attributes | None = field(default=None, compare=False)
    text: str = field(default="", compare=False)

    @property
    def begin(self) -> int:
        """Where its first own character stands in the text of its page."""
        return min((piece.begin for piece in self.pieces if piece.begin >= 0), default=-1)

    @property
    def has_source(self) -> bool:
        """True where anything in it was typed here."""
        return any(piece.begin >= 0 for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sign:
    """One printed character of a line. `piece` is the position of its piece."""

    text: str
    source: Source
    begin: int
    end: int
    around: tuple[Around, ...]
    piece: int
    note: Line | None = None
    reference: bool = False

    @property
    def emphasis(self) -> frozenset[str]:
        """Of: em, strong, term."""
        if not self.around:
            return _NONE
        return frozenset(one.kind for one in self.around if one.kind in ("em", "strong", "term"))
