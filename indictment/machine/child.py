"""A process that was made here: how it ends, and how what it gives or raises comes back."""

import os
import pickle
import signal
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any


class Stopped(Exception):
    """A process ended before its work was done: killed, out of memory, or fallen over."""

    def __init__(self) -> None:
        super().__init__(
            "a process that shared the work ended by itself; was there too little memory?"
        )


def belong_to_parent() -> None:
    """Leave it to the process that made this one when to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when `parent` is gone: it may hold the lock on a folder of files."""
    while os.getppid() == parent:
        time.sleep(0.2)
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
