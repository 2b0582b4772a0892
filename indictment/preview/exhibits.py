"""The pages of exhibits, for the pane beside the indictment."""

import asyncio
import hashlib
from collections import OrderedDict

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from indictment.folder import DiskFolder
from indictment.machine.cache import cache_of
from indictment.machine.confined import Json
from indictment.pipeline import exhibit_pages
from indictment.pipeline.shown import Exhibit
from indictment.preview import as_json
from indictment.preview.desk import Desk
from indictment.preview.drawing import SCALES
from indictment.preview.waiting import readable

_AT_ONCE = 2
"""Children that draw side by side."""
_SECONDS = 30.0
_MOST = 24
"""Pages that are kept."""
_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a picture may do where it is opened by itself: an SVG file is a document with styles."""

_NO_SUCH = "There is no such exhibit.\n"


class Exhibits:
    """Draws pages of exhibits; the last ones are kept by the content of their files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder, self._cache = DiskFolder(desk.root), cache_of(desk.root)
        self._drawn: OrderedDict[str, Json] = OrderedDict()
        self._room = asyncio.Semaphore(_AT_ONCE)

    def routes(self) -> list[Route]:
        """The addresses that are answered here."""
        return [
            Route("/exhibit/{label}", self.about),
            Route("/exhibit/{label}/{page:int}", self.page),
            Route("/exhibit/{label}/{page:int}/picture", self.picture),
        ]

    async def about(self, request: Request) -> Response:
        """What is known of an exhibit, and how many of its pages can be shown."""
        one = self._exhibit(request)
        if one is None:
            return PlainTextResponse(_NO_SUCH, 404)
        count, why = exhibit_pages.count(one, self._cache)
        return JSONResponse(as_json.exhibit(one, count, why))

    async def page(self, request: Request) -> Response:
        """The size of a page and the words on it, the text of a file of text, or why there is none."""
        drawn = await self._asked(request)
        if drawn is None:
            return PlainTextResponse(_NO_SUCH, 404)
        told = {name: value for name, value in drawn.items() if name not in ("picture", "type")}
        return JSONResponse({**told, "hasPicture": "picture" in drawn})

    async def picture(self, request: Request) -> Response:
        """The picture of a page."""
        drawn = await self._asked(request)
        if drawn is None or "picture" not in drawn:
            return PlainTextResponse("There is no such picture.\n", 404)
        headers = {"content-security-policy": _PICTURE}
        return Response(drawn["picture"], media_type=drawn["type"], headers=headers)

    def _exhibit(self, request: Request) -> Exhibit | None:
        shown = self._desk.shown
        return shown.exhibits.get(request.path_params["label"]) if shown else None

    async def _asked(self, request: Request) -> Json | None:
        one = self._exhibit(request)
        page: int = request.path_params["page"]
        if one is None or not 1 <= page <= exhibit_pages.count(one, self._cache)[0]:
            return None
        try:
            asked = float(request.query_params.get("scale", "2"))
        except ValueError:
            asked = 2.0
        scale = min((step for step in SCALES if step >= asked), default=SCALES[-1])
        content = one.facts.sha256 if one.facts else ""
        name = hashlib.sha256(f"{one.path} {content} {page} {scale}".encode()).hexdigest()
        async with self._room:
            if name not in self._drawn:
                self._drawn[name] = await self._draw(one, page, scale)
            self._drawn.move_to_end(name)
            while len(self._drawn) > _MOST:
                self._drawn.popitem(last=False)
            return self._drawn[name]

    async def _draw(self, one: Exhibit, page: int, scale: float) -> Json:
        running = exhibit_pages.begin(one, page, scale, self._folder, self._cache)
        if running is None:
            return {"why": "The file is gone, so there is no page to show."}
        try:
            await readable(running, _SECONDS)
        except asyncio.CancelledError:
            running.give_up()
            raise
        return exhibit_pages.finished(running.result())
