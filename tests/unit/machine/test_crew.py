"""Several processes share work; what they keep, raise and how they end is known."""

import os
import pickle
import time
from collections.abc import Callable, Iterator

import pytest

from indictment.machine.aside import aside
from indictment.machine.crew import Call, Lost, crew, processors
from indictment.machine.missing import MissingLibrary
from indictment.machine.stopped import Stopped


class Clerk:
    """Keeps what it is given."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.kept: list[str] = []

    def keep(self, word: str) -> str:
        self.kept.append(word)
        return f"{self.name} {word}"

    def said(self) -> list[str]:
        return self.kept

    def number(self) -> int:
        time.sleep(0.2)
        return os.getpid()

    def above(self) -> int:
        return os.getppid()

    def fail(self) -> None:
        raise LookupError("no such paragraph")

    def odd(self) -> None:
        raise Odd(1, 2)

    def hang(self) -> None:
        time.sleep(60)

    def fall_over(self) -> None:
        os._exit(9)


def clerk() -> Clerk:
    return Clerk("clerk")


Load = Callable[[], None] | None


def ready() -> None:
    """Nothing has to be loaded; but workers are copies of a process that did so."""


def is_gone(number: int) -> bool:
    """Whether there is no such process, within two seconds."""
    for _ in range(40):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


class Odd(Exception):
    """One that cannot be made anew from what it says."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_results_come_in_the_order_of_the_calls(size: int) -> None:
    with crew(clerk, size) as clerks:
        done = clerks.do([Call("keep", (str(n),)) for n in range(20)])
    assert [one.value for one in done] == [f"clerk {n}" for n in range(20)]


@pytest.mark.parametrize("size", [1, 2])
def test_who_has_kept_something_is_asked_for_it(size: int) -> None:
    with crew(clerk, size) as clerks:
        kept = clerks.do([Call("keep", (str(n),)) for n in range(6)])
        for number, one in enumerate(kept):
            assert str(number) in clerks.do([Call("said", (), one.by)])[0].value


def test_several_are_processes_of_their_own() -> None:
    with crew(clerk, 2) as clerks:
        numbers = {one.value for one in clerks.do([Call("number"), Call("number")])}
    assert len(numbers) == 2
    assert os.getpid() not in numbers


@pytest.mark.parametrize("size", [1, 2])
def test_what_a_worker_raises_is_raised_here(size: int) -> None:
    with crew(clerk, size) as clerks, pytest.raises(LookupError, match="no such"):
        clerks.do([Call("keep", ("a",)), Call("fail"), Call("keep", ("b",))])


def test_an_exception_of_an_odd_make_loses_no_word() -> None:
    with crew(clerk, 2) as clerks, pytest.raises(RuntimeError, match="1 and 2"):
        clerks.do([Call("odd")])


def nobody() -> Clerk:
    raise MissingLibrary("Pango", "the PDF", "no such file")


@pytest.mark.parametrize("size", [1, 2])
def test_a_worker_that_cannot_begin_says_so_when_it_is_called(size: int) -> None:
    with crew(nobody, size) as clerks, pytest.raises(MissingLibrary) as raised:
        clerks.do([Call("said")])
    assert raised.value.reason == "no such file"


def test_each_does_what_it_is_asked() -> None:
    with crew(clerk, 2) as clerks:
        assert (
            len({one.value for one in clerks.do([Call("number", by=by) for by in range(2)])}) == 2
        )


def test_a_worker_that_falls_over_is_noticed() -> None:
    with crew(clerk, 2) as clerks, pytest.raises(Stopped):
        clerks.do([Call("keep", ("a",)), Call("fall_over")])


@pytest.mark.parametrize("size", [1, 2])
def test_the_others_calls_are_done_and_another_takes_the_place(size: int) -> None:
    with crew(clerk, size, apart=True) as clerks:
        with pytest.raises(Lost) as lost:
            clerks.do([Call("keep", ("a",)), Call("fall_over"), Call("keep", ("b",))])
        assert lost.value.call == 1
        assert not lost.value.is_late
        if size > 1:
            assert [one.value for _, one in sorted(lost.value.done.items())] == [
                "clerk a",
                "clerk b",
            ]
        assert [one.value for one in clerks.do([Call("keep", ("c",))] * 4)] == ["clerk c"] * 4


@pytest.mark.parametrize("size", [1, 2])
def test_who_takes_longer_than_allowed_is_ended(size: int) -> None:
    began = time.monotonic()
    with crew(clerk, size, apart=True) as clerks:
        with pytest.raises(Lost) as lost:
            clerks.do([Call("keep", ("a",), most=9), Call("hang", most=0.3)])
        assert lost.value.call == 1
        assert lost.value.is_late
        assert lost.value.done[0].value == "clerk a"
        assert clerks.do([Call("keep", ("b",))])[0].value == "clerk b"
    assert time.monotonic() - began < 8


def test_what_only_the_lost_one_could_do_is_lost() -> None:
    with crew(clerk, 2) as clerks, pytest.raises(Lost) as lost:
        clerks.do([Call("fall_over", by=0), Call("said", by=0), Call("keep", ("a",), by=1)])
    assert list(lost.value.done) == [2]
    assert str(pickle.loads(pickle.dumps(lost.value))) == str(lost.value)


def test_after_a_mistake_no_answer_is_taken_for_another() -> None:
    with crew(clerk, 2) as clerks:
        for _ in range(3):
            with pytest.raises(LookupError):
                clerks.do([Call("number"), Call("fail"), Call("number")])
            assert {one.value for one in clerks.do([Call("keep", ("a",))] * 4)} == {"clerk a"}


