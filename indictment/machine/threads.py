"""Pieces of work, most of which libraries do without Python -> done side by side in this process."""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeVar

from indictment.machine.processors import processors

T = TypeVar("T")
_MOST = 4
"""More threads than that would wait for one another."""


def each(work: Callable[[T], object], given: Iterable[T]) -> None:
    """Do `work` for each that is given, in no order. Where some raise something, one of these is raised here,
    when all that were begun have ended.
    """
    waiting = deque(given)
    failed: list[BaseException] = []

    def go_on() -> None:
        while not failed:
            try:
                one = waiting.popleft()
            except IndexError:
                return
            try:
                work(one)
            except BaseException as error:  # noqa: BLE001 - raised again, where it is waited for
                failed.append(error)

    others = [
        threading.Thread(target=go_on) for _ in range(min(processors(), _MOST, len(waiting)) - 1)
    ]
    for thread in others:
        thread.start()
    go_on()
    for thread in others:
        thread.join()
    if failed:
        raise failed[0]
