"""Work that several processes share, each of which keeps what it has made so far."""

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from indictment.machine.child import Stopped, beginning, belong_to_parent, received, tried

Heard = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the worker with its arguments. `by` is who has to do it; None for anybody."""

    method: str
    arguments: tuple[object, ...] = ()
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a call gave back, and who did it."""

    value: Any
    by: int


def processors() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def crew(make: Callable[[], object], size: int) -> "Iterator[Crew]":
    """`size` workers, each made by `make()` at once; with one, the work is done in this process.

    What goes from one process to another (the arguments of calls, results, exceptions) has to be
    picklable; so has `make`, where the system cannot copy this process. The workers end with the
    block.
    """
    if size <= 1:
        yield _Alone(make)
        return
    # A copy of this process has all libraries loaded; only Linux makes one without danger.
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    ends: list[Connection] = []
    processes: list[Any] = []
    try:
        for _ in range(size):
            ours, theirs = context.Pipe()
            processes.append(context.Process(target=_serve, args=(theirs, make), daemon=True))
            with beginning():
                processes[-1].start()
            theirs.close()
            ends.append(ours)
        yield _Several(ends)
    finally:
        for end in ends:
            end.close()
        for process in processes:
            process.terminate()
            process.join()


class Crew:
    """Workers that do calls. What one raises is raised here."""

    size: int

    def all_do(self, method: str, *arguments: object) -> list[Done]:
        """Let each worker do the same."""
        return self.do([Call(method, arguments, by) for by in range(self.size)])

    def do(self, calls: Sequence[Call], heard: Heard = lambda done: None) -> list[Done]:
        """Do `calls`, begun in their order as workers get free, and give their results in order.

        `heard` is called with the number of those that are done, each time that one is.
        Raises what a worker raised, or Stopped where one ended.
        """
        raise NotImplementedError


class _Alone(Crew):
    def __init__(self, make: Callable[[], object]) -> None:
        self.size = 1
        self._make = make
        self._worker: object = None

    def do(self, calls: Sequence[Call], heard: Heard = lambda done: None) -> list[Done]:
        self._worker = self._worker or self._make()
        results: list[Done] = []
        for one in calls:
            results.append(Done(getattr(self._worker, one.method)(*one.arguments), 0))
            heard(len(results))
        return results


class _Several(Crew):
    def __init__(self, ends: Sequence[Connection]) -> None:
        self._ends = ends
        self.size = len(ends)

    def do(self, calls: Sequence[Call], heard: Heard = lambda done: None) -> list[Done]:
        waiting = deque(enumerate(calls))
        results: dict[int, Done] = {}
        busy: dict[int, int] = {}
        while waiting or busy:
            for by in range(len(self._ends)):
                if by not in busy and (taken := _next(waiting, by)) is not None:
                    busy[by], call = taken
                    self._send(by, call)
            for by in self._heard(busy):
                results[busy.pop(by)] = Done(received(self._ends[by]), by)
                heard(len(results))
        return [results[number] for number in range(len(calls))]

    def _send(self, by: int, call: Call) -> None:
        try:
            self._ends[by].send((call.method, call.arguments))
        except OSError as error:
            raise Stopped from error

    def _heard(self, busy: dict[int, int]) -> list[int]:
        ready = wait([self._ends[by] for by in busy])
        return [by for by in busy if self._ends[by] in ready]


def _next(waiting: deque[tuple[int, Call]], by: int) -> tuple[int, Call] | None:
    """The first call that `by` may do, taken out of `waiting`."""
    for one in waiting:
        if one[1].by in (None, by):
            waiting.remove(one)
            return one
    return None


def _serve(end: Connection, make: Callable[[], object]) -> None:
    """A worker's life. It ends when it is ended, or soon after the process that made it."""
    belong_to_parent()
    worker, failed = tried(make)
    while True:
        try:
            method, given = end.recv()
        except (EOFError, OSError):
            return
        end.send((None, failed) if failed else tried(getattr(worker, method), *given))
