"""Work that several processes share, each of which keeps what it has made so far."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from indictment.machine.calls import Call, Done, Lost
from indictment.machine.child import can_be_copied
from indictment.machine.hand import Hand, serve
from indictment.machine.master import Master
from indictment.machine.processors import processors
from indictment.machine.shift import Shift

__all__ = ["Call", "Crew", "Done", "Lost", "crew", "nothing", "processors"]

Heard = Callable[[int], None]


def nothing() -> Iterable[object]:
    """What is done meanwhile, where there is nothing to do."""
    return ()


@contextmanager
def crew(
    make: Callable[[], object],
    size: int,
    *,
    apart: bool = False,
    early: int | None = None,
    load: Callable[[], object] | None = None,
) -> "Iterator[Crew]":
    """`size` workers, each made by `make()`: `early` of them at once, the others when there is work for
    them. With one, the work is done in this process unless it is to be done `apart`, where it can be
    ended. What they need is loaded by `load()`, once for all where the system can copy a process.

    What goes from one process to another (the arguments of calls, results, exceptions) has to be
    picklable; so has `make`, where the system cannot copy this process. The workers end with the
    block.
    """
    if size <= 1 and not apart:
        yield _Alone(make)
        return
    master = (
        Master(load, partial(serve, make=make, is_copy=True))
        if load and size > 1 and can_be_copied()
        else None
    )
    several = _Several(make, master)
    try:
        several.begin(size, size if early is None else early)
        yield several
    finally:
        several.end()


class Crew:
    """Workers that do calls. What one raises is raised here."""

    size: int

    def do(
        self,
        calls: Sequence[Call],
        heard: Heard = lambda done: None,
        among: int | None = None,
        meanwhile: Callable[[], Iterable[object]] = nothing,
    ) -> list[Done]:
        """Do `calls`, begun in their order as workers get free, and give their results in order.

        `among` is how many workers share them, the first ones; all, where it is None. `heard` is
        called with the number of those that are done, each time that one is. `meanwhile` is done by
        this process while they are about it, in steps, between which who is free is given another call. Its
        first step is done in any case, others while a processor is idle, and none when all calls are done.
        What it raises ends the calls. Raises what a worker raised, or Lost where one ended; the other calls
        are then done.
        """
        among = self.size if among is None else min(among, self.size)
        return self._do(calls, heard, among, meanwhile)

    def ahead(self, *calls: Call) -> None:
        """Begin `calls`, which make workers ready for others: that of `by`, or all that are there. Nobody
        waits for them; what one raises is raised with the next call of its worker.
        """
        raise NotImplementedError

    def _do(
        self,
        calls: Sequence[Call],
        heard: Heard,
        among: int,
        meanwhile: Callable[[], Iterable[object]],
    ) -> list[Done]:
        raise NotImplementedError


class _Alone(Crew):
    def __init__(self, make: Callable[[], object]) -> None:
        self.size = 1
        self._make = make
        self._worker: object = None

    def ahead(self, *calls: Call) -> None:
        self._do(calls, lambda done: None, 1, nothing)

    def _do(
        self,
        calls: Sequence[Call],
        heard: Heard,
        among: int,
        meanwhile: Callable[[], Iterable[object]],
    ) -> list[Done]:
        next(iter(meanwhile()), None)
        self._worker = self._worker or self._make()
        results: list[Done] = []
        for one in calls:
            results.append(Done(getattr(self._worker, one.method)(*one.arguments), 0))
            heard(len(results))
        return results


class _Several(Crew):
    def __init__(self, make: Callable[[], object], master: Master | None) -> None:
        self._make, self._master = make, master
        self._hands: list[Hand] = []

    def begin(self, size: int, early: int) -> None:
        """Make the workers, `early` of them at once."""
        self.size = size
        self._need(min(size, early))

    def _need(self, number: int) -> None:
        while len(self._hands) < number:
            self._hands.append(Hand(self._make, self._master))

    def end(self) -> None:
        """End the workers."""
        for hand in self._hands:
            hand.end()
        if self._master is not None:
            self._master.end()

    def ahead(self, *calls: Call) -> None:
        self._need(max(0 if call.by is None else 1 + call.by for call in calls))
        for one in calls:
            for by, hand in enumerate(self._hands):
                if one.by in (None, by):
                    hand.ahead(one.method, one.arguments)

    def _do(
        self,
        calls: Sequence[Call],
        heard: Heard,
        among: int,
        meanwhile: Callable[[], Iterable[object]],
    ) -> list[Done]:
        self._need(max([among, *(1 + (call.by or 0) for call in calls)]))
        work = Shift(self._hands, calls, among, processors())
        try:
            for done in work.go_on(meanwhile):
                heard(done)
        finally:
            # What the others are about would be taken for an answer to the next call.
            for by in (*work.busy, *work.gone):
                self._hands[by].end()
                self._hands[by] = Hand(self._make, self._master)
        if work.lost:
            first = min(work.lost)
            raise Lost(first, work.results, is_late=work.lost[first])
        return [work.results[number] for number in range(len(calls))]
