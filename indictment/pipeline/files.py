"""The files in build/: what they are called, and what is said of them once they are written."""

from collections.abc import Container, Iterable
from pathlib import Path

from indictment.value import dataclass

NAMES = {
    "pdf": "indictment.pdf",
    "docx": "indictment.docx",
    "bundle": "bundle.pdf",
    "html": "indictment.html",
}
"""By what can be asked for."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written: its size in bytes, its pages (None for what has none), and the
    seconds that it took.
    """

    name: str
    size: int
    pages: int | None
    seconds: float


def called(file: str, *, is_secret: bool) -> str:
    """A file's name; it says so where the file may not be published."""
    stem, ending = file.rsplit(".", 1)
    return f"{stem}-confidential.{ending}" if is_secret else file


def made_before(folder: Path, names: Iterable[str], made: Container[str]) -> tuple[str, ...]:
    """Files of these `names` that were put into `folder` earlier, whether they might be published or not,
    but for those just `made`.
    """
    every = (called(name, is_secret=secret) for name in names for secret in (False, True))
    return tuple(name for name in every if name not in made and (folder / name).is_file())
