"""A matter's folder -> the fingerprint of what was written in it."""

import hashlib

from indictment.folder.memory import MemoryFolder
from indictment.folder.reading import Folder

_ENDINGS = (".md", ".yaml", ".csv", ".html", ".css")


def is_source(path: str) -> bool:
    """True for a file that a drafter wrote: text, of which the indictment is made.

    Of exhibits/ only the lists: what is beside them or in folders below is evidence.
    """
    if path.startswith("exhibits/"):
        return path.endswith(".yaml") and path.count("/") == 1
    return path.endswith(_ENDINGS)


def sources(folder: Folder) -> MemoryFolder:
    """The written files of a matter that can be read, as they stand."""
    found = {path: folder.read(path) for path in sorted(folder.files()) if is_source(path)}
    return MemoryFolder({path: content for path, content in found.items() if content is not None})


def digest(folder: Folder) -> str:
    """SHA-256 over paths and bytes of the written files of a matter, as 64 hexadecimal digits."""
    held = sources(folder)
    sum = hashlib.sha256()
    for path in sorted(held.files()):
        content = held.read(path) or b""
        # The length keeps apart where one file ends and the next begins.
        sum.update(f"{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        sum.update(content)
    return sum.hexdigest()
