"""Reading is not interrupted by a search for rubbish, and a process that stays lets go of it."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from indictment.machine.uncollected import collect, hold, uncollected


class Knot:
    """Something that only itself knows."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()
    gc.unfreeze()


def test_it_is_off_inside_and_as_it_was_behind() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_it_is_on_again_behind_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_process_that_stays_lets_go_of_what_was_made_inside() -> None:
    with uncollected():
        made = weakref.ref(Knot())
    gc.collect()
    assert made() is not None
    collect()
    assert made() is None


def test_what_is_held_is_let_go_of_for_what_is_held_next() -> None:
    first, second = Knot(), Knot()
    first.itself = second.itself = None  # type: ignore[assignment]
    known = [weakref.ref(one) for one in (first, second)]
    hold(first)
    del first
    assert known[0]() is not None
    hold(second)
    del second
    assert known[0]() is None
    assert known[1]() is not None
    collect()
    assert known[1]() is None
