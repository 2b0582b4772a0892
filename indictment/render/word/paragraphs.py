"""How a paragraph is shaped -> the paragraph (`w:p`) with its properties: a copy of one that was made before."""

from collections.abc import Mapping

from indictment.render.word.marks import Mark
from indictment.render.word.xml import Element, child, copied, element
from indictment.value import dataclass

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
    end: Mark | None = None
    """The tracked change of its own mark."""


PLAIN = Shape()


class Paragraphs:
    """The paragraphs of one document. `styles` are the ids of its paragraph styles by name."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._made: dict[tuple[object, ...], Element] = {}

    def paragraph(
        self, style: str, shape: Shape, *, begins_page: bool, below_table: bool, to_left: bool
    ) -> Element:
        """An empty paragraph, its properties in the order of the schema (ISO/IEC 29500-1, 17.3.1.26), without
        the tracked change of its own mark, which stands last in them. `to_left`: written from right to left.
        """
        key = (
            style, shape.number, shape.left, shape.align, shape.keep, begins_page, below_table, to_left,
        )  # fmt: skip
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = element("p")
            properties = child(made, "pPr")
            child(properties, "pStyle", val=self._styles[style])
            if shape.keep:
                child(properties, "keepNext")
            if begins_page:
                child(properties, "pageBreakBefore")
            if shape.number is not None:
                number = child(properties, "numPr")
                child(number, "ilvl", val=shape.number[0])
                child(number, "numId", val=shape.number[1])
            if to_left:
                child(properties, "bidi")
            if below_table:
                child(properties, "spacing", before=AFTER_TABLE)
            if shape.left is not None:
                child(properties, "ind", left=shape.left)
            if shape.align:
                child(properties, "jc", val=shape.align)
        return copied(made)
