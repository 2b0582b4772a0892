"""Indictment -> the lines of the chart: one for each exhibit that a paragraph cites for an element."""

from collections.abc import Iterator

from indictment.model.indictment import ElementLine, ElementRow, ElementTable, Indictment
from indictment.value import dataclass

COLUMNS = (
    "Count",
    "Element no.",
    "Element",
    "Kind",
    "Mode of liability",
    "Accused",
    "Paragraph",
    "Exhibit",
    "Title",
    "Pinpoint",
    "Missing",
    "Element's label",
    "Paragraph's label",
    "Written in",
)


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line; empty strings stand where there is nothing."""

    count: str
    number: str
    element: str
    kind: str
    mode: str
    accused: str
    paragraph: str = ""
    exhibit: str = ""
    title: str = ""
    pinpoint: str = ""
    missing: str = ""
    element_label: str = ""
    paragraph_label: str = ""
    written_in: str = ""

    def cells(self) -> tuple[str, ...]:
        """The cells in the order of COLUMNS."""
        return (
            self.count, self.number, self.element, self.kind, self.mode, self.accused,
            self.paragraph, self.exhibit, self.title, self.pinpoint, self.missing,
            self.element_label, self.paragraph_label, self.written_in,
        )  # fmt: skip


def lines(indictment: Indictment) -> Iterator[ChartLine]:
    """The chart, count by count."""
    known = _Known(indictment)
    for table in indictment.elements:
        for row in table.rows:
            for line in row.lines:
                yield from known.lines(table, row, line)


class _Known:
    """What the chart says of paragraphs and exhibits besides their numbers."""

    def __init__(self, indictment: Indictment) -> None:
        self.titles = {row.anchor: row.title for row in indictment.exhibits}
        self.labels = {n.anchor: n.label or "" for n in indictment.numbered}
        self.places = {n.anchor: n.span.start for n in indictment.numbered}

    def lines(self, table: ElementTable, row: ElementRow, line: ElementLine) -> Iterator[ChartLine]:
        """The lines of an element for one accused; one with nothing but what is missing where there is no paragraph."""
        head = (table.heading, row.number, row.text, row.kind, row.mode, line.name)
        gap = line.gap
        for paragraph in line.paragraphs:
            anchor = paragraph.target.anchor
            where = {
                "paragraph": paragraph.target.text,
                "element_label": row.element,
                "paragraph_label": self.labels.get(anchor, ""),
                "written_in": str(self.places.get(anchor, "")),
            }
            if not paragraph.exhibits:
                yield ChartLine(*head, missing=gap, **where)
            for mark, pinpoint in paragraph.exhibits:
                title = self.titles.get(mark.anchor, "")
                yield ChartLine(
                    *head, exhibit=mark.text, title=title, pinpoint=pinpoint, missing=gap, **where
                )
            gap = ""  # said once
        if not line.paragraphs:
            yield ChartLine(*head, missing=gap, element_label=row.element)
