"""Subsets of one font, one in each part -> one subset that all parts share."""

from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any

from indictment.machine.cache import Cache
from indictment.machine.versions import version
from indictment.render.pdf.bound.file import File
from indictment.render.pdf.pieces.piece import Piece

EDITION = 1
"""Counts up when fonts are put together in another way: what is kept is then made again."""

_MAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
%sendcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_BATCH = 100
"""The most pairs in one list of a character map (Adobe Technical Note 5014, 1.4.1)."""
_OBJECTS = 5
"""The objects of one font: itself, what it is made of, its description, its program, its map."""


class SharedFonts:
    """The fonts of the whole, gathered from its parts by their names in the pages' content.

    WeasyPrint names a font by its description and keeps the numbers of its glyphs, so that the
    same name and number mean the same glyph in each part. A font that is not a TrueType subset
    with its own numbers stays as the part has it.
    """

    def __init__(self, cache: Cache, first: int, pieces: Sequence[Piece]) -> None:
        """`first` is the number of the first of their objects."""
        self._cache = cache
        self._fonts: dict[str, list[tuple[Mapping[str, Any], Piece]]] = {}
        for piece in pieces:
            for name, font in piece.known["fonts"].items():
                self._fonts.setdefault(name, []).append((font, piece))
        self._first = {name: first + _OBJECTS * n for n, name in enumerate(self._fonts)}
        self.size = _OBJECTS * len(self._fonts)

    def references(self) -> dict[str, bytes]:
        """A reference to each font, by its name."""
        return {name: b"%d 0 R" % number for name, number in self._first.items()}

    def write(self, file: File) -> None:
        """Write each font, so that it knows the glyphs of all parts."""
        for name, subsets in self._fonts.items():
            font, below, descriptor, program, letters = range(
                self._first[name], self._first[name] + _OBJECTS
            )
            one = subsets[0][0]
            widths: dict[int, float] = {}
            known: dict[str, str] = {}
            for subset, _ in subsets:
                widths |= subset["widths"]
                known |= subset["letters"]
            box = [*one["box"][:2], max(widths.values()), *one["box"][3:]]
            text = f"<<{one['font']}/DescendantFonts [{below} 0 R]/ToUnicode {letters} 0 R>>"
            file.add(font, text.encode())
            text = f"<<{one['below']}/FontDescriptor {descriptor} 0 R/W [{_listed(widths)}]>>"
            file.add(below, text.encode())
            shape = " ".join(map(_number, box))
            text = f"<<{one['descriptor']}/FontBBox [{shape}]/FontFile2 {program} 0 R>>"
            file.add(descriptor, text.encode())
            data = self._program(subsets)
            file.add_stream(program, b"<</Length1 %d>>" % len(data), data, pack=True)
            file.add_stream(letters, b"<<>>", _MAP % _pairs(known), pack=True)

    def _program(self, subsets: Sequence[tuple[Mapping[str, Any], Piece]]) -> bytes:
        programs = {font["program"]: piece for font, piece in subsets}
        if len(programs) == 1:
            ((digest, piece),) = programs.items()
            return piece.programs[digest]
        made = partial(_merged, [piece.programs[digest] for digest, piece in programs.items()])
        return self._cache.made(_name(list(programs)), made)


def _name(digests: Sequence[str]) -> str:
    """What the font made of these programs is kept under."""
    of = " ".join((version("fonttools"), str(EDITION), *digests))
    return f"part-{sha256(of.encode()).hexdigest()}.ttf"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:f}".rstrip("0")


def _listed(widths: Mapping[int, float]) -> str:
    """Widths by glyph (ISO 32000-1, 9.7.4.3; the form with a list after the first glyph)."""
    found: list[str] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            found.append(f"{']' if found else ''} {glyph} [")
        found.append(f" {_number(widths[glyph])}")
    return "".join((*found, "]"))


def _pairs(letters: Mapping[str, str]) -> bytes:
    lines = [f"<{glyph}> <{letter}>\n".encode() for glyph, letter in sorted(letters.items())]
    batches = [lines[at : at + _BATCH] for at in range(0, len(lines), _BATCH)]
    return b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(b), b"".join(b)) for b in batches)


def _merged(programs: Sequence[bytes]) -> bytes:
    """A font with every outline that one of `programs` has.

    They are subsets of one font in which a glyph that is left out is empty, and kept its number.
    """
    fonts = [_opened(program) for program in programs]
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
