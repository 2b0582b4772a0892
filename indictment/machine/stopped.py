"""A process that shared the work and has ended: what is told of it, without what makes processes."""

from collections.abc import Callable


class Stopped(Exception):
    """A process ended before its work was done: killed, out of memory, or fallen over."""

    def __init__(self) -> None:
        super().__init__(
            "a process that shared the work ended by itself; was there too little memory?"
        )

    def __reduce__(self) -> tuple[Callable[..., "Stopped"], tuple[object, ...]]:
        # A process that shares its own work tells of it to the one that made it.
        return Stopped, ()
