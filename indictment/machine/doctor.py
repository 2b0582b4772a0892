"""This machine -> findings: what is installed, what is missing, and how to install it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

from indictment.machine import pango
from indictment.machine.shipped import shipped
from indictment.machine.systems import install_command
from indictment.value import dataclass

_PACKAGES = (
    "weasyprint",
    "python-docx",
    "pikepdf",
    "pypdfium2",
    "jinja2",
    "pydantic",
    "markdown-it-py",
    "PyYAML",
    "lxml",
    "starlette",
    "uvicorn",
)
_FACES = ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
          "LiberationSerif-BoldItalic.ttf", "LiberationSans-Regular.ttf")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for. `needed` is False for what only some matters need."""

    name: str
    found: bool
    detail: str
    needed: bool = True
    remedy: str = ""

    def as_dict(self) -> dict[str, object]:
        """The finding for JSON."""
        return asdict(self)


def findings() -> Iterator[Finding]:
    """Everything that indict needs or can use, in order of weight."""
    version = sys.version.split()[0]
    yield Finding(
        "Python", sys.version_info >= (3, 11), version, remedy="install Python 3.11 or later"
    )
    for package in _PACKAGES:
        yield _package(package)
    missing = [library.name for library in pango.libraries() if not library.loaded]
    yield Finding(
        "Pango",
        not missing,
        f"{pango.version()}" if not missing else f"cannot be loaded: {', '.join(missing)}",
        remedy=install_command("pango") if missing else "",
    )
    fonts = shipped("templates") / "fonts"
    absent = [face for face in _FACES if not (fonts / face).is_file()]
    yield Finding(
        "fonts", not absent, "Liberation (shipped)" if not absent else f"missing: {', '.join(absent)}",
        remedy="install indict again: its fonts are part of it" if absent else "",
    )  # fmt: skip
    yield _program(
        "LibreOffice", ("soffice", "libreoffice"), "libreoffice", "turns DOCX exhibits into pages"
    )
    yield _program("git", ("git",), "git", "compares versions of a matter")


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(
            name, False, "is not installed", remedy="run ./start, or install indict again"
        )


def _program(name: str, commands: tuple[str, ...], part: str, use: str) -> Finding:
    path = next((found for command in commands if (found := shutil.which(command))), None)
    if path is None:
        return Finding(
            name, False, f"not found; it {use}", needed=False, remedy=install_command(part)
        )
    return Finding(name, True, f"{_version(path)} ({Path(path)})", needed=False)


def _version(path: str) -> str:
    try:
        done = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "does not answer"
    return (done.stdout.strip().splitlines() or ["version not known"])[0]
