"""Counts, what each paragraph pleads, and what it cites -> Pleadings: who is charged with what, and where it is said."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Literal, cast

from indictment.model.blocks import ExhibitCitation
from indictment.model.offence import Element, Mode
from indictment.model.pleading import (
    PleadedCharge,
    PleadedCount,
    PleadedElement,
    PleadedParagraph,
    PleadedPart,
    Pleadings,
)
from indictment.resolve.count_order import NumberedCount
from indictment.resolve.inlines import Used
from indictment.resolve.pleads import Pleads

_Paragraphs = Mapping[tuple[str, str], Sequence[PleadedParagraph]]
"""By count and label of what they plead."""


def pleadings(
    counts: Sequence[NumberedCount],
    pleads: Sequence[Pleads],
    used: Sequence[Used],
    referring: Container[str],
) -> Pleadings:
    """Every count with its elements, each with the paragraphs that plead it.

    `referring` has the anchors of what holds a cross-reference.
    """
    cited: dict[str, dict[int, ExhibitCitation]] = {}
    for use in used:
        if use.citation is not None:
            for anchor in use.owner.anchors:
                cited.setdefault(anchor, {})[use.citation.number] = use.citation
    files: dict[str, list[str]] = {}
    for count in counts:
        files.setdefault(count.plan.source.prose.file, []).append(count.plan.label)
    paragraphs = tuple(
        _paragraph(n, each, cited, files, refers=each.target.anchor in referring)
        for n, each in enumerate(pleads)
    )
    found: dict[tuple[str, str], list[PleadedParagraph]] = {}
    for paragraph in paragraphs:
        for serves in paragraph.serves:
            found.setdefault((serves.count, serves.element), []).append(paragraph)
    return Pleadings(tuple(_count(count, found) for count in counts), paragraphs)


def _paragraph(
    position: int,
    pleads: Pleads,
    cited: Mapping[str, Mapping[int, ExhibitCitation]],
    files: Mapping[str, list[str]],
    *,
    refers: bool,
) -> PleadedParagraph:
    part = pleads.span.file.split("/")[0]
    return PleadedParagraph(
        target=pleads.target,
        label=pleads.label,
        span=pleads.span,
        place=pleads.place,
        part=cast(Literal["defendants", "facts", "counts", "annexes", "schedules"], part),
        kind=pleads.kind,
        defendants=pleads.defendants,
        serves=pleads.serves,
        position=position,
        counts=tuple(files.get(pleads.span.file, ())),
        citations=tuple(cited.get(pleads.target.anchor, {}).values()),
        refers=refers,
        within=pleads.within,
    )


def _count(count: NumberedCount, found: _Paragraphs) -> PleadedCount:
    plan = count.plan
    charges = tuple(
        PleadedCharge(
            accused, charge.conduct, charge.modes, charge.alternative_modes,
            charge.period or plan.source.head.period,
        )
        for charge in plan.charges
        for accused in charge.defendants
    )  # fmt: skip
    return PleadedCount(
        label=plan.label,
        number=count.number,
        title=plan.title,
        offence=plan.offence,
        charges=charges,
        elements=tuple(_elements(count, charges, found)),
        alternative_to=plan.alternative_to,
        span=plan.span,
        places=plan.source.head.places,
    )


def _elements(
    count: NumberedCount, charges: Sequence[PleadedCharge], found: _Paragraphs
) -> Iterator[PleadedElement]:
    plan = count.plan
    if plan.offence is None:
        return
    accused = tuple(dict.fromkeys(charge.accused for charge in charges))
    for element in plan.offence.elements:
        for label in accused if element.per == "accused" else ("",):
            yield _element(plan.label, element, label, "", found)
    for label in accused:
        own = [charge for charge in charges if charge.accused == label]
        charged = {mode.id: mode for charge in own for mode in charge.modes}
        other = {m.id: m for charge in own for m in charge.alternative_modes if m.id not in charged}
        for mode in (*charged.values(), *other.values()):
            yield from _of_mode(plan.label, mode, label, found, is_alternative=mode.id in other)


def _of_mode(
    count: str, mode: Mode, accused: str, found: _Paragraphs, *, is_alternative: bool
) -> Iterator[PleadedElement]:
    for element in mode.elements:
        yield _element(count, element, accused, mode.id, found, is_alternative=is_alternative)


def _element(
    count: str,
    element: Element,
    accused: str,
    mode: str,
    found: _Paragraphs,
    *,
    is_alternative: bool = False,
) -> PleadedElement:
    def by(label: str) -> tuple[PleadedParagraph, ...]:
        """The paragraphs that plead it for this accused: by name, or for all."""
        pleading = {
            paragraph.target.anchor: paragraph
            for paragraph in reversed(found.get((count, label), ()))
            if not accused or accused in (paragraph.defendants or (accused,))
        }
        return tuple(reversed(pleading.values()))

    named = by(element.id)
    parts = tuple(PleadedPart(part, by(part.id)) for part in element.parts)
    of_parts = [p for each in parts for p in each.paragraphs]
    every = {p.target.anchor: p for p in (*named, *of_parts)}
    # below a heading that names the element, and in a paragraph that does, parts may be told apart
    divided = {anchor for p in of_parts for anchor in (p.target.anchor, *p.within)}
    return PleadedElement(
        element=element,
        accused=accused,
        mode=mode,
        paragraphs=tuple(sorted(every.values(), key=lambda p: p.position)) if parts else named,
        whole=tuple(p for p in named if p.target.anchor not in divided),
        parts=parts,
        is_alternative=is_alternative,
    )
