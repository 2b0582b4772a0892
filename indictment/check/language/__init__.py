"""The English of pleading: lists of words, and as much grammar as the rules of language need.

Each module reads one sentence and says where the words stand. Whether a rule may speak of them is
decided by the rule.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from sys import maxsize
from typing import Any


def listed(words: str) -> frozenset[str]:
    """A list of words, written as text."""
    return frozenset(words.split())


_COMMON = listed("""
    the and was were had has have his her thei its that this these thos for with who whic from into been are not
    they them him she upon on in at by of to is as or an it he be no we up all any one two
    """)
_LITERAL = re.compile(r"(?<![a-zA-Z])[a-zA-Z]{2,}")


@lru_cache(maxsize=16384)
def keys(text: str) -> frozenset[str]:
    """The first four letters of each word: by them it is known at once that a pattern cannot match."""
    return frozenset(word[:4] for word in re.split(r"[^a-z]+", text.lower()))


def triggers(*patterns: "AnyCase | str") -> frozenset[str]:
    """The first letters of all words in `patterns`, but not of the commonest."""
    texts = [each if isinstance(each, str) else each.pattern for each in patterns]
    found = {
        w[:4].lower() for text in texts for w in _LITERAL.findall(re.sub(r"\\[a-zA-Z]", " ", text))
    }
    return frozenset(found - _COMMON)


@lru_cache(maxsize=16384)
def lowered(text: str) -> str:
    """The text in lower case, each letter in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class _Later:
    """A pattern that is compiled when it is first asked for.

    What sentences say is mostly known from before, and to compile all that they are read by takes as long
    as to ask all rules about 300 pages.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)


class Exact(_Later):
    """A pattern with what is used of `re.Pattern`."""

    def finditer(self, text: str, begin: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._compiled.finditer(text, begin, end)

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self._compiled.findall(text)

    def search(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._compiled.search(text, begin, end)

    def match(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._compiled.match(text, begin, end)

    def fullmatch(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch(text, begin, end)

    def sub(self, into: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As `re.Pattern.sub`."""
        return self._compiled.sub(into, text)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As `re.Pattern.split`."""
        return self._compiled.split(text, maxsplit)


class AnyCase(_Later):
    """A pattern that disregards case, verbose, with what is used of `re.Pattern`.

    It is written in lower case and sought in the text's lower case: with `re.IGNORECASE` a pattern of
    many alternatives takes several times as long. A match holds lower case, and the places of the text.
    """

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern, re.VERBOSE)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._compiled.finditer(lowered(text))

    def search(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._compiled.search(lowered(text), begin, end)

    def match(self, text: str, begin: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._compiled.match(lowered(text), begin, end)


def apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places in order, of those that overlap the first and longest."""
    last = 0
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if begin >= last:
            yield begin, end
            last = end


class Phrases:
    """A pattern in any case whose alternatives begin lines: each is sought only where one of its words stands."""

    def __init__(self, pattern: str) -> None:
        self._each = [AnyCase(one) for one in re.split(r"\n {2}\| ", pattern)]
        self._by_word: dict[str, list[int]] = {}
        self._wordless: list[int] = []
        for number, one in enumerate(self._each):
            words = triggers(one)
            for word in words:
                self._by_word.setdefault(word, []).append(number)
            if not words:
                self._wordless.append(number)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of all alternatives; they may overlap and are in no order."""
        here = self._by_word.keys() & keys(text)
        for number in {*self._wordless, *(n for word in here for n in self._by_word[word])}:
            yield from self._each[number].finditer(text)
