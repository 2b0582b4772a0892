"""A table of the page -> why it means nothing as it is put together."""

import re
from collections.abc import Iterator

from indictment.render.page.node import Fault, Node, is_of_kind

_SHARE = re.compile(r"width:\s*\d+(\.\d+)?%;?")


def a_table(node: Node) -> Iterator[Fault]:
    """What is wrong with `<table>`."""
    if not node.kind:
        yield (
            node,
            "<table> lacks its class",
            'write class="plain" or another of docs/vocabulary.md',
        )
    rows = [
        row for group in node.inside if group.name in ("thead", "tbody") for row in group.inside
    ]
    if not rows:
        yield node, "<table> has no row", "print the table only where it has rows"
        return
    columns = len(rows[0].inside)
    for row in rows:
        if not row.inside:
            yield row, "a row of the table has no cell", "give it cells, or leave it out"
        elif len(row.inside) != columns:
            yield (
                row,
                f"a row has {_counted(len(row.inside), 'cell')}, the first one {columns}",
                "give each row of a table as many cells",
            )
    for group in node.inside:
        if group.name == "colgroup" and len(group.inside) != columns and columns:
            yield (
                group,
                f"there are {_counted(len(group.inside), 'width')} for "
                f"{_counted(columns, 'column')}",
                "write a <col> for each column",
            )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def a_column(node: Node) -> Iterator[Fault]:
    """What is wrong with `<col>`."""
    style = node.attributes.get("style", "").strip()
    if style and not _SHARE.fullmatch(style):
        yield node, f"“{style}” is not the width of a column", "write width:25% or another share"


def a_cell(node: Node) -> Iterator[Fault]:
    """What is wrong with `<td>` or `<th>`."""
    paragraphs = [one for one in node.inside if one.name == "p"]
    for one in node.inside:
        if is_of_kind(one, "block") and one.kind != "cell":
            yield (
                one,
                f"<{one.name}> cannot stand in a cell",
                'a cell holds a line of text, or <p class="cell">',
            )
    if paragraphs and (node.text.strip() or len(paragraphs) < len(node.inside)):
        yield (
            node,
            "a cell holds words beside its paragraphs",
            'put them in a <p class="cell"> of their own',
        )
