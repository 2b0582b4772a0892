"""Every day that is named must be a day of the calendar.

A day that never was cannot be the day of an offence, and shows that nobody compared it with its source.

For example, "On 31 June 2018 the train left", or "on February 29, 2022".

Correct the day. Where a source has the mistake, quote it and write [sic] behind it.
"""

import re
from collections.abc import Iterator

from indictment.check import written
from indictment.check.dated import NoDay, impossible
from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Severity, Span
from indictment.model.court import MONTHS
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_SIC = re.compile(r"[”’\"]?\s*[\[(]sic[\])]")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each day that no calendar has, in the text, the titles and the lists."""
    for passage in passages(indictment):
        for found in impossible(passage.text, indictment.court):
            if not _SIC.match(passage.text, found.end):
                yield _say(passage.at(found.begin, found.end), found)
    for _, text, span in written.typed(indictment):
        for found in impossible(text, indictment.court):
            if not _SIC.match(text, found.end):
                yield _say(span, found)


def _say(span: Span, found: NoDay) -> Diagnostic:
    month = MONTHS[found.month - 1]
    year = f" {found.year}" if found.year else ""
    return RULE.at(span, f"{month}{year} has no day {found.day}", help="correct the day")
