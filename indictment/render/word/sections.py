"""Sections of the Word document: the page upright or turned, its running head and foot."""

from copy import deepcopy
from typing import TYPE_CHECKING, Literal

from indictment.render.word.inline import Line
from indictment.render.word.look import Look, within
from indictment.render.word.marks import mark_of
from indictment.render.word.xml import (
    Element,
    R,
    W,
    child,
    classes,
    element,
    elements,
    outside,
    words,
)

if TYPE_CHECKING:
    from docx.opc.part import XmlPart

    from indictment.render.word.desk import Desk

Orientation = Literal["portrait", "landscape"]
SLOTS = ("running-left", "running-center", "running-right")
STORIES = (("hdr", "header", "headerReference"), ("ftr", "footer", "footerReference"))


class Sections:
    """Makes the `w:sectPr` of each section.

    `running` are the page's `header.running` and `footer.running`; the title page, where there is
    one, has neither.
    """

    def __init__(self, desk: "Desk", running: dict[str, Element], look: Look) -> None:
        self._desk = desk
        self._running = running
        self._look = look
        self._made: dict[tuple[str, Orientation], str] = {}
        self.has_title_page = False
        self._is_first = True

    def width(self, orientation: Orientation) -> int:
        """The width of the text, in twips."""
        size, margins = self._measures(orientation)
        return _number(size, "w") - _number(margins, "left") - _number(margins, "right")

    def height(self, orientation: Orientation) -> int:
        """The height of the text, in twips."""
        size, margins = self._measures(orientation)
        return _number(size, "h") - _number(margins, "top") - _number(margins, "bottom")

    def properties(self, orientation: Orientation) -> Element:
        """The `w:sectPr` of a section that ends here."""
        made = element("sectPr")
        for kind, name, reference in STORIES:
            if name in self._running:
                story = child(made, reference, type="default")
                story.set(R + "id", self._story(kind, name, orientation))
        child(made, "type", val="nextPage")
        made.extend(self._measures(orientation))
        if self._is_first and self.has_title_page:
            child(made, "titlePg")
        self._is_first = False
        return made

    def _measures(self, orientation: Orientation) -> tuple[Element, Element]:
        size = self._desk.package.page.find(f"{W}pgSz")
        margins = self._desk.package.page.find(f"{W}pgMar")
        if size is None or margins is None:  # refused when the reference was opened
            raise AssertionError("a page without measures")
        size, margins = deepcopy(size), deepcopy(margins)
        if f"{W}orient" in size.attrib:
            del size.attrib[f"{W}orient"]
        if orientation == "landscape":
            short, long = sorted((_number(size, "w"), _number(size, "h")))
            size.set(f"{W}w", str(long))
            size.set(f"{W}h", str(short))
            size.set(f"{W}orient", "landscape")
        return size, margins

    def _story(self, kind: str, name: str, orientation: Orientation) -> str:
        key = (kind, orientation)
        if key not in self._made:
            part, self._made[key] = self._desk.package.add_story(kind)
            self._write(part, name, self.width(orientation))
        return self._made[key]

    def _write(self, part: "XmlPart", name: str, width: int) -> None:
        """A table with a column for each place, so that a long text wraps in its own."""
        lines = _lines(self._running[name])
        slots = [slot for slot in SLOTS if any(slot in line for line in lines)]
        table = child(part.element, "tbl")
        properties = child(table, "tblPr")
        child(properties, "tblStyle", val=self._desk.styles[f"Table {name.title()}"])
        child(properties, "tblW", w=width, type="dxa")
        child(properties, "tblLayout", type="fixed")
        grid = child(table, "tblGrid")
        columns = [int(width * share) for share in _shares(lines, slots)]
        for column in columns:
            child(grid, "gridCol", w=column)
        for line in lines:
            row = child(table, "tr")
            for slot, column in zip(slots, columns, strict=True):
                cell = child(row, "tc")
                child(child(cell, "tcPr"), "tcW", w=column, type="dxa")
                self._paragraph(part, cell, name, slot, line.get(slot, []))
        child(
            child(child(part.element, "p"), "pPr"), "pStyle", val=self._desk.styles["Section End"]
        )

    def _paragraph(
        self, part: "XmlPart", cell: Element, name: str, slot: str, pieces: list[Element]
    ) -> None:
        made = child(cell, "p")
        properties = child(made, "pPr")
        child(properties, "pStyle", val=self._desk.styles[name])
        child(properties, "jc", val=slot.removeprefix("running-"))
        for piece in pieces:
            line = Line(self._desk, part, made)
            line.write(piece, within(piece, self._look))
            line.end()


Places = dict[str, list[Element]]
"""What stands at each place of a running line: one piece, or an old one and a new one."""


def _shares(lines: list[Places], slots: list[str]) -> list[float]:
    """How much of the width each place gets. The middle one stands in the middle of the page."""
    if len(slots) < 3:
        return [1 / len(slots)] * len(slots)
    left, centre, right = (
        max(len(words(piece)) for line in lines for piece in line.get(slot, [])) for slot in slots
    )
    side = max(left, right)
    share = min(max(side / (2 * side + centre), 0.2), 1 / 3)
    return [share, 1 - 2 * share, share]


def _lines(story: Element) -> list[Places]:
    """The lines of a running head: a new one begins where a place is taken already."""
    lines: list[Places] = [{}]
    for piece in elements(story):
        slot = next((name for name in classes(piece) if name in SLOTS), None)
        if slot is None:
            raise outside(piece, "at the head or foot of a page")
        if _replaces(piece, lines[-1].get(slot, [])):
            lines[-1][slot].append(piece)
            continue
        if any(SLOTS.index(taken) >= SLOTS.index(slot) for taken in lines[-1]):
            lines.append({})
        lines[-1][slot] = [piece]
    return lines


def _replaces(piece: Element, taken: list[Element]) -> bool:
    """True where one version has this piece, and the other the one that stands at its place."""
    if len(taken) != 1:
        return False
    marks = mark_of(taken[0]), mark_of(piece)
    return len({mark.is_old for mark in marks if mark is not None}) == 2


def _number(measure: Element, name: str) -> int:
    return int(measure.get(W + name) or 0)
