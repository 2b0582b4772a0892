"""Several incidents in one count should be one course of conduct, and the count should say so.

One count charges one offence. It may take in several incidents if they are, by time, place or purpose, one course of
conduct. Incidents are the rows of a schedule to which the count refers, or sub-paragraphs with days more than a week
apart. A count says what makes them one by "course of conduct", "in the course of the siege", "campaign", "common plan",
"pursuant to the order", "repeatedly" and the like; or the offence itself is part of an attack.

For example, a count with three sub-paragraphs on thefts in January, March and August, and no word on what joins them.

Say what makes the incidents one course of conduct, or charge each in a count of its own.
"""

import re
from collections.abc import Iterator
from datetime import date

from indictment.check import written
from indictment.check.dated import dates
from indictment.check.declare import rule
from indictment.check.pairs import particulars
from indictment.check.passages import Passage, passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.blocks import Block, Name, Paragraph, SubParagraphs
from indictment.model.indictment import Indictment
from indictment.model.offence import Offence

RULE = rule(__name__, __doc__, Severity.WARNING, "Criminal Procedure Rules 2020, r. 10.2(2)")

_APART = 7
"""Days that make two incidents of two sub-paragraphs."""
_DECLARED = re.compile(
    r"\bcourse\s+of\b|\bcourses?\s+of\s+conduct|\bcontinu(?:ing|ous|ed)\b|\bpatterns?\b|\bcampaign|\bsystematic|\bsiege\b|"
    r"\b(?:common|joint|single|same|overall)\s+(?:criminal\s+)?(?:plan|purpose|design|scheme|enterprise|aim|object)|\bscheme\b|"
    r"\b(?:the|a|this)\s+plan\b|\bpursuant\s+to\b|\bin\s+(?:execution|furtherance|pursuance)\s+of\b|\bpolicy\b|\brepeated|"
    r"\bpart\s+of\s+(?:an?|the|one)\b|\bon\s+(?:each|every)\s+(?:occasion|day)|\bthroughout\b|\bby\s+stages\b|\boccupation\b|"
    r"\bits\s+acts\b",
    re.IGNORECASE,
)
_ATTACK = re.compile(
    r"\battack|\bplan\b|\bpolicy|\bcampaign|\baggression|\bcourse of conduct", re.IGNORECASE
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each file of a count with several incidents and no word on what makes them one."""
    named = particulars(indictment)
    rows = {
        section.anchor: _incidents(section.label, indictment) for section in indictment.schedules
    }
    by_place = {
        (p.span.file, p.span.line): p
        for p in passages(indictment)
        if p.part == "counts" and p.kind == "sub-paragraph"
    }
    counts = {count.label: count for count in written.counts(indictment)}
    for group in indictment.counts:
        first = next((counts[c.label] for c in group.counts if c.label in counts), None)
        here = named.get(group.file)
        if not first or not here or _DECLARED.search(here.text):
            continue
        offences = [indictment.pleadings.count(c.label) for c in group.counts]
        if any(each and _is_of_an_attack(each.offence) for each in offences):
            continue
        number = len(here.rows) + sum(rows.get(anchor, 0) for anchor in here.schedules)
        if number < 2:
            number = max((_apart(block, by_place, indictment) for block in group.blocks), default=0)
        if number >= 2:
            yield RULE.at(
                first.span,
                f"{first.name} takes in {number} incidents and does not say what makes them one course of conduct",
                help="say by what time, place or purpose they are one, or charge each in a count of its own",
            )


def _incidents(label: str, indictment: Indictment) -> int:
    """The rows of a schedule, if they are incidents: those of victims are not."""
    for schedule in indictment.matter.schedules:
        if schedule.label == label or schedule.head.id == label:
            keys = " ".join(f"{column.key} {column.heading}" for column in schedule.head.columns)
            return len(schedule.rows) if re.search(r"\bdate\b", keys, re.IGNORECASE) else 0
    return 0


def _is_of_an_attack(offence: Offence | None) -> bool:
    return offence is not None and any(
        element.kind in ("contextual", "threshold") and _ATTACK.search(element.text)
        for element in offence.elements
    )


def _apart(block: Block, by_place: dict[tuple[str, int], Passage], indictment: Indictment) -> int:
    """The sub-paragraphs of a paragraph on conduct whose days lie apart; 0 where each is about another accused."""
    if not isinstance(block, Paragraph) or block.kind or not block.serves:
        return 0
    days: list[date] = []
    for attached in block.attached:
        for item in attached.items if isinstance(attached, SubParagraphs) else ():
            if item.defendants and any(isinstance(p, Name) and p.accused for p in item.content):
                return 0
            passage = by_place.get((item.span.file, item.span.line))
            found = dates(passage.text, indictment.court) if passage else []
            days += [d.date.first_day for d in found if d.date.day][:1]
    days.sort()
    return len(days) if len(days) > 1 and (days[-1] - days[0]).days > _APART else 0
