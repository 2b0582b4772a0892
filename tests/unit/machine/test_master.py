"""What takes long to load is loaded once: workers are copies of the process that has."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from indictment.machine.child import can_be_copied
from indictment.machine.crew import Call, Lost, crew
from tests.unit.machine.test_crew import is_gone

pytestmark = pytest.mark.skipif(not can_be_copied(), reason="this system copies no process")
_loaded: list[int] = []


class Clerk:
    """Knows who has loaded what it needs."""

    def loaded(self) -> list[int]:
        return _loaded

    def number(self) -> int:
        time.sleep(0.2)
        return os.getpid()

    def above(self) -> int:
        return os.getppid()

    def fall_over(self) -> None:
        os._exit(9)

    def hang(self) -> None:
        time.sleep(60)


def load() -> None:
    _loaded.append(os.getpid())


def fail() -> None:
    raise LookupError("not installed")


def test_it_is_loaded_once_and_not_here() -> None:
    with crew(Clerk, 2, load=load) as clerks:
        done = clerks.do([Call("loaded", by=by) for by in range(2)])
        assert done[0].value == done[1].value
        assert len(done[0].value) == 1
    assert _loaded == []


def test_nobody_waits_until_it_is_loaded() -> None:
    began = time.monotonic()
    with crew(Clerk, 2, load=lambda: time.sleep(30)):
        pass
    assert time.monotonic() - began < 5


def test_what_cannot_be_loaded_is_left_to_the_workers() -> None:
    with crew(Clerk, 2, load=fail) as clerks:
        assert clerks.do([Call("loaded")])[0].value == []


@pytest.mark.parametrize("call", [Call("fall_over"), Call("hang", most=0.3)])
def test_another_copy_takes_the_place_of_one_that_is_lost(call: Call) -> None:
    with crew(Clerk, 2, load=load) as clerks:
        before = clerks.do([Call("number", by=by) for by in range(2)])
        with pytest.raises(Lost) as lost:
            clerks.do([Call("number"), call, Call("number")])
        assert sorted(lost.value.done) == [0, 2]
        after = clerks.do([Call("number", by=by) for by in range(2)])
        assert len({one.value for one in before} & {one.value for one in after}) == 1
        assert len({one.value[0] for one in clerks.do([Call("loaded")] * 4)}) == 1


def test_a_master_that_is_lost_is_done_without() -> None:
    with crew(Clerk, 2, load=load) as clerks:
        master = clerks.do([Call("above")])[0].value
        os.kill(master, signal.SIGKILL)
        time.sleep(0.5)  # its copies look for it five times a second
        with pytest.raises(Lost):
            clerks.do([Call("number"), Call("number")])
        assert len({one.value for one in clerks.do([Call("number")] * 2)}) == 2


def _told(end: Callable[[], object]) -> list[int]:
    """The processes of a crew whose maker ends in the middle."""
    import multiprocessing

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def work() -> None:
        with crew(Clerk, 2, load=load) as clerks:
            calls = [Call("number"), Call("number"), Call("above")]
            theirs.send([one.value for one in clerks.do(calls)])
            end()

    maker = context.Process(target=work)
    maker.start()
    numbers: list[int] = ours.recv()
    maker.join()
    return numbers


def test_they_end_with_the_process_that_made_them() -> None:
    assert all(map(is_gone, _told(lambda: os.kill(os.getpid(), signal.SIGKILL))))
