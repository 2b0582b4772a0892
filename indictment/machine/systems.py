"""Which system this is, and the command with which it installs what is missing."""

import sys
from pathlib import Path

_DEBIAN = {
    "pango": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "libreoffice": "libreoffice-writer-nogui",
    "git": "git",
}
_BREW = {"pango": "pango", "libreoffice": "--cask libreoffice", "git": "git"}
_FEDORA = {"pango": "pango", "libreoffice": "libreoffice-writer", "git": "git"}


def family(release: Path = Path("/etc/os-release")) -> str:
    """debian, fedora, macos, windows or other."""
    if sys.platform == "darwin":
        return "macos"
    if sys.platform == "win32":
        return "windows"
    try:
        lines = release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return "other"
    known = dict(line.split("=", 1) for line in lines if "=" in line)
    names = " ".join(known.get(key, "").strip('"') for key in ("ID", "ID_LIKE")).split()
    if {"debian", "ubuntu"} & set(names):
        return "debian"
    return "fedora" if {"fedora", "rhel", "centos"} & set(names) else "other"


def install_command(part: str, system: str | None = None) -> str:
    """The command that installs `part` (pango, libreoffice, git) on this system; where the system
    is not known, a sentence that says what to look for.
    """
    system = system or family()
    if system == "debian":
        return f"sudo apt-get install -y --no-install-recommends {_DEBIAN[part]}"
    if system == "macos":
        return f"brew install {_BREW[part]}"
    if system == "fedora":
        return f"sudo dnf install -y {_FEDORA[part]}"
    if system == "windows" and part == "pango":
        return "pacman -S mingw-w64-ucrt-x86_64-pango   (in the MSYS2 UCRT64 terminal)"
    if system == "windows":
        return f"winget install {'TheDocumentFoundation.LibreOffice' if part == 'libreoffice' else 'Git.Git'}"
    return f"install {part} with the package manager of this system"
