"""Blocks of the page -> paragraphs, tables and pictures of the Word document, in order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from indictment.render import docx_contents, docx_figures, docx_tables
from indictment.render.docx_inline import Line, Look, tracked, within
from indictment.render.docx_language import is_right_to_left
from indictment.render.docx_sections import Orientation, Sections
from indictment.render.docx_xml import Element, W, child, classes, elements, has_class, outside

if TYPE_CHECKING:
    from indictment.render.docx_desk import Desk

STEP = 709
"""One step of indentation in twips, 1.25 cm; the numbering of reference.docx has the same."""

STYLES = {
    "tribunal": "Tribunal", "case-number": "Case Number", "instrument-title": "Instrument Title",
    "against": "Against", "caption-name": "Caption Name", "caption-and": "Caption And",
    "instrument": "Instrument", "version": "Version", "caption-date": "Caption Date",
    "caption-party": "Caption Party", "classification": "Classification",
    "unnumbered": "Unnumbered", "formula": "Formula", "count-number": "Count Number",
    "count-title": "Count Title", "count-citation": "Count Citation", "charge": "Charge",
    "charge-detail": "Charge Detail", "alternative": "Alternative",
    "signature-date": "Signature Date", "signature-line": "Signature Line",
    "signatory-name": "Signatory Name", "signatory-title": "Signatory Title",
}  # fmt: skip
"""The style, by name, of a paragraph of a class."""

SPACED = {"Section End", "heading 1", "heading 2", "heading 3", "heading 4", "Figure"}
"""Styles that keep their distance to what stands above them by themselves."""
AFTER_TABLE = 200
"""The distance, in twips, that other paragraphs keep to a table above them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: `depth` counts the numbers around it (1 below a numbered paragraph, 2
    below a sub-paragraph), `keep` holds its paragraphs on one page."""

    look: Look
    depth: int = 0
    keep: bool = False
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph has besides its style."""

    number: tuple[int, int] | None = None
    """Level and `w:numId`."""
    left: int | None = None
    align: str = ""
    keep: bool = False


