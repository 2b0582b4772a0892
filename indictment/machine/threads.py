"""Pieces of work, most of which libraries do without Python -> done side by side in this process."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from indictment.machine.crew import processors

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


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """`work` is done by another thread while the block is; at its end it is waited for. What it raises is
    raised there, if the block has not raised something itself.
    """
    failed: list[BaseException] = []

    def do() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again, where it is waited for
            failed.append(error)

    thread = threading.Thread(target=do)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if failed:
        raise failed[0]
