"""The programs that we are measured against: which of them are here, in what version, and where they come from."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

_VERSION = re.compile(r"\d+(?:\.\d+)+")
_OF_TYPST = "from importlib.metadata import version; print(version('typst'))"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program by another hand. `command` prints its version; `source` is where it is had from."""

    name: str
    title: str
    command: tuple[str, ...]
    source: str

    def version(self) -> str:
        """Its version; nothing where it is not here."""
        if not shutil.which(self.command[0]):
            return ""
        asked = subprocess.run(self.command, capture_output=True, text=True)
        found = _VERSION.search(asked.stdout) if asked.returncode == 0 else None
        return found[0] if found else ""


def peers(typst: str = sys.executable) -> tuple[Peer, ...]:
    """All of them; `typst` is a Python that may have the package of Typst."""
    return (
        Peer("typst", "Typst", (typst, "-c", _OF_TYPST), "typst of PyPI"),
        Peer("pandoc", "pandoc", ("pandoc", "--version"), "pandoc of Debian"),
        Peer(
            "xelatex",
            "XeLaTeX",
            ("xelatex", "--version"),
            "texlive-xetex, texlive-latex-recommended, texlive-fonts-recommended and lmodern of Debian",
        ),
        Peer(
            "soffice",
            "LibreOffice",
            ("soffice", "--version"),
            "libreoffice-writer-nogui of Debian",
        ),
        Peer("qpdf", "qpdf", ("qpdf", "--version"), "qpdf of Debian"),
        Peer("chromium", "Chromium", ("chromium", "--version"), "chromium of Debian"),
    )
