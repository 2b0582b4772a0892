"""A matter on disk."""

import os
from pathlib import Path

from indictment.folder.reading import PARTS, TOP_FILES, is_safe


class DiskFolder:
    """The files under `root`. Nothing outside it is read: no link that leads out, no device, no
    path with `..`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def files(self) -> frozenset[str]:
        """The files at the top and in the folders of a matter; hidden ones are left out."""
        found = {name for name in TOP_FILES if (self.root / name).is_file()}
        for part in PARTS:
            for folder, names, files in os.walk(self.root / part):
                names[:] = sorted(n for n in names if not n.startswith((".", "__")))
                inside = Path(folder).relative_to(self.root).as_posix()
                found.update(f"{inside}/{name}" for name in files if not name.startswith("."))
        return frozenset(found)

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
