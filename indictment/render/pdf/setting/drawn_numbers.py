"""Numbers that were left open, while WeasyPrint draws them: tokens instead of glyphs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indictment.render.pdf.divide import open_numbers

if TYPE_CHECKING:
    from weasyprint.document import Document

_TEN = "0123456789"
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_SHOWN = re.compile(rb"<([0-9a-f]*)>")
PAGE = "p"
"""The slot of a page's number."""
_RUNNING = {"page-number": PAGE, "page-count": "t"}
"""The slots of running lines: the page's number, and how many there are."""
_OF_FONT = (
    "font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning",
    "font_variant_numeric", "font_variant_position", "font_variant_caps", "font_feature_settings",
    "letter_spacing", "lang",
)  # fmt: skip


def even(document: "Document", known: dict[Any, bool]) -> bool:
    """True if all digits are as wide as one another in each font that prints open numbers.

    Where they are not, a line may be full with one number and not with another. `known` has what
    was found before.
    """
    return all(
        is_even(box.style, known)
        for page in document.pages
        for box in page._page_box.descendants()
        if hasattr(box, "text") and box.element is not None and slot_of(box)
    )


def is_even(style: Any, known: dict[Any, bool]) -> bool:
    """True if all digits are as wide as one another in this style. `known` is as in `even`."""
    from weasyprint.text.line_break import split_first_line

    key = tuple(str(style[name]) for name in _OF_FONT)
    if key not in known:
        widths = {split_first_line(one, style, None, None, 0)[3] for one in _TEN}
        pair = split_first_line("10", style, None, None, 0)[3]
        alone = split_first_line("11", style, None, None, 0)[3]
        known[key] = len(widths) == 1 and pair == alone
    return known[key]


def slot_of(box: Any) -> str | None:
    """The slot that a box of text prints; None where its words are as they are."""
    element = box.element
    if slot := element.get(open_numbers.SLOT):
        # The number of a note and of a page stand before or behind the words of their element.
        is_beside = bool(element.get("data-number") or element.get("data-at"))
        return str(slot) if is_beside is ("::" in box.element_tag) else None
    return _RUNNING.get(element.get("class") or "")


def _size(box: Any) -> int:
    """How many digits the number has that a box of text prints, or a line of it."""
    element = box.element
    beside = element.get("data-number") or element.get("data-at")
    whole = box.text if slot_of(box) in _RUNNING.values() else beside or element.text
    return sum(char in _TEN for char in whole)


@dataclass(slots=True)
class Drawn:
    """What was drawn: the glyphs of the ten digits by font, and whether a number could not be left
    open, so that the pages hold for their place alone. `known` is as in `even`.
    """

    known: dict[Any, bool]
    digits: dict[str, list[str]] = field(default_factory=dict)
    is_tied: bool = False
    asides: set[Any] = field(default_factory=set)
    """Streams that are drawn for themselves, and not as the content of one page."""
    _done: dict[tuple[int, str], int] = field(default_factory=dict)
    """How many digits of each element were drawn, which a line may part."""

    def opened(self, draw: Any, stream: Any, box: Any, *rest: Any) -> Any:
        """Draw a box of text, with tokens for what is open in it."""
        begin = len(stream.stream)
        found = draw(stream, box, *rest)
        slot = None if box.element is None else slot_of(box)
        if slot is None or len(stream.stream) == begin:
            return found
        if not (count := sum(char in _TEN for char in box.text)):
            return found
        font = stream._current_font[0]
        if font not in self.digits:
            self.digits[font] = _glyphs(draw, stream, box, *rest)
        shown = stream.stream[begin:]
        opened, made = self._tokens(shown, slot, font, box)
        is_running = slot in _RUNNING.values()
        can_be_open = not is_running or (
            stream not in self.asides and is_even(box.style, self.known)
        )
        if made == count and can_be_open:
            stream.stream[begin:] = opened
        elif is_running:
            self.is_tied = True
        else:
            raise AssertionError(f"{box.text!r} was measured as even, and drawn with other glyphs")
        return found

    def _tokens(self, shown: list[Any], slot: str, font: str, box: Any) -> tuple[list[Any], int]:
        glyphs, size = self.digits[font], _size(box)
        who = id(box.element), box.element_tag
        if len(set(glyphs)) < len(_TEN):
            return shown, -1
        begun = 0 if slot in _RUNNING.values() else self._done.get(who, 0)
        done = begun

        def glyph(found: re.Match[bytes]) -> bytes:
            nonlocal done
            made = b""
            for at in range(0, len(found[1]), 4):
                one = found[1][at : at + 4]
                if one.decode() in glyphs:
                    # What is drawn again, in the head of a table that goes on, begins with the first digit.
                    made += open_numbers.glyph(slot, done % size, font).encode()
                    done += 1
                else:
                    made += one
            return b"<%s>" % made

        opened = [
            _SHOWN.sub(glyph, one) if isinstance(one, bytes) and one.endswith(b"TJ") else one
            for one in shown
        ]
        self._done[who] = done
        return opened, done - begun


def _glyphs(draw: Any, stream: Any, box: Any, *rest: Any) -> list[str]:
    """The glyphs of the ten digits in the font of `box`, which are then part of the file's font."""
    from weasyprint.text.line_break import create_layout

    ten = copy(box)
    ten.text = _TEN
    ten.pango_layout = create_layout(_TEN, box.style, None, None, 0)
    aside = stream.clone()
    aside.stream = []
    draw(aside, ten, *rest)
    written = b" ".join(one for one in aside.stream if isinstance(one, bytes))
    found = b"".join(_SHOWN.findall(written)).decode()
    glyphs = [found[at : at + 4] for at in range(0, len(found), 4)]
    return glyphs if len(glyphs) == len(_TEN) and len(_FONT.findall(written)) == 1 else []


@contextmanager
def drawing(known: dict[Any, bool]) -> Iterator[Drawn]:
    """Inside the block, WeasyPrint draws tokens for numbers that were left open."""
    from weasyprint.draw import text
    from weasyprint.pdf.stream import Stream

    draw, clone = text.draw_first_line, Stream.clone
    drawn = Drawn(known)

    def cloned(stream: Any, **named: Any) -> Any:
        aside = clone(stream, **named)
        drawn.asides.add(aside)
        return aside

    def opened(stream: Any, box: Any, *rest: Any) -> Any:
        return drawn.opened(draw, stream, box, *rest)

    text.draw_first_line, Stream.clone = opened, cloned
    try:
        yield drawn
    finally:
        text.draw_first_line, Stream.clone = draw, clone
