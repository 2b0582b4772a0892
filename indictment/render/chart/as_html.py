"""Indictment -> the chart of elements as tables of a page that is looked at on a screen."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from indictment.diagnostics import Span
from indictment.model.blocks import Target
from indictment.model.indictment import ElementLine, ElementRow, ElementTable, Indictment

_LAST = 1 << 30
"""A line after the last of every file."""
_HEAD = ("Element", "Accused", "Paragraph", "Exhibits")


def as_html(indictment: Indictment) -> str:
    """A table for each count. Paragraphs are links to their anchors; exhibits are buttons that say,
    in `data-exhibit` and `data-page`, which page of which exhibit is cited.
    """
    chart = _Chart(indictment)
    return "\n".join(chart.table(table) for table in indictment.elements)


class _Chart:
    def __init__(self, indictment: Indictment) -> None:
        self._spans = dict(_stretches(indictment))
        self._rows = {row.anchor: row for row in indictment.exhibits}

    def table(self, table: ElementTable) -> str:
        """The table of one count."""
        head = "".join(f'<th scope="col">{name}</th>' for name in _HEAD)
        body = "\n".join(line for row in table.rows for line in self._lines(row))
        return (
            f'<section class="chart"><h3>{escape(table.heading)}</h3>\n'
            f'<div class="wide" tabindex="0" role="group" aria-label="{escape(table.heading)}">'
            f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div></section>"
        )

    def _lines(self, row: ElementRow) -> Iterator[str]:
        """A row for each accused whom the element concerns; the element stands beside them all."""
        number = f'<span class="number">{escape(row.number)}</span> ' if row.number else ""
        mode = f'<span class="mode">{escape(row.mode)}:</span> ' if row.mode else ""
        named = f"{number}{mode}{escape(row.text)}"
        first = f'<th scope="rowgroup" rowspan="{max(len(row.lines), 1)}">{named}</th>'
        for line in row.lines or (ElementLine("", ()),):
            yield f"<tr>{first}<td>{escape(line.name)}</td>{self._pleaded(line)}</tr>"
            first = ""

    def _pleaded(self, line: ElementLine) -> str:
        gap = f'<p class="gap">{escape(line.gap)}</p>' if line.gap else ""
        if not line.paragraphs:
            return f'<td colspan="2">{gap}</td>'
        numbers: list[str] = []
        marks: list[str] = []
        for paragraph in line.paragraphs:
            at = paragraph.target
            numbers.append(f'<a href="#{escape(at.anchor)}">{escape(at.text)}</a>')
            marks += (self._exhibit(at, mark, said) for mark, said in paragraph.exhibits)
        both = (" ".join(numbers), " ".join(dict.fromkeys(marks)))
        return f'<td data-name="{_HEAD[2]}">{both[0]}</td><td data-name="{_HEAD[3]}">{both[1]}{gap}</td>'

    def _exhibit(self, paragraph: Target, mark: Target, pinpoint: str) -> str:
        row = self._rows.get(mark.anchor)
        words = escape(f"{mark.text}, {pinpoint}" if pinpoint else mark.text)
        if row is None:
            return f"<span>{words}</span>"
        stretch = self._spans.get(paragraph.anchor)
        pages = [one.page for one in row.cited_at if stretch and stretch.covers(one.span)]
        title = escape(row.title)
        return (
            f'<button type="button" class="cited" data-exhibit="{escape(row.label)}" '
            f'data-page="{pages[0] if pages else 1}" title="{title}">{words}</button>'
        )


def _stretches(indictment: Indictment) -> Iterator[tuple[str, Span]]:
    """Of each paragraph and sub-paragraph how far it goes with all that belongs to it."""
    pieces = [n for n in indictment.numbered if n.kind in ("paragraph", "subparagraph", "heading")]
    pieces.sort(key=lambda n: n.span)
    for at, piece in enumerate(pieces):
        deep = piece.printed.count("(")
        end = next(
            (
                n.span
                for n in pieces[at + 1 :]
                if n.kind == "heading" or n.printed.count("(") <= deep
            ),
            None,
        )
        span = piece.span
        if end is None or end.file != span.file:
            yield piece.anchor, replace(span, end_line=_LAST, end_column=1)
        else:
            yield piece.anchor, replace(span, end_line=end.line, end_column=end.column)
