"""Counts on the same conduct should each have an element that the other lacks.

An accused may be charged with several offences for the same acts. A conviction for both stands only where each offence
has an element materially distinct from the other; where one has none, it is charged in the alternative. Compared are
counts against the same accused whose conduct is pleaded in the same paragraphs.

For example, wilful killing and murder on the same particulars, where each element of the one is an element of the other.

Write `alternative-to:` in the count whose offence has no element of its own, or allow the rule and name the element.
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from indictment.check import written
from indictment.check.declare import rule
from indictment.check.pairs import beside
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.offence import Element
from indictment.model.pleading import PleadedCount

RULE = rule(__name__, __doc__, Severity.WARNING, "Strugar, Appeal Judgement (ICTY), paras 322-324")

_ALIKE = 92.0
_CONDUCT = ("conduct", "consequence")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each pair of counts on the same conduct of which one offence lies wholly in the other."""
    counts = {count.label: count for count in written.counts(indictment)}
    for one, other in beside(indictment):
        first, second = counts.get(one.label), counts.get(other.label)
        if not first or not second or first.offence == second.offence:
            continue
        if not _is_same_conduct(one, other) or not one.offence or not other.offence:
            continue
        lesser = second if not _own(other, one) else first if not _own(one, other) else None
        if lesser:
            greater = first if lesser is second else second
            yield RULE.at(
                lesser.span,
                f"{lesser.name} has no element that {greater.name} has not, and rests on the same conduct",
                related=[Related(greater.span, "charged beside it")],
                help=f"write `alternative-to: {greater.label}`, or charge one of the two only",
            )


def _is_same_conduct(one: PleadedCount, other: PleadedCount) -> bool:
    return bool(_conduct(one) & _conduct(other))


def _conduct(count: PleadedCount) -> set[str]:
    return {
        paragraph.target.anchor
        for each in count.elements
        if each.element.kind in _CONDUCT and not each.mode
        for paragraph in each.paragraphs
    }


def _own(count: PleadedCount, other: PleadedCount) -> list[Element]:
    """The elements of one offence that the other has not, in whatever words."""
    theirs = [_plain(element) for element in (other.offence.elements if other.offence else ())]
    return [
        element
        for element in (count.offence.elements if count.offence else ())
        if all(ratio(_plain(element), each) < _ALIKE for each in theirs)
    ]


def _plain(element: Element) -> str:
    return " ".join(element.text.casefold().split()).rstrip(".")
