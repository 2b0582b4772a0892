"""The addresses of the preview, and what each answers."""

import json
from collections.abc import AsyncIterator
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from indictment.preview import as_json
from indictment.preview.desk import Desk
from indictment.preview.door import Door, Keys
from indictment.preview.editor import Editor
from indictment.preview.exhibits import Exhibits
from indictment.preview.redlines import Redlines

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


def application(desk: Desk, keys: Keys, editor: Editor) -> ASGIApp:
    """All that is answered, behind its door."""
    rooms = _Rooms(desk, keys, editor)
    routes = [
        Route("/state", rooms.state),
        Route("/events", rooms.events),
        Route("/picture/{name}", rooms.picture),
        Route("/words/{name}", rooms.words),
        Route("/chart", rooms.chart),
        Route("/open", rooms.open, methods=["POST"]),
        *Exhibits(desk).routes(),
        *Redlines(desk).routes(),
        Route("/{name}", rooms.file),
        Route("/", rooms.file),
    ]
    return Door(Starlette(routes=routes), keys)


class _Rooms:
    """The answers that need no file of an exhibit and no other version."""

    def __init__(self, desk: Desk, keys: Keys, editor: Editor) -> None:
        self._desk, self._keys, self._editor = desk, keys, editor
        page = files("indictment.preview").joinpath("page")
        self._files = {
            file.name: file.read_bytes()
            for file in page.iterdir()
            if file.name.rpartition(".")[2] in _TYPES
        }

    async def file(self, request: Request) -> Response:
        """A file of the page itself; all are in memory, so no path leads to any other."""
        name = request.path_params.get("name", "index.html")
        content = self._files.get(name)
        if content is None:
            return PlainTextResponse("There is no such file.\n", 404)
        return Response(content, media_type=_TYPES[name.rpartition(".")[2]])

    async def state(self, request: Request) -> Response:
        """The last state, and what the page has to know of this run.

        `since` is the state that the browser has: of its texts none is sent again.
        """
        about: dict[str, Any] = {
            "pen": self._keys.pen,
            "matter": self._desk.root.name,
            "editor": self._editor.address(),
            "working": self._desk.working,
        }
        now, shown = self._desk.state, self._desk.shown
        if now is None:
            return JSONResponse({**about, "state": None})
        try:
            since = int(request.query_params.get("since", "-1"))
        except ValueError:
            since = -1
        about["state"] = as_json.state(now, shown)
        texts = (f'"{name}": {text}' for name, text in self._desk.texts(since).items())
        told = f'{json.dumps(about)[:-1]}, "texts": {{{", ".join(texts)}}}}}'
        return Response(told, media_type="application/json")

    async def events(self, request: Request) -> Response:
        """What happens, as server-sent events."""

        async def told() -> AsyncIterator[bytes]:
            async for event in self._desk.events():
                yield f"data: {json.dumps(event)}\n\n".encode() if event else b": still here\n\n"

        return StreamingResponse(told(), media_type="text/event-stream")

    async def picture(self, request: Request) -> Response:
        """A page as a picture, by the name of what it shows; `scale` is in pixels for each point."""
        try:
            scale = float(request.query_params.get("scale", "1"))
        except ValueError:
            scale = 1.0
        made = await self._desk.pencil.picture(request.path_params["name"], scale)
        if made is None:
            return PlainTextResponse("There is no such page.\n", 404)
        return Response(made, media_type="image/png")

    async def words(self, request: Request) -> Response:
        """The words and links of a page, by their name."""
        found = await self._desk.pencil.words(request.path_params["name"])
        if found is None:
            return PlainTextResponse("There is no such page.\n", 404)
        return JSONResponse(found)

    async def chart(self, request: Request) -> Response:
        """The chart of elements."""
        shown = self._desk.shown
        chart = shown.chart if shown else ""
        return Response(chart, media_type=_TYPES["html"])

    async def open(self, request: Request) -> Response:
        """Open a file of the matter in the editor, at a line."""
        now = self._desk.state
        known = set(now.files) if now else set()
        try:
            asked = await request.json()
            file, line = str(asked["file"]), int(asked["line"])
        except (ValueError, KeyError, TypeError):
            return PlainTextResponse("A file and a line are asked for.\n", 400)
        why = self._editor.open(file, line, known)
        return PlainTextResponse(f"{why}\n", 409 if why else 200)
