"""A matter that stands in memory."""

from collections.abc import Mapping

from indictment.folder.reading import is_safe


class MemoryFolder:
    """Files by path; text is stored as UTF-8."""

    def __init__(self, files: Mapping[str, bytes | str]) -> None:
        self._files = {p: t.encode() if isinstance(t, str) else t for p, t in files.items()}

    def files(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(self._files)

    def hindrance(self, path: str) -> str:
        """Nothing hinders: what is in memory can be read."""
        return ""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, else None."""
        return self._files.get(path) if is_safe(path) else None
