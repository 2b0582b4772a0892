"""Where blocks are written: the paragraphs of the body and of its cells, in sections and pages."""

from dataclasses import replace
from typing import TYPE_CHECKING

from indictment.render.word.inline import Line
from indictment.render.word.language import is_right_to_left
from indictment.render.word.look import Look, within
from indictment.render.word.marks import Mark, end_of, end_paragraph, is_marked, tracked
from indictment.render.word.paragraphs import PLAIN, Shape
from indictment.render.word.sections import Orientation, Sections
from indictment.render.word.xml import Element, W, child

if TYPE_CHECKING:
    from indictment.render.word.desk import Desk


SPACED = {"Section End", "heading 1", "heading 2", "heading 3", "heading 4", "Figure"}
"""Styles that keep their distance to what stands above them by themselves."""


class Story:
    """Writes at the end of the body. `heading` are the words of the last heading.

    `divided` is the change of the last paragraph's own mark where that alone is marked: the next
    one is its rest.

    A paragraph that goes when changes are accepted or rejected takes its own mark with it. So it
    never ends a section or the body nor stands before a table, and what begins a page does not hang
    on it alone: an empty paragraph as high as a hair stands there instead.
    """

    def __init__(self, desk: "Desk", sections: Sections) -> None:
        self.desk = desk
        self.sections = sections
        self.body = desk.package.body
        self.heading = ""
        self.divided: Mark | None = None
        self._begins_page = False
        self._beginning: Mark | None = None
        self._section: list[Mark | None] = []
        self._follows_table = False
        """True where a table stands before the next paragraph, but for what is deleted."""
        self._orientation: Orientation = "portrait"
        self._wanted: Orientation = "portrait"

    @property
    def is_empty(self) -> bool:
        """True where nothing was written yet."""
        # lxml would count all children for their number.
        return next(self.body.iterchildren(), None) is None

    def begin_page(self, mark: Mark | None = None) -> None:
        """The next block begins a page; nothing to do where there is none before it.

        `mark` is the change of the whole part that begins.
        """
        self._begins_page = not self.is_empty
        self._beginning = mark

    def turn(self, orientation: Orientation) -> Orientation:
        """The next block stands on a page of that orientation; gives the one before."""
        before, self._wanted = self._wanted, orientation
        return before

    def finish(self) -> None:
        """End the last section. A table is never the last thing in a Word document."""
        last = self.body[-1] if len(self.body) else None
        if self.desk.anchors.are_waiting:
            self._carry()
        elif last is not None and (last.tag == f"{W}tbl" or is_marked(last)):
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
            ends = last.find(f"{W}pPr/{W}sectPr") is not None
            if last.tag != f"{W}p" or ends or is_marked(last):
                mark = self._mark_of_section()
                self._follows_table = False
                last = child(self.body, "p")
                child(child(last, "pPr"), "pStyle", val=self.desk.styles["Section End"])
                if mark is not None:
                    end_paragraph(last, mark)
            properties = last.find(f"{W}pPr")
            if properties is not None:
                properties.append(self.sections.properties(self._orientation))
            self._begins_page = False
            self._section = []
        self._orientation = self._wanted

    def paragraph(self, style: str, look: Look, shape: Shape = PLAIN) -> Element:
        """An empty paragraph."""
        in_body = shape.cell is None
        if in_body:
            self._break_section()
            if self._begins_page and shape.end is not None and shape.end != self._beginning:
                self.paragraph("Section End", Look())
            if style != "Section End":
                self._section.append(look.mark)
        made = self.desk.paragraphs.paragraph(
            style,
            shape,
            begins_page=in_body and self._begins_page,
            below_table=in_body and self._follows_table and style not in SPACED,
            to_left=bool(look.lang) and is_right_to_left(look.lang),
        )
        (self.body if shape.cell is None else shape.cell).append(made)
        if in_body:
            self._begins_page = False
            if shape.end is None or not shape.end.is_old:
                self._follows_table = False
        if shape.end is not None:
            tracked(child(made[0], "rPr"), shape.end)
            if in_body:
                self.desk.moves.note(made, shape.end)
        return made

    def fill(self, node: Element, style: str, look: Look, shape: Shape = PLAIN) -> Element:
        """A paragraph with the text in `node`, in the bookmarks of the anchors that wait.

        In a cell, `shape` says which change its own mark has; else `node` and `look` say it.
        """
        look = within(node, look)
        self.desk.anchors.wait(node.get("id"), look)
        if shape.cell is None and shape.end is None:
            self.divided = end_of(node)
            if end := look.mark or self.divided:
                shape = replace(shape, end=end)
        made = self.paragraph(style, look, shape)
        anchors = self.desk.anchors.take(look)
        for anchor in anchors:
            self.desk.carriers[anchor] = made
        for anchor in [one for one in anchors if one.startswith("x-")][:1]:
            self.desk.anchors.identify(made, anchor)
        begun = [self.desk.anchors.open(made, anchor) for anchor in anchors]
        line = Line(self.desk, self.desk.package.part, made)
        line.write(node, look)
        line.end_of(node)
        for one in reversed(begun):
            self.desk.anchors.close(made, one)
        return made

    def go_on(self, made: Element, node: Element, look: Look) -> None:
        """The text in `node` at the end of a paragraph that stands already."""
        look = within(node, look)
        self.desk.anchors.wait(node.get("id"), look)
        line = Line(self.desk, self.desk.package.part, made)
        line.write(node, look)
        line.end()

    def _carry(self) -> None:
        """An empty paragraph with the bookmarks that no other could carry."""
        made = self.paragraph("Section End", Look())
        begun = [self.desk.anchors.open(made, anchor) for anchor in self.desk.anchors.take()]
        for one in reversed(begun):
            self.desk.anchors.close(made, one)

    def _mark_of_section(self) -> Mark | None:
        """The change of all that stands in the section that ends here; None where some stays."""
        first = self._section[0] if self._section else None
        if first is None or any(one is None or one.is_old != first.is_old for one in self._section):
            return None
        return first.standing

    def before_table(self, mark: Mark | None) -> None:
        """What a table needs before it: the page turned or begun, and never another table.

        `mark` is the change of the whole table.
        """
        self._break_section()
        self._section.append(mark)
        last = self.body[-1] if len(self.body) else None
        apart = last is not None and (last.tag == f"{W}tbl" or is_marked(last))
        if self._begins_page or apart:
            end = mark if self._begins_page and mark == self._beginning else None
            self.paragraph("Section End", Look(), Shape(end=end))
        self._follows_table = True
