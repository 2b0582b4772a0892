"""A page of HTML, or a PDF, -> what a browser makes of it."""

import shutil
import tempfile
from pathlib import Path

from tests.readers.running import ReaderError, run


def installed() -> bool:
    return shutil.which("chromium") is not None


def screenshot(path: Path, png: Path, *, width: int = 1000, height: int = 1400) -> Path:
    """The page as it is first seen in a window of that size, in pixels, written to `png`."""
    _browse(path, f"--screenshot={png.absolute()}", f"--window-size={width},{height}")
    return _written(png, b"\x89PNG")


def to_pdf(path: Path, pdf: Path) -> Path:
    """The page as the browser prints it, written to `pdf`."""
    _browse(path, f"--print-to-pdf={pdf.absolute()}", "--no-pdf-header-footer")
    return _written(pdf, b"%PDF-")


def dom(path: Path) -> str:
    """The page's HTML after the browser has read it."""
    return _browse(path, "--dump-dom")


def _browse(path: Path, *options: str) -> str:
    if not path.is_file():
        raise ReaderError(f"{path} is not there")
    with tempfile.TemporaryDirectory(prefix="chromium-") as profile:
        return run(
            [
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                *("--disable-dev-shm-usage", "--no-first-run", f"--user-data-dir={profile}"),
                *(*options, path.absolute().as_uri()),
            ],
            online=False,
        )


def _written(path: Path, beginning: bytes) -> Path:
    if not path.is_file() or not path.read_bytes().startswith(beginning):
        raise ReaderError(f"the browser did not write {path}")
    return path
