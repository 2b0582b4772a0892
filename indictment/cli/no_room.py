"""What is said when the machine has no room left: on a disk, in memory, for open files."""

import errno
import tempfile

_ROOM = {
    errno.ENOSPC: "there is no space left on a disk",
    errno.EDQUOT: "the space that you may use on a disk is used up",
    errno.EROFS: "a disk cannot be written",
    errno.EIO: "a disk cannot be read or written",
    errno.ENOMEM: "there is too little memory",
    errno.EAGAIN: "no more processes can be started",
    errno.EMFILE: "too many files are open at once",
    errno.ENFILE: "too many files are open at once on this machine",
}


def sentence(error: Exception) -> str:
    """What is lacking, where `error` says that the machine lacks something; else ""."""
    if isinstance(error, MemoryError):
        return _ROOM[errno.ENOMEM]
    if not isinstance(error, OSError) or error.errno not in _ROOM:
        return ""
    said = _ROOM[error.errno]
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        where = error.filename or f"the matter's, or that of {_temporary()}"
        return f"{said}: {where}"
    return f"{said}: {error.filename}" if error.filename else said


def _temporary() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:
        return "temporary files"
