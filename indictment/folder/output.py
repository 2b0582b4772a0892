"""Where what is built goes: whole, or not there.

New files are written beside the old ones, forced to the disk, and moved into place together at
the end. A build that fails or is killed leaves the last one untouched; one that is killed while
it moves is completed by the next.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

_NEW = ".new"
_JOURNAL = "complete.json"
_LOCK = ".lock"


class Busy(Exception):
    """Another build is writing to the same folder."""


class Unwritable(Exception):
    """The folder cannot be written; the message says why."""


class Output:
    """The folder that built files go to, locked against a second build while in use.

    Raises Busy where another build holds it, Unwritable where it cannot be made or written.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._lock = -1

    def __enter__(self) -> Self:
        try:
            self.target.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.target / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise Unwritable(f"{self.target} cannot be written: {error.strerror}") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._lock)
            raise Busy(f"another build is writing to {self.target}") from error
        try:
            self._recover()
        except OSError as error:
            self.__exit__(None, None, None)
            raise Unwritable(f"{self.target} cannot be written: {error.strerror}") from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.target / _NEW, ignore_errors=True)
        os.close(self._lock)

    def put(self, files: Mapping[str, bytes]) -> None:
        """Put all of `files` (name -> content) in place, or none. Raises Unwritable."""
        new = self.target / _NEW
        for name in files:
            # It would stop the moving half way.
            if (self.target / name).is_dir():
                raise Unwritable(
                    f"{self.target / name} is a folder, and the file is to stand there"
                )
        try:
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            for name, content in files.items():
                _write(new / name, content)
            _write(new / _JOURNAL, json.dumps(sorted(files)).encode())
            _sync(new)
            self._move(sorted(files))
        except OSError as error:
            raise Unwritable(f"{self.target} cannot be written: {error.strerror}") from error

    def _move(self, names: list[str]) -> None:
        new = self.target / _NEW
        for name in names:
            if (new / name).exists():
                (new / name).replace(self.target / name)
        _sync(self.target)
        shutil.rmtree(new)

    def _recover(self) -> None:
        """Complete what an earlier build began to move; drop what it had not finished."""
        new = self.target / _NEW
        if (new / _JOURNAL).is_file():
            self._move(json.loads((new / _JOURNAL).read_bytes()))
        else:
            shutil.rmtree(new, ignore_errors=True)


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` whole or not at all, keeping the file's permissions."""
    beside = path.with_name(f".{path.name}.new")
    _write(beside, content)
    if path.exists():
        shutil.copymode(path, beside)
    beside.replace(path)
    _sync(path.parent)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
