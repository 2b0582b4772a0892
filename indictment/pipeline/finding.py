"""A printed number -> where it was written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from indictment import locate
from indictment.diagnostics import Diagnostic
from indictment.machine.cache import cache_of
from indictment.model.indictment import Indictment, Numbered
from indictment.pipeline import bundle_pages
from indictment.pipeline.reading import check
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Where a printed number was written; `hint` says what could be asked instead."""

    indictment: Indictment | None
    places: tuple[Numbered, ...]
    hint: str
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]


def where(root: Path, asked: str) -> Found:
    """The source of what is printed as `asked` in the matter in `root`.

    Pages of the bundle are those of the last build, as long as nothing was changed since.
    """
    checked = check(root)
    if checked.indictment is None or not checked.can_be_built:
        return Found(None, (), "", checked.diagnostics, checked.texts)
    pages = bundle_pages.kept(cache_of(root), checked.indictment)
    places = tuple(locate.find(checked.indictment, asked, pages))
    hint = "" if places else locate.hint(checked.indictment)
    if (
        not places
        and pages is None
        and locate.read(asked, checked.indictment.court.words).kind == "bundle"
    ):
        hint = (
            "the matter was changed since its bundle was built: run `indict build`, then ask again"
        )
    return Found(checked.indictment, places, hint, checked.diagnostics, checked.texts)
