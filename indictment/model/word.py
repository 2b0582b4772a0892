"""A Word document as somebody sent it back: its words, who changed them, and what it was made from."""

from indictment.model.origin import Origin
from indictment.model.redline import Authorship
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class WordRun:
    """A stretch of text in one look.

    `text` is as printed, a line feed for a line break. The mark of a note is a run without text, with the
    note's position in `WordDocument.notes`. Words that are inserted and deleted (by two people, or
    by one who had second thoughts) have both.
    """

    text: str
    emphasis: frozenset[str] = frozenset()
    """Of: em, strong, term."""
    inserted: Authorship | None = None
    deleted: Authorship | None = None
    computed: bool = False
    """In the result of a field, or in a citation: words that the tool wrote."""
    note: int | None = None
    was: tuple[Authorship, frozenset[str]] | None = None
    """Who changed the emphasis, and what it was before."""
    comments: tuple[int, ...] = ()
    """Positions in `WordDocument.comments` of those that are about these words."""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph of a table stands: counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph of the body, of a cell or of a note, in the order of the file."""

    runs: tuple[WordRun, ...]
    style: str = ""
    """The style's name: "Indictment Paragraph", "heading 2"."""
    anchors: tuple[str, ...] = ()
    """Anchors of the page whose bookmarks stand in it: x-LABEL, exhibit-LABEL."""
    mark_inserted: Authorship | None = None
    """Its end was inserted: rejected, it runs on into the next paragraph."""
    mark_deleted: Authorship | None = None
    """Its end was deleted: accepted, it runs on into the next paragraph."""
    moved_from: str = ""
    """The name of the move that takes it away from here; the place it goes to has it in `moved_to`."""
    moved_to: str = ""
    cell: Cell | None = None
    row_inserted: Authorship | None = None
    row_deleted: Authorship | None = None


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment in the margin. `paragraph` is the position of the paragraph that it is about."""

    author: str
    date: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class WordDocument:
    """The whole document. `notes` are its footnotes in the order of their marks."""

    paragraphs: tuple[WordParagraph, ...]
    notes: tuple[tuple[WordParagraph, ...], ...] = ()
    comments: tuple[WordComment, ...] = ()
    origin: Origin | None = None
    unread: tuple[str, ...] = ()
    """What it holds that has no place here, in a lawyer's words: text boxes, pictures put in, …"""
