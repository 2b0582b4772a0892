"""An exhibit cannot prove what happened after it was made.

Questioned is an exhibit whose date is earlier than every date of the words that cite it. A statute,
a treaty or an earlier order may well be cited there: authorities are left out, and so is what is cited
with "see also", "cf." or "see generally".

For example, "On 3 March 2019 the sacks were gone" [@order-14] where the order is of 2 March 2019.

Cite what proves the fact, correct the date, or allow the rule and say why the exhibit can prove it.
"""

import re
from collections.abc import Iterator

from indictment.check.dated import dates
from indictment.check.declare import rule
from indictment.check.sentences import Cited, sentences
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_BESIDE = re.compile(r"\b(?:see also|see generally|cf\.|compare|contrast|but see)", re.IGNORECASE)
_MADE_BEFORE = re.compile(
    r"\b(?:planned|scheduled|due|ordered|announced|decided|agreed|foresaw|foreseen|intended|expected|"
    r"fixed|set|called|convened|until|deadline|would|was to|were to|by|"
    r"received?|receipt|delivered|served|registered|signed for)\b",
    re.IGNORECASE,
)
"""Words with which a document may well speak of a later day, or bear the mark of one."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each exhibit that is earlier than what it is cited for."""
    listed = {
        e.label: e
        for e in indictment.matter.exhibits
        if e.entry.date and e.entry.role == "evidence"
    }
    for sentence in sentences(indictment):
        if not any(each.citation.label in listed for each in sentence.cited):
            continue
        dated = dates(sentence.text, indictment.court)
        if not dated or _MADE_BEFORE.search(sentence.text):
            continue
        for each in sentence.cited:
            citation = each.citation
            days = [d.date.first_day for d in dated if each.begin <= d.begin < each.end]
            exhibit = listed.get(citation.label)
            if not days or not exhibit or not exhibit.entry.date or _is_beside(each):
                continue
            if exhibit.entry.date.last_day < min(days):
                yield RULE.at(
                    citation.span,
                    f"{citation.mark or exhibit.entry.title} is of {exhibit.entry.date}, before the "
                    f"{min(days).isoformat()} of which the sentence speaks",
                    related=[Related(exhibit.at("date"), "the exhibit's date")],
                    help="cite what proves the fact, or correct one of the dates",
                )


def _is_beside(each: Cited) -> bool:
    return bool(_BESIDE.search(each.signal))
