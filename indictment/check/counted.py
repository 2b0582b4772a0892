"""Words -> the numbers that stand in them: figures, number words, recorded votes."""

import re
from collections.abc import Iterator

from indictment.check.language import Exact
from indictment.model.numerals import cardinal
from indictment.value import dataclass

_WORDS = {cardinal(number): number for number in range(100)} | {"none": 0, "no": 0}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+|\d+|{_WORD})"
"""A whole number, in figures or in words."""

_VOTES = tuple(
    Exact(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<yes>{NUMBER})\s+votes?\s+(?:in\s+favour\s+)?to\s+(?P<no>{NUMBER})\b(?:,?\s+with\s+(?P<abstain>{NUMBER})\s+absten)?",
        rf"\b(?P<yes>{NUMBER})\s+to\s+(?P<no>{NUMBER}),?\s+with\s+(?P<abstain>{NUMBER})\s+absten",
        rf"\b(?P<yes>{NUMBER})\s+(?:\w+\s+){{0,4}}?in\s+favour\s*,?\s*(?:and\s+)?(?:with\s+)?(?P<no>{NUMBER})\s+(?:\w+\s+){{0,2}}?against\b(?:\s*,?\s*(?:and\s+)?(?:with\s+)?(?P<abstain>{NUMBER})\s+(?:\w+\s+)?abst)?",
        r"(?<![\d-])(?P<yes>\d{1,3})[-–](?P<no>\d{1,3})[-–](?P<abstain>\d{1,3})(?![\d-])",
    )
)


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote at `text[begin:end]`; `abstaining` is None where it is not said."""

    begin: int
    end: int
    in_favour: int
    against: int
    abstaining: int | None

    def __str__(self) -> str:
        rest = "" if self.abstaining is None else f"-{self.abstaining}"
        return f"{self.in_favour}-{self.against}{rest}"


def number(text: str) -> int:
    """What a number of NUMBER is worth."""
    word = text.casefold()
    return _WORDS[word] if word in _WORDS else int(re.sub(r"\D", "", word))


def votes(text: str) -> Iterator[Vote]:
    """The recorded votes of a text, each once."""
    taken: list[tuple[int, int]] = []
    for pattern in _VOTES:
        for found in pattern.finditer(text):
            if any(b < found.end() and found.start() < e for b, e in taken):
                continue
            taken.append(found.span())
            abstaining = found["abstain"]
            yield Vote(
                found.start(),
                found.end(),
                number(found["yes"]),
                number(found["no"]),
                None if abstaining is None else number(abstaining),
            )
