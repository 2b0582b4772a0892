"""Whatever a stranger's file provokes stays in the child."""

import os
import signal
import tempfile
import time
from pathlib import Path

import pytest

from indictment.machine.confined import Died, Json, Limits, confined, start

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")


def children() -> set[str]:
    """The processes that this one has started and that are still there, finished or not."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {child for task in tasks for child in task.read_text().split()}


def test_the_result_comes_back_and_nothing_else() -> None:
    changed = []

    def work() -> Json:
        changed.append(1)
        return {"pages": 3, "text": ["ä", "\u0417"]}

    assert confined(work) == {"pages": 3, "text": ["ä", "\u0417"]}
    assert changed == []


def test_more_memory_than_allowed() -> None:
    def work() -> Json:
        return {"size": len(bytearray(400 << 20))}

    assert confined(work, Limits(memory=100 << 20)) == Died("memory", "")
    assert confined(work, Limits(memory=1 << 30)) == {"size": 400 << 20}


def test_more_processor_time_than_allowed() -> None:
    def work() -> Json:
        while True:
            pass

    died = confined(work, Limits(cpu=1))
    assert isinstance(died, Died)
    assert died.reason == "time"


def test_a_child_that_waits_for_ever_is_ended() -> None:
    began = time.monotonic()

    def work() -> Json:
        time.sleep(60)
        return {}

    died = confined(work, Limits(wall=0.3))
    assert isinstance(died, Died)
    assert died.reason == "time"
    assert time.monotonic() - began < 30


def test_a_crash_is_a_result() -> None:
    def work() -> Json:
        os.kill(os.getpid(), signal.SIGSEGV)
        return {}

    died = confined(work)
    assert isinstance(died, Died)
    assert died.reason == "crash"


def test_an_exception_is_a_result_with_its_words() -> None:
    def work() -> Json:
        raise RecursionError("too deep")

    assert confined(work) == Died("crash", "RecursionError: too deep")


def test_what_is_printed_by_the_child_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> Json:
        os.write(1, b"library chatter")
        os.write(2, b"library chatter")
        return {}

    assert confined(work) == {}
    assert capfd.readouterr() == ("", "")


def test_no_child_is_left_behind() -> None:
    before = children()
    for _ in range(3):
        confined(lambda: {})
    assert children() == before


def test_work_goes_on_beside_ours() -> None:
    def work() -> Json:
        time.sleep(0.3)
        return {"by": os.getpid()}

    began = time.monotonic()
    first, second = start(work), start(work)
    assert time.monotonic() - began < 0.3
    results = [first.result(), second.result()]
    assert all(isinstance(r, dict) and r["by"] != os.getpid() for r in results)


def test_work_that_nobody_wants_is_ended() -> None:
    before = children()
    running = start(lambda: time.sleep(60) or {})
    assert children() > before
    running.give_up()
    assert children() == before


def test_what_a_child_leaves_lying_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def work() -> Json:
        (Path(tempfile.mkdtemp()) / "left").write_bytes(b"data")
        os.kill(os.getpid(), signal.SIGKILL)
        return {}

    assert isinstance(confined(work), Died)
    assert list(tmp_path.iterdir()) == []
