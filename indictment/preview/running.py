"""The server: begun at a port of this machine, ended by Ctrl+C."""

import asyncio
import contextlib
import errno
import os
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn

from indictment.machine.telling import Telling, telling
from indictment.preview import brief
from indictment.preview.desk import Desk
from indictment.preview.door import HOST, Keys
from indictment.preview.editor import Editor
from indictment.preview.rooms import application
from indictment.preview.waiting import readable

_LAST = 2
"""Seconds that answers under way have when the preview ends."""


class PortTaken(Exception):
    """Another program listens at the port."""


class PortRefused(Exception):
    """The system does not let this user listen at the port."""


@contextlib.contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """A socket at `port` of this machine, or at a free one where it is 0; no other machine reaches it.

    Raises PortTaken or PortRefused.
    """
    # asyncio sends small answers at once only from sockets that say TCP; others wait 40 ms for an echo.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as end:
        # The last preview may have ended a moment ago, and the port be kept for its last answers.
        end.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            end.bind((HOST, port))
            end.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken from error
            raise PortRefused(error.strerror or str(error)) from error
        end.setblocking(False)
        os.set_inheritable(end.fileno(), False)
        yield end


class _Server(uvicorn.Server):
    """Lets those go who wait for what happens next, before it waits for them to go."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        asyncio.get_running_loop().call_soon_threadsafe(self._desk.close)


def run(
    root: Path, end: socket.socket, editor: Editor, *, opens: bool, ready: Callable[[str], None]
) -> None:
    """Show the matter in `root` at `end` until this process is told to end.

    `ready` is told the address; with `opens` the browser is sent there. Raises what the reading
    process raised: MissingLibrary, Stopped, Unwatchable (pipeline.serving).
    """
    keys, desk = Keys(end.getsockname()[1]), Desk(root)
    config = uvicorn.Config(
        application(desk, keys, editor), http="h11", ws="none", loop="asyncio", lifespan="off",
        log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=_LAST,
    )  # fmt: skip
    server = _Server(config, desk)
    # The process is copied before this one begins to serve.
    with telling(partial(brief.serve, root)) as told:
        ready(keys.address)
        if opens and _has_windows():
            webbrowser.open(keys.address)
        asyncio.run(_both(server, end, desk, told))
    if desk.failed is not None:
        raise desk.failed


def _has_windows() -> bool:
    """False where a browser would open in this terminal, in the place of the address."""
    return sys.platform != "linux" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


async def _both(server: _Server, end: socket.socket, desk: Desk, told: Telling) -> None:
    listener = asyncio.create_task(_listen(server, desk, told))
    try:
        await server.serve(sockets=[end])
    finally:
        listener.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await listener


async def _listen(server: _Server, desk: Desk, told: Telling) -> None:
    """Hear the reading process until it fails, which ends the preview."""
    while True:
        await readable(told)
        try:
            desk.hear(told.heard())
        except Exception as failed:  # noqa: BLE001 - it is raised when the server has ended
            desk.failed = failed
            desk.close()
            server.should_exit = True
            return
