"""Bytes -> an open archive, none of its entries unpacked; or why the file is not read.

The sizes that the archive states are looked at first.
"""

import struct
import zipfile
from io import BytesIO

from indictment.absorb.word import kinds
from indictment.value import dataclass

MOST_PACKED = 128 << 20
MOST_ENTRIES = 5_000
MOST_DIRECTORY = 2 << 20
"""Bytes of the archive's list of entries."""
MOST_UNPACKED = 200 << 20
MOST_TIMES = 100
"""No more than this many times its packed size; Word's XML reaches 40."""
SMALL = 4 << 20
"""An entry that unpacks to less than this is let through, however well it is packed."""

SAVE = "open it in Word, save it as .docx, and absorb that file"
BOMB = "it would unpack to far more than a document holds, as a file made to do harm does"
DAMAGED = "it is damaged or cut off"
AGAIN = "ask for the file again, or open it in Word, let Word mend it, and save it as .docx"
ENTITIES = "its XML has declarations that no Word document has, as a file made to do harm does"
HARMFUL = "do not open it, and ask the sender for the file again"


@dataclass(frozen=True, slots=True)
class NotRead:
    """Why a file was not read, in a lawyer's words; `help` is what to do about it."""

    reason: str
    help: str = SAVE


class RefusedError(Exception):
    """The file is not read on; `why` is said to the drafter."""

    def __init__(self, reason: str, help: str = SAVE) -> None:
        super().__init__(reason)
        self.why = NotRead(reason, help)


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, none of its entries unpacked yet."""
    other = kinds.of_no_archive(data)
    if other:
        raise RefusedError(other, "remove the password in Word, save it as .docx, and absorb that file"
                           if "password" in other else SAVE)  # fmt: skip
    if len(data) > MOST_PACKED or not _has_short_directory(data):
        raise RefusedError(BOMB, HARMFUL)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as fault:
        raise RefusedError(DAMAGED, AGAIN) from fault
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("it is protected with a password")
    if (
        len(entries) > MOST_ENTRIES
        or sum(entry.compress_size for entry in entries) > len(data)
        or sum(entry.file_size for entry in entries) > MOST_UNPACKED
        or any(entry.file_size > max(SMALL, MOST_TIMES * entry.compress_size) for entry in entries)
    ):
        raise RefusedError(BOMB, HARMFUL)
    return archive


def _has_short_directory(data: bytes) -> bool:
    """False where the archive's list of entries is longer than any document's.

    It is read whole on opening, so its size is asked for first (APPNOTE.TXT 4.3.16). The long
    form for archives beyond 4 GB (4.3.15) is no document's either.
    """
    at = data.rfind(b"PK\x05\x06", max(len(data) - 66_000, 0))
    if at < 0 or at + 22 > len(data):
        return True  # cut off, which the reading of it finds
    (size,) = struct.unpack_from("<I", data, at + 12)
    return size <= MOST_DIRECTORY and data[max(at - 20, 0) : at][:4] != b"PK\x06\x07"
