"""When Python looks for objects that only know each other: not while a matter is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside the block Python does not look for rubbish; nor, later, among what was made in it.

    What a matter is read into lives as long as the build, and going through it again and again takes
    a tenth of the time. A process that stays calls `collect` when the build is over.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


_held: list[object] = []


def hold(*things: object) -> None:
    """Keep `things` that nobody needs any more until `collect`, or until others are kept: to let go of a
    hundred thousand objects takes a while, and a process that ends need not.
    """
    _held[:] = things


def collect() -> None:
    """Let go of what nobody needs any more, while nobody waits."""
    _held.clear()
    gc.unfreeze()
    gc.collect()
