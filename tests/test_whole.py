"""What is built is whole or not there: a build that fails or is killed leaves the last one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indictment.folder.output import Output
from tests.built import GOLDEN, ROOT, changed, copied

pytestmark = pytest.mark.slow


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "indictment", *words]


def indict(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), cwd=root, capture_output=True, text=True, env=environment()
    )


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)}


def state(root: Path) -> dict[str, tuple[int, bytes]]:
    """Every file in build/ that a reader sees: when it was written, and what it holds."""
    return {
        path.name: (path.stat().st_mtime_ns, path.read_bytes())
        for path in (root / "build").iterdir()
        if not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(GOLDEN / "small", tmp_path_factory.mktemp("whole") / "matter")
    done = indict(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(state(root)) == {"indictment.pdf", "indictment.docx", "bundle.pdf"}
    return root


def test_an_error_of_form_leaves_the_last_build(root: Path) -> None:
    before = state(root)
    with changed(root, "counts/01-pillage.md", "@unlocking", "@unloking"):
        done = indict(root, "build")
    assert done.returncode == 1
    assert "nothing was written to build/" in done.stdout
    assert state(root) == before


def test_a_fault_in_a_template_leaves_the_last_build(root: Path) -> None:
    before = state(root)
    own = root / "templates" / "international" / "title.html"
    own.parent.mkdir(parents=True)
    shipped = ROOT / "templates" / "international" / "title.html"
    own.write_text(shipped.read_text(encoding="utf-8") + "\n{{ no_such_name }}\n")
    try:
        done = indict(root, "build", "--format", "short")
    finally:
        own.unlink()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "templates/international/title.html:" in done.stdout
    assert "no_such_name" in done.stdout
    assert state(root) == before


def test_a_final_build_with_an_error_leaves_the_last_build(root: Path) -> None:
    before = state(root)
    with changed(root, "counts/01-pillage.md", "[@order-14, p. 2]", "[@order-14, p. 9]"):
        assert indict(root, "build", "--final").returncode == 1
    assert state(root) == before


@pytest.mark.parametrize("seconds", [1.0, 2.5])
def test_a_killed_build_leaves_the_last_build(root: Path, seconds: float) -> None:
    before = state(root)
    with changed(root, "matter.yaml", "short-title: Tollan and Casavant", "short-title: Another"):
        running = subprocess.Popen(
            command("build"),
            cwd=root,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(seconds)
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
        killed = running.wait() == -signal.SIGKILL
    if killed:
        assert state(root) == before
    else:
        assert set(state(root)) == set(before)
    assert indict(root, "build").returncode == 0
    assert not (root / "build" / ".new").exists()
    assert {name: content for name, (_, content) in state(root).items()} == {
        name: content for name, (_, content) in before.items()
    }


def test_a_second_build_at_the_same_time_is_refused_with_a_sentence(root: Path) -> None:
    before = state(root)
    with Output(root / "build"):
        done = indict(root, "build")
    assert done.returncode == 3
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert sentence == (
        f"indict: another build is writing to {root / 'build'}; wait until it is done"
    )
    assert state(root) == before


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    (root / "build").write_text("a file where the folder should be", encoding="utf-8")
    done = indict(root, "build")
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
