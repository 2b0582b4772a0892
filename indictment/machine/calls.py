"""What is asked of those who share work, and what comes of it."""

from collections.abc import Callable, Mapping
from typing import Any

from indictment.machine.stopped import Stopped
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the worker with its arguments. `by` is who has to do it; None for anybody.

    `most` are the seconds on the clock that it may take; None where it may take any time.
    """

    method: str
    arguments: tuple[object, ...] = ()
    by: int | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a call gave back, and who did it."""

    value: Any
    by: int


class Lost(Stopped):
    """A call was not done: its worker ended by itself, or was ended because the call took longer than
    it may. `call` is its number (from 0), `done` are the calls that were done, by number. What the
    worker kept is lost, and another stands in its place.
    """

    def __init__(self, call: int, done: Mapping[int, Done], *, is_late: bool) -> None:
        super().__init__()
        self.call, self.done, self.is_late = call, done, is_late

    def __reduce__(self) -> tuple[Callable[..., "Lost"], tuple[object, ...]]:
        return _lost, (self.call, dict(self.done), self.is_late)


def _lost(call: int, done: Mapping[int, Done], is_late: bool) -> Lost:
    return Lost(call, done, is_late=is_late)
