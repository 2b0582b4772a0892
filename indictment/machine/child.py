"""A process that is made here: how it begins and ends, and how what it gives or raises comes back."""

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from indictment.machine import scratch
from indictment.machine.stopped import Stopped

_ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def can_be_copied() -> bool:
    """True where the system copies a process without danger."""
    return sys.platform == "linux"


def context() -> Any:
    """How processes are made here: as copies of this one, which have all libraries loaded, where that can be."""
    return multiprocessing.get_context("fork" if can_be_copied() else "spawn")


@contextmanager
def beginning() -> Iterator[None]:
    """A process is made in this block. What would end this one waits until the block is over:
    Python would lose it while it makes a copy, or the copy would take it for its own.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ends_when_told() -> None:
    """In a process that was made: an interruption is for the one that made it, and what ends a
    process ends this one at once.
    """
    for number in _ENDING:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def belong_to_parent(*, clears_up: bool = True) -> None:
    """Leave it to the process that made this one when to end, and clear up after it, if that has laid
    down the temporary files.
    """
    ends_when_told()
    threading.Thread(
        target=end_with, args=(os.getppid(),), kwargs={"clears_up": clears_up}, daemon=True
    ).start()


def end_with(parent: int, *, clears_up: bool = True) -> None:
    """End this process when `parent` is gone: it may hold the lock on a folder of files."""
    while os.getppid() == parent:
        time.sleep(0.2)
    if clears_up:
        scratch.clear()
    os._exit(1)


def tried(work: Callable[..., object], *given: object) -> tuple[object, Exception | None]:
    """What `work` gives, or what it raises, for another process to raise it again."""
    try:
        return work(*given), None
    except Exception as error:  # noqa: BLE001 - nothing is lost: it is raised where it is asked for
        error.add_note(traceback.format_exc())
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # noqa: BLE001 - an exception of a library, made in a way of its own
            return None, RuntimeError(traceback.format_exc())
        return None, error


def received(end: Connection) -> Any:
    """What another process gives. Raises what it raised, or Stopped."""
    try:
        value, error = end.recv()
    except (EOFError, OSError) as ended:
        raise Stopped from ended
    if error is not None:
        raise error
    return value
