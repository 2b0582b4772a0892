"""Whether an archive (a Word document is one) may be unpacked."""

import zipfile

_MOST_ENTRIES = 5_000
_MOST_BYTES = 512 << 20
_MOST_TIMES = 200
"""No more than this many times its packed size; XML and drawings reach 100."""
_SMALL = 4 << 20
"""An entry that unpacks to less than this is let through, however well it is packed."""

BOMB = "it would unpack to far more than a document holds, as a file made to do harm does"


def fault(archive: zipfile.ZipFile, size: int) -> str:
    """Why the archive must not be unpacked, in a lawyer's words; empty where it may.

    Looks at what the archive says of its entries: their number, their size unpacked and the
    ratio to their size packed. `size` is the size of the archive itself: packed entries that
    add up to more overlap one another.
    """
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        return BOMB
    if sum(entry.compress_size for entry in entries) > size:
        return BOMB
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        return BOMB
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > _MOST_TIMES * max(entry.compress_size, 1):
            return BOMB
    return ""
