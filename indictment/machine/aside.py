"""One piece of work that is done beside what this process does."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Generic, TypeVar, cast

from indictment.machine.child import (
    beginning,
    belong_to_parent,
    can_be_copied,
    context,
    received,
    tried,
)

T = TypeVar("T")
_LATER = 10
"""How much others go first, of 19 (nice)."""


class Aside(Generic[T]):
    """Work that is done beside: a function that waits for the result. It raises what the work raises,
    or Stopped.
    """

    def __init__(self, wait: Callable[[], T], is_done: Callable[[], bool]) -> None:
        self._wait, self.is_done = wait, is_done
        """Whether it would not have to wait."""

    def __call__(self) -> T:
        """Wait for the result."""
        return self._wait()


@contextmanager
def aside(work: Callable[[], T], *, can_wait: bool = False) -> Iterator[Aside[T]]:
    """`work` is done by a copy of this process while this one goes on; where it `can_wait`, when
    others that have more to do leave a processor.

    Where the system cannot copy this process, the work is done when the result is asked for. The copy
    ends with the block.
    """
    if not can_be_copied():
        yield Aside(work, lambda: False)
        return
    ours, theirs = context().Pipe()
    # Not a daemon: it may have to make those who share its work. It ends with the block in any case.
    process = context().Process(target=_do_once, args=(theirs, work, can_wait))
    with beginning():
        process.start()
    theirs.close()
    try:
        yield Aside(lambda: cast(T, received(ours)), ours.poll)
    finally:
        ours.close()
        process.terminate()
        process.join()


def _do_once(end: Connection, work: Callable[[], object], can_wait: bool) -> None:
    belong_to_parent()
    if can_wait:
        os.nice(_LATER)
    # Whoever looks through what was there before copies it, page by page.
    gc.freeze()
    end.send(tried(work))
