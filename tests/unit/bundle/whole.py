"""A matter on disk -> its indictment, its PDF and its bundle, as a build makes them."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from indictment import examine, parse, resolve
from indictment.diagnostics import Diagnostic
from indictment.folder import DiskFolder, Folder
from indictment.machine.cache import Cache
from indictment.machine.shipped import shipped
from indictment.model.indictment import Indictment
from indictment.pipeline.bundling import Bundled, Bundling
from indictment.render import pdf
from indictment.render.page import html

GOLDEN = Path(__file__).parents[2] / "golden"


@dataclass(frozen=True)
class Whole:
    """A bundle with what it was made of."""

    indictment: Indictment
    pdf: bytes
    pages: int
    bundled: Bundled
    said: tuple[Diagnostic, ...]

    @property
    def content(self) -> bytes:
        return self.bundled.content


class Overlaid:
    """A folder with some files replaced."""

    def __init__(self, folder: Folder, files: dict[str, bytes]) -> None:
        self._folder, self._files = folder, files

    def files(self) -> frozenset[str]:
        return self._folder.files() | frozenset(self._files)

    def hindrance(self, path: str) -> str:
        return "" if path in self._files else self._folder.hindrance(path)

    def read(self, path: str) -> bytes | None:
        return self._files.get(path, self._folder.read(path))


def whole(folder: Folder, cache: Cache | None = None) -> Whole:
    """The bundle of the matter in `folder`; it must be free of errors of form."""
    cache = cache or Cache(None)
    matter = parse.matter(folder, DiskFolder(shipped("templates").parent)).value
    assert matter is not None
    facts = examine.facts(matter.exhibits, folder.read, cache)
    outcome = resolve.indictment(matter, facts.value or {})
    assert outcome.value is not None, outcome.diagnostics
    page = html.page(outcome.value, folder.read)
    assert page.value is not None, page.diagnostics
    printed = pdf.write(page.value, matter.caption.court, folder.read).value
    assert printed is not None
    return again(
        Whole(outcome.value, printed.content, printed.page_count, None, ()),  # type: ignore[arg-type]
        folder,
        cache,
        facts.diagnostics,
    )


def again(made: Whole, folder: Folder, cache: Cache, before: tuple[Diagnostic, ...] = ()) -> Whole:
    """The bundle made once more of the same indictment and its PDF."""
    with Bundling(made.indictment, folder, cache, lambda stage, what: None) as bundling:
        bundling.begin()
        outcome = bundling.finish(made.pdf, made.pages)
    assert outcome.value is not None, outcome.diagnostics
    return replace(made, bundled=outcome.value, said=(*before, *outcome.diagnostics))


@cache
def small() -> Whole:
    """The bundle of the small golden matter."""
    return whole(DiskFolder(GOLDEN / "small"))
