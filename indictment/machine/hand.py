"""A process that does calls for another, one after another, and keeps what it has made."""

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from indictment.machine.child import (
    beginning,
    belong_to_parent,
    context,
    received,
    tried,
)
from indictment.machine.master import Copy, Master


class Hand:
    """A worker made by `make()` in a process of its own; in a copy of `master`, where there is one."""

    def __init__(self, make: Callable[[], object], master: Master | None = None) -> None:
        self.connection: Connection
        self.connection, theirs = context().Pipe()
        self._process = _copied(master, theirs) or _Own(theirs, make)
        theirs.close()
        self._unheard = 0
        self._failed: Exception | None = None

    def ahead(self, method: str, arguments: tuple[object, ...]) -> None:
        """Ask for a call for which nobody waits, because it only makes the worker ready. What it raises
        is raised in the place of what the next one gives.
        """
        with suppress(OSError):
            self.connection.send((method, arguments))
            self._unheard += 1

    def send(self, method: str, arguments: tuple[object, ...]) -> None:
        """Ask for a call. Raises OSError where the process has ended."""
        self.connection.send((method, arguments))

    def is_answered(self) -> bool:
        """True if there is an answer to the last call that was sent, or none will come."""
        try:
            while self._unheard and self.connection.poll():
                _, failed = self.connection.recv()
                self._failed = self._failed or failed
                self._unheard -= 1
            return not self._unheard and self.connection.poll()
        except (EOFError, OSError):
            return True

    def received(self) -> Any:
        """What the call gave, once it `is_answered`. Raises what it raised, or Stopped where the process has ended."""
        value, failed = received(self.connection), self._failed
        self._failed = None
        if failed is not None:
            raise failed
        return value

    def end(self) -> None:
        """End the process."""
        self.connection.close()
        self._process.end()


class _Own:
    """A process that this one has made."""

    def __init__(self, theirs: Connection, make: Callable[[], object]) -> None:
        self._made_by = os.getpid()
        self._process = context().Process(target=serve, args=(theirs, make), daemon=True)
        with beginning():
            self._process.start()

    def end(self) -> None:
        if self._made_by == os.getpid():
            self._process.kill()
            self._process.join()
        else:  # a copy of the one who made it; that one clears up after it
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)


def _copied(master: Master | None, theirs: Connection) -> Copy | None:
    with suppress(OSError):
        return None if master is None else master.copied(theirs)
    return None


def serve(end: Connection, make: Callable[[], object], *, is_copy: bool = False) -> None:
    """A worker's life. It ends when it is ended, or soon after the process that made it; that of a copy is
    its master, which clears up.
    """
    belong_to_parent(clears_up=not is_copy)
    worker, failed = tried(make)
    while True:
        try:
            method, given = end.recv()
        except (EOFError, OSError):
            return
        end.send((None, failed) if failed else tried(getattr(worker, method), *given))
        gc.collect(1)  # nobody waits for it now