def test_others_begin_when_there_is_work_for_them() -> None:
    with crew(clerk, 3, early=1) as clerks:
        assert len({one.value for one in clerks.do([Call("number")] * 3, among=1)}) == 1
        assert len({one.value for one in clerks.do([Call("number")] * 2, among=2)}) == 2
        assert len({one.value for one in clerks.do([Call("number")] * 3)}) == 3


@pytest.mark.parametrize("load", [None, ready])
@pytest.mark.parametrize("method", ["number", "fall_over"])
def test_a_copy_of_this_process_may_use_them_make_more_and_lose_some(
    method: str, load: Load
) -> None:
    def work() -> tuple[list[str], list[int]]:
        try:
            clerks.do([Call(method), Call("number"), Call("number")])
        except Lost:
            assert method == "fall_over"
        said = [one.value for one in clerks.do([Call("keep", ("a",))] * 4)]
        return said, [one.value for one in clerks.do([Call("number")] * 4)]

    with crew(clerk, 3, early=1, load=load) as clerks, aside(work) as result:
        said, numbers = result()
        assert said == ["clerk a"] * 4
        assert len(set(numbers)) >= 2
    assert all(map(is_gone, numbers))


@pytest.mark.parametrize("load", [None, ready])
def test_afterwards_nobody_is_left(load: Load) -> None:
    with crew(clerk, 2, load=load) as clerks:
        numbers = [one.value for one in clerks.do([Call("number"), Call("number")])]
        above = clerks.do([Call("above")])[0].value
    assert (above == os.getpid()) == (load is None)
    for number in {*numbers, above} - {os.getpid()}:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_there_is_at_least_one_processor() -> None:
    assert processors() >= 1


@pytest.mark.parametrize("size", [1, 2])
def test_this_process_does_something_meanwhile(size: int) -> None:
    told: list[str] = []
    with crew(clerk, size) as clerks:
        done = clerks.do(
            [Call("keep", ("a",)), Call("keep", ("b",))], meanwhile=lambda: [told.append("done")]
        )
    assert [one.value for one in done] == ["clerk a", "clerk b"]
    assert told == ["done"]


def test_what_is_done_meanwhile_goes_on_while_they_work() -> None:
    with crew(clerk, 2) as clerks:
        clerks.do([Call("said"), Call("said")])
        began = time.monotonic()
        clerks.do([Call("number"), Call("number")], meanwhile=lambda: [time.sleep(0.2)])
        assert time.monotonic() - began < 0.39


def steps(told: list[int], number: int, seconds: float) -> Iterator[None]:
    for step in range(number):
        told.append(step)
        time.sleep(seconds)
        yield


def test_between_two_steps_who_is_free_gets_the_next_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indictment.machine.crew.processors", lambda: 8)
    told: list[int] = []
    with crew(clerk, 2) as clerks:
        clerks.do([Call("said"), Call("said")])
        began = time.monotonic()
        clerks.do([Call("number")] * 4, meanwhile=lambda: steps(told, 20, 0.05))
        assert time.monotonic() - began < 0.75
    assert 5 < len(told) < 20


def test_only_the_first_step_is_done_while_all_processors_are_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("indictment.machine.crew.processors", lambda: 1)
    told: list[int] = []
    with crew(clerk, 2) as clerks:
        clerks.do([Call("number")] * 2, meanwhile=lambda: steps(told, 20, 0))
    assert told == [0]


@pytest.mark.parametrize("size", [1, 2])
def test_what_is_raised_meanwhile_is_raised_and_others_are_there_for_what_follows(
    size: int,
) -> None:
    def fails() -> list[object]:
        raise LookupError("meanwhile")

    with crew(clerk, size) as clerks:
        with pytest.raises(LookupError, match="meanwhile"):
            clerks.do([Call("number")] * 4, meanwhile=fails)
        assert clerks.do([Call("keep", ("a",))])[0].value == "clerk a"


@pytest.mark.parametrize("size", [1, 2])
def test_nobody_waits_for_what_makes_ready(size: int) -> None:
    with crew(clerk, size, apart=True) as clerks:
        began = time.monotonic()
        clerks.ahead(Call("keep", ("early",)), Call("number"), Call("keep", ("late",), size - 1))
        assert time.monotonic() - began < 0.15
        answers = clerks.do([Call("said", (), by) for by in range(size)])
        early = [["early"]] * (size - 1) + [["early", "late"]]
        assert [one.value for one in answers] == early
        assert {one.value for one in clerks.do([Call("keep", (str(n),)) for n in range(9)])} == {
            f"clerk {n}" for n in range(9)
        }


@pytest.mark.parametrize("apart", [True, False])
def test_what_it_raises_is_raised_once_here_or_with_the_next_call(*, apart: bool) -> None:
    with crew(clerk, 1, apart=apart) as clerks:

        def asked() -> None:
            clerks.ahead(Call("fail"), Call("keep", ("a",)))
            clerks.do([Call("said")])

        with pytest.raises(LookupError, match="no such paragraph"):
            asked()
        assert clerks.do([Call("said")])[0].value in (["a"], [])


def test_who_falls_over_while_made_ready_is_lost_with_the_next_call() -> None:
    with crew(clerk, 2) as clerks:
        clerks.ahead(Call("fall_over"))
        with pytest.raises(Lost):
            clerks.do([Call("said", (), 0)])
        assert clerks.do([Call("said", (), 0)])[0].value == []


def test_only_as_many_are_made_as_there_is_work_for() -> None:
    with crew(clerk, 2, apart=True, early=1) as clerks:
        first = clerks.do([Call("number")], among=1)[0].value
        clerks.ahead(Call("keep", ("one",)))
        said = clerks.do([Call("said", (), 0), Call("said", (), 1)])
        assert [one.value for one in said] == [["one"], []]
        assert clerks.do([Call("number", (), 0)])[0].value == first
