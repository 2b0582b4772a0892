"""The English of pleading: lists of words, and as much grammar as the rules of language need.

Each module reads one sentence and says where the words stand. Whether a rule may speak of them is
decided by the rule.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_LITERAL = re.compile(r"(?<![a-zA-Z])[a-zA-Z]{2,}")
_COMMON = frozenset(
    re.split(
        r"\s+",
        "the and was were had has have his her thei its that this these thos for with who whic from into been are"
        " not they them him she upon on in at by of to is as or an it he be no we up all any one two",
    )
)


@lru_cache(maxsize=16384)
def keys(text: str) -> frozenset[str]:
    """The first four letters of each word: by them it is known at once that a pattern cannot match."""
    return frozenset(word[:4] for word in re.split(r"[^a-z]+", text.lower()))


def triggers(*patterns: re.Pattern[str] | str, without: str = "") -> frozenset[str]:
    """The first letters of all words in `patterns`, but not of the commonest and of those `without`."""
    texts = [each if isinstance(each, str) else each.pattern for each in patterns]
    found = {
        w[:4].lower() for text in texts for w in _LITERAL.findall(re.sub(r"\\[a-zA-Z]", " ", text))
    }
    return frozenset(found - _COMMON - set(without.split()))


def listed(words: str) -> frozenset[str]:
    """A list of words, written as text."""
    return frozenset(words.split())


class Phrases:
    """A pattern whose alternatives begin lines: each is sought only where one of its words stands."""

    def __init__(self, pattern: str) -> None:
        self._each = [
            (triggers(one), re.compile(one, re.VERBOSE | re.IGNORECASE))
            for one in re.split(r"\n {2}\| ", pattern)
        ]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of all alternatives; they may overlap and are in no order."""
        here = keys(text)
        for words, pattern in self._each:
            if not words or not words.isdisjoint(here):
                yield from pattern.finditer(text)
