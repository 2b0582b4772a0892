"""Numbers of paragraphs that were put in after filing: 32A between 32 and 33, 32.1 between 32 and 32A.

A number is a whole one with what was added to it, letters (A … Z, AA, AB) and full stops with a
figure. It stands behind the number that it adds to, figures before letters, so that there is room
between any two:

    0A  1  1.0A  1.1  1.2  1A  1A.1  1B  2
"""

import re

Number = tuple[tuple[int, int], ...]
"""The whole number as (0, 32), then each addition: (0, 1) for .1, (1, 1) for A. In its order."""

_WHOLE = re.compile(r"(\d+)((?:\.\d+|[A-Z]+)*)")
_ADDED = re.compile(r"\.\d+|[A-Z]+")
_FIGURE, _LETTER = 0, 1
_NOTHING: Number = ((_FIGURE, 0),)
"""What stands before the first paragraph; it is never printed."""


def read(printed: str) -> Number | None:
    """The number; None where it is not one that the tool would print."""
    found = _WHOLE.fullmatch(printed)
    if not found:
        return None
    added = tuple(
        (_FIGURE, int(one[1:])) if one[0] == "." else (_LETTER, _of_letters(one))
        for one in _ADDED.findall(found[2])
    )
    number = ((_FIGURE, int(found[1])), *added)
    is_whole = number[-1] != (_FIGURE, 0) and write(number) == printed
    return number if is_whole else None


def write(number: Number) -> str:
    """As it is printed: 32A.1."""
    (_, whole), *added = number
    return str(whole) + "".join(
        f".{value}" if kind == _FIGURE else _letters(value) for kind, value in added
    )


def is_plain(number: Number) -> bool:
    """True for a whole number, which nothing was added to."""
    return len(number) == 1


def between(first: Number | None, last: Number | None, many: int) -> list[Number]:
    """`many` numbers in order, behind `first` and before `last`.

    At the end of a series, where `last` is None, they count on; before its first number they add to 0.
    """
    if last is None:
        whole = first[0][1] if first else 0
        return [((_FIGURE, whole + n),) for n in range(1, many + 1)]
    behind = first or _NOTHING
    if len(behind) > 1:
        counted = _counted(behind[:-1], *behind[-1], many)
        if counted[-1] < last:
            return counted
    while True:
        for kind in (_LETTER, _FIGURE):
            if kind == behind[-1][0] == _LETTER:
                continue  # 32A and B would read as 32AB
            counted = _counted(behind, kind, 0, many)
            if counted[-1] < last:
                return counted
        behind = (*behind, (_FIGURE, 0))


def _counted(stem: Number, kind: int, value: int, many: int) -> list[Number]:
    return [(*stem, (kind, value + n)) for n in range(1, many + 1)]


def _letters(value: int) -> str:
    out = ""
    while value:
        value, rest = divmod(value - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


def _of_letters(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value
