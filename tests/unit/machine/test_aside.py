"""Work beside this process: what it gives, what it raises, and that it ends."""

import os
import time

import pytest

from indictment.machine.aside import aside
from indictment.machine.crew import Call, crew
from indictment.machine.stopped import Stopped


def fail() -> int:
    raise LookupError("no such paragraph")


def fall_over() -> int:
    os._exit(9)


def test_it_is_done_in_a_process_of_its_own_while_this_one_goes_on() -> None:
    def work() -> tuple[int, float]:
        time.sleep(0.2)
        return os.getpid(), time.monotonic()

    with aside(work) as result:
        here = time.monotonic()
        number, done = result()
    assert number != os.getpid()
    assert done > here


def test_what_it_raises_is_raised_where_the_result_is_asked_for() -> None:
    with aside(fail) as result, pytest.raises(LookupError, match="no such"):
        result()


def test_one_that_falls_over_is_noticed() -> None:
    with aside(fall_over) as result, pytest.raises(Stopped):
        result()


class Falling:
    """A worker that falls over."""

    def work(self) -> None:
        os._exit(9)


def test_one_whose_own_helper_falls_over_says_so() -> None:
    with (
        crew(Falling, 2) as workers,
        aside(lambda: workers.do([Call("work", by=by) for by in range(2)])) as result,
        pytest.raises(Stopped),
    ):
        result()


def test_one_that_nobody_asks_is_ended() -> None:
    began = time.monotonic()
    with aside(lambda: time.sleep(60)):
        pass
    assert time.monotonic() - began < 30
