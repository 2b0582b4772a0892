"""A PDF -> its text page by page, pictures of its pages, and whether it is sound (qpdf)."""

import shutil
from pathlib import Path

from tests.readers.running import run


def installed() -> bool:
    return all(shutil.which(command) for command in ("pdftotext", "pdftoppm", "qpdf"))


def text(path: Path, *, layout: bool = False) -> list[str]:
    """The text of each page in reading order, or with `layout` as it lies on the page.

    Raises:
        ReaderError: poppler cannot read the file.
    """
    options = ["-layout"] if layout else []
    output = run(["pdftotext", "-enc", "UTF-8", *options, path, "-"])
    return output.split("\f")[:-1]


def pictures(
    path: Path, folder: Path, *, dpi: int = 60, first: int = 1, last: int | None = None
) -> list[Path]:
    """A PNG of each page from `first` to `last` (1-based, the last by default), in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = ["-f", str(first), *(["-l", str(last)] if last else [])]
    run(["pdftoppm", "-png", "-r", str(dpi), *pages, path, folder / path.stem])
    return sorted(folder.glob(f"{path.stem}-*.png"))


def faults(path: Path) -> str:
    """What qpdf's --check complains of in the structure of the file; empty for a sound one."""
    output = run(["qpdf", "--check", "--no-warn", path], may_fail=True)
    return "" if "No syntax or stream encoding errors found" in output else output or "unreadable"
