"""Indictment -> what is missing in the chart, as a list of what to do."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indictment.model.indictment import ElementLine, ElementRow, Indictment
from indictment.model.pleading import PleadedCount, PleadedElement
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """An element that is not pleaded, or only in part, or for which nothing is cited."""

    count: str
    element: str
    accused: str
    missing: str
    remedy: str
    written_in: str
    """File, line and column: of the paragraph that pleads it, else of the count."""


def gaps(indictment: Indictment) -> Iterator[Gap]:
    """The gaps, count by count in the order of the chart."""
    for table in indictment.elements:
        count = indictment.pleadings.count(table.count)
        if count is None:
            continue
        for row in table.rows:
            by_name = _by_name(indictment, count, row)
            for line in row.lines:
                if line.gap:
                    yield _gap(table.heading, count, row, line, by_name[line.name])


def _by_name(
    indictment: Indictment, count: PleadedCount, row: ElementRow
) -> dict[str, PleadedElement]:
    """What is pleaded of an element, by the printed name of the accused."""
    names = {accused.label: accused.short for accused in indictment.accused} | {"": ""}
    found = [
        e for e in count.elements if e.element.id == row.element and bool(e.mode) == bool(row.mode)
    ]
    return {names.get(each.accused, each.accused): each for each in reversed(found)}


def _gap(
    heading: str, count: PleadedCount, row: ElementRow, line: ElementLine, each: PleadedElement
) -> Gap:
    who = f' defendants="{each.accused}"' if each.accused else ""
    if not each.paragraphs:
        remedy = f'plead it, and write {{elements="{row.element}"{who}}} above the paragraph'
    elif each.missing:
        remedy = f'plead it, and write {{elements="{each.missing[0].id}"{who}}} above the paragraph'
    else:
        remedy = "cite what proves it, or refer to the paragraph that does"
    where = each.paragraphs[0].span if each.paragraphs else count.span
    text = f"{row.mode}: {row.text}" if row.mode else row.text
    return Gap(heading, text, line.name, line.gap, remedy, str(where.start))


def to_do(found: Sequence[Gap]) -> str:
    """The gaps as a list to tick off, in Markdown; ends with a line feed unless empty."""
    out: list[str] = []
    for heading, several in groupby(found, key=lambda gap: gap.count):
        out.append(f"## {heading}\n")
        for gap in several:
            who = f"{gap.accused}: " if gap.accused else ""
            out.append(f"- [ ] {who}{gap.missing}: {gap.element}")
            out.append(f"      {gap.written_in}: {gap.remedy}")
        out.append("")
    return "\n".join(out)
