"""A process that has loaded what others need, and of which these are copies: what takes long to load is loaded once."""

import gc
import itertools
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from typing import Any

from indictment.machine.child import beginning, context, end_with, ends_when_told

_Name = tuple[int, int]
"""Of a copy: the process that asked for it, and its number there."""


class Copy:
    """A copy of a master, as the one who asked for it sees it."""

    def __init__(self, orders: Connection, name: _Name) -> None:
        self._orders, self._name = orders, name

    def end(self) -> None:
        """End it; nobody waits until it has."""
        with suppress(OSError):
            self._orders.send(self._name)


class Master:
    """A process that has done `load()`, and of which copies do `work`, each with its end of a connection.

    What loading raises is raised again where a copy needs what was to be loaded. Copies end with it, and it
    ends with the process that made it.
    """

    def __init__(self, load: Callable[[], object], work: Callable[[Connection], None]) -> None:
        self._orders, theirs = context().Pipe()
        self._made_by, self._numbers = os.getpid(), itertools.count()
        self._process = context().Process(target=_live, args=(theirs, self._orders, load, work))
        with beginning():
            self._process.start()
        theirs.close()

    def copied(self, end: Connection) -> Copy:
        """A copy that works with `end`; it begins when all is loaded, and nobody waits for it. Raises OSError where
        the master has ended.
        """
        name = os.getpid(), next(self._numbers)
        self._orders.send(name)
        send_handle(self._orders, end.fileno(), self._process.pid)
        return Copy(self._orders, name)

    def end(self) -> None:
        """End it and its copies."""
        if self._made_by == os.getpid():
            self._process.terminate()
            self._process.join()
        self._orders.close()


def _live(
    orders: Connection,
    others: Connection,
    load: Callable[[], object],
    work: Callable[[Connection], None],
) -> None:
    others.close()
    parent = os.getppid()
    copies: dict[_Name, Any] = {}

    def end_copies() -> None:
        for copy in copies.values():
            copy.kill()
        for copy in copies.values():
            copy.join()

    def end(*_: object) -> None:
        end_copies()
        os._exit(0)

    ends_when_told()
    signal.signal(signal.SIGTERM, end)
    with suppress(Exception):
        load()
    gc.freeze()  # whoever looks through what was loaded copies it, page by page
    while True:
        try:
            name = orders.recv()
            if known := copies.get(name):
                known.kill()
                known.join()
                continue
            theirs = Connection(recv_handle(orders))
        except (EOFError, OSError):
            break
        with beginning():
            copies[name] = context().Process(target=_copy, args=(orders, theirs, work), daemon=True)
            copies[name].start()
        theirs.close()
    # The parent has closed its end of the connection, by ending.
    end_copies()
    end_with(parent)


def _copy(orders: Connection, end: Connection, work: Callable[[Connection], None]) -> None:
    orders.close()
    work(end)
