"""A build that is ended, or starved: the last build is whole, and nothing is left behind."""

import errno
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from indictment.cli import command
from indictment.pipeline import building
from tests.built import GOLDEN, ROOT, copied

pytestmark = pytest.mark.slow

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small matter, built; no test changes what is in its build/."""
    folder = copied(GOLDEN / "small", tmp_path_factory.mktemp("ended") / "matter")
    assert ended(start(folder, folder.parent)) == 0
    return folder


def hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def start(
    folder: Path, temporary: Path, how: str = "--again", **more: object
) -> "subprocess.Popen[str]":
    """`indict build` in `folder`, with its temporary files in `temporary`. All parts are to be set."""
    for kept in (folder / ".indict" / "cache").glob("*"):
        if kept.name.startswith(("part-", "layout-", "style-")):
            kept.unlink()
    given: dict[str, object] = {
        "stdout": subprocess.DEVNULL,
        # A shell lets what it runs in the background pass over Ctrl-C, and tests may run there.
        "preexec_fn": hear_ctrl_c,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "indictment", "build", how],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        **{**given, **more},  # type: ignore[call-overload]
    )


def ended(run: "subprocess.Popen[str]") -> int:
    """How a build ended that had nothing to say."""
    assert run.communicate(timeout=120)[1] == ""
    return run.returncode


def built(folder: Path) -> dict[str, bytes]:
    names = ("indictment.pdf", "indictment.docx", "bundle.pdf")
    return {name: (folder / "build" / name).read_bytes() for name in names}


def children(process: int) -> list[int]:
    """The processes that `process` has made to share its work; programs like git that it asks are none."""
    path = Path(f"/proc/{process}/task/{process}/children")
    made = [int(number) for number in path.read_text().split()] if path.exists() else []
    return [one for one in made if b"indictment" in said_to_be(one)]


def said_to_be(process: int) -> bytes:
    """The command line of a process; nothing where it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def within(seconds: float, true: Callable[[], object]) -> bool:
    """Whether `true()` becomes true in this time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.01)
    return False


def is_free(folder: Path) -> bool:
    """Whether another build could begin."""
    with (folder / "build" / ".lock").open("r+b") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def at_work(run: "subprocess.Popen[str]") -> Iterator[int]:
    """The processes of a build, as soon as it has several."""
    assert within(60, lambda: len(children(run.pid)) > 1)
    yield from children(run.pid)


@linux
@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (signal.SIGINT, 130, "indict: stopped\n"),
        (signal.SIGTERM, 143, ""),
        (signal.SIGKILL, -9, ""),
    ],
)
def test_one_that_is_told_to_end_clears_up(
    number: int, code: int, said: str, matter: Path, tmp_path: Path
) -> None:
    before = built(matter)
    run = start(matter, tmp_path)
    made = list(at_work(run))
    run.send_signal(number)
    assert run.communicate(timeout=30)[1] == said
    assert run.returncode == code
    assert within(5, lambda: is_free(matter))
    assert within(5, lambda: not any(Path(f"/proc/{child}").exists() for child in made))
    assert within(5, lambda: not any(tmp_path.iterdir()))
    assert built(matter) == before


@linux
def test_one_that_watches_clears_up(matter: Path, tmp_path: Path) -> None:
    run = start(matter, tmp_path, "--watch")
    assert within(60, lambda: any(tmp_path.rglob("weasyprint-*")))
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=30)
    assert within(5, lambda: not any(tmp_path.iterdir()))


@linux
@pytest.mark.parametrize("which", [0, -1])
def test_one_whose_helper_is_killed_says_so(which: int, matter: Path, tmp_path: Path) -> None:
    before = built(matter)
    run = start(matter, tmp_path, stdout=subprocess.PIPE)
    os.kill(list(at_work(run))[which], signal.SIGKILL)
    listed, said = run.communicate(timeout=60)
    if run.returncode == 1:  # it had begun with a part of the PDF
        assert "error[OUT016] unset-part" in listed
        assert "nothing was written to build/" in listed
    else:
        assert run.returncode == 3
        assert said.startswith("indict: a process that shared the work ended by itself")
        assert said.count("\n") == 2
    assert list(tmp_path.iterdir()) == []
    assert built(matter) == before


@linux
def test_one_processor_gives_the_same_bytes(matter: Path, tmp_path: Path) -> None:
    before = built(matter)
    one = {min(os.sched_getaffinity(0))}
    assert ended(start(matter, tmp_path, preexec_fn=lambda: os.sched_setaffinity(0, one))) == 0
    assert built(matter) == before
    assert list(tmp_path.iterdir()) == []


def close_all() -> None:
    for stream in (0, 1, 2):
        os.close(stream)


@linux
def test_nothing_has_to_listen(matter: Path, tmp_path: Path) -> None:
    before = built(matter)
    assert ended(start(matter, tmp_path, preexec_fn=close_all)) == 0
    assert built(matter) == before


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        (OSError(errno.ENOSPC, "No space left"), "there is no space left on a disk: "),
        (OSError(errno.EMFILE, "Too many", "a.pdf"), "too many files are open at once: a.pdf"),
        (MemoryError(), "there is too little memory"),
    ],
)
def test_what_the_machine_lacks_is_no_mistake_of_ours(
    lacking: Exception, said: str, matter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def starved(*given: object, **more: object) -> None:
        raise lacking

    monkeypatch.setattr(building, "build", starved)
    done = CliRunner().invoke(command, ["build", "--again", str(matter)])
    assert done.exit_code == 3
    assert done.output.startswith(f"indict: {said}")
    assert done.output.endswith("the files of the last build are as they were\n")


def test_a_folder_that_cannot_be_asked_for(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["check", str(tmp_path / ("x" * 300))])
    assert done.exit_code == 2
    assert "cannot be read: File name too long" in done.output


LETS_GO = """
import os, signal, sys, time
from indictment import __main__ as command

class Held:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(100): pass

command._end_in_order()
held = Held()
del held
try:
    for _ in range(100): time.sleep(0.1)
except command.Told as told:
    sys.exit(128 + told.number)
"""
"""Python drops what is raised while it lets go of an object."""


def test_a_signal_is_heard_while_an_object_is_let_go_of() -> None:
    done = subprocess.run([sys.executable, "-c", LETS_GO], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (143, "")
