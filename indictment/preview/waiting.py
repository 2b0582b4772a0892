"""Waiting for another process without keeping the browser waiting."""

import asyncio
from typing import Protocol


class Readable(Protocol):
    """Something with an open file that becomes readable when there is an answer."""

    def fileno(self) -> int:
        """The number of the open file; -1 where it cannot be waited for."""
        ...


async def readable(end: Readable, seconds: float | None = None) -> None:
    """Return when there is an answer at `end`, or after so many seconds."""
    number = end.fileno()
    if number < 0:
        return
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    loop.add_reader(number, ready.set)
    try:
        await asyncio.wait_for(ready.wait(), seconds)
    except TimeoutError:
        return
    finally:
        loop.remove_reader(number)
