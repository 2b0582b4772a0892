"""A page of a PDF -> the words on it, line by line, and where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_GAP = 0.5
"""Times its height that a gap in a line is wide, beyond a space, between two columns, or behind the
number of a paragraph: these are two lines for us."""
_JUMP = 0.2
"""The same where the pen was moved."""
_HYPHENS = ("\x02", "\ufffe")
"""What PDFium gives for a hyphen at the end of a line."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's upper left corner."""


@dataclass(slots=True)
class Line:
    """Words that stand in one line. All in points, from the page's upper left corner.

    `link` counts, from 0, the box in which they stand; -1 where they stand in none.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    link: int = -1


def lines(page: "PdfPage", boxes: Sequence[Box] = ()) -> list[Line]:
    """The lines of `page` in the order in which they are drawn, which is that of reading in our own.

    A line is divided where one of `boxes` (those of links) begins or ends.
    """
    height = page.get_height()
    found: list[Line] = []
    line: Line | None = None
    pen, jumped = 0.0, False
    for sign, left, top, right, bottom in _signs(page):
        if sign in "\r\n":
            line = None
            continue
        if sign.isspace():
            if line is not None:
                line.text += " "
                # A space without a width is none of the page: PDFium says that the pen was moved.
                jumped = jumped or right <= left
                pen = max(pen, right)
            continue
        above, below = height - top, height - bottom
        link = _box_of((left + right) / 2, (above + below) / 2, boxes)
        if line is None or link != line.link or _is_apart(line, pen, left, above, below, jumped):
            line = Line("", left, above, right, below, link)
            found.append(line)
        pen, jumped = right, False
        line.text += sign
        line.right = max(line.right, right)
        if below - above >= line.bottom - line.top:  # a raised mark does not make the line higher
            line.top, line.bottom = above, below
    return [line for line in found if line.text.strip()]


def _box_of(x: float, y: float, boxes: Sequence[Box]) -> int:
    for at, (left, top, right, bottom) in enumerate(boxes):
        if left <= x <= right and top <= y <= bottom:
            return at
    return -1


def _is_apart(line: Line, pen: float, left: float, top: float, bottom: float, jumped: bool) -> bool:
    """True where a sign does not go on with `line`, but stands in another column or row.

    `pen` is where the sign before it ended, also a space; `jumped` is true where the pen was moved.
    """
    height = line.bottom - line.top
    level = (top + bottom) / 2
    off = not line.top - height <= level <= line.bottom + height
    return off or left - pen > (_JUMP if jumped else _GAP) * height or left < line.left - height


def _signs(page: "PdfPage") -> Iterator[tuple[str, float, float, float, float]]:
    """Each sign with its box as the font gives it: left, top, right, bottom, from below."""
    from pypdfium2 import raw

    words = page.get_textpage()
    try:
        box = raw.FS_RECTF()
        for at in range(words.count_chars()):
            sign = chr(raw.FPDFText_GetUnicode(words, at) or 32)
            raw.FPDFText_GetLooseCharBox(words, at, box)
            sign = "-" if sign in _HYPHENS else sign
            yield sign, box.left, box.top, box.right, box.bottom
    finally:
        words.close()
