"""WeasyPrint's fonts of a part, before they are written -> those that parts can share."""

import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from indictment.value import dataclass

_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


@dataclass(frozen=True, slots=True)
class TakenFonts:
    """Fonts by their names in the pages' content, in order: what is said of each, the programs by
    digest, the number of each font's own object, and of all objects that are not needed any more.
    """

    fonts: Mapping[str, Mapping[str, Any]]
    programs: Mapping[str, bytes]
    numbers: Mapping[str, int]
    gone: frozenset[int]


def taken(
    fonts: Mapping[str, bytes], at: Callable[[bytes], Any], text: Callable[[Any], str]
) -> TakenFonts:
    """Those of the fonts, given by references, that parts can share.

    `at` gives an object by its reference, `text` one as it is written.
    """
    found: dict[str, Mapping[str, Any]] = {}
    programs: dict[str, bytes] = {}
    numbers: dict[str, int] = {}
    gone: set[int] = set()
    for name, reference in fonts.items():
        font = at(reference)
        if font.get("Encoding") != "/Identity-H":
            continue
        below = at(font["DescendantFonts"][0])
        descriptor = at(below["FontDescriptor"])
        if "FontFile2" not in descriptor:
            continue
        file, letters = at(descriptor["FontFile2"]), at(font["ToUnicode"])
        program = b"".join(file.stream)
        digest = sha256(program).hexdigest()
        programs[digest] = program
        found[name] = {
            "program": digest,
            "widths": _widths(below["W"]),
            "letters": _letters(letters.stream),
            "font": _fields(text, font, "DescendantFonts", "ToUnicode"),
            "below": _fields(text, below, "FontDescriptor", "W"),
            "descriptor": _fields(text, descriptor, "FontFile2", "FontBBox"),
            "box": [float(one) for one in descriptor["FontBBox"]],
        }
        numbers[name] = font.number
        gone.update(one.number for one in (font, below, descriptor, file, letters))
    return TakenFonts(found, programs, numbers, frozenset(gone))


def _fields(text: Callable[[Any], str], one: Mapping[str, Any], *without: str) -> str:
    return "".join(f"/{key} {text(value)}" for key, value in one.items() if key not in without)


def _widths(held: Sequence[Any]) -> list[list[float]]:
    """Widths by glyph (ISO 32000-1, 9.7.4.3; the form with a list after the first glyph)."""
    found: list[list[float]] = []
    for first, run in zip(held[0::2], held[1::2], strict=True):
        found += map(list, enumerate(run, start=int(first)))
    return found


def _letters(lines: Sequence[bytes]) -> list[list[str]]:
    """What each glyph means, in hexadecimal, from the lines of a character map; by glyph."""
    begin = lines.index(b"endcodespacerange") if b"endcodespacerange" in lines else 0
    found = [_PAIR.fullmatch(line) for line in lines[begin:]]
    return sorted([pair[1].decode(), pair[2].decode()] for pair in found if pair)
