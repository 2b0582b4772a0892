"""The words by which a drafter doubts; whether the doubt is his is seen from what stands around them."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, keys
from indictment.check.language.accounts import ACCOUNTS
from indictment.check.language.seeming import SEEMING


class Sought:
    """Patterns in any case, each sought only where one of its words begins with the four letters named."""

    def __init__(self, *each: tuple[str, str]) -> None:
        self._patterns = [AnyCase(pattern) for _, pattern in each]
        self._by_word: dict[str, list[int]] = {}
        for number, (words, _) in enumerate(each):
            for word in words.split():
                self._by_word.setdefault(word, []).append(number)
        self._words = frozenset(self._by_word)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of all patterns; they may overlap and are in no order."""
        here = self._words & keys(text)
        for number in {number for word in here for number in self._by_word[word]}:
            yield from self._patterns[number].finditer(text)


DOUBT = Sought(*SEEMING, *ACCOUNTS)
