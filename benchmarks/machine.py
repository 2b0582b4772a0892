"""The machine that measures, in words: no name of it, no address, no place on its disk."""

import os
import platform
import re
from importlib import metadata
from pathlib import Path

OURS = ("weasyprint", "pikepdf", "pydyf", "lxml")
"""Packages whose version bears on our own figures."""


def described() -> dict[str, str]:
    """Cores, memory, processor and system; how many processes ran or waited in the last minute."""
    return {
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "memory": f"{_memory():.0f} GB",
        "processor": _processor(),
        "system": f"{_system()}, {platform.system()} {platform.release().split('-')[0]}",
        "load": f"{os.getloadavg()[0]:.1f}",
    }  # fmt: skip


def versions() -> dict[str, str]:
    """Python, and packages that both we and the `weasyprint` command work with."""
    return {"Python": platform.python_version()} | {name: metadata.version(name) for name in OURS}


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    text = information.read_text("utf-8") if information.is_file() else ""
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform(terse=True)
