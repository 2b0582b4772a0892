"""A figure in the text should be the one that the exhibit list says the exhibit proves.

The list says in `facts:` what an exhibit proves: "1,480 killed, 2,195 injured". Where the words before
a note cite this exhibit alone, and give another number of the same, one of the two is wrong.

For example, "1,408 killed" [@ohchr] where the list has `facts: ["1,480 killed"]`.

Correct the one that is wrong.
"""

import re
from collections.abc import Iterator

from indictment.check.counted import NUMBER, number
from indictment.check.declare import rule
from indictment.check.sentences import sentences
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

RULE = rule(__name__, __doc__, Severity.WARNING)

_COUNTED = re.compile(
    rf"(?<![\w.,/-])({NUMBER})\s+(?:of\s+(?:them|whom|these|those)\s+)?(?:were\s+|was\s+)?(\w+(?:\s+\w+)?)",
    re.IGNORECASE,
)
_TOO_COMMON = frozenset(
    ["of", "to", "and", "or", "in", "by", "on", "at", "the", "a", "an", "per", "other", "more"]
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each number of the text where the list has another for the same words."""
    proved = {e.label: found for e in indictment.matter.exhibits if (found := _facts(e))}
    if not proved:
        return
    for sentence in sentences(indictment):
        clauses: dict[tuple[int, int], set[str]] = {}
        for each in sentence.cited:
            clauses.setdefault((each.begin, each.end), set()).add(each.citation.label)
        for (first, last), labels in clauses.items():
            if len(labels) != 1 or not (facts := proved.get(next(iter(labels)))):
                continue
            for begin, end, value, what in _numbers(sentence.text[first:last]):
                listed = facts.get(what)
                if listed is None or value in listed[0]:
                    continue
                values, exhibit, at = listed
                yield RULE.at(
                    sentence.at(first + begin, first + end),
                    f"the text has {value:,} {what}, the exhibit list {sorted(values)[0]:,}",
                    related=[Related(exhibit.at("facts", at), "in the list")],
                    help="correct the one that is wrong",
                )


Facts = dict[str, tuple[set[int], ListedExhibit, int]]


def _facts(exhibit: ListedExhibit) -> Facts:
    """What the list says that the exhibit proves: the thing counted, and how many."""
    found: Facts = {}
    for at, fact in enumerate(exhibit.entry.facts):
        for _, _, value, what in _numbers(fact):
            found.setdefault(what, (set(), exhibit, at))[0].add(value)
    return found


def _numbers(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Numbers with the word that they count: "1,480 killed"; two words where the first is an adjective."""
    for found in _COUNTED.finditer(text):
        words = found[2].casefold().split()
        if words[0] in _TOO_COMMON:
            continue
        yield found.start(1), found.start(2) + len(words[0]), number(found[1]), words[0]
