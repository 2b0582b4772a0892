"""What is built is whole or not there."""

import contextlib
import errno
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from indictment.folder.output import Busy, Output, Unwritable, replace_file


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


def test_files_are_put_in_place_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"kept")
    with Output(tmp_path) as out:
        out.put({"a.pdf": b"1", "b.pdf": b"2"})
    assert contents(tmp_path) == {"README.md": b"kept", "a.pdf": b"1", "b.pdf": b"2"}
    assert not (tmp_path / ".new").exists()


def test_the_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    target = tmp_path / "з пробілом" / "build"
    with Output(target) as out:
        out.put({"a.pdf": b"1"})
    assert contents(target) == {"a.pdf": b"1"}


def test_a_second_build_is_refused(tmp_path: Path) -> None:
    with Output(tmp_path), pytest.raises(Busy, match="another build is writing"), Output(tmp_path):
        pass
    with Output(tmp_path) as again:
        again.put({"a.pdf": b"1"})


@pytest.mark.parametrize("fails", range(6))
def test_a_full_disk_leaves_the_last_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    """Whichever forced write fails, no file is torn: each is the old one or the new one, and the
    next build completes or drops what this one began."""
    with Output(tmp_path) as out:
        out.put({"a.pdf": b"old", "b.pdf": b"old"})
    done = 0
    real = os.fsync

    def full(handle: int) -> None:
        nonlocal done
        done += 1
        if done == fails + 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with contextlib.suppress(Unwritable), Output(tmp_path) as out:
        out.put({"a.pdf": b"new", "b.pdf": b"new"})
    monkeypatch.setattr(os, "fsync", real)
    found = contents(tmp_path)
    assert set(found) == {"a.pdf", "b.pdf"}
    assert len(set(found.values())) == 1
    with Output(tmp_path):
        pass
    assert contents(tmp_path) == found


def _build_until_killed(folder: str, moment: int) -> None:
    real = Path.replace

    def slow(old: Path, new: Path) -> Path:
        nonlocal moment
        if moment == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        moment -= 1
        return real(old, new)

    Path.replace = slow  # type: ignore[assignment,method-assign]
    with Output(Path(folder)) as out:
        out.put(dict.fromkeys(("a.pdf", "b.pdf", "c.pdf"), b"new"))


@pytest.mark.parametrize("moment", [0, 1, 2])
def test_a_build_killed_while_it_moves_is_completed_by_the_next(
    tmp_path: Path, moment: int
) -> None:
    with Output(tmp_path) as out:
        out.put(dict.fromkeys(("a.pdf", "b.pdf", "c.pdf"), b"old"))
    process = multiprocessing.get_context("spawn").Process(
        target=_build_until_killed, args=(str(tmp_path), moment)
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with Output(tmp_path):
        pass
    assert set(contents(tmp_path).values()) == {b"new"}


def _hold(folder: str, ready: str) -> None:
    with Output(Path(folder)):
        Path(ready).touch()
        time.sleep(60)


def test_the_lock_of_a_killed_build_does_not_stay(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    process = multiprocessing.get_context("spawn").Process(
        target=_hold, args=(str(tmp_path / "build"), str(ready))
    )
    process.start()
    for _ in range(600):
        if ready.exists():
            break
        time.sleep(0.05)
    with pytest.raises(Busy), Output(tmp_path / "build"):
        pass
    process.kill()
    process.join()
    with Output(tmp_path / "build") as out:
        out.put({"a.pdf": b"1"})


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"a file stands in the way")
    with pytest.raises(Unwritable, match="cannot be written"), Output(tmp_path / "build"):
        pass


def test_a_source_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "count.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["count.md"]


def test_a_folder_in_the_place_of_a_file_leaves_all_as_it_was(tmp_path: Path) -> None:
    with Output(tmp_path) as output:
        output.put({"a.pdf": b"old"})
    (tmp_path / "b.pdf").mkdir()
    with Output(tmp_path) as output, pytest.raises(Unwritable, match=r"b\.pdf is a folder"):
        output.put({"a.pdf": b"new", "b.pdf": b"new"})
    with Output(tmp_path):
        assert (tmp_path / "a.pdf").read_bytes() == b"old"
