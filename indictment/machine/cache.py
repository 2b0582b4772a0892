"""What was worked out once, kept in the matter's `.indict/cache/` by what it came from."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from indictment.value import dataclass

_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Cache:
    """Bytes by name. Losing it costs time, nothing else.

    `folder` is where entries are kept, None for no cache at all. Every entry begins with the
    SHA-256 of the rest, so a damaged one counts as missing; a folder that cannot be read or
    written counts as empty. Names are letters, digits, `-`, `_` and `.`.
    """

    folder: Path | None = None

    def get(self, name: str) -> bytes | None:
        """The bytes kept under `name`; None where there are none, or others than were kept."""
        if self.folder is None:
            return None
        try:
            kept = (self.folder / name).read_bytes()
        except OSError:
            return None
        data = kept[_DIGEST:]
        return data if hashlib.sha256(data).digest() == kept[:_DIGEST] else None

    def used(self, name: str) -> bytes | None:
        """As `get`; and what is kept stays longer, because it was used (`trim`)."""
        data = self.get(name)
        if data is not None and self.folder is not None:
            with contextlib.suppress(OSError):
                os.utime(self.folder / name)
        return data

    def put(self, name: str, data: bytes) -> bool:
        """Keep `data` under `name`, whole or not at all. False where it should be kept and cannot."""
        if self.folder is None:
            return True
        beside = ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(prefix=".new-", dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest())
                file.write(data)
            Path(beside).replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                if beside:
                    Path(beside).unlink()
            return False
        return True

    def kept_at(self, name: str) -> int:
        """When what is kept under `name` was written (or `used`), in nanoseconds of its disk; 0 where nothing is."""
        if self.folder is None:
            return 0
        try:
            return (self.folder / name).stat().st_mtime_ns
        except OSError:
            return 0

    def names(self, beginning: str) -> list[str]:
        """The names kept that begin with `beginning`, sorted."""
        if self.folder is None:
            return []
        try:
            return sorted(e.name for e in self.folder.iterdir() if e.name.startswith(beginning))
        except OSError:
            return []

    def trim(self, beginning: str, most: int) -> None:
        """Keep at most `most` bytes under names that begin with `beginning`: those used last.

        Another process may do the same meanwhile, or use what is dropped: it makes it again.
        """
        if self.folder is None:
            return
        held: list[tuple[int, str, int]] = []
        for name in self.names(beginning):
            with contextlib.suppress(OSError):
                found = (self.folder / name).stat()
                held.append((found.st_mtime_ns, name, found.st_size))
        room = most
        for _, name, size in sorted(held, reverse=True):
            room -= size
            if room < 0:
                with contextlib.suppress(OSError):
                    (self.folder / name).unlink(missing_ok=True)

    def made(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under `name`; made, and kept, where there are none."""
        data = self.used(name)
        if data is None:
            data = make()
            self.put(name, data)
        return data


def cache_of(root: Path) -> Cache:
    """Where the matter in `root` keeps what was worked out once."""
    return Cache(root / ".indict" / "cache")
