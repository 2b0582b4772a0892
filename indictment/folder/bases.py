"""Sources that a document was made from, kept by their digest in `.indict/bases/`.

A Word file made from what was never committed finds here what it is to be compared with. The
folder is no part of the matter: git does not see it, and it may be deleted.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path

from indictment.folder.digest import digest, sources
from indictment.folder.memory import MemoryFolder
from indictment.folder.output import replace_file
from indictment.folder.reading import Folder, is_safe

KEPT = 50
"""How many are kept: the newest."""
_FILES = 20_000
_BYTES = 200_000_000
"""The most that the files of a base may hold together: a thousand times an indictment."""
_DAY = (1980, 1, 1, 0, 0, 0)


def keep(root: Path, folder: Folder) -> str:
    """Keep the written files of the matter `folder` below its `root`; gives their digest.

    Raises OSError where that cannot be written.
    """
    name = digest(folder)
    path = _path(root, name)
    if find(root, name) is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, _packed(sources(folder)))
    else:
        path.touch()
    _bound(path.parent)
    return name


def find(root: Path, name: str) -> MemoryFolder | None:
    """The written files with the digest `name`, None where they are not kept, or damaged."""
    if not re.fullmatch(r"[0-9a-f]{64}", name):
        return None
    try:
        found = _unpacked(_path(root, name))
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):  # fmt: skip
        return None
    # Whoever changed it, it is not what the document was made from.
    return found if found is not None and digest(found) == name else None


def _path(root: Path, name: str) -> Path:
    return root / ".indict" / "bases" / f"{name}.zip"


def _packed(folder: MemoryFolder) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.files()):
            packed.writestr(_entry(path), folder.read(path) or b"")
    return file.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _unpacked(path: Path) -> MemoryFolder | None:
    """The files of a base, None where they are more than a matter can be."""
    files: dict[str, bytes] = {}
    left = _BYTES
    with zipfile.ZipFile(path) as packed:
        if len(packed.infolist()) > _FILES:
            return None
        for entry in packed.infolist():
            if not is_safe(entry.filename):
                return None
            with packed.open(entry) as file:
                # What an entry says of its own size is not believed.
                files[entry.filename] = file.read(left + 1)
            left -= len(files[entry.filename])
            if left < 0:
                return None
    return MemoryFolder(files)


def _bound(folder: Path) -> None:
    """Delete all but the newest."""
    there = sorted(folder.glob("*.zip"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in there[:-KEPT]:
        path.unlink(missing_ok=True)
