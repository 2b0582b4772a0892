"""Work on strangers' files, done in a child process with limits: a bomb or a crash stays there."""

import contextlib
import faulthandler
import json
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any, Literal, NoReturn

from indictment.machine.child import beginning, ends_when_told
from indictment.value import dataclass

Json = dict[str, Any]
"""What comes back from the child: JSON, because a child that read such a file is not trusted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one piece of work may use.

    Bytes of memory beyond what the parent already has, seconds of processor time, seconds on the
    clock, bytes of any file written.
    """

    memory: int = 1 << 30
    cpu: int = 30
    wall: float = 60.0
    file: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Died:
    """The child did not come back with a result. `detail` is for those who look after the tool."""

    reason: Literal["time", "memory", "crash"]
    detail: str = ""


class Running:
    """Work under way in a child process. Its result is asked for once."""

    def __init__(self, work: Callable[[], Json], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._child = 0
        if not hasattr(os, "fork"):
            return
        # A child that is ended cannot clear up; what it leaves stands in here.
        self._place = tempfile.TemporaryDirectory(prefix="indict-child-")
        self._reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._began = time.monotonic()
        with beginning():
            self._child = os.fork()
            if self._child == 0:
                os.close(self._reading)
                tempfile.tempdir = self._place.name
                _serve(work, writing, limits)
        os.close(writing)

    def fileno(self) -> int:
        """The open file that becomes readable when the work is done; -1 where that cannot be waited for."""
        return self._reading if self._child else -1

    def result(self) -> Json | Died:
        """What the work gives, once it is done or its time is over."""
        if not self._child:
            return _unconfined(self._work)
        wall = self._limits.wall
        try:
            said, in_time = _listen(self._reading, self._began + wall)
        finally:
            status = self._end()
        if not in_time:
            return Died("time", f"no result after {wall:g} s")
        return _judge(said, status)

    def give_up(self) -> None:
        """End the work, whose result nobody wants any more."""
        if self._child:
            self._end()

    def _end(self) -> int:
        os.close(self._reading)
        child, self._child = self._child, 0
        self._work = dict
        status = _end(child)
        self._place.cleanup()
        return status


def start(work: Callable[[], Json], limits: Limits | None = None) -> Running:
    """Begin `work` in a child process, beside what is done here.

    The child is a copy of this process, so `work` may use all that is at hand; nothing that it
    changes is seen here but the files it writes. Where the system cannot copy a process (Windows)
    the work is done here when its result is asked for, with no limits but exceptions caught.
    """
    return Running(work, limits or Limits())


def confined(work: Callable[[], Json], limits: Limits | None = None) -> Json | Died:
    """Do `work` in a child process and give back what it gives."""
    return start(work, limits).result()


def _unconfined(work: Callable[[], Json]) -> Json | Died:
    try:
        return work()
    except MemoryError:
        return Died("memory")
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file provokes
        return Died("crash", f"{type(error).__name__}: {error}")


def _serve(work: Callable[[], Json], writing: int, limits: Limits) -> NoReturn:
    """The child's life. It never returns, and runs nothing that the parent would run at its end."""
    try:
        ends_when_told()
        _limit(limits)
        # What libraries complain about on the way, and how they end, is not for the reader.
        faulthandler.disable()
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        result = _unconfined(work)
        if isinstance(result, Died):
            result = {"died": result.reason, "detail": result.detail}
        data = json.dumps(result).encode()
        while data:
            data = data[os.write(writing, data) :]
    finally:
        os._exit(0)


def _limit(limits: Limits) -> None:
    import resource

    def lower(what: int, to: int) -> None:
        hard = resource.getrlimit(what)[1]
        most = to if hard == resource.RLIM_INFINITY else min(to, hard)
        with contextlib.suppress(OSError, ValueError):  # a system that does not know this limit
            resource.setrlimit(what, (most, most))

    lower(resource.RLIMIT_CORE, 0)
    lower(resource.RLIMIT_CPU, limits.cpu)
    lower(resource.RLIMIT_FSIZE, limits.file)
    lower(resource.RLIMIT_AS, _in_use() + limits.memory)


def _in_use() -> int:
    """The bytes of address space in use now; a generous guess where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - no Path in a copied process
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 4 << 30


def _listen(reading: int, until: float) -> tuple[bytes, bool]:
    """What the child said until it closed its end; False where it had not by then."""
    pieces: list[bytes] = []
    while True:
        left = until - time.monotonic()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return b"", False
        piece = os.read(reading, 1 << 16)
        if not piece:
            return b"".join(pieces), True
        pieces.append(piece)


def _end(child: int) -> int:
    """Make sure that the child has ended, and how: what `os.waitpid` says."""
    for _ in range(50):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def _judge(said: bytes, status: int) -> Json | Died:
    if os.WIFSIGNALED(status) and not said:
        number = os.WTERMSIG(status)
        if number in (signal.SIGXCPU, signal.SIGKILL):
            return Died("time", f"ended by signal {number}")
        return Died("crash", f"ended by signal {number}")
    try:
        result = json.loads(said)
    except ValueError:
        return Died("crash", "ended without a word")
    if not isinstance(result, dict):
        return Died("crash", "an answer of the wrong kind")
    if "died" in result:
        return Died(result["died"], str(result.get("detail", "")))
    return result
