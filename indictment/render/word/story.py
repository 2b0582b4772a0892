"""Where blocks are written: the paragraphs of the body and of its cells, in sections and pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indictment.render.word.inline import Line
from indictment.render.word.language import is_right_to_left
from indictment.render.word.look import Look, tracked, within
from indictment.render.word.sections import Orientation, Sections
from indictment.render.word.xml import Element, W, child

if TYPE_CHECKING:
    from indictment.render.word.desk import Desk


SPACED = {"Section End", "heading 1", "heading 2", "heading 3", "heading 4", "Figure"}
"""Styles that keep their distance to what stands above them by themselves."""
AFTER_TABLE = 200
"""The distance, in twips, that other paragraphs keep to a table above them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph has besides its style."""

    number: tuple[int, int] | None = None
    """Level and `w:numId`."""
    left: int | None = None
    align: str = ""
    keep: bool = False
    cell: Element | None = None
    """The cell in which it stands; None in the body."""


PLAIN = Shape()


class Story:
    """Writes at the end of the body. `heading` are the words of the last heading."""

    def __init__(self, desk: "Desk", sections: Sections) -> None:
        self.desk = desk
        self.sections = sections
        self.body = desk.package.body
        self.heading = ""
        self._begins_page = False
        self._orientation: Orientation = "portrait"
        self._wanted: Orientation = "portrait"

    def begin_page(self) -> None:
        """The next block begins a page; nothing to do where there is none before it."""
        self._begins_page = bool(len(self.body))

    def turn(self, orientation: Orientation) -> Orientation:
        """The next block stands on a page of that orientation; gives the one before."""
        before, self._wanted = self._wanted, orientation
        return before

    def finish(self) -> None:
        """End the last section. A table is never the last thing in a Word document."""
        if len(self.body) and self.body[-1].tag == f"{W}tbl":
            self.paragraph("Section End", Look())
        self.body.append(self.sections.properties(self._orientation))

    @property
    def width(self) -> int:
        """The width of the text where the next block stands, in twips."""
        return self.sections.width(self._wanted)

    @property
    def height(self) -> int:
        """The height of a page of text where the next block stands, in twips."""
        return self.sections.height(self._wanted)

    def _break_section(self) -> None:
        """End the section where the page is turned."""
        if self._wanted != self._orientation and len(self.body):
            last = self.body[-1]
            if last.tag != f"{W}p" or last.find(f"{W}pPr/{W}sectPr") is not None:
                last = child(self.body, "p")
                child(child(last, "pPr"), "pStyle", val=self.desk.styles["Section End"])
            properties = last.find(f"{W}pPr")
            if properties is not None:
                properties.append(self.sections.properties(self._orientation))
            self._begins_page = False
        self._orientation = self._wanted

    def paragraph(self, style: str, look: Look, shape: Shape = PLAIN) -> Element:
        """An empty paragraph, its properties in the order of the schema.

        ISO/IEC 29500-1, 17.3.1.26.
        """
        in_body = shape.cell is None
        if in_body:
            self._break_section()
        made = child(self.body if shape.cell is None else shape.cell, "p")
        properties = child(made, "pPr")
        child(properties, "pStyle", val=self.desk.styles[style])
        if shape.keep:
            child(properties, "keepNext")
        if in_body and self._begins_page:
            child(properties, "pageBreakBefore")
            self._begins_page = False
        if shape.number is not None:
            number = child(properties, "numPr")
            child(number, "ilvl", val=shape.number[0])
            child(number, "numId", val=shape.number[1])
        if look.lang and is_right_to_left(look.lang):
            child(properties, "bidi")
        if in_body and style not in SPACED and self._follows_table():
            child(properties, "spacing", before=AFTER_TABLE)
        if shape.left is not None:
            child(properties, "ind", left=shape.left)
        if shape.align:
            child(properties, "jc", val=shape.align)
        if look.mark is not None:
            tracked(self.desk, child(properties, "rPr"), look.mark)
        return made

    def fill(self, node: Element, style: str, look: Look, shape: Shape = PLAIN) -> Element:
        """A paragraph with the text in `node`, in the bookmarks of the anchors that wait."""
        look = within(node, look)
        self.desk.anchors.wait(node.get("id"))
        made = self.paragraph(style, look, shape)
        anchors = self.desk.anchors.take()
        for anchor in anchors:
            self.desk.carriers[anchor] = made
        for anchor in [one for one in anchors if one.startswith("x-")][:1]:
            self.desk.anchors.identify(made, anchor)
        begun = [self.desk.anchors.open(made, anchor) for anchor in anchors]
        line = Line(self.desk, self.desk.package.part, made)
        line.write(node, look)
        line.end()
        for one in reversed(begun):
            self.desk.anchors.close(made, one)
        return made

    def _follows_table(self) -> bool:
        return len(self.body) > 1 and self.body[-2].tag == f"{W}tbl"

    def before_table(self) -> None:
        """What a table needs before it: the page turned or begun, and never another table."""
        self._break_section()
        last = self.body[-1] if len(self.body) else None
        if self._begins_page or (last is not None and last.tag == f"{W}tbl"):
            self.paragraph("Section End", Look())
