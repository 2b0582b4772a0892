"""A matter's folder -> what is to be said about it, again after each change."""

from collections.abc import Iterator
from pathlib import Path

from indictment import parse
from indictment.folder import DiskFolder
from indictment.folder.watching import changes
from indictment.machine.cache import cache_of
from indictment.pipeline.reading import Checked, check_folder

_KEPT = 50
"""Checks after which what was read of earlier versions is let go."""


def checks(root: Path, *, final: bool = False) -> Iterator[Checked]:
    """The matter in `root` checked at once, and anew each time that its files have changed.

    Files that are the same are not read twice. Ends when it is interrupted; raises OSError where the
    folder cannot be watched.
    """
    folder, cache, known = DiskFolder(root), cache_of(root), parse.Known()
    for number, _ in enumerate(changes(root), start=1):
        if number % _KEPT == 0:
            known = parse.Known()
        yield check_folder(folder, cache, known=known, final=final)
