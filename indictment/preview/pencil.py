"""Drawing beside what the server does: one page after another, in the order in which they are asked for."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from indictment.preview.as_json import Json
from indictment.preview.brief import Sheet
from indictment.preview.drawing import Drawing


class Pencil:
    """A thread that draws. What is asked of it is done in order; who asks is not kept from answering others
    meanwhile.
    """

    def __init__(self) -> None:
        self._drawing = Drawing()
        self._thread = ThreadPoolExecutor(1, "pencil")

    def hold(self, sheet: Sheet) -> None:
        """Keep a part, which will be shown."""
        self._thread.submit(self._drawing.hold, sheet)

    def show(self, sheets: Sequence[str]) -> None:
        """Draw from these parts from now on, at first the page that is looked at."""
        self._thread.submit(self._drawing.show, sheets)
        self._thread.submit(self._drawing.ahead)

    async def picture(self, name: str, scale: float) -> bytes | None:
        """As `Drawing.picture`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._drawing.picture, name, scale)

    async def words(self, name: str) -> Json | None:
        """As `Drawing.words`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._drawing.words, name)
