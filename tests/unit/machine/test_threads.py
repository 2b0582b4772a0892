"""Work that is done side by side in one process: all of it, or what went wrong."""

import threading
import time

import pytest

from indictment.machine import threads


@pytest.mark.parametrize("processors", [1, 2, 8])
@pytest.mark.parametrize("number", [0, 1, 50])
def test_all_is_done_once(number: int, processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "processors", lambda: processors)
    done: list[int] = []
    threads.each(done.append, range(number))
    assert sorted(done) == list(range(number))


def test_one_does_not_wait_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "processors", lambda: 2)
    met = threading.Barrier(2)
    threads.each(lambda _: met.wait(timeout=5), range(2))


@pytest.mark.parametrize("processors", [1, 3])
def test_what_one_raises_is_raised_and_nobody_is_left(
    processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "processors", lambda: processors)
    before = threading.active_count()

    def work(number: int) -> None:
        time.sleep(0.01)
        if number == 5:
            raise LookupError("the fifth")

    with pytest.raises(LookupError, match="the fifth"):
        threads.each(work, range(20))
    assert threading.active_count() == before
