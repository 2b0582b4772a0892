"""What each paragraph pleads -> the elements of each count against paragraphs and exhibits."""

from collections.abc import Mapping, Sequence

from indictment.model.blocks import Target
from indictment.model.court import Court
from indictment.model.indictment import ElementRow, ElementTable
from indictment.model.offence import Element
from indictment.resolve.blocks import Pleads
from indictment.resolve.count_order import NumberedCount
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.inlines import Used
from indictment.resolve.names import Names
from indictment.resolve.typography import set_words

_Pleaded = dict[tuple[str, str], list[tuple[int, Pleads]]]
"""What pleads an element of a count, each with its place in the document."""


def tables(
    counts: Sequence[NumberedCount],
    pleads: Sequence[Pleads],
    used: Sequence[Used],
    exhibits: Mapping[str, Exhibit],
    names: Names,
    court: Court,
) -> tuple[ElementTable, ...]:
    """A table for each count whose offence is known."""
    pleaded: _Pleaded = {}
    for order, each in enumerate(pleads):
        for serves in each.serves:
            pleaded.setdefault((serves.count, serves.element), []).append((order, each))
    cited: dict[str, dict[str, None]] = {}
    for use in used:
        for anchor in use.owner.anchors:
            cited.setdefault(anchor, {})[use.label] = None

    def row(count: NumberedCount, number: int, element: Element) -> ElementRow:
        found = _found(pleaded, count.plan.label, element)
        labels = dict.fromkeys(x for p in found for x in cited.get(p.target.anchor, ()))
        return ElementRow(
            element=element.id,
            number=number,
            text=set_words(element.text),
            kind=element.kind,
            paragraphs=_paragraphs(count, element, found, names),
            exhibits=tuple(
                Target(exhibits[x].anchor, exhibits[x].mark or exhibits[x].short, "exhibit")
                for x in labels
            ),
        )

    return tuple(
        ElementTable(
            count=count.plan.label,
            heading=f"{court.words.count} {count.printed}: {set_words(count.plan.title)}",
            anchor=f"elements-{count.plan.label}",
            rows=tuple(
                row(count, n, e) for n, e in enumerate(count.plan.offence.elements, start=1)
            ),
        )
        for count in counts
        if count.plan.offence
    )


def _found(pleaded: _Pleaded, count: str, element: Element) -> list[Pleads]:
    """What pleads the element, whole or in part, in the order of the document."""
    labels = (element.id, *(part.id for part in element.parts))
    found = dict(each for label in labels for each in pleaded.get((count, label), []))
    return [found[order] for order in sorted(found)]


def _paragraphs(
    count: NumberedCount, element: Element, found: Sequence[Pleads], names: Names
) -> tuple[tuple[str, tuple[Target, ...]], ...]:
    """By accused where the element must be pleaded for each, in the order of the title page.

    A paragraph that names no accused pleads it for all of the count.
    """
    if element.per == "count":
        return (("", tuple(dict.fromkeys(p.target for p in found))),)
    charged = set(count.plan.defendants)
    return tuple(
        (
            names.known[label].text,
            tuple(dict.fromkeys(p.target for p in found if label in (p.defendants or (label,)))),
        )
        for label in names.known
        if label in charged
    )
