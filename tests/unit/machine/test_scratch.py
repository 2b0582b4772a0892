"""What is laid down as temporary is gone when the command is."""

import os
import signal
import tempfile
import time
from pathlib import Path

import pytest

from indictment.machine.aside import aside
from indictment.machine.scratch import scratch


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def leave() -> str:
    return tempfile.mkdtemp()


def test_what_a_process_that_was_made_leaves_goes_with_the_block(temporary: Path) -> None:
    with scratch():
        with aside(leave) as result:
            left = result()
        assert Path(left).is_dir()
        assert Path(left).is_relative_to(temporary)
    assert list(temporary.iterdir()) == []
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(temporary)


def test_it_goes_when_the_command_is_killed(temporary: Path) -> None:
    command = os.fork()
    if command == 0:
        with scratch(), aside(lambda: (leave(), time.sleep(60))):
            time.sleep(60)
        os._exit(0)
    assert within(
        10, lambda: any(any(folder.iterdir()) for folder in temporary.iterdir() if folder.is_dir())
    )
    os.kill(command, signal.SIGKILL)
    os.waitpid(command, 0)
    assert within(10, lambda: not any(temporary.iterdir()))


def within(seconds: float, true: object) -> bool:
    """Whether `true()` becomes true in this time."""
    assert callable(true)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.02)
    return False