class Blocks:
    """Writes blocks at the end of the body."""

    def __init__(self, desk: "Desk", sections: Sections) -> None:
        self.desk = desk
        self.sections = sections
        self.body = desk.package.body
        self.heading = ""
        self._begins_page = False
        self._orientation: Orientation = "portrait"
        self._wanted: Orientation = "portrait"

    # --- parts and sections ---

    def part(self, node: Element, place: Place) -> None:
        """A part: a page of its own where it asks for one."""
        outer = self._wanted
        if node.get("data-page") == "new" and len(self.body):
            self._begins_page = True
        self._wanted = "landscape" if node.get("data-orientation") == "landscape" else outer
        if has_class(node, "title-page"):
            self.sections.has_title_page |= not len(self.body)
        self.desk.anchors.wait(node.get("id"))
        place = replace(
            place, keep=place.keep or (has_class(node, "signature") and not has_class(node, "part"))
        )
        if node.tag == "nav":
            docx_contents.write(self, node, place)
        else:
            self.all(node, place)
        self._wanted = outer

    def finish(self) -> None:
        """End the last section."""
        self.body.append(self.sections.properties(self._orientation))

    @property
    def width(self) -> int:
        """The width of the text where the next block stands, in twips."""
        return self.sections.width(self._wanted)

    @property
    def height(self) -> int:
        """The height of a page of text where the next block stands, in twips."""
        return self.sections.height(self._wanted)

    def _turn(self) -> None:
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

    # --- paragraphs ---

    def paragraph(
        self, style: str, look: Look, shape: Shape | None = None, into: Element | None = None
    ) -> Element:
        """An empty paragraph in the body or in a cell; its properties in the order of the schema
        (ISO/IEC 29500-1, 17.3.1.26)."""
        shape = shape or Shape()
        if into is None:
            self._turn()
        made = child(self.body if into is None else into, "p")
        properties = child(made, "pPr")
        child(properties, "pStyle", val=self.desk.styles[style])
        if shape.keep:
            child(properties, "keepNext")
        if into is None and self._begins_page:
            child(properties, "pageBreakBefore")
            self._begins_page = False
        if shape.number is not None:
            number = child(properties, "numPr")
            child(number, "ilvl", val=shape.number[0])
            child(number, "numId", val=shape.number[1])
        if look.lang and is_right_to_left(look.lang):
            child(properties, "bidi")
        if into is None and style not in SPACED and self._follows_table():
            child(properties, "spacing", before=AFTER_TABLE)
        if shape.left is not None:
            child(properties, "ind", left=shape.left)
        if shape.align:
            child(properties, "jc", val=shape.align)
        if look.mark is not None:
            tracked(self.desk, child(properties, "rPr"), look.mark)
        return made

    def fill(
        self, node: Element, style: str, look: Look, shape: Shape | None = None, into: Element | None = None
    ) -> Element:  # fmt: skip
        """A paragraph with the text in `node`, in the bookmarks of the anchors that wait for one."""
        look = within(node, look)
        self.desk.anchors.wait(node.get("id"))
        made = self.paragraph(style, look, shape, into)
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
        self._turn()
        last = self.body[-1] if len(self.body) else None
        if self._begins_page or (last is not None and last.tag == f"{W}tbl"):
            self.paragraph("Section End", Look())

    # --- blocks ---

    def all(self, node: Element, place: Place) -> None:
        """The blocks in `node`."""
        for inner in elements(node):
            self.block(inner, place)

    def block(self, node: Element, place: Place) -> None:
        """One block."""
        write = _WRITERS.get(str(node.tag))
        if write is None:
            raise outside(node, "where blocks stand")
        write(self, node, place)

    def _heading(self, node: Element, place: Place) -> None:
        self.heading = " ".join("".join(node.itertext()).split())
        self.fill(node, f"heading {str(node.tag)[1]}", place.look)

    def _paragraph(self, node: Element, place: Place) -> None:
        kind = next(
            (name for name in classes(node) if name not in ("inserted", "deleted", "moved")), ""
        )
        shape = Shape(keep=place.keep)
        if place.notice and not kind:
            self.fill(node, "Notice", place.look, shape)
        elif kind == "numbered":
            self._numbered(node, "Indictment Paragraph", 0, place)
        elif kind == "continues":
            self.fill(
                node, "Continuing", place.look, replace(shape, left=STEP * max(place.depth, 1))
            )
        elif kind == "quoted":
            left = STEP * place.depth + 567 if place.depth > 1 else None
            self.fill(node, "Quotation", place.look, replace(shape, left=left))
        elif kind in STYLES:
            self.fill(node, STYLES[kind], place.look, shape)
        else:
            raise outside(node, "where blocks stand")

    def _numbered(self, node: Element, style: str, level: int, place: Place) -> None:
        number = node[0] if len(node) else None
        if number is None or not has_class(number, "number") or (node.text or "").strip():
            raise outside(node, "without span.number at its beginning")
        text = " ".join("".join(number.itertext()).split())
        used = self.desk.numbering.follow(level, text)
        made = self.fill(node, style, place.look, Shape((level, used), keep=place.keep))
        self.desk.natives[made] = self.desk.numbering.place(made)

    def _list(self, node: Element, place: Place) -> None:
        depth = int(node.get("data-depth") or 1)
        if not 1 <= depth <= 3:
            raise outside(node, "deeper than the third level")
        place = replace(place, look=within(node, place.look), depth=depth + 1)
        for item in elements(node):
            if item.tag != "li":
                raise outside(item, "in a list")
            self.desk.anchors.wait(item.get("id"))
            inner = replace(place, look=within(item, place.look))
            for block in elements(item):
                if has_class(block, "sub"):
                    self._numbered(block, f"Sub-paragraph {depth}", depth, inner)
                elif has_class(block, "bullet"):
                    shape = Shape((depth - 1, self.desk.numbering.bullets))
                    self.fill(block, f"Bullet {depth}", inner.look, shape)
                else:
                    self.block(block, inner)

    def _group(self, node: Element, place: Place) -> None:
        self.desk.anchors.wait(node.get("id"))
        place = replace(place, look=within(node, place.look))
        if has_class(node, "attached"):
            place = replace(place, depth=max(place.depth, 1))
        elif has_class(node, "notice"):
            place = replace(place, notice=True)
        elif not has_class(node, "signatory") and node.tag != "blockquote":
            raise outside(node, "where blocks stand")
        self.all(node, place)

    def _particulars(self, node: Element, place: Place) -> None:
        """A term and its first detail share a line, as in a form."""
        look = within(node, place.look)
        term: Element | None = None
        for piece in elements(node):
            if piece.tag == "dt":
                term = self.fill(
                    piece, "Particulars Term", replace(look, style="Particulars Label")
                )
            elif piece.tag == "dd" and term is not None:
                self.desk.anchors.wait(piece.get("id"))
                line = Line(self.desk, self.desk.package.part, term)
                line.tab()
                line.write(piece, within(piece, look))
                line.end()
                term = None
            elif piece.tag == "dd":
                self.fill(piece, "Particulars Detail", look)
            else:
                raise outside(piece, "among particulars")


_WRITERS: dict[str, Callable[[Blocks, Element, Place], None]] = {
    "section": Blocks.part,
    "nav": Blocks.part,
    "p": Blocks._paragraph,
    "ol": Blocks._list,
    "ul": Blocks._list,
    "div": Blocks._group,
    "blockquote": Blocks._group,
    "dl": Blocks._particulars,
    "table": docx_tables.write,
    "figure": docx_figures.write,
    **{f"h{level}": Blocks._heading for level in range(1, 5)},
}
