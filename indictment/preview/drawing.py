"""The pages of the indictment as pictures and words, made when they are asked for, or somewhat before."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from indictment.preview.as_json import Json, page_of_lines
from indictment.preview.brief import Sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST = 96 << 20
"""Bytes of pictures that are kept."""
SCALES = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
"""Pixels for each point of the page in which pictures are made."""


class Drawing:
    """The parts of the last PDF, and the pictures that were made of its pages and of those before it.

    A picture is kept by what the page shows, so one that looks the same after a change is not drawn
    again. PDFium is asked by one thread alone.
    """

    def __init__(self) -> None:
        self._held: dict[str, Sheet] = {}
        self._open: dict[str, PdfDocument] = {}
        self._pages: list[tuple[Sheet, int]] = []
        """Of each page its part, and its place there (from 0)."""
        self._numbers: dict[str, int] = {}
        self._pictures: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        self._size = 0
        self._looked_at: tuple[int, float] | None = None
        """The number of the page whose picture was asked for first since `show`, and the scale."""
        self._is_asked = False

    def hold(self, sheet: Sheet) -> None:
        """Keep a part, which will be shown."""
        self._held[sheet.name] = sheet

    def show(self, sheets: Sequence[str]) -> None:
        """Draw from these parts from now on, and let go of others."""
        self._held = {name: self._held[name] for name in sheets}
        for name in set(self._open) - set(sheets):
            self._open.pop(name).close()
        held = self._held.values()
        self._pages = [(sheet, at) for sheet in held for at in range(len(sheet.leaves))]
        self._is_asked = False
        self._numbers = {s.leaves[at].name: n for n, (s, at) in enumerate(self._pages, start=1)}

    def ahead(self) -> None:
        """Make the picture of the page that is looked at, before somebody asks for it: the one that was
        asked for first of the state before.
        """
        if self._looked_at is not None and self._looked_at[0] <= len(self._pages):
            number, scale = self._looked_at
            sheet, at = self._pages[number - 1]
            self._picture(sheet.leaves[at].name, scale)

    def _pdf(self, sheet: Sheet) -> "PdfDocument":
        import pypdfium2

        if sheet.name not in self._open:
            self._open[sheet.name] = pypdfium2.PdfDocument(sheet.content)
        return self._open[sheet.name]

    def picture(self, name: str, scale: float) -> bytes | None:
        """The page of that name as a PNG file; None where the last PDF has no such page."""
        scale = min((one for one in SCALES if one >= scale), default=SCALES[-1])
        if name in self._numbers and not self._is_asked:
            self._looked_at, self._is_asked = (self._numbers[name], scale), True
        return self._picture(name, scale)

    def _picture(self, name: str, scale: float) -> bytes | None:
        from indictment.render import screen

        if (held := self._pictures.get((name, scale))) is not None:
            self._pictures.move_to_end((name, scale))
            return held
        if name not in self._numbers:
            return None
        sheet, at = self._pages[self._numbers[name] - 1]
        made = screen.png(self._pdf(sheet), at + 1, scale)
        self._pictures[name, scale] = made
        self._size += len(made)
        while self._size > _MOST and len(self._pictures) > 1:
            self._size -= len(self._pictures.popitem(last=False)[1])
        return made

    def words(self, number: int) -> Json | None:
        """The words and links of page `number` (from 1) of the last PDF; None where there is none."""
        from indictment.render import screen

        if not 1 <= number <= len(self._pages):
            return None
        sheet, at = self._pages[number - 1]
        leaf, page = sheet.leaves[at], self._pdf(sheet)[at]
        boxes = [(x.left, x.top, x.left + x.width, x.top + x.height) for x in leaf.links]
        try:
            lines = screen.lines(page, boxes)
        finally:
            page.close()
        return page_of_lines(leaf, lines)
