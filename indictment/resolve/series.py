"""A position in a series -> the number that is printed: letters, Roman and Arabic numerals, words."""

import re

from indictment.model.numerals import cardinal

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = re.compile(r"(\d+)")


def letters(position: int) -> str:
    """a, b … z, aa, bb: as Word counts, so that both outputs print the same letter."""
    return chr(ord("a") + (position - 1) % 26) * ((position - 1) // 26 + 1)


def roman(position: int) -> str:
    """Small Roman numerals: i, ii, iii, iv."""
    out = ""
    for value, numeral in _ROMAN:
        while position >= value:
            out += numeral
            position -= value
    return out


def printed(form: str, position: int) -> str:
    """`form` of a court with its {a}, {i}, {A}, {I}, {1}, {one}, {One} or {ONE} replaced.

    "({a})", 2 -> "(b)"; "{ONE}", 2 -> "TWO".
    """
    written = {
        "{one}": cardinal(position),
        "{One}": cardinal(position).capitalize(),
        "{ONE}": cardinal(position).upper(),
        "{a}": letters(position),
        "{A}": letters(position).upper(),
        "{i}": roman(position),
        "{I}": roman(position).upper(),
        "{1}": str(position),
    }
    for sign, number in written.items():
        form = form.replace(sign, number)
    return form


def by_name(file: str) -> tuple[tuple[int, int, str], ...]:
    """A sorting key in which 2-b.md stands before 10-a.md."""
    return tuple(
        (0, int(part), part) if part.isdigit() else (1, 0, part)
        for part in _DIGITS.split(file)
        if part
    )
