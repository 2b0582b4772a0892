"""A folder with some of its files replaced."""

from collections.abc import Mapping

from indictment.folder.reading import Folder


class OverlayFolder:
    """`below`, with the files that `files` has instead, or beside. With `only`, what a drafter wrote
    comes from `files` alone.
    """

    def __init__(self, below: Folder, files: Mapping[str, bytes], *, only: bool = False) -> None:
        from indictment.folder.digest import is_source

        self._below = below
        self._files = files
        self._hidden = frozenset(
            path for path in below.files() if only and is_source(path) and path not in files
        )

    def files(self) -> frozenset[str]:
        """The paths of all files."""
        return (self._below.files() - self._hidden) | frozenset(self._files)

    def hindrance(self, path: str) -> str:
        """What stands at `path` in place of a file that can be read."""
        return "" if path in self._files else self._below.hindrance(path)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, else None."""
        if path in self._files:
            return self._files[path]
        return None if path in self._hidden else self._below.read(path)
