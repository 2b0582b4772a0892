"""Calls and those who do them -> what came of each: given out, waited for, and lost."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import wait

from indictment.machine.calls import Call, Done
from indictment.machine.hand import Hand
from indictment.machine.stopped import Stopped

_OVER = object()
"""What comes after the last step."""


class Shift:
    """Calls that are being done: who does which (`busy`), what came of them, and which were lost."""

    def __init__(
        self, hands: Sequence[Hand], calls: Sequence[Call], among: int, processors: int
    ) -> None:
        self._hands, self._among, self._processors = hands, among, processors
        self._waiting = deque(enumerate(calls))
        self.busy: dict[int, tuple[int, float | None]] = {}
        """The number of the call and when it is late, by who does it."""
        self.results: dict[int, Done] = {}
        self.lost: dict[int, bool] = {}
        self.gone: set[int] = set()

    def go_on(self, meanwhile: Callable[[], Iterable[object]]) -> Iterator[int]:
        """Do the calls; gives the number of those that are done each time that one is. `meanwhile` is
        done by this process when the first are begun: its first step at once, each other one while not all of
        the machine's processors are needed for the calls.
        """
        self._give_out()
        steps = iter(meanwhile())
        is_over = next(steps, _OVER) is _OVER
        while self._give_out() or self.busy:
            can_step = not is_over and len(self.busy) < self._processors
            for by in self._ready(can_wait=not can_step):
                number, _ = self.busy.pop(by)
                try:
                    self.results[number] = Done(self._hands[by].received(), by)
                except Stopped:
                    self._lose(by, number, is_late=False)
                    continue
                yield len(self.results)
            if can_step and self._give_out():
                is_over = next(steps, _OVER) is _OVER

    def _give_out(self) -> bool:
        """Give each who is free a call. False where there is none that anybody could still do."""
        for by, hand in enumerate(self._hands):
            if by in self.busy or by in self.gone:
                continue
            if (taken := _next(self._waiting, by, is_asked=by < self._among)) is None:
                continue
            number, call = taken
            late = None if call.most is None else time.monotonic() + call.most
            try:
                hand.send(call.method, call.arguments)
            except OSError:
                self._lose(by, number, is_late=False)
            else:
                self.busy[by] = number, late
        return bool(self.busy)

    def _ready(self, *, can_wait: bool) -> list[int]:
        """Those who have answered, one of them at least if this process `can_wait`; who is late is ended."""
        late = [at for _, at in self.busy.values() if at is not None]
        patience = max(0.0, min(late) - time.monotonic()) if late else None
        patience = patience if can_wait else 0.0
        ready = wait([self._hands[by].connection for by in self.busy], patience)
        now = time.monotonic()
        for by, (number, at) in list(self.busy.items()):
            if self._hands[by].connection not in ready and at is not None and at <= now:
                del self.busy[by]
                self._hands[by].end()
                self._lose(by, number, is_late=True)
        return [
            by
            for by in self.busy
            if self._hands[by].connection in ready and self._hands[by].is_answered()
        ]

    def _lose(self, by: int, number: int, *, is_late: bool) -> None:
        self.lost[number] = is_late
        self.gone.add(by)
        # What only this one could have done, nobody can.
        for other, call in list(self._waiting):
            if call.by == by:
                self._waiting.remove((other, call))
                self.lost[other] = is_late


def _next(waiting: deque[tuple[int, Call]], by: int, *, is_asked: bool) -> tuple[int, Call] | None:
    """The first call that `by` may do, taken out of `waiting`: one for anybody only where it `is_asked`."""
    for one in waiting:
        if one[1].by == by or (is_asked and one[1].by is None):
            waiting.remove(one)
            return one
    return None
