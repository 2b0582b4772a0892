"""The content of a page -> the glyphs that it shows, by font, and the states of drawing that it names."""

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from indictment.render.pdf.divide.open_numbers import BEGIN, END

_SHOWN = re.compile(rb"<([^>]*)>")
_TOKEN = re.compile(f"{BEGIN}g[^{END}]*:([^:{END}]*){END}".encode())
_GLYPH = 4
"""The digits (in hexadecimal) of one glyph."""


@dataclass(slots=True)
class Used:
    """What a page draws with: glyphs by the name of their font, fonts with open numbers, states."""

    glyphs: dict[str, set[int]] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)


def used(content: bytes, digits: Mapping[str, Sequence[str]]) -> Used:
    """What is used in the content of a page, each operator on a line of its own. Where a number is
    open, all ten digits of its font are: `digits`, by the name of the font, in hexadecimal.
    """
    found = Used()
    shown: dict[str, list[bytes]] = {}
    at: list[bytes] = []
    for line in content.split(b"\n"):
        match line[-2:]:
            case b"TJ":
                at.append(line)
            case b"Tf":
                at = shown.setdefault(_name(line), [])
            case b"gs":
                found.states.add(_name(line))
    for name, lines in shown.items():
        text = b"".join(lines)
        if BEGIN.encode() in text:
            found.opened.update(font.decode() for font in _TOKEN.findall(text))
            text = _TOKEN.sub(b"", text)
        found.glyphs[name] = _glyphs(b"".join(_SHOWN.findall(text)))
    for name in found.opened:
        found.glyphs[name] |= _glyphs("".join(digits[name]).encode())
    return found


def used_on(
    content: bytes,
    digits: Mapping[str, Sequence[str]],
    meant: Mapping[str, Mapping[int, str]],
    fonts: Mapping[str, Mapping[str, Any]],
) -> list[Any]:
    """What a page draws with, as `Piece` says; `meant` is what glyphs mean on it, by font."""
    found = used(content, digits)
    held: dict[str, list[Any]] = {}
    for name in sorted(found.glyphs):
        letters = dict(fonts[name]["letters"]) if name in fonts else {}
        met = {f"{glyph:04x}": text for glyph, text in sorted(meant.get(name, {}).items())}
        said = {glyph: text.encode("utf-16-be").hex() for glyph, text in met.items()}
        others = {glyph: text for glyph, text in said.items() if text != letters.get(glyph, "")}
        held[name] = [f"{mask(found.glyphs[name]):x}", name in found.opened, others]
    return [held, sorted(found.states)]


def _name(line: bytes) -> str:
    """The name that an operator is given first."""
    return line[1 : line.index(b" ")].decode()


def _glyphs(text: bytes) -> set[int]:
    """Glyphs from two bytes each, in hexadecimal. What is not as long is of a font that no piece shares."""
    found = array("H", bytes.fromhex(text[: len(text) // _GLYPH * _GLYPH].decode()))
    if sys.byteorder == "little":
        found.byteswap()
    return set(found)


def mask(glyphs: Iterable[int]) -> int:
    """Glyphs as the bits of a number, which are quick to put together and short to keep."""
    return sum(1 << glyph for glyph in glyphs)


def glyphs(mask: int) -> Iterator[int]:
    """The glyphs of a mask, in order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
