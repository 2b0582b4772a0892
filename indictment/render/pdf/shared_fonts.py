"""Subsets of one font, one in each part's PDF -> one subset that all parts share."""

import re
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Name

from indictment.machine.cache import Cache

EDITION = 1
"""Counts up when fonts are put together in another way: what is kept is then made again."""

_PAIR = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>$", re.MULTILINE)
_PAIRS = re.compile(rb"\d+ beginbfchar\n.*endbfchar\n", re.DOTALL)
_BATCH = 100
"""The most pairs in one list of a character map (Adobe Technical Note 5014, 1.4.1)."""


@dataclass(slots=True)
class _Font:
    """One font of the whole: its object there, and what the parts know of its glyphs by number."""

    made: Any
    programs: list[bytes] = field(default_factory=list)
    widths: dict[int, Any] = field(default_factory=dict)
    letters: dict[bytes, bytes] = field(default_factory=dict)


class SharedFonts:
    """The fonts of the whole, gathered from its parts by their names in the pages' content.

    WeasyPrint names a font by its description and keeps the numbers of its glyphs, so that the
    same name and number mean the same glyph in each part. A font that is not a TrueType subset
    with its own numbers stays as the part has it.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._fonts: dict[str, _Font] = {}

    def take(self, source: pikepdf.Pdf) -> list[str]:
        """Learn the fonts of `source` that can be shared; gives their names, for `give`.

        What the whole has already is taken out, so that it is not copied.
        """
        table = source.pages[0].Resources.Font
        taken = [name for name in table.keys() if _can_be_shared(table[name])]  # noqa: SIM118
        for name in taken:
            is_known = name in self._fonts
            font = self._fonts.setdefault(name, _Font(None))
            below = table[name].DescendantFonts[0]
            font.programs.append(below.FontDescriptor.FontFile2.read_bytes())
            font.widths = _widths(below.W) | font.widths
            font.letters = dict(_PAIR.findall(table[name].ToUnicode.read_bytes())) | font.letters
            if is_known:
                table[name] = pikepdf.Dictionary()
        return taken

    def give(self, table: Any, names: list[str]) -> None:
        """Put the fonts `names` into `table`, the Font resources of a part in the whole."""
        for name in names:
            font = self._fonts[name]
            if font.made is None:
                font.made = table[name]
            else:
                table[name] = font.made

    def complete(self, whole: pikepdf.Pdf) -> None:
        """Make each font of the whole know the glyphs of all parts."""
        for font in self._fonts.values():
            if len(font.programs) == 1:
                continue
            below = font.made.DescendantFonts[0]
            program = self._cache.made(_name(font.programs), partial(_merged, font.programs))
            below.FontDescriptor.FontFile2 = whole.make_stream(program, Length1=len(program))
            below.FontDescriptor.FontBBox[2] = max(font.widths.values())
            below.W = _listed(font.widths)
            known = _PAIRS.sub(_pairs(font.letters), font.made.ToUnicode.read_bytes())
            font.made.ToUnicode = whole.make_stream(known)


def _name(programs: list[bytes]) -> str:
    """What the font made of `programs` is kept under."""
    made_by = f"{version('fonttools')} {EDITION} "
    parts = "".join(sha256(program).hexdigest() for program in programs)
    return f"part-{sha256(f'{made_by}{parts}'.encode()).hexdigest()}.ttf"


def _can_be_shared(font: Any) -> bool:
    if font.get("/Encoding") != Name("/Identity-H"):
        return False
    return "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def _widths(held: Any) -> dict[int, Any]:
    """Widths by glyph (ISO 32000-1, 9.7.4.3; the form with a list after the first glyph)."""
    widths: dict[int, Any] = {}
    flat = list(held)
    for first, run in zip(flat[0::2], flat[1::2], strict=True):
        widths.update(enumerate(run, start=int(first)))
    return widths


def _listed(widths: dict[int, Any]) -> Array:
    flat: list[Any] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            flat += (glyph, Array())
        flat[-1].append(widths[glyph])
    return Array(flat)


def _pairs(letters: dict[bytes, bytes]) -> bytes:
    lines = [b"<%s> <%s>\n" % pair for pair in sorted(letters.items())]
    batches = [lines[at : at + _BATCH] for at in range(0, len(lines), _BATCH)]
    return b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(b), b"".join(b)) for b in batches)


def _merged(programs: list[bytes]) -> bytes:
    """A font with every outline that one of `programs` has.

    They are subsets of one font in which a glyph that is left out is empty, and kept its number.
    """
    fonts = [_opened(program) for program in dict.fromkeys(programs)]
    whole = max(fonts, key=lambda font: font["maxp"].numGlyphs)
    outlines, metrics = whole["glyf"], whole["hmtx"].metrics
    empty = {name for name in whole.getGlyphOrder() if not outlines[name].numberOfContours}
    for font in fonts:
        theirs = font["glyf"].glyphs
        for name, metric in font["hmtx"].metrics.items():
            if name in empty and metric[0]:
                outlines.glyphs[name], metrics[name] = theirs[name], metric
    made = BytesIO()
    whole.save(made)
    return made.getvalue()


def _opened(program: bytes) -> Any:
    """The font, its glyphs named by their numbers, whatever names its own table has for them."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(program), recalcTimestamp=False)
    font.setGlyphOrder([f"glyph{number:05}" for number in range(font["maxp"].numGlyphs)])
    return font
