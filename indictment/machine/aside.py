"""One piece of work that is done beside what this process does."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

from indictment.machine.child import beginning, belong_to_parent, received, tried

T = TypeVar("T")
_LATER = 10
"""How much others go first, of 19 (nice)."""


@contextmanager
def aside(work: Callable[[], T], *, can_wait: bool = False) -> Iterator[Callable[[], T]]:
    """`work` is done by a copy of this process while this one goes on; where it `can_wait`, when
    others that have more to do leave a processor.

    Gives a function that waits for the result. It raises what `work` raises, or Stopped. Where the
    system cannot copy this process, the work is done when that function is called. The copy ends
    with the block.
    """
    if sys.platform != "linux":
        yield work
        return
    context: Any = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    # Not a daemon: it may have to make those who share its work. It ends with the block in any case.
    process = context.Process(target=_do_once, args=(theirs, work, can_wait))
    with beginning():
        process.start()
    theirs.close()
    try:
        yield lambda: cast(T, received(ours))
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
