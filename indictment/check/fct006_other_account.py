"""What is said twice should be said the same.

Two sentences that cite the same exhibit, are alike in nearly all their words, and differ in a figure or
a date, are most often one fact of which one account is wrong.

For example, "312 sacks of wheat were removed" in the statement of facts and "321 sacks of wheat were
removed" in a count.

Correct the one that is wrong.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.fuzz import ratio

from indictment.check.declare import rule
from indictment.check.sentences import Sentence, sentences
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_ALIKE = 90.0
_FEWEST = 6
"""Words that two sentences must have besides their figures."""
_MOST = 60
"""Sentences on one exhibit that are compared with one another."""
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,:]*\d|\d")
_FIGURE = re.compile(r"\d")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each sentence that repeats an earlier one with another figure."""
    by_exhibit: dict[str, list[tuple[Sentence, list[str], list[re.Match[str]]]]] = {}
    for sentence in sentences(indictment):
        if not sentence.cited or not _FIGURE.search(sentence.text):
            continue  # before it is parted into words, which takes longer
        found = list(_WORD.finditer(sentence.text))
        figures = [word for word in found if word[0][0].isdigit()]
        plain = [word[0].casefold() for word in found if not word[0][0].isdigit()]
        if figures and len(plain) >= _FEWEST:
            for label in {citation.label for citation in sentence.citations}:
                by_exhibit.setdefault(label, []).append((sentence, plain, figures))
    said: set[int] = set()
    for several in by_exhibit.values():
        for (one, words, figures), (other, others, theirs) in combinations(several[:_MOST], 2):
            if id(other) in said or len(figures) != len(theirs):
                continue
            differing = [b for a, b in zip(figures, theirs, strict=True) if a[0] != b[0]]
            if not differing:
                continue
            if abs(len(words) - len(others)) * 10 > len(words) or ratio(words, others) < _ALIKE:
                continue
            said.add(id(other))
            yield RULE.at(
                other.at(*differing[0].span()),
                "this was said before with another figure",
                related=[Related(one.at(0, len(one.text)), "said before")],
                help="correct the one that is wrong",
            )
