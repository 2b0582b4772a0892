"""The pages of the indictment as pictures and words, made when they are asked for."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from indictment.pipeline.shown import Pages
from indictment.preview.as_json import Json, page_of_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST = 96 << 20
"""Bytes of pictures that are kept."""
SCALES = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
"""Pixels for each point of the page in which pictures are made."""


class Drawing:
    """The last PDF, open, and the pictures that were made of its pages and of those before it.

    A picture is kept by what the page shows, so one that looks the same after a change is not drawn
    again. PDFium is asked by one thread alone.
    """

    def __init__(self) -> None:
        self._pdf: PdfDocument | None = None
        self._pages: Pages | None = None
        self._numbers: dict[str, int] = {}
        self._pictures: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        self._size = 0

    def show(self, pages: Pages) -> None:
        """Draw from these pages from now on."""
        import pypdfium2

        if self._pdf is not None:
            self._pdf.close()
        self._pdf, self._pages = pypdfium2.PdfDocument(pages.content), pages
        self._numbers = {leaf.name: at for at, leaf in enumerate(pages.leaves.pages, start=1)}

    def picture(self, name: str, scale: float) -> bytes | None:
        """The page of that name as a PNG file; None where the last PDF has no such page."""
        from indictment.render import screen

        scale = min((one for one in SCALES if one >= scale), default=SCALES[-1])
        if (held := self._pictures.get((name, scale))) is not None:
            self._pictures.move_to_end((name, scale))
            return held
        if self._pdf is None or name not in self._numbers:
            return None
        made = screen.png(self._pdf, self._numbers[name], scale)
        self._pictures[name, scale] = made
        self._size += len(made)
        while self._size > _MOST and len(self._pictures) > 1:
            self._size -= len(self._pictures.popitem(last=False)[1])
        return made

    def words(self, number: int) -> Json | None:
        """The words and links of page `number` (from 1) of the last PDF; None where there is none."""
        from indictment.render import screen

        if self._pdf is None or self._pages is None:
            return None
        if not 1 <= number <= len(self._pages.leaves.pages):
            return None
        leaf, page = self._pages.leaves.pages[number - 1], self._pdf[number - 1]
        boxes = [(x.left, x.top, x.left + x.width, x.top + x.height) for x in leaf.links]
        try:
            lines = screen.lines(page, boxes)
        finally:
            page.close()
        return page_of_lines(leaf, lines)
