"""The content of a page -> the glyphs that it shows, by font, and the states of drawing that it names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from indictment.render.pdf.open_numbers import BEGIN, END

_SIGN = re.compile(rb"^(?:/(\S+) \S+ Tf|\[(.*)\] TJ|/(\S+) gs)$", re.MULTILINE)
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
    shown: dict[str, set[bytes]] = {}
    at: set[bytes] = set()
    for font, line, state in _SIGN.findall(content):
        if font:
            at = shown.setdefault(font.decode(), set())
        elif state:
            found.states.add(state.decode())
        for text in _SHOWN.findall(line):
            if BEGIN.encode() in text:
                found.opened.update(name.decode() for name in _TOKEN.findall(text))
                text = _TOKEN.sub(b"", text)
            at.update(text[n : n + _GLYPH] for n in range(0, len(text), _GLYPH))
    for name, glyphs in shown.items():
        found.glyphs[name] = {int(glyph, 16) for glyph in glyphs}
    for name in found.opened:
        found.glyphs[name] |= {int(glyph, 16) for glyph in digits[name]}
    return found


def mask(glyphs: Iterable[int]) -> int:
    """Glyphs as the bits of a number, which are quick to put together and short to keep."""
    return sum(1 << glyph for glyph in glyphs)


def glyphs(mask: int) -> Iterator[int]:
    """The glyphs of a mask, in order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
