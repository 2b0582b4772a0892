"""Work in a process of its own that tells what it finds."""

import os
import select
from collections.abc import Callable

import pytest

from indictment.machine.missing import MissingLibrary
from indictment.machine.stopped import Stopped
from indictment.machine.telling import telling

Tell = Callable[[object], None]


def test_each_value_is_heard_in_its_order_and_from_another_process() -> None:
    def work(tell: Tell) -> None:
        for number in range(3):
            tell((number, os.getpid()))

    with telling(work) as told:
        heard = [told.heard() for _ in range(3)]
    assert [number for number, _ in heard] == [0, 1, 2]
    assert {process for _, process in heard} != {os.getpid()}


def test_its_end_can_be_waited_for() -> None:
    with telling(lambda tell: tell("x" * 1_000_000)) as told:
        assert select.select([told], [], [], 20)[0] == [told]
        assert len(told.heard()) == 1_000_000


def test_what_it_raises_is_raised_here_after_what_it_told() -> None:
    def work(tell: Tell) -> None:
        tell("first")
        raise MissingLibrary("Pango", "the PDF", "it is not there")

    with telling(work) as told:
        assert told.heard() == "first"
        with pytest.raises(MissingLibrary, match="Pango"):
            told.heard()


@pytest.mark.parametrize("code", [0, 9])
def test_one_that_ends_has_stopped(code: int) -> None:
    with telling(lambda tell: os._exit(code)) as told, pytest.raises(Stopped):
        told.heard()


def test_it_may_make_processes_of_its_own() -> None:
    def work(tell: Tell) -> None:
        with telling(lambda more: more("from within")) as inner:
            tell(inner.heard())

    with telling(work) as told:
        assert told.heard() == "from within"


def test_one_that_works_on_is_ended_with_the_block() -> None:
    def work(tell: Tell) -> None:
        tell(os.getpid())
        select.select([], [], [], 600)

    with telling(work) as told:
        process = told.heard()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
