"""table -> a Word table as wide as the text: its head on each page, short rows kept whole."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from indictment.render.word import cells
from indictment.render.word.look import Look, within
from indictment.render.word.marks import tracked
from indictment.render.word.paragraphs import Shape
from indictment.render.word.xml import Element, child, classes, elements, outside, words

if TYPE_CHECKING:
    from indictment.render.word.blocks import Place
    from indictment.render.word.story import Story

STYLES = {
    "plain": "Table Plain", "schedule": "Table Schedule", "exhibits": "Table Exhibits",
    "elements": "Table Elements", "offices": "Table Offices", "columns": "Table Columns",
}  # fmt: skip
ALIGNMENTS = {"left": "left", "right": "right", "center": "center"}
PER_CENT = re.compile(r"width:\s*([0-9.]+)%;?")
LONGEST, LETTER, PADDING = 14, 116, 180
"""A column holds words of up to so many letters unbroken; the width in twips of a letter of cells
(10 pt, bold, taken widely), and of a cell's margins."""
SHORT = 1000
"""A row whose cells have fewer letters than this is not broken over two pages."""


def write(story: "Story", node: Element, place: "Place") -> None:
    """The caption, where there is one, as a paragraph above the table; then the table."""
    style = next((STYLES[name] for name in classes(node) if name in STYLES), None)
    if style is None:
        raise outside(node, "without one of the classes of tables")
    look = within(node, place.look)
    story.desk.anchors.wait(node.get("id"), look)
    pieces = {str(piece.tag): piece for piece in elements(node)}
    for tag, piece in pieces.items():
        if tag not in ("caption", "colgroup", "thead", "tbody"):
            raise outside(piece, "in a table")
    caption = pieces.get("caption")
    if caption is not None:
        story.fill(caption, "Table Caption", look)
    heads = list(elements(pieces["thead"])) if "thead" in pieces else []
    rows = list(elements(pieces["tbody"])) if "tbody" in pieces else []
    if not heads + rows:
        raise outside(node, "without a row")
    if look.mark is not None:
        look = replace(look, mark=look.mark.standing)
    story.before_table(look.mark)
    table = child(story.body, "tbl")
    widths = _widths(pieces.get("colgroup"), heads + rows, story.width)
    named = words(caption) if caption is not None else story.heading
    _properties(table, story.desk.styles[style], story.width, named, heads, rows)
    grid = child(table, "tblGrid")
    for width in widths:
        child(grid, "gridCol", w=width)
    text = "Column Text" if style == STYLES["columns"] else "Table Text"
    for row in heads:
        _row(story, table, row, widths, look, "Table Heading", is_head=True)
    for row in rows:
        _row(story, table, row, widths, look, text, is_head=False)


def _properties(
    table: Element, style: str, width: int, named: str, heads: list[Element], rows: list[Element]
) -> None:
    properties = child(table, "tblPr")
    child(properties, "tblStyle", val=style)
    child(properties, "tblW", w=width, type="dxa")
    child(properties, "tblLayout", type="fixed")
    first = any(cell.get("scope") == "row" for row in rows for cell in row)
    bits = 0x0600 | 0x0020 * bool(heads) | 0x0080 * first
    child(
        properties,
        "tblLook",
        val=f"{bits:04X}",
        firstRow=int(bool(heads)),
        lastRow=0,
        firstColumn=int(first),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    if named:
        child(properties, "tblCaption", val=named)
    if heads:
        child(properties, "tblDescription", val=", ".join(words(cell) for cell in heads[0]))


def _row(
    story: "Story",
    table: Element,
    row: Element,
    widths: list[int],
    look: Look,
    style: str,
    *,
    is_head: bool,
) -> None:
    if row.tag != "tr" or len(row) != len(widths):
        raise outside(row, f"in a table of {len(widths)} columns")
    look = within(row, look)
    made = child(table, "tr")
    properties = child(made, "trPr")
    if is_head or max(len(words(cell)) for cell in row) < SHORT:
        child(properties, "cantSplit")
    if is_head:
        child(properties, "tblHeader")
    if look.mark is not None:
        tracked(properties, look.mark)
    if not len(properties):
        made.remove(properties)
    story.desk.anchors.wait(row.get("id"), look)
    for cell, width in zip(elements(row), widths, strict=True):
        _cell(story, child(made, "tc"), cell, width, look, style)


def _cell(story: "Story", made: Element, cell: Element, width: int, look: Look, style: str) -> None:
    if cell.tag not in ("th", "td"):
        raise outside(cell, "in a row")
    child(child(made, "tcPr"), "tcW", w=width, type="dxa")
    look = within(cell, look)
    story.desk.anchors.wait(cell.get("id"), look)
    shape = Shape(align=ALIGNMENTS.get(cell.get("data-align") or "", ""), cell=made)
    if not any(inner.tag == "p" for inner in cell):
        story.fill(cell, style, look, shape)
        return
    for inner in elements(cell):
        if "cell" not in classes(inner):
            raise outside(inner, "in a cell")
    pieces = [(inner, within(inner, look).mark) for inner in elements(cell)]
    for lines in cells.paragraphs(pieces):
        paragraph = story.fill(lines.pieces[0], style, look, replace(shape, end=lines.end))
        for piece in lines.pieces[1:]:
            story.go_on(paragraph, piece, look)


def _widths(group: Element | None, rows: list[Element], width: int) -> list[int]:
    """The columns' widths in twips, together the table's; columns without one share the rest."""
    columns = len(rows[0])
    given: list[float | None] = []
    for column in elements(group) if group is not None else ():
        style = (column.get("style") or "").strip()
        share = PER_CENT.fullmatch(style)
        if style and share is None:
            raise outside(column, 'with another style than "width:…%"')
        given.append(float(share[1]) if share else None)
    if group is not None and len(given) != columns:
        raise outside(group, f"in a table of {columns} columns")
    given = given or [None] * columns
    left = max(100 - sum(share or 0 for share in given), 0)
    open_share = max(left / max(given.count(None), 1), 5)
    shares = [share or open_share for share in given]
    return _fitted([width * share / sum(shares) for share in shares], rows, width)


def _fitted(wished: list[float], rows: list[Element], width: int) -> list[int]:
    """The widths, each at least as wide as the longest word of its column.

    Words with more than `LONGEST` letters (addresses) are broken anywhere and count for nothing.
    """
    least = [0.0] * len(wished)
    for row in rows:
        for column, cell in enumerate(row):
            lengths = [len(word) for word in words(cell).split() if len(word) <= LONGEST]
            least[column] = max(least[column], max(lengths, default=0) * LETTER + PADDING)
    if sum(least) < width:
        lacking = sum(max(low - wish, 0) for low, wish in zip(least, wished, strict=True))
        spare = sum(max(wish - low, 0) for low, wish in zip(least, wished, strict=True))
        wished = [
            max(low, wish - max(wish - low, 0) * lacking / max(spare, 1))
            for low, wish in zip(least, wished, strict=True)
        ]
    edges = [round(sum(wished[:n])) for n in range(len(wished))] + [width]
    return [right - left for left, right in pairwise(edges)]
