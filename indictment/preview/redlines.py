"""The redline against a revision that the reader chooses."""

import asyncio
import re
from collections import OrderedDict
from dataclasses import asdict
from functools import partial
from html import escape, unescape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from indictment.folder.git import GitFault
from indictment.folder.revisions import choices
from indictment.machine.stopped import Stopped
from indictment.machine.telling import Tell, telling
from indictment.preview.desk import Desk
from indictment.preview.waiting import readable

_MOST = 4
"""Redlines that are kept."""
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


class Redlines:
    """Makes redlines in a process of its own, and keeps the last ones by revision and state."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._one = asyncio.Lock()

    def routes(self) -> list[Route]:
        """The addresses that are answered here."""
        return [Route("/revisions", self.revisions), Route("/redline", self.redline)]

    async def revisions(self, request: Request) -> Response:
        """The revisions that can be chosen, or why there are none."""
        try:
            found = choices(self._desk.root)
        except GitFault as fault:
            return JSONResponse({"choices": [], "why": f"{fault}. {fault.help}".strip()})
        why = "" if found else (
            "This matter is in no git repository, or nothing of it was committed yet; so there is no "
            "earlier version to compare with."
        )  # fmt: skip
        return JSONResponse({"choices": [asdict(one) for one in found], "why": why})

    async def redline(self, request: Request) -> Response:
        """redline.html from a revision to the files as they are, with the policy that it bears itself."""
        name = request.query_params.get("from", "")
        try:
            # Only what was offered: a name may lead to any folder of this machine otherwise.
            is_offered = any(one.name == name for one in choices(self._desk.root))
        except GitFault as fault:
            return PlainTextResponse(f"{fault}\n", 404)
        if not is_offered:
            return PlainTextResponse("There is no such revision.\n", 404)
        number = self._desk.state.number if self._desk.state else 0
        async with self._one:
            if (name, number) not in self._made:
                self._made[name, number] = await self._make(name)
            while len(self._made) > _MOST:
                self._made.popitem(last=False)
            page = self._made[name, number]
        return Response(page, media_type="text/html; charset=utf-8", headers=_headers(page))

    async def _make(self, name: str) -> bytes:
        with telling(partial(_compare, self._desk.root, name)) as made:
            await readable(made)
            try:
                page: bytes = made.heard()
            except Stopped as reason:
                return _said([str(reason)])
            return page


def _headers(page: bytes) -> dict[str, str]:
    found = _POLICY.search(page)
    policy = unescape(found[1].decode()) if found else "default-src 'none'"
    return {
        "content-security-policy": f"{policy}; frame-ancestors 'self'",
        "x-frame-options": "SAMEORIGIN",
    }


def _compare(root: Path, name: str, tell: Tell) -> None:
    """Tell the page of the redline, or one that says why there is none."""
    from indictment.pipeline import comparing, redlines
    from indictment.pipeline.versions import Unfound

    try:
        found = comparing.compared(
            root, root, [name], filed=False, pages=True, progress=lambda stage, detail: None
        )
    except (Unfound, GitFault) as reason:
        tell(_said([f"{reason}. {reason.help}".strip()]))
        return
    if found.redline is None:
        first = "Nothing was compared: mend first what cannot be read."
        said = [f"{d.span.start}: {d.rule.code}: {d.message}" for d in found.diagnostics]
        tell(_said([first, *said]))
        return
    tell(redlines.as_html(found.redline, found.files))


def _said(sentences: list[str]) -> bytes:
    """A page of a few sentences, for the place of a redline."""
    words = "".join(f"<p>{escape(one)}</p>" for one in sentences)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No redline</title></head>'
        f"<body>{words}</body></html>"
    ).encode()
