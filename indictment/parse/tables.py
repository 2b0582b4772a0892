"""Tokens of a Markdown table -> ProseTable, each cell with its span."""

import re

from markdown_it.token import Token

from indictment.diagnostics import Span
from indictment.model.prose import ProseCell, ProseTable
from indictment.parse import prose_rules
from indictment.parse.inlines import InlineReader
from indictment.parse.positions import CellPositions

_BAR = re.compile(r"(?<!\\)\|")


def read(
    tokens: list[Token], inlines: InlineReader, file: str, lines: list[str], offset: int
) -> ProseTable:
    """`tokens` stand between table_open and table_close; `lines` are those of the file's body and
    `offset` the number of the first.
    """
    rows: list[tuple[ProseCell, ...]] = []
    aligns: list[str] = []
    cells: list[ProseCell] = []
    line, column = 0, 0
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            cells, line, column = [], (token.map or [0, 1])[0], 0
        elif token.type in ("th_open", "td_open"):
            content = tokens[at + 1].content
            source = lines[line]
            found = source.find(content.replace("|", "\\|"), column)
            if found < 0:
                found = max(source.find(content[:8], column), column)
            length = len(content) + content.count("|")
            column = found + length
            span = Span.on_line(file, line + offset, found + 1, length)
            where = CellPositions(file, line + offset, found + 1, content)
            cells.append(ProseCell(inlines.read(content, where), span))
            if token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                aligns.append(next((a for a in ("right", "center") if a in style), "left"))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            if len(rows) > 1:
                _same_width(lines[line], len(rows[0]), Span(file, line + offset), inlines)
    return ProseTable(rows[0], tuple(rows[1:]), tuple(aligns), Span(file))


def _same_width(line: str, wanted: int, start: Span, inlines: InlineReader) -> None:
    """Report a row that has more or fewer cells than the head: one that is too many would be lost."""
    bare = line.strip().lstrip("> ")
    found = len(_BAR.split(bare.removeprefix("|").removesuffix("|")))
    if found == wanted:
        return
    indent = len(line) - len(line.lstrip())
    span = Span.on_line(start.file, start.line, indent + 1, len(line.strip()))
    cells = "one cell" if found == 1 else f"{found} cells"
    message = f"this row has {cells}, but the head of the table has {wanted}"
    help = "add or remove cells; to print the sign | in a cell write \\|"
    inlines.faults.append(prose_rules.UNSUPPORTED.at(span, message, help=help))
