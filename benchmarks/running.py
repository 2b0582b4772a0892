"""A command -> seconds, CPU and memory of its process; the same in turn with others, and ratios of pairs.

What all benchmarks share. Only ratios of one run on one machine mean anything.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
INDICT = [sys.executable, "-m", "indictment"]
_CONVERSION = re.compile(r"(docx|odt|rtf)-[0-9a-f]{64}-")
"""Names of conversions by LibreOffice in the cache."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, seconds of CPU, and MB of the largest of its processes."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run `command` in `folder`. Fails where the command does; faults of a matter are none of its own."""
    allowed = (0, 1) if list(command[: len(INDICT)]) == INDICT else (0,)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    # Python keeps compiled modules, as it does for a reader of the README.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode not in allowed:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def forget(matter: Path, *, conversions: bool) -> None:
    """Delete what earlier runs kept; LibreOffice's conversions only if asked."""
    for kept in (matter / ".indict" / "cache").glob("*"):
        if kept.is_dir():
            shutil.rmtree(kept)
        elif conversions or not _CONVERSION.match(kept.name):
            kept.unlink()
    shutil.rmtree(matter / "build", ignore_errors=True)


def pages(pdf: Path) -> int:
    """The number of pages of a PDF."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def interleaved(work: dict[str, Callable[[], Run]], runs: int) -> dict[str, list[Run]]:
    """Each piece of work `runs` times, in turn, so that all meet the same machine."""
    found: dict[str, list[Run]] = {name: [] for name in work}
    for _ in range(runs):
        for name, each in work.items():
            found[name].append(each())
    return found


def middle(runs: list[Run], of: str) -> float:
    return float(statistics.median(getattr(one, of) for one in runs))


def said(name: str, ratio: float, goal: float, detail: str) -> None:
    mark = "met" if ratio <= goal else "MISSED"
    print(f"{name:<44} {ratio:6.2f}   goal {goal:g}   {mark:<6}   {detail}", flush=True)
