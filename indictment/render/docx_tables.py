"""table -> a Word table as wide as the text: its head repeated on each page, short rows kept whole."""

import re
from typing import TYPE_CHECKING

from indictment.render.docx_inline import Look, tracked, within
from indictment.render.docx_xml import Element, child, classes, elements, outside

if TYPE_CHECKING:
    from indictment.render.docx_blocks import Blocks, Place

STYLES = {
    "plain": "Table Plain", "schedule": "Table Schedule", "exhibits": "Table Exhibits",
    "elements": "Table Elements", "offices": "Table Offices",
}  # fmt: skip
ALIGNMENTS = {"left": "left", "right": "right", "center": "center"}
PER_CENT = re.compile(r"width:\s*([0-9.]+)%;?")
SHORT = 1000
"""A row whose cells have fewer letters than this is not broken over two pages."""


def write(blocks: "Blocks", node: Element, place: "Place") -> None:
    """The caption, where there is one, as a paragraph above the table; then the table."""
    style = next((STYLES[name] for name in classes(node) if name in STYLES), None)
    if style is None:
        raise outside(node, "without one of the classes of tables")
    look = within(node, place.look)
    blocks.desk.anchors.wait(node.get("id"))
    pieces = {str(piece.tag): piece for piece in elements(node)}
    for tag, piece in pieces.items():
        if tag not in ("caption", "colgroup", "thead", "tbody"):
            raise outside(piece, "in a table")
    caption = pieces.get("caption")
    if caption is not None:
        blocks.fill(caption, "Table Caption", look)
    heads = list(elements(pieces["thead"])) if "thead" in pieces else []
    rows = list(elements(pieces["tbody"])) if "tbody" in pieces else []
    if not heads + rows:
        raise outside(node, "without a row")
    blocks.before_table()
    table = child(blocks.body, "tbl")
    widths = _widths(pieces.get("colgroup"), len(heads[0] if heads else rows[0]), blocks.width)
    named = _words(caption) if caption is not None else blocks.heading
    _properties(table, blocks.desk.styles[style], blocks.width, named, heads, rows)
    grid = child(table, "tblGrid")
    for width in widths:
        child(grid, "gridCol", w=width)
    for row in heads:
        _row(blocks, table, row, widths, look, is_head=True)
    for row in rows:
        _row(blocks, table, row, widths, look, is_head=False)


def _properties(
    table: Element, style: str, width: int, named: str, heads: list[Element], rows: list[Element]
) -> None:  # fmt: skip
    properties = child(table, "tblPr")
    child(properties, "tblStyle", val=style)
    child(properties, "tblW", w=width, type="dxa")
    child(properties, "tblLayout", type="fixed")
    first = any(cell.get("scope") == "row" for row in rows for cell in row)
    child(
        properties, "tblLook", val=f"{0x0420 * bool(heads) | 0x0400 | 0x0080 * first:04X}",
        firstRow=int(bool(heads)), lastRow=0, firstColumn=int(first), lastColumn=0, noHBand=1, noVBand=1,
    )  # fmt: skip
    if named:
        child(properties, "tblCaption", val=named)
    if heads:
        child(properties, "tblDescription", val=", ".join(_words(cell) for cell in heads[0]))


def _row(
    blocks: "Blocks", table: Element, row: Element, widths: list[int], look: Look, *, is_head: bool
) -> None:  # fmt: skip
    if row.tag != "tr" or len(row) != len(widths):
        raise outside(row, f"in a table of {len(widths)} columns")
    look = within(row, look)
    made = child(table, "tr")
    properties = child(made, "trPr")
    if is_head or max(len(_words(cell)) for cell in row) < SHORT:
        child(properties, "cantSplit")
    if is_head:
        child(properties, "tblHeader")
    if look.mark is not None:
        tracked(blocks.desk, properties, look.mark)
    if not len(properties):
        made.remove(properties)
    blocks.desk.anchors.wait(row.get("id"))
    for cell, width in zip(elements(row), widths, strict=True):
        _cell(blocks, child(made, "tc"), cell, width, look, is_head=is_head)


def _cell(
    blocks: "Blocks", made: Element, cell: Element, width: int, look: Look, *, is_head: bool
) -> None:  # fmt: skip
    from indictment.render.docx_blocks import Shape

    if cell.tag not in ("th", "td"):
        raise outside(cell, "in a row")
    child(child(made, "tcPr"), "tcW", w=width, type="dxa")
    look = within(cell, look)
    blocks.desk.anchors.wait(cell.get("id"))
    style = "Table Heading" if is_head else "Table Text"
    shape = Shape(align=ALIGNMENTS.get(cell.get("data-align") or "", ""))
    if any(inner.tag == "p" for inner in cell):
        for inner in elements(cell):
            if "cell" not in classes(inner):
                raise outside(inner, "in a cell")
            blocks.fill(inner, style, look, shape, into=made)
    else:
        blocks.fill(cell, style, look, shape, into=made)


def _widths(group: Element | None, columns: int, width: int) -> list[int]:
    """The columns' widths in twips; together they are the table's."""
    shares: list[float] = []
    for column in elements(group) if group is not None else ():
        share = PER_CENT.fullmatch((column.get("style") or "").strip())
        if share is None:
            raise outside(column, 'without style="width:…%"')
        shares.append(float(share[1]))
    if group is not None and len(shares) != columns:
        raise outside(group, f"in a table of {columns} columns")
    shares = shares or [1.0] * columns
    edges = [round(width * sum(shares[:n]) / sum(shares)) for n in range(columns + 1)]
    return [right - left for left, right in zip(edges, edges[1:], strict=False)]


def _words(cell: Element) -> str:
    """The words of a cell without its notes."""
    notes = {note for note in cell.iter("span") if "footnote" in classes(note)}
    texts = [cell.text or ""]
    for inner in cell.iterdescendants():
        if not any(inner is note or note in inner.iterancestors() for note in notes):
            texts.append(inner.text or "")
        if not any(note in inner.iterancestors() for note in notes):
            texts.append(inner.tail or "")
    return " ".join("".join(texts).split())
