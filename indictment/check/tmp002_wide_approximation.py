"""An approximate date should be near to a date.

"On or about" says that the day may be a little earlier or later. It does not say when something happened if what
follows is a year, or a period of many weeks; nor does "at least" before a year. Reported is what is wider than
31 days: the longest month. A period that is approximate at its ends ("from on or about 3 March 2018 to on or about
9 November 2018") is not: it says how long the conduct went on.

For example, "in or around 2018", "on an unknown date between 3 March and 9 November 2018", or
`period: {on-or-about: 2018}`.

Write the day or the month, or a period for which the evidence gives two ends. If nobody can know it better, say why,
and allow the rule.
"""

import re
from collections.abc import Iterator
from datetime import date

from indictment.check import written
from indictment.check.dated import Dated, dates, has_year
from indictment.check.declare import rule
from indictment.check.sentences import Sentence, sentences
from indictment.diagnostics import Diagnostic, Severity, Span
from indictment.model.court import Court
from indictment.model.dates import Period, WrittenDate
from indictment.model.indictment import Indictment
from indictment.model.source import Document, Path

RULE = rule(__name__, __doc__, Severity.WARNING)

_MOST = 31
"""Days that an approximate date may span."""
_CHARGING = ("counts", "facts", "accused")
_YEAR = r"(?:1[89]|20)\d\d"
_ABOUT_A_YEAR = re.compile(
    rf"\b(?:(?:on|in)\s+or\s+(?:about|around)|(?:since|from|until|by)\s+at\s+least)\s+"
    rf"(?:(?:the\s+year|(?:early|late|mid|the\s+(?:spring|summer|autumn|winter)\s+of)[\s-])\s*)?(?P<year>{_YEAR})\b(?!\s*[/-]\d)",
    re.IGNORECASE,
)
_SOME_DAY = re.compile(
    r"""\b(?:
        (?:on|at)\s+(?:or\s+(?:about|around)\s+)?(?:an?|one\s+or\s+more|some|several)\s+
        (?:(?:unknown|unspecified|undetermined|uncertain)\s+)*(?:date|day|time|point|occasion|moment)s?(?:\s+unknown)?
      | on\s+or\s+about | in\s+or\s+around
    ),?\s+(?:(?:during|in)\s+the\s+period\s+)?(?:between|from)\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINED = re.compile(r"\s*,?\s*(?:and|to|until|through|up\s+to|[-–])\s+(?:on\s+)?", re.IGNORECASE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each approximate date in the charging parts and in the periods of counts that is too wide."""
    seen: set[tuple[str, Path]] = set()
    for count in written.counts(indictment):
        heads: list[tuple[Period | None, Path]] = [(count.file.period, ("period",))]
        heads += [(c.charge.period, (*c.path, "period")) for c in count.charges if c.path]
        for period, path in heads:
            if period is None or (count.file.file, path) in seen:
                continue
            seen.add((count.file.file, path))
            yield from _of_period(count.file, path, period.on_or_about, "on or about")
            yield from _of_period(
                count.file, path, period.from_ if period.at_least else None, "from at least"
            )
    for sentence in sentences(indictment):
        if sentence.passage.part in _CHARGING:
            yield from _of_text(sentence, indictment)


def _of_period(
    file: Document, path: Path, written_date: WrittenDate | None, words: str
) -> Iterator[Diagnostic]:
    if written_date and _days(written_date.first_day, written_date.last_day) > _MOST:
        yield _say(
            file.at(*path),
            f"“{words} {written_date}” leaves a whole year open",
        )


def _of_text(sentence: Sentence, indictment: Indictment) -> Iterator[Diagnostic]:
    text = sentence.text
    if " or a" not in text and "least" not in text and "between" not in text and "from" not in text:
        return
    if not has_year(text):
        return
    for found in _ABOUT_A_YEAR.finditer(text):
        span = sentence.at(found.start(), found.end())
        yield _say(span, f"“{found[0]}” leaves a whole year open")
    for lead in _SOME_DAY.finditer(text):
        end, days = _window(text, lead.end(), indictment.court)
        if days > _MOST:
            yield _say(sentence.at(lead.start(), end), f"this day may be any of {days} days")


def _window(text: str, begin: int, court: Court) -> tuple[int, int]:
    """Where the period that begins at `text[begin]` ends, and how many days it has; 0 days where there is none."""
    ends: list[Dated] = []
    for each in dates(text, court):
        if each.begin < begin:
            continue
        near = ends[0].end if ends else begin
        if each.begin > begin and not _JOINED.fullmatch(text, near, each.begin):
            break
        ends.append(each)
    if not ends:
        return begin, 0
    first = min(each.date.first_day for each in ends)
    last = max(each.date.last_day for each in ends)
    return ends[-1].end, _days(first, last)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _say(span: Span, message: str) -> Diagnostic:
    return RULE.at(
        span,
        message,
        notes=(f"an approximate date may span {_MOST} days at most",),
        help="write the day or the month, or a period with two known ends",
    )
