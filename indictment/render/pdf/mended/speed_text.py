"""Two places where WeasyPrint 70.0 goes a long way for each text, or each sign: Pango's settings, and drawing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from struct import Struct
from typing import Any

from indictment.render.pdf.replaced import replaced

_OF_FONT = (
    "font_style", "font_stretch", "font_weight", "font_size", "font_variant_caps",
    "font_variation_settings",
)  # fmt: skip
"""What `get_font_description` reads of a style, beside the families."""
_GLYPH = Struct("=Iiii4x")
"""Pango's PangoGlyphInfo: the glyph, its width, its offsets in both directions, in 1024ths of a point."""
_PANGO = 14802
"""The version of Pango from which on a font says its size."""
_Run = tuple[Any, Sequence[tuple[int, int, int, int]], Any]
"""A font of Pango, glyphs, and the item that they are of."""
_Line = tuple["_Written", str, dict[int, str]]
"""Glyphs of one font in a line, as the operand of TJ, and what they mean."""


@contextmanager
def font_descriptions() -> Iterator[None]:
    """The description of a font is made once for all texts that are set in it."""
    from weasyprint.text import line_break

    describe = line_break.get_font_description
    described: dict[Any, Any] = {}

    def description(style: Any) -> Any:
        key = (*style["font_family"], *(style[name] for name in _OF_FONT))
        if key not in described:
            described[key] = describe(style)
        return described[key]

    with replaced(line_break, "get_font_description", description):
        yield


@contextmanager
def breaks() -> Iterator[None]:
    """Whether a line may end between two signs is found out once for the two."""
    from weasyprint.layout import inline

    ask = inline.can_break_text
    known: dict[tuple[str, str | None], bool] = {}

    def may_end(text: str, lang: str | None) -> bool:
        if len(text) != 2:
            return bool(ask(text, lang))
        if (text, lang) not in known:
            known[text, lang] = bool(ask(text, lang))
        return known[text, lang]

    with replaced(inline, "can_break_text", may_end):
        yield


class _AnyLength:
    """cffi, for which a list of glyphs has one type, and not one for each length, to be parsed as C."""

    def __init__(self, cffi: Any) -> None:
        self._cffi = cffi

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cffi, name)

    def new(self, kind: str, *given: Any) -> Any:
        if given and kind.startswith("hb_codepoint_t["):
            kind = "hb_codepoint_t[]"
        return self._cffi.new(kind, *given)


@contextmanager
def lists_of_glyphs() -> Iterator[None]:
    """What a font is cut to is handed over as a list of any length."""
    from weasyprint.pdf import fonts

    with replaced(fonts, "ffi", _AnyLength(fonts.ffi)):
        yield


@contextmanager
def drawn_lines() -> Iterator[None]:
    """What is written for a glyph of some width in some font is worked out once."""
    from weasyprint.draw import text
    from weasyprint.text.ffi import ffi, pango

    draw = text.draw_first_line
    written: dict[tuple[int, float], _Written] = {}
    is_known = ffi.sizeof("PangoGlyphInfo") == _GLYPH.size and pango.pango_version() >= _PANGO

    def shown(stream: Any, matrix: Any, lines: list[_Line]) -> list[Any]:
        stream.set_text_matrix(*matrix.values)
        for known, line, letters in lines:
            known.mean(letters)
            stream.set_font_size(known.font.hash, known.size)
            stream.show_text(line)
        return []

    def drawn(stream: Any, box: Any, overflow: str, ellipsis: Any, matrix: Any) -> Any:
        is_plain = is_known and overflow != "ellipsis" and ellipsis == "none"
        again = box.pango_layout.__dict__.get("again")
        if is_plain and again and again.lines is not None:
            return shown(stream, matrix, again.lines)
        if again:
            again.wake(box.pango_layout, box.style)
        if not is_plain or (runs := _runs(box)) is None:
            return draw(stream, box, overflow, ellipsis, matrix)
        lines: list[_Line] = []
        before = None
        for pango_font, glyphs, item in runs:
            if pango_font != before:
                before = pango_font
                font, size = stream.add_font(pango_font)
                if font.svg or font.png or font.colr or font.bitmap:
                    return draw(stream, box, overflow, ellipsis, matrix)
                known = written.get((id(font), size)) or _Written(font, size)
                written[id(font), size] = known
                # What is drawn again may be the first on its page, and says what its own glyphs mean.
                lines.append((known, "", {} if again else font.to_unicode))
            _, line, letters = lines[-1]
            line += known.glyphs(glyphs, _Origin(box, item), letters, pango_font, stream)
            lines[-1] = known, line, letters
        if again:
            again.lines = lines
        return shown(stream, matrix, lines)

    with replaced(text, "draw_first_line", drawn):
        yield


