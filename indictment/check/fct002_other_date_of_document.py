"""The date that the text gives a document should be the one that the exhibit list gives it.

The date is one that follows the kind of the document, or its symbol: "the order of 2 March 2019",
"resolution ES-11/1 of 2 March 2022", "the letter dated 5 May 2018". It is compared where the sentence
cites one document of this kind.

For example, "the order of 3 March 2019" [@order-14] where the list has `date: 2019-03-02`.

Correct the one that is wrong.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from indictment.check.dated import Dated, dates
from indictment.check.declare import rule
from indictment.check.sentences import Sentence, sentences
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.dates import WrittenDate
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each date of a document that is another than the list's."""
    listed = {e.label: e for e in indictment.matter.exhibits if e.entry.date}
    for sentence in sentences(indictment):
        all_dated = dates(sentence.text, indictment.court) if sentence.cited else ()
        if not all_dated:
            continue
        cited = {c.label: listed[c.label] for c in sentence.citations if c.label in listed}
        for dated in all_dated if cited else ():
            exhibit = _dated(sentence, dated, list(cited.values()))
            if exhibit is None or exhibit.entry.date is None:
                continue
            if not _agree(dated.date, exhibit.entry.date):
                yield RULE.at(
                    sentence.at(dated.begin, dated.end),
                    f"the text dates {exhibit.entry.short or exhibit.entry.title} {dated.date}, "
                    f"the exhibit list {exhibit.entry.date}",
                    related=[Related(exhibit.at("date"), "the date in the list")],
                    help="correct the one that is wrong",
                )


def _dated(sentence: Sentence, dated: Dated, cited: list[ListedExhibit]) -> ListedExhibit | None:
    """The one cited document whose kind or symbol stands before the date, with "of" or "dated"."""
    before = sentence.text[: dated.begin]
    found = [
        exhibit
        for exhibit in cited
        if any(
            _behind(name).search(before)
            for name in (exhibit.entry.symbol, exhibit.entry.kind.split()[-1], exhibit.entry.short)
            if name
        )
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _behind(name: str) -> re.Pattern[str]:
    """The end of a text, behind the kind, symbol or short title of a document: where its date follows."""
    return re.compile(
        rf"(?<!\w){re.escape(name)}(?:\s+(?:No\.?|Nos)\s*[\w/.-]+)?,?\s+(?:of|dated)\s+$",
        re.IGNORECASE,
    )


def _agree(one: WrittenDate, other: WrittenDate) -> bool:
    """True if both may be the same day."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day
