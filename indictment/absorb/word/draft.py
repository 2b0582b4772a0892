"""A paragraph while it is read, and the tracked changes around what is read."""

from dataclasses import dataclass, field
from typing import Literal

from indictment.absorb.word.merging import computed_by_neighbours, merged
from indictment.model.redline import Authorship
from indictment.model.word import Cell, WordParagraph, WordRun

Way = Literal["", "from", "to"]


@dataclass(frozen=True, slots=True)
class Marks:
    """The tracked changes around a run or at a paragraph's end; `way` where they are a move."""

    inserted: Authorship | None = None
    deleted: Authorship | None = None
    way: Way = ""
    in_link: bool = False


@dataclass
class Draft:
    """A paragraph while it is read."""

    style: str
    cell: Cell | None
    row: Marks
    marks: Marks
    runs: list[WordRun] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    """Of each run, the style that alone makes it computed; "" for all others."""
    anchors: list[str] = field(default_factory=list)
    moves: set[tuple[Way, str]] = field(default_factory=set)
    """The moves in which its runs stand."""
    moved: tuple[Way, str] = ("", "")
    """The move in which its end stands."""

    def finished(self) -> WordParagraph:
        """The paragraph. It is moved where its end is, or where all its words are."""
        way, name = self.moved
        if not way and len(self.moves) == 1:
            ((way, name),) = self.moves
        return WordParagraph(
            merged(computed_by_neighbours(self.runs, self.styles)),
            style=self.style,
            anchors=tuple(dict.fromkeys(self.anchors)),
            mark_inserted=self.marks.inserted,
            mark_deleted=self.marks.deleted,
            moved_from=name if way == "from" else "",
            moved_to=name if way == "to" else "",
            cell=self.cell,
            row_inserted=self.row.inserted,
            row_deleted=self.row.deleted,
        )