def _runs(box: Any) -> list[_Run] | None:
    """The runs of the first line of a text; None where there is anything unusual in them."""
    from weasyprint.text.ffi import ffi, pango

    if not box.text.strip() or box.style["font_size"] < 1e-6:
        return None
    pango.pango_layout_set_single_paragraph_mode(box.pango_layout.layout, True)
    line = box.pango_layout.get_first_line()[0]
    runs: list[_Run] = []
    unusual = pango.PANGO_GLYPH_EMPTY
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        count = item.glyphs.num_glyphs
        held = ffi.buffer(item.glyphs.glyphs, count * _GLYPH.size)
        glyphs = list(_GLYPH.iter_unpack(held))
        for glyph, _, _, rise in glyphs:
            if rise or glyph >= unusual:
                return None
        runs.append((item.item.analysis.font, glyphs, item))
    return runs


class _Origin:
    """The text that a run of glyphs stands for."""

    def __init__(self, box: Any, item: Any) -> None:
        self._box, self._item = box, item

    def of(self, place: int) -> str:
        """The signs of the glyph at `place`."""
        item, clusters = self._item.item, self._item.glyphs.log_clusters
        is_leftward = item.analysis.level % 2
        beside = place - 1 if is_leftward else place + 1
        is_last = beside in (-1, self._item.glyphs.num_glyphs)
        end = item.length if is_last else clusters[beside]
        text = self._box.pango_layout.text.encode()
        return str(text[item.offset + clusters[place] : item.offset + end].decode())


class _Written:
    """What is written for glyphs of one font at one size."""

    def __init__(self, font: Any, size: float) -> None:
        self.font, self.size = font, size
        self._known: dict[tuple[int, int, int], str] = {}

    def mean(self, letters: dict[int, str]) -> None:
        """Let the font know what these glyphs mean, unless it does."""
        if letters is not self.font.to_unicode:
            for glyph, letter in letters.items():
                self.font.to_unicode.setdefault(glyph, letter)

    def glyphs(
        self,
        glyphs: Sequence[tuple[int, int, int, int]],
        origin: _Origin,
        letters: dict[int, str],
        pango_font: Any,
        stream: Any,
    ) -> str:
        """The glyphs of a run, as the operand of TJ (ISO 32000-1, 9.4.3); what they mean is put into `letters`."""
        known, pieces = self._known, ["<"]
        for place, (glyph, width, shift, _) in enumerate(glyphs):
            if glyph not in letters:
                letters[glyph] = origin.of(place)
            piece = known.get((glyph, width, shift))
            if piece is None:
                piece = self._glyph(glyph, width, shift, pango_font, stream)
                known[glyph, width, shift] = piece
            pieces.append(piece)
        line = "".join(pieces)
        return line[:-1] if line.endswith("<") else f"{line}>"

    def _glyph(self, glyph: int, width: int, shift: int, pango_font: Any, stream: Any) -> str:
        from weasyprint.text.ffi import FROM_UNITS, pango

        widths, size = self.font.widths, self.size
        offset = shift / size
        if glyph not in widths:
            pango.pango_font_get_glyph_extents(
                pango_font, glyph, stream.ink_rect, stream.logical_rect
            )
            widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
        kerning = widths[glyph] + offset - width * 1000 * FROM_UNITS / size
        before = f">{-offset}<" if offset else ""
        behind = f">{int(kerning)}<" if kerning else ""
        return f"{before}{glyph:04x}{behind}"
