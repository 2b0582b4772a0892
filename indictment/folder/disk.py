"""A matter on disk."""

import os
from pathlib import Path

from indictment.folder.reading import PARTS, TOP_FILES, is_safe

ENDINGS = (".md", ".yaml", ".csv")
"""Endings of a matter's own files: a folder with such a name was meant as one, or hides one."""


class DiskFolder:
    """The files under `root`. Nothing outside it is read: no link that leads out, no device, no
    path with `..`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def files(self) -> frozenset[str]:
        """The files at the top and in the folders of a matter; hidden ones are left out.

        A folder that cannot be read, or is none, stands for what may be in it.
        """
        found = {name for name in TOP_FILES if os.path.lexists(self.root / name)}

        def closed(error: OSError) -> None:
            if not isinstance(error, FileNotFoundError):
                found.add(Path(error.filename).relative_to(self.root).as_posix())

        for part in PARTS:
            for folder, names, files in os.walk(self.root / part, onerror=closed):
                names[:] = sorted(n for n in names if not n.startswith((".", "__")))
                inside = Path(folder).relative_to(self.root).as_posix()
                odd = [n for n in names if n.endswith(ENDINGS) or Path(folder, n).is_symlink()]
                found.update(
                    f"{inside}/{name}" for name in (*files, *odd) if not name.startswith(".")
                )
        return frozenset(found)

    def hindrance(self, path: str) -> str:
        """What stands at `path` in place of a file that can be read; "" where one does."""
        full = self.root / path
        if self.path(path) is not None:
            return "" if os.access(full, os.R_OK) else "a file that this user may not read"
        try:
            there = full.exists()
        except PermissionError:
            return "a file that this user may not read"
        if not there:
            return "a link that leads nowhere" if full.is_symlink() else ""
        if not full.resolve().is_relative_to(self.root):
            return "a link that leads out of the matter"
        if full.is_dir():
            closed = not os.access(full, os.R_OK | os.X_OK)
            return "a folder that this user may not read" if closed else "a folder"
        return "no file of text"

    def path(self, path: str) -> Path | None:
        """Where the file stands on this machine; None where it is not a plain file of the matter."""
        if not is_safe(path):
            return None
        try:
            full = (self.root / path).resolve(strict=True)
        except (OSError, RuntimeError):
            return None
        if not full.is_relative_to(self.root) or not full.is_file():
            return None
        return full

    def read(self, path: str) -> bytes | None:
        """The bytes of a plain file of the matter, else None."""
        full = self.path(path)
        if full is None:
            return None
        try:
            return full.read_bytes()
        except OSError:
            return None


def find_matter(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds a matter.yaml."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "matter.yaml").is_file():
            return folder
    return None
