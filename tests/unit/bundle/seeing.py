"""What a reader sees of a page: drawn by PDFium, upright, one point an inch times 72."""

from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops


@dataclass(frozen=True)
class Word:
    """A run of text where it is seen: from the left and from the foot of the page as shown."""

    text: str
    left: float
    foot: float
    right: float
    head: float


def picture(pdf: bytes, page: int, scale: float = 1) -> Image.Image:
    """The page (from 0) in grey."""
    with pypdfium2.PdfDocument(pdf) as held:
        return held[page].render(scale=scale, grayscale=True).to_pil().copy()


def text(pdf: bytes, page: int) -> str:
    with pypdfium2.PdfDocument(pdf) as held:
        return held[page].get_textpage().get_text_range()


def where(pdf: bytes, page: int, words: str) -> Word:
    """Where `words` are seen on the page, by the boxes of its letters, turned as the page is."""
    with pypdfium2.PdfDocument(pdf) as held:
        drawn = held[page]
        letters = drawn.get_textpage()
        found = letters.search(words).get_next()
        assert found is not None, f"“{words}” is not on the page"
        start, count = found
        turn = drawn.get_rotation()
        x0, y0, x1, y1 = drawn.get_cropbox()
        boxes = [letters.get_charbox(i) for i in range(start, start + count)]
        points = [
            (x, y) for left, low, right, high in boxes for x in (left, right) for y in (low, high)
        ]
        seen = [
            {
                0: (x - x0, y - y0),
                90: (y - y0, x1 - x),
                180: (x1 - x, y1 - y),
                270: (y1 - y, x - x0),
            }[turn]
            for x, y in points
        ]
        first, last = boxes[0], boxes[-1]
        assert _ahead(turn, first, last), "the words do not run from left to right as seen"
        xs, ys = [x for x, _ in seen], [y for _, y in seen]
        return Word(words, min(xs), min(ys), max(xs), max(ys))


def _ahead(turn: int, first: tuple[float, ...], last: tuple[float, ...]) -> bool:
    """True if the last letter is seen to the right of the first."""
    return {
        0: last[0] > first[0],
        90: last[1] > first[1],
        180: last[0] < first[0],
        270: last[1] < first[1],
    }[turn]


def ink_under(before: Image.Image, after: Image.Image) -> int:
    """The darkest point of `before` among those that changed in `after`; 255 if all were blank."""
    changed = ImageChops.difference(before, after).point(lambda v: 255 if v > 24 else 0)
    assert changed.getbbox() is not None, "nothing was stamped"
    white = Image.new("L", before.size, 255)
    return Image.composite(before, white, changed).getextrema()[0]
