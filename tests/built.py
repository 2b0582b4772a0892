"""The files that `indict build` makes of the example and of the invented republic.

Each matter is copied and built once in a run of the tests, whoever asks first. The copy is a
plain folder without git, as someone who downloads the example has it.
"""

import shutil
import tempfile
from atexit import register
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pypdfium2

from indictment.folder import DiskFolder
from indictment.model.indictment import Indictment
from indictment.pipeline import building
from indictment.pipeline.building import Built

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"


@dataclass(frozen=True)
class BuiltMatter:
    """A copy of a matter in `root`, and what was said when it was built."""

    root: Path
    built: Built

    @property
    def indictment(self) -> Indictment:
        assert self.built.indictment is not None
        return self.built.indictment

    def path(self, name: str) -> Path:
        """A built file by its name for a public matter: indictment.pdf, bundle.pdf …"""
        stem, ending = name.rsplit(".", 1)
        mark = "-confidential" if self.indictment.confidential else ""
        return self.root / "build" / f"{stem}{mark}.{ending}"

    @cached_property
    def pdf(self) -> tuple[str, ...]:
        """The text of each page of the PDF, runs of white space as one space."""
        return texts(self.path("indictment.pdf"))

    @cached_property
    def bundle(self) -> tuple[str, ...]:
        """The text of each page of the bundle."""
        return texts(self.path("bundle.pdf"))


def texts(path: Path) -> tuple[str, ...]:
    """The text of each page of a PDF, runs of white space as one space."""
    with pypdfium2.PdfDocument(path) as pdf:
        return tuple(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def copied(source: Path, target: Path) -> Path:
    """A copy of the files that belong to the matter in `source`, with the figures in its text."""
    figures = (path.relative_to(source).as_posix() for path in (source / "figures").glob("*"))
    for name in sorted(DiskFolder(source).files() | set(figures)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)
    return target


@contextmanager
def changed(root: Path, name: str, old: str, new: str) -> Iterator[None]:
    """While it lasts, `old` reads `new` in the file `name` of a matter; `old` must stand there."""
    path = root / name
    before = path.read_text(encoding="utf-8")
    assert old in before, f"{name} does not hold “{old}”"
    path.write_text(before.replace(old, new), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(before, encoding="utf-8")


@cache
def _place() -> Path:
    place = tempfile.TemporaryDirectory(prefix="indict-tests-")
    register(place.cleanup)
    return Path(place.name)


@cache
def _made(name: str, source: Path) -> BuiltMatter:
    root = copied(source, _place() / name)
    return BuiltMatter(
        root,
        building.build(
            root, ("pdf", "docx", "bundle", "html"), progress=lambda stage, detail: None
        ),
    )


def example() -> BuiltMatter:
    """The example matter, at the root of the repository."""
    return _made("example", ROOT)


def republic() -> BuiltMatter:
    """The invented matter that carries the load."""
    return _made("republic", GOLDEN / "republic")
