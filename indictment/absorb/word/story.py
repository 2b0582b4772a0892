"""The paragraphs of a body or of a note, in order: a walk through its XML.

What lasts from one paragraph to the next (open fields, bookmarks, moves, comments) is kept here;
what stands in a paragraph is read by runs.py.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from indictment.absorb.word.authorship import authorship
from indictment.absorb.word.bookmarks import Bookmarks
from indictment.absorb.word.draft import Draft, Marks, Way
from indictment.absorb.word.fields import Fields
from indictment.absorb.word.ooxml import Element, W, children, val
from indictment.absorb.word.runs import Runs
from indictment.absorb.word.unread import quoted
from indictment.model.word import Cell, WordParagraph, WordRun

if TYPE_CHECKING:
    from indictment.absorb.word.desk import Desk

LAYOUT = ("a change of layout (indents, spacing, numbering, columns)",
          "changes of layout (indents, spacing, numbering, columns)")  # fmt: skip
AROUND = ("ins", "del", "moveFrom", "moveTo")


class Story:
    """Reads one story; `home` is the position of the paragraph of the body that a note belongs to."""

    def __init__(self, desk: "Desk", root: Element, home: int | None = None) -> None:
        self.desk = desk
        self.fields = Fields(root)
        self._home = home
        self._drafts: list[Draft] = []
        self._in_paragraph = False
        self._bookmarks = Bookmarks(desk.anchor_of)
        self._moves: dict[Way, dict[str, str]] = {"from": {}, "to": {}}
        self._runs = Runs(self)
        self._blocks(root, None, Marks(), Marks())
        self._bookmarks.settle([draft.anchors for draft in self._drafts], desk.note_anchors)

    @property
    def paragraphs(self) -> tuple[WordParagraph, ...]:
        """What was read."""
        return tuple(draft.finished() for draft in self._drafts)

    @property
    def place(self) -> int:
        """The position, in the body, of the paragraph that is read now or next."""
        return self._home if self._home is not None else self._own_place

    @property
    def _own_place(self) -> int:
        return len(self._drafts) - self._in_paragraph

    def put(self, run: WordRun, by_style: str, marks: Marks) -> None:
        """A run at the end of the paragraph; `by_style` is the style that alone makes it computed."""
        draft = self._drafts[-1]
        draft.runs.append(run)
        draft.styles.append(by_style)
        draft.moves.add((marks.way, self._move(marks.way)))
        if run.note is None:
            self._bookmarks.words(self._own_place)
        else:
            self._bookmarks.note(run.note, self._own_place)

    def between(self, node: Element) -> None:
        """A sign between runs or paragraphs: where a bookmark, a comment or a move begins or ends."""
        number = val(node, "id")
        match node.tag.removeprefix(W):
            case "bookmarkStart":
                self._bookmarks.begin(number, val(node, "name"), self._own_place)
            case "bookmarkEnd":
                self._bookmarks.end(number)
            case "commentRangeStart":
                self.desk.comments.begin(number, self.place)
            case "commentRangeEnd":
                self.desk.comments.end(number)
            case "moveFromRangeStart":
                self._moves["from"][number] = val(node, "name")
            case "moveToRangeStart":
                self._moves["to"][number] = val(node, "name")
            case "moveFromRangeEnd":
                self._moves["from"].pop(number, None)
            case "moveToRangeEnd":
                self._moves["to"].pop(number, None)
            case "altChunk" | "subDoc":
                self.desk.unread.say("a whole file put in", "whole files put in")

    def around(self, node: Element, marks: Marks) -> Marks:
        """The marks within a `w:ins`, `w:del`, `w:moveFrom` or `w:moveTo`."""
        match node.tag.removeprefix(W):
            case "ins":
                return replace(marks, inserted=authorship(node))
            case "moveTo":
                return replace(marks, inserted=authorship(node), way="to")
            case "del":
                return replace(marks, deleted=authorship(node))
            case "moveFrom":
                return replace(marks, deleted=authorship(node), way="from")
        return marks

    def _move(self, way: Way) -> str:
        """The name of the innermost open move of that way."""
        if not way:
            return ""
        return next(reversed(self._moves[way].values()), "") or "a move without a name"

    def _changed_layout(self, *nodes: Element) -> None:
        for node in nodes:
            self.desk.unread.say(*LAYOUT, author=authorship(node).author)

    def _blocks(self, node: Element, cell: Cell | None, row: Marks, marks: Marks) -> None:
        for inner in children(node):
            match inner.tag.removeprefix(W):
                case "p":
                    self._paragraph(inner, cell, row, marks)
                case "tbl":
                    self._table(inner, row, marks)
                case "sdt" | "sdtContent" | "customXml":
                    self._blocks(inner, cell, row, marks)
                case name if name in AROUND:
                    self._blocks(inner, cell, row, self.around(inner, marks))
                case "sectPr" | "tcPr":
                    self._changed_layout(*_layout(inner))
                case _:
                    self.between(inner)

    def _table(self, table: Element, row: Marks, marks: Marks) -> None:
        number = self.desk.next_table()
        for at, (line, around) in enumerate(self._lines(table, marks)):
            marked = row
            properties = line.find(f"{W}trPr")
            for inner in children(properties) if properties is not None else ():
                marked = self.around(inner, marked)
            for place, (cell, inside) in enumerate(self._lines(line, around)):
                self._blocks(cell, Cell(number, at, place), marked, inside)

    def _lines(self, node: Element, marks: Marks) -> Iterator[tuple[Element, Marks]]:
        """The rows of a table, or the cells of a row, each with the marks around it."""
        for inner in children(node):
            match inner.tag.removeprefix(W):
                case "tr" | "tc":
                    yield inner, marks
                case "sdt" | "sdtContent" | "customXml":
                    yield from self._lines(inner, marks)
                case name if name in AROUND:
                    yield from self._lines(inner, self.around(inner, marks))
                case "tblPr" | "tblGrid" | "trPr" | "tblPrEx":
                    self._changed_layout(*_layout(inner))
                case _:
                    self.between(inner)

    def _paragraph(self, node: Element, cell: Cell | None, row: Marks, marks: Marks) -> None:
        properties = node.find(f"{W}pPr")
        style, end = "", marks
        if properties is not None:
            style = val(properties.find(f"{W}pStyle"))
            self._say_changes(properties, style)
            signs = properties.find(f"{W}rPr")
            for inner in children(signs) if signs is not None else ():
                end = self.around(inner, end)
        draft = Draft(self.desk.styles.paragraph(style), cell, row, end)
        self._drafts.append(draft)
        self._in_paragraph = True
        self._runs.read(node, marks)
        self._in_paragraph = False
        draft.moved = end.way, self._move(end.way)

    def _say_changes(self, properties: Element, style: str) -> None:
        for change in properties.iterfind(f"{W}pPrChange"):
            before = self.desk.styles.paragraph(val(change.find(f"{W}pPr/{W}pStyle")))
            now = self.desk.styles.paragraph(style)
            if before == now:
                self._changed_layout(change)
            else:
                self.desk.unread.say(
                    f"a paragraph of style {quoted(before)} given the style {quoted(now)}",
                    f"paragraphs of style {quoted(before)} given the style {quoted(now)}",
                    authorship(change).author,
                )
        numbers, section = properties.find(f"{W}numPr"), properties.find(f"{W}sectPr")
        for part in (numbers, section):
            self._changed_layout(*(_layout(part) if part is not None else ()))


def _layout(properties: Element) -> list[Element]:
    """The tracked changes of layout in properties of a section, a table, a row, a cell, a number."""
    names = (
        "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
        "cellIns", "cellDel", "cellMerge", "numberingChange",
    )  # fmt: skip
    found = [node for name in names for node in properties.iter(W + name)]
    if properties.tag == f"{W}numPr":
        found.extend(properties.iterfind(f"{W}ins"))
    return found
