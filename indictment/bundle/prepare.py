"""One exhibit's file -> a PDF whose pages are clean and have room for a stamp.

The work is done in a child process with limits, and once for each content: what it makes is kept in
the cache. The making never decodes a content stream of the exhibit but where one leaves a page
unfit to be stamped.
"""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from indictment.machine.cache import Cache
from indictment.machine.confined import Died, Json, Limits, confined
from indictment.model.facts import ExhibitFacts
from indictment.value import dataclass

_FORM = "1"
"""Counts up when a prepared file changes its form."""

_WORDS = {
    "time": "its pages could not be made ready in the time that an exhibit has",
    "memory": "its pages could not be made ready in the memory that an exhibit has",
    "crash": "its pages are damaged",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """An exhibit's pages, ready to be stamped: a PDF file of ours, and how many pages it has."""

    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class NotPrepared:
    """Why there are no pages, in a lawyer's words; `detail` is for the tool's own people."""

    reason: str
    detail: str = ""


def prepare(data: bytes, facts: ExhibitFacts, folder: Path, cache: Cache) -> Prepared | NotPrepared:
    """The prepared file of an exhibit, written into `folder` under its hash.

    `data` is a PDF, whatever the exhibit's own kind was, or an image where `facts` says so and
    it is not a drawing (SVG), which arrives as a PDF.
    """
    picture = facts.kind == "image" and facts.form != "svg"
    sha256 = facts.sha256 if facts.kind == "pdf" or picture else hashlib.sha256(data).hexdigest()
    name = f"pages-{_FORM}-{sha256}.pdf"
    target = folder / name
    if not target.exists():
        earlier = cache.get(name)
        if earlier is not None:
            target.write_bytes(earlier)
        else:
            failed = _make(data, picture, target)
            if failed is not None:
                return failed
            cache.put(name, target.read_bytes())
    return Prepared(target, _pages(target))


def _make(data: bytes, picture: bool, target: Path) -> NotPrepared | None:
    # Loaded here, so that no child has to load them again.
    from indictment.bundle import images, pages

    with TemporaryDirectory(prefix="indict-exhibit-") as folder:
        made = Path(folder) / "made.pdf"

        def work() -> Json:
            source = images.as_pdf(data) if picture else data
            return pages.write(source, made)

        result = confined(work, Limits(cpu=60, wall=120))
        if isinstance(result, Died):
            return NotPrepared(_WORDS[result.reason], result.detail)
        if "reason" in result:
            return NotPrepared(result["reason"], result.get("detail", ""))
        target.write_bytes(made.read_bytes())
    return None


def _pages(path: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
