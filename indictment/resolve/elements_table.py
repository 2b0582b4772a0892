"""What is pleaded -> the chart: the elements of each count, accused by accused, against paragraphs and exhibits.

The outline that shows the relevance of each item of evidence to each allegation (Kosovo Specialist
Chambers, Rules of Procedure and Evidence, rule 86(3)), and an in-depth analysis chart, are this table.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from indictment.model.blocks import ExhibitCitation, Target
from indictment.model.court import Court
from indictment.model.indictment import ElementLine, ElementParagraph, ElementRow, ElementTable
from indictment.model.pleading import (
    PleadedCount,
    PleadedElement,
    PleadedParagraph,
    Pleadings,
)
from indictment.resolve.count_order import NumberedCount
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.names import Names
from indictment.resolve.typography import NBSP, set_words


def tables(
    counts: Sequence[NumberedCount],
    pleadings: Pleadings,
    exhibits: Mapping[str, Exhibit],
    names: Names,
    court: Court,
) -> tuple[ElementTable, ...]:
    """A table for each count whose offence is known."""
    chart = _Chart(exhibits, names, court)
    return tuple(
        ElementTable(
            count=count.plan.label,
            heading=f"{court.words.count} {count.printed}: {set_words(count.plan.title)}",
            anchor=f"elements-{count.plan.label}",
            rows=tuple(chart.rows(pleaded)),
        )
        for count in counts
        if count.plan.offence and (pleaded := pleadings.count(count.plan.label))
    )


class _Chart:
    def __init__(self, exhibits: Mapping[str, Exhibit], names: Names, court: Court) -> None:
        self.exhibits = exhibits
        self.names = names
        self.court = court

    def rows(self, count: PleadedCount) -> Iterator[ElementRow]:
        """The elements of the offence, then those of the modes that are charged."""
        modes = {m.id: m for c in count.charges for m in (*c.modes, *c.alternative_modes)}
        by_element: dict[tuple[str, str], list[PleadedElement]] = {}
        for each in count.elements:
            by_element.setdefault((each.mode, each.element.id), []).append(each)
        order = {"": -1} | {label: at for at, label in enumerate(modes)}
        number = 0
        for (mode, _), several in sorted(by_element.items(), key=lambda item: order[item[0][0]]):
            number += not mode
            yield self._row(several, number, set_words(modes[mode].printed) if mode else "")

    def _row(self, several: Sequence[PleadedElement], number: int, mode: str) -> ElementRow:
        element = several[0].element
        known = [label for label in self.names.known if any(e.accused == label for e in several)]
        in_order = sorted(several, key=lambda e: known.index(e.accused) if e.accused else -1)
        labels = dict.fromkeys(c.label for e in in_order for p in e.paragraphs for c in p.citations)
        return ElementRow(
            element=element.id,
            number="" if mode else element.number or str(number),
            text=set_words(element.text),
            kind=element.kind,
            paragraphs=tuple(
                (self._name(e), tuple(dict.fromkeys(p.target for p in e.paragraphs)))
                for e in in_order
            ),
            exhibits=tuple(self._mark(label) for label in labels),
            lines=tuple(self._line(e) for e in in_order),
            mode=mode,
        )

    def _name(self, each: PleadedElement) -> str:
        return self.names.known[each.accused].text if each.accused else ""

    def _mark(self, label: str) -> Target:
        exhibit = self.exhibits[label]
        return Target(exhibit.anchor, exhibit.mark or exhibit.short, "exhibit")

    def _line(self, each: PleadedElement) -> ElementLine:
        words = self.court.words
        gap = ""
        if not each.paragraphs:
            gap = words.not_pleaded
        elif each.missing:
            parts = "; ".join(set_words(part.text).rstrip(".") for part in each.missing)
            gap = words.not_pleaded_part.format(parts)
        elif not any(p.is_supported for p in each.paragraphs):
            gap = words.nothing_cited
        return ElementLine(self._name(each), tuple(map(self._paragraph, each.paragraphs)), gap)

    def _paragraph(self, paragraph: PleadedParagraph) -> ElementParagraph:
        by_exhibit: dict[str, list[str]] = {}
        for citation in paragraph.citations:
            places = by_exhibit.setdefault(citation.label, [])
            printed = self._pinpoint(citation)
            if printed and printed not in places:
                places.append(printed)
        return ElementParagraph(
            paragraph.target,
            tuple((self._mark(label), "; ".join(places)) for label, places in by_exhibit.items()),
        )

    def _pinpoint(self, citation: ExhibitCitation) -> str:
        """The places of a citation as the court prints them: "pp. 2, 5–7, para. 3"."""
        printed = []
        for name, places in groupby(citation.places, key=lambda place: place.unit):
            values = [place.value.replace(" ", NBSP) for place in places]
            unit = self.court.units.get(name)
            several = len(values) > 1 or "–" in values[0]
            word = (unit.many if several else unit.one) if unit else ""
            printed.append(f"{word}{NBSP}{', '.join(values)}" if word else ", ".join(values))
        return ", ".join(printed)
