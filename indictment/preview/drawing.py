"""The pages of the indictment as pictures and words, made when they are asked for, or somewhat before."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from indictment.preview.as_json import Json, page_of_lines, words_of
from indictment.preview.brief import Sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from indictment.render.screen import Leaf

_MOST = 96 << 20
"""Bytes of pictures that are kept."""
SCALES = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
"""Pixels for each point of the page in which pictures are made."""
BEHIND = 3
"""States before the last of which a browser is still given pages: it has read their names, and has not
asked for all of them when a file is saved again."""

Places = dict[str, tuple[Sheet, int]]
"""Pages by their names: the part, and the place there (from 0)."""


class Drawing:
    """The parts of the last PDFs, and the pictures that were made of their pages and of those before.

    A picture is kept by what the page shows, so one that looks the same after a change is not drawn
    again. PDFium is asked by one thread alone.
    """

    def __init__(self) -> None:
        self._held: dict[str, Sheet] = {}
        self._names: dict[str, Places] = {}
        """Of each of these parts the names of its pages, and of their words."""
        self._open: dict[str, PdfDocument] = {}
        self._shown: deque[Sequence[str]] = deque(maxlen=BEHIND + 1)
        """The names of the parts of the last states, the last at the end."""
        self._pages: list[Leaf] = []
        """Those of the last state."""
        self._numbers: dict[str, int] = {}
        self._places: Places = {}
        """Those of all of these parts."""
        self._pictures: OrderedDict[tuple[str, float], bytes] = OrderedDict()
        self._size = 0
        self._looked_at: tuple[int, float] | None = None
        """The number of the page whose picture was asked for first since `show`, and the scale."""
        self._is_asked = False

    def hold(self, sheet: Sheet) -> None:
        """Keep a part, which will be shown."""
        self._held[sheet.name] = sheet
        self._names[sheet.name] = {
            name: (sheet, at)
            for at, leaf in enumerate(sheet.leaves)
            for name in (leaf.name, words_of(leaf))
        }

    def show(self, sheets: Sequence[str]) -> None:
        """Draw from these parts from now on, and let go of those that nobody asks for any more."""
        self._shown.append(sheets)
        self._held = {name: self._held[name] for state in self._shown for name in state}
        self._names = {name: self._names[name] for name in self._held}
        self._places = {
            name: place for some in self._names.values() for name, place in some.items()
        }
        for name in set(self._open) - set(sheets):
            self._open.pop(name).close()
        self._pages = [leaf for name in sheets for leaf in self._held[name].leaves]
        self._is_asked = False
        self._numbers = {leaf.name: number for number, leaf in enumerate(self._pages, start=1)}

    def ahead(self) -> None:
        """Make the picture of the page that is looked at, before somebody asks for it: the one that was
        asked for first of the state before.
        """
        if self._looked_at is not None and self._looked_at[0] <= len(self._pages):
            number, scale = self._looked_at
            self._picture(self._pages[number - 1].name, scale)

    def _pdf(self, sheet: Sheet) -> "PdfDocument":
        import pypdfium2

        if sheet.name not in self._open:
            self._open[sheet.name] = pypdfium2.PdfDocument(sheet.content)
        return self._open[sheet.name]

    def picture(self, name: str, scale: float) -> bytes | None:
        """The page of that name as a PNG file; None where the last PDFs have no such page."""
        scale = min((one for one in SCALES if one >= scale), default=SCALES[-1])
        if name in self._numbers and not self._is_asked:
            self._looked_at, self._is_asked = (self._numbers[name], scale), True
        return self._picture(name, scale)

    def _picture(self, name: str, scale: float) -> bytes | None:
        from indictment.render import screen

        if (held := self._pictures.get((name, scale))) is not None:
            self._pictures.move_to_end((name, scale))
            return held
        if name not in self._places:
            return None
        sheet, at = self._places[name]
        made = screen.png(self._pdf(sheet), at + 1, scale)
        self._pictures[name, scale] = made
        self._size += len(made)
        while self._size > _MOST and len(self._pictures) > 1:
            self._size -= len(self._pictures.popitem(last=False)[1])
        return made

    def words(self, name: str) -> Json | None:
        """The words and links that have that name (`words_of`); None where no page of the last PDFs has them."""
        from indictment.render import screen

        if name not in self._places:
            return None
        sheet, at = self._places[name]
        leaf, page = sheet.leaves[at], self._pdf(sheet)[at]
        boxes = [(x.left, x.top, x.left + x.width, x.top + x.height) for x in leaf.links]
        try:
            lines = screen.lines(page, boxes)
        finally:
            page.close()
        return page_of_lines(leaf, lines)
