"""Work that goes on in a copy of this process and tells, again and again, what it has found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from indictment.machine.child import beginning, belong_to_parent, context, received, tried

Tell = Callable[[object], None]
"""Told what has been found so far."""


class Telling:
    """What the other process tells. `fileno` is what becomes readable when there is something."""

    def __init__(self, end: Connection) -> None:
        self._end = end

    def fileno(self) -> int:
        """The number of the open file that a loop waits for."""
        return self._end.fileno()

    def heard(self) -> Any:
        """The next that is told; waits for it. Raises what the work raised, or Stopped at its end."""
        return received(self._end)


@contextmanager
def telling(work: Callable[[Tell], None]) -> Iterator[Telling]:
    """`work` is done by a copy of this process, until the block ends; it is given what it tells with.

    What is told has to be picklable; so has `work`, where the system cannot copy this process. The
    copy may make processes of its own.
    """
    ours, theirs = context().Pipe()
    process = context().Process(target=_tell, args=(theirs, work))
    with beginning():
        process.start()
    theirs.close()
    try:
        yield Telling(ours)
    finally:
        ours.close()
        process.terminate()
        process.join()


def _tell(end: Connection, work: Callable[[Tell], None]) -> None:
    belong_to_parent()
    _, failed = tried(partial(work, lambda value: end.send((value, None))))
    if failed is not None:
        with suppress(OSError):  # whoever listened has gone, which is what failed
            end.send((None, failed))
