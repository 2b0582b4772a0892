"""What is pleaded as the conduct of a count should lie in its period.

The charges are the facts in the period charged. What happened before or after may explain them, prove intent or show
a failure to punish, but is not what the accused is convicted of. Looked at is each paragraph that pleads the conduct, its
circumstances or its consequences, in a count or outside; a sentence is questioned if all its days lie outside the
period. What was found, written or decided afterwards is evidence and not questioned.

For example, "On 9 March 2019 they burnt the second granary" under `period: {from: 2019-03-02, to: 2019-03-03}`.

Widen the period, correct the day, or put the sentence into a paragraph with `kind="context"`.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from indictment.check.dated import dates
from indictment.check.declare import rule
from indictment.check.sentences import Sentence, sentences
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.dates import Period
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedCount, PleadedParagraph

RULE = rule(__name__, __doc__, Severity.WARNING)

_ABOUT = timedelta(days=31)
"""How far from a day "on or about" may reach."""
_CHARGED = ("conduct", "consequence", "circumstance")
_EVIDENCE = re.compile(
    r"\b(?:found|exhumed|recovered|examined|identified|testified|stated|reported|recorded|documented|confirmed|published|"
    r"adopted|resolution|judgment|judgement|decided|held that|entered into force|in force|ratified|born|registered|"
    r"investigat\w+|autopsy|post-mortem|interviewed|statement of|report of|since|before|prior to|earlier)\b",
    re.IGNORECASE,
)
"""Words with which a sentence speaks of evidence, of law, or of how long something had been so."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each sentence of a charged fact that is dated outside every period of the counts it serves."""
    charged = _charged(indictment)
    by_place = {
        (p.span.file, p.span.line): () if p.kind else _counts(p, charged)
        for p in indictment.pleadings.paragraphs
    }
    counts: tuple[PleadedCount, ...] = ()
    for sentence in sentences(indictment):
        passage = sentence.passage
        place = (passage.span.file, passage.span.line)
        if passage.kind == "paragraph" or place in by_place:
            counts = by_place.get(place, ())
        # a sub-paragraph that pleads nothing by itself pleads what its paragraph pleads
        periods = [period for count in counts if (period := _period(count))]
        if periods and len(periods) == len(counts) and passage.kind != "cell":
            yield from _outside(sentence, periods, counts, indictment)


def _charged(indictment: Indictment) -> dict[tuple[str, str], PleadedCount]:
    """The counts by what pleads their conduct, circumstances and consequences: label of the count and of the element."""
    return {
        (count.label, label): count
        for count in indictment.pleadings.counts
        if count.offence
        for element in count.offence.elements
        if element.kind in _CHARGED
        for label in element.labels
    }


def _counts(
    paragraph: PleadedParagraph, charged: dict[tuple[str, str], PleadedCount]
) -> tuple[PleadedCount, ...]:
    found = (charged.get((serves.count, serves.element)) for serves in paragraph.serves)
    return tuple({count.label: count for count in found if count}.values())


def _period(count: PleadedCount) -> tuple[date, date] | None:
    """From the first day that may be charged to the last; None where none is given."""
    periods = [charge.period for charge in count.charges]
    if not periods or None in periods:
        return None
    ends = [_ends(period) for period in periods if period]
    return min(first for first, _ in ends), max(last for _, last in ends)


def _ends(period: Period) -> tuple[date, date]:
    first, last = period.days
    if period.on_or_about:
        first, last = first - _ABOUT, last + _ABOUT
    return date.min if period.at_least else first, last


def _outside(
    sentence: Sentence,
    periods: list[tuple[date, date]],
    counts: tuple[PleadedCount, ...],
    indictment: Indictment,
) -> Iterator[Diagnostic]:
    days = dates(sentence.text, indictment.court)
    if not days or _EVIDENCE.search(sentence.text):
        return
    for each in days:
        for first, last in periods:
            if each.date.first_day <= last and each.date.last_day >= first:
                return
    earliest = min(each.date.first_day for each in days)
    latest = max(each.date.last_day for each in days)
    if any(earliest <= first and last <= latest for first, last in periods):
        return  # "from … to …", around the period
    which = " and ".join(f"count {count.number} ({count.title})" for count in counts)
    yield RULE.at(
        sentence.at(days[0].begin, days[0].end),
        f"this is outside the period of {which}",
        help='widen the period, correct the day, or put the sentence into a paragraph with kind="context"',
    )
