"""The pages of an exhibit as words, each read once and only when it is asked for."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from indictment.check.quotations.words import Words, words

_EDGE = 3
"""Lines at the head and at the foot of a page that may stand on others as well."""
_FIGURES = re.compile(r"\d+")


class Pages:
    """The text of an exhibit by page, from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._read: dict[int, Words] = {}
        self._joined: dict[int, Words] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def is_blank(self, page: int) -> bool:
        """True where nothing can be read on the page."""
        return not self._texts[page].strip()

    def page(self, page: int) -> Words:
        """The words of a page."""
        if page not in self._read:
            self._read[page] = words(self._texts[page])
        return self._read[page]

    def over(self, page: int) -> Words:
        """The words of a page and the next, without what is repeated at their head and foot."""
        if page not in self._joined:
            first = self._body(page)
            joined = words(f"{first}\n{self._body(page + 1)}")
            self._joined[page] = replace(joined, turns_at=len(first))
        return self._joined[page]

    def _body(self, page: int) -> str:
        lines = self._texts[page].split("\n")
        repeated = self._repeated
        first, last = 0, len(lines)
        while first < min(_EDGE, last) and _alike(lines[first]) in repeated:
            first += 1
        while last > max(len(lines) - _EDGE, first) and _alike(lines[last - 1]) in repeated:
            last -= 1
        return "\n".join(lines[first:last])

    @cached_property
    def _repeated(self) -> frozenset[str]:
        """Lines at the edge of pages that stand at the edge of another too, whatever their figures."""
        found: Counter[str] = Counter()
        for text in self._texts:
            lines = text.split("\n")
            found.update({_alike(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
        return frozenset(line for line, times in found.items() if times > 1 or not line)


def _alike(line: str) -> str:
    return _FIGURES.sub("#", " ".join(line.split()))
