"""Matters whose Word document is edited, and what is asked of the edits that come back."""

import re
import tempfile
from atexit import register
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree

from indictment.absorb import printed
from indictment.absorb.printed import Printed
from indictment.absorb.word import accepted, read
from indictment.folder import DiskFolder
from indictment.folder.digest import digest
from indictment.folder.overlay import OverlayFolder
from indictment.model.indictment import Indictment
from indictment.model.origin import Origin
from indictment.model.word import WordDocument
from indictment.pipeline import bases, reading
from indictment.pipeline.absorbed import Absorbed
from tests.built import GOLDEN, ROOT, copied

MATTERS = {"small": GOLDEN / "small", "republic": GOLDEN / "republic", "example": ROOT}
COUNT = "counts/01-pillage.md"
"""The count of the small matter."""


@dataclass(frozen=True)
class Exported:
    """A copy of a matter in `root`, and the Word document that was made of it."""

    root: Path
    indictment: Indictment
    printed: Printed
    data: bytes
    document: WordDocument


@cache
def exported(name: str) -> Exported:
    """A matter by its name, and its document, made once in a run of the tests."""
    kept = Path(tempfile.mkdtemp())
    register(rmtree, kept, ignore_errors=True)
    return export(copied(MATTERS[name], kept / name))


def export(root: Path, *, revision: str = "", final: bool = False) -> Exported:
    """The Word document of the matter in `root`, as a build writes it."""
    folder = DiskFolder(root)
    checked = reading.check(root)
    assert checked.indictment is not None, checked.diagnostics
    origin = Origin(checked.indictment.title_page.title, digest(folder), revision)
    data = bases.written(folder, checked.indictment, None if final else origin)
    document = read(data)
    assert isinstance(document, WordDocument)
    return Exported(root, checked.indictment, printed(checked.indictment), data, document)


def words_of(document: WordDocument, *, typed: bool = False) -> Counter[str]:
    """How often each word stands in a document, with its notes; `typed`: without what the tool wrote."""
    texts = [
        "".join(r.text for r in p.runs if not (typed and r.computed)) for p in document.paragraphs
    ]
    texts += [
        "".join(r.text for r in p.runs if not (typed and r.computed))
        for note in document.notes
        for p in note
    ]
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def silently_lost(matter: Exported, data: bytes, found: Absorbed) -> tuple[list[str], list[str]]:
    """Words that somebody typed and that are neither printed nor told; and words that somebody took
    out, that are printed still and of which nobody is told.

    By a way of its own: the changed sources are printed as a Word document and its words counted.
    """
    document = read(data)
    assert isinstance(document, WordDocument)
    files = {path: after for one in found.landed for path, (_, after) in one.files.items()}
    folder = OverlayFolder(DiskFolder(matter.root), files)
    checked = reading.check_folder(folder, reading.cache_of(matter.root))
    assert checked.indictment is not None
    made = read(bases.written(folder, checked.indictment, None))
    assert isinstance(made, WordDocument)
    told = Counter(
        word
        for _, c in found.conflicts
        for word in re.findall(r"\w+", f"{c.what} {c.whole}".casefold())
    )
    before, shown = words_of(matter.document), words_of(accepted(document))
    lost = [word for word in shown - words_of(made) - told if shown[word] > before[word]]
    # a citation is printed in full where another one went: words that the tool writes are left out
    mine, theirs = words_of(made, typed=True), words_of(accepted(document), typed=True)
    was = words_of(matter.document, typed=True)
    over = [word for word in mine - theirs - told if was[word] > theirs[word]]
    return (
        sorted(word for word in lost if not word.isdigit()),
        sorted(word for word in over if not word.isdigit()),
    )


def landed(found: Absorbed, file: str = COUNT) -> str:
    """What a file says afterwards."""
    texts = [one.files[file][1].decode() for one in found.landed if file in one.files]
    return texts[-1] if texts else ""
