"""Glyphs of pages that are kept -> fonts of the pages that are set anew, as if the others had been drawn with them.

A font in a PDF has the outlines of all glyphs that its document shows. How wide WeasyPrint takes a glyph
to be depends on the size of the type in which it was drawn first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from indictment.render.pdf.pieces.glyphs_used import glyphs
from indictment.render.pdf.pieces.piece import Piece
from indictment.render.pdf.replaced import replaced

Widths = Mapping[str, Mapping[int, float]]
"""The widths of glyphs (thousandths of the size) by the name of their font."""


class KeptGlyphs:
    """The glyphs of the pages of `piece` that are kept: those `before` the new pages, and those `behind`."""

    def __init__(self, piece: Piece, before: Iterable[int], behind: Iterable[int]) -> None:
        self._before = _widths(piece, before)
        self._behind = _widths(piece, behind)
        self._letters = {
            name: {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in font["letters"]}
            for name, font in piece.known["fonts"].items()
        }  # fmt: skip
        self.is_certain = True
        """False where a glyph would have had another width on the pages behind."""

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Inside the block, WeasyPrint writes fonts that have these glyphs too."""
        from weasyprint import pdf
        from weasyprint.pdf import stream

        make, build = stream.Font, pdf.build_fonts_dictionary

        def font(*given: Any) -> Any:
            made = make(*given)
            made.widths.update(self._before.get(made.hash, {}))
            return made

        def built(document: Any, fonts: Mapping[Any, Any], *rest: Any) -> Any:
            every = list(fonts.values())
            if len({one.hash for one in every}) < len(every):
                self.is_certain = False
            for one in every:
                self._complete(one)
            return build(document, fonts, *rest)

        with replaced(stream, "Font", font), replaced(pdf, "build_fonts_dictionary", built):
            yield

    def _complete(self, font: Any) -> None:
        before, behind = (held.get(font.hash, {}) for held in (self._before, self._behind))
        drawn = set(font.to_unicode)
        for glyph in [glyph for glyph in font.widths if glyph not in drawn and glyph not in before]:
            # A width may be asked for without anything being drawn; on a kept page it was not.
            self.is_certain = False
            del font.widths[glyph]
        for glyph, width in behind.items():
            if font.widths.setdefault(glyph, width) != width:
                self.is_certain = False
        for glyph in (*before, *behind):
            font.to_unicode.setdefault(glyph, self._letters[font.hash].get(glyph, ""))


def _widths(piece: Piece, pages: Iterable[int]) -> dict[str, dict[int, float]]:
    fonts: Mapping[str, Mapping[str, Any]] = piece.known["fonts"]
    used: Sequence[Any] = piece.known["used"]
    shown: dict[str, int] = {}
    for page in pages:
        for name, (mask, *_) in used[page][0].items():
            shown[name] = shown.get(name, 0) | int(mask, 16)
    found: dict[str, dict[int, float]] = {}
    for name in shown.keys() & fonts.keys():
        known = dict(map(tuple, fonts[name]["widths"]))
        found[name] = {glyph: known[glyph] for glyph in glyphs(shown[name])}
    return found
