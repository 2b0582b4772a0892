"""Who is let in: one browser, which was given the address, from this machine's own page alone."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
"""The only address that is listened to."""

_USUAL_PORT = 80

POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""What a page may load: its own files. Scripts and styles in the page itself are not run."""

_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}

_USED = (
    "This address was used before, and works once.\n\nGo back to the window in which the preview is open, or end "
    "`indict serve` and start it again for a new address.\n"
)
_NOT_HERE = (
    "There is nothing here. The address that `indict serve` has printed opens the preview.\n"
)
_NOT_FROM_THERE = "The preview answers its own page alone.\n"


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass
class Keys:
    """The secrets of one run.

    `token` opens the door once. The cookie that is given for it is sent by the browser to `room`
    alone, a folder with a name that nobody can guess: programs of other users that listen at other
    ports of this machine would be sent it otherwise. `pen` must come with what has an effect.
    """

    port: int
    token: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    room: str = field(default_factory=lambda: f"/{secrets.token_urlsafe(16)}")
    pen: str = field(default_factory=_secret)
    is_used: bool = False

    @property
    def host(self) -> str:
        """What the browser has to call us. It leaves out the port that every such address has by itself."""
        return HOST if self.port == _USUAL_PORT else f"{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The address that opens the preview once."""
        return f"http://{self.host}/?token={self.token}"

    @property
    def name(self) -> str:
        """The name of the cookie: that of another preview on this machine is another one."""
        return f"indict-{self.port}"


class Door:
    """What stands before the application: lets a request in, or answers it itself."""

    def __init__(self, inside: "ASGIApp", keys: Keys) -> None:
        self._inside, self._keys = inside, keys

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http":
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}

        async def guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                more = ((k.encode(), v.encode()) for k, v in _HEADERS.items())
                message["headers"] = [
                    *message["headers"],
                    *((k, v) for k, v in more if k not in given),
                ]
            await send(message)

        path, method = scope["path"], scope["method"]
        if not self._is_ours(headers, method):
            await _answer(guarded, 403, _NOT_FROM_THERE)
        elif path == "/" and method == "GET":
            await self._enter(scope, headers, guarded)
        elif path.startswith(f"{self._keys.room}/") and self._knows(headers):
            inner = {**scope, "path": path.removeprefix(self._keys.room)}
            await self._inside(inner, receive, guarded)
        else:
            await _answer(guarded, 403, _NOT_HERE)

    def _is_ours(self, headers: Mapping[str, str], method: str) -> bool:
        """True for a request to our own name, by our own page or typed by a person.

        A name of the net that leads to this machine (DNS rebinding) is another host; a page of
        another program here has another origin.
        """
        keys = self._keys
        if headers.get("host") != keys.host:
            return False
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{keys.host}":
            return False
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return False
        if method in ("GET", "HEAD"):
            return True
        pen = headers.get("x-indict-pen", "")
        return method == "POST" and origin is not None and _same(pen, keys.pen)

    def _knows(self, headers: Mapping[str, str]) -> bool:
        try:
            held = SimpleCookie(headers.get("cookie", "")).get(self._keys.name)
        except CookieError:
            return False
        return held is not None and _same(held.value, self._keys.cookie)

    async def _enter(self, scope: "Scope", headers: Mapping[str, str], send: "Send") -> None:
        """Take the token, give the cookie for it, and lead to the room."""
        keys = self._keys
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not _same(given, keys.token):
            await _answer(send, 403, _NOT_HERE)
        elif keys.is_used:
            await _answer(send, 403, _USED)
        else:
            keys.is_used = True
            cookie = f"{keys.name}={keys.cookie}; Path={keys.room}/; HttpOnly; SameSite=Strict"
            await _answer(send, 303, "", ("location", f"{keys.room}/"), ("set-cookie", cookie))


def _same(given: str, wanted: str) -> bool:
    """Compared in a time that tells nothing of how much of it is right."""
    return secrets.compare_digest(given.encode(), wanted.encode())


async def _answer(send: "Send", status: int, words: str, *headers: tuple[str, str]) -> None:
    body = words.encode()
    named = [
        ("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(body))), *headers
    ]  # fmt: skip
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(name.encode(), value.encode()) for name, value in named],
        }
    )
    await send({"type": "http.response.body", "body": body})
