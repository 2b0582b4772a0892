"""Temporary files of a command, in one folder that goes when the command ends."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_VARIABLE = "TMPDIR"
_ours: list[str] = []


@contextmanager
def scratch() -> Iterator[None]:
    """What this process, and those that it makes, lay down as temporary goes with the block.

    A process that is ended by another, and a library that clears up at its end only, leave files
    behind. Raises OSError where no temporary folder can be made.
    """
    before, said = tempfile.tempdir, os.environ.get(_VARIABLE)
    folder = tempfile.mkdtemp(prefix="indict-")
    _ours.append(folder)
    tempfile.tempdir = os.environ[_VARIABLE] = folder
    try:
        yield
    finally:
        tempfile.tempdir = before
        if said is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = said
        shutil.rmtree(folder, ignore_errors=True)
        _ours.remove(folder)


def clear() -> None:
    """Remove what `scratch` holds, for a process that could not do it itself."""
    for folder in _ours:
        shutil.rmtree(folder, ignore_errors=True)
