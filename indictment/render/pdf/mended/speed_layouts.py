"""What WeasyPrint 70.0 asks of Pango again and again: settings of a style, short words, spaced lines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from indictment.render.pdf.replaced import replaced

_FEATURES = (
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps",
    "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian", "font_feature_settings",
)  # fmt: skip
"""What `font_features` is given, in its order."""
_LONGEST = 12
"""The most signs of a word that is kept once it is measured: a number, a comma behind it."""


@contextmanager
def layouts() -> Iterator[None]:
    """What all layouts of texts in one style are made with is made once for the style."""
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango

    set_up, made_with = line_break.Layout.setup, _MadeWith()

    def setup(self: Any, style: Any) -> None:
        known = made_with(style)
        if not known:
            set_up(self, style)
            return
        context, self.language, description, attribute = known
        self.style, self.first_line_direction = style, 0
        self.ascent = self.underline_position = self.strikethrough_position = None
        self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)
        pango.pango_layout_set_font_description(self.layout, description)
        if attribute is not None:
            attributes = pango.pango_attr_list_new()
            pango.pango_attr_list_insert(attributes, attribute)
            pango.pango_layout_set_attributes(self.layout, attributes)

    with replaced(line_break.Layout, "setup", setup):
        yield


class _MadeWith:
    """A style -> Pango's context with the language and the direction, the language, the description of
    the font, its features. Nothing, where a layout has to know more: how lines are drawn at words.
    """

    def __init__(self) -> None:
        self._contexts: dict[Any, tuple[Any, Any]] = {}

    def __call__(self, style: Any) -> tuple[Any, ...]:
        known: tuple[Any, ...] | None = style.__dict__.get("_layouts")
        if known is None:
            known = style.__dict__["_layouts"] = self._made(style)
        return known

    def _made(self, style: Any) -> tuple[Any, ...]:
        from weasyprint.text import line_break
        from weasyprint.text.constants import LST_TO_ISO
        from weasyprint.text.ffi import pango

        if style["text_decoration_line"] != "none":
            return ()
        override = style["font_language_override"]
        named = (
            style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
        )
        key = id(style.font_config.font_map), style["direction"], named
        if key not in self._contexts:
            self._contexts[key] = self._context(style, named)
        features = line_break.font_features(*(style[name] for name in _FEATURES))
        attribute = None
        if features:
            written = ",".join(f"{name} {value}" for name, value in features.items()).encode()
            known = style.font_config.font_features
            if written not in known:
                known[written] = pango.pango_attr_font_features_new(written)
            attribute = known[written]
        return *self._contexts[key], line_break.get_font_description(style), attribute

    def _context(self, style: Any, named: str | None) -> tuple[Any, Any]:
        from weasyprint.text.constants import PANGO_DIRECTION
        from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p

        made = ffi.gc(
            pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
        )
        pango.pango_context_set_round_glyph_positions(made, False)
        pango.pango_context_set_base_dir(made, PANGO_DIRECTION[style["direction"]])
        if not named:
            return made, pango.pango_language_get_default()
        language = pango.pango_language_from_string(unicode_to_char_p(named)[0])
        pango.pango_context_set_language(made, language)
        return made, language


class _Again:
    """A word as it is drawn, for all who have the same; nothing, until one is drawn."""

    __slots__ = ("_wake", "lines")

    def __init__(self, wake: Callable[[Any, Any], None]) -> None:
        """`wake` lays a word out anew."""
        self._wake = wake
        self.lines: Any = None

    def wake(self, layout: Any, style: Any) -> None:
        """Lay the word out anew, where it was not, because its lines are known."""
        if "layout" not in layout.__dict__:
            self._wake(layout, style)


@contextmanager
def words() -> Iterator[None]:
    """A short word that fits its line is measured once for all in the same font, and a line that is spaced
    is laid out when it is drawn.
    """
    from weasyprint.layout import inline
    from weasyprint.text import line_break
    from weasyprint.text.ffi import TO_UNITS

    layout_type, made_with = line_break.Layout, _MadeWith()
    split, create = line_break.split_first_line, inline.create_layout
    sleep, wake = layout_type.deactivate, layout_type.reactivate
    known: dict[Any, tuple[tuple[Any, ...], int, _Again]] = {}

    def asleep(
        text: str, width: Any, spacing: Any, direction: int = 0, again: _Again | None = None
    ) -> Any:
        """A layout as it is left once it is measured."""
        layout = layout_type.__new__(layout_type)
        layout.__dict__.update(
            text=text, max_width=width, justification_spacing=spacing, first_line_direction=direction,
            ascent=None, underline_position=None, strikethrough_position=None, again=again,
        )  # fmt: skip
        return layout

    def split_once(
        text: str, style: Any, context: Any, width: Any, spacing: Any, *rest: Any, **named: Any
    ) -> Any:
        is_short = len(text) <= _LONGEST and not spacing and _is_plain(text, style)
        made = made_with(style) if is_short else ()
        if not made:
            return split(text, style, context, width, spacing, *rest, **named)
        key = text, made, style["overflow_wrap"]
        if key in known:
            size, direction, again = known[key]
            if width is None or size[0] * TO_UNITS <= int(max(0, min(width, 2**21)) * TO_UNITS):
                layout = asleep(text, width, 0, direction, again)
                return layout, len(text.encode()), None, *size
        given = split(text, style, context, width, spacing, *rest, **named)
        layout, length, resume_at, *size = given
        is_whole = resume_at is None and length == len(text.encode()) and layout.text == text
        if is_whole and (width is None or size[0] <= width):
            layout.again = _Again(wake)
            known[key] = tuple(size), layout.first_line_direction, layout.again
        return given

    def created(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any
    ) -> Any:
        if max_width is None and len(text) > 1 and _is_plain(text, style):
            return asleep(text, None, justification_spacing)
        return create(text, style, context, max_width, justification_spacing)

    def put_to_sleep(self: Any) -> None:
        if "layout" in self.__dict__:
            sleep(self)

    def woken(self: Any, style: Any) -> None:
        again = self.__dict__.get("again")
        if again is None or again.lines is None:
            wake(self, style)

    with (
        replaced(line_break, "split_first_line", split_once),
        replaced(inline, "split_first_line", split_once),
        replaced(inline, "create_layout", created),
        replaced(layout_type, "deactivate", put_to_sleep),
        replaced(layout_type, "reactivate", woken),
    ):
        yield


def _is_plain(text: str, style: Any) -> bool:
    """True if a text has one line and no signs without width, and its letters stand as the font has them."""
    return bool(
        text.isprintable()
        and style["letter_spacing"] == "normal"
        and not style["word_spacing"]
        and style["text_decoration_line"] == "none"
    )
