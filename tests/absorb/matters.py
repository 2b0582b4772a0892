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
from indictment.model.word import Origin, WordDocument
from indictment.pipeline import absorbing, reading
from indictment.pipeline.absorbing import Absorbed
from tests.built import GOLDEN, ROOT, copied

MATTERS = {"small": GOLDEN / "small", "republic": GOLDEN / "republic", "example": ROOT}


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
    data = absorbing.written(folder, checked.indictment, None if final else origin)
    document = read(data)
    assert isinstance(document, WordDocument)
    return Exported(root, checked.indictment, printed(checked.indictment), data, document)


def words_of(document: WordDocument) -> Counter[str]:
    """How often each word stands in a document, with its notes."""
    texts = ["".join(r.text for r in p.runs) for p in document.paragraphs]
    texts += ["".join(r.text for r in p.runs) for note in document.notes for p in note]
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def silently_lost(matter: Exported, data: bytes, found: Absorbed) -> list[str]:
    """Words that Word shows and that are neither in what the changed sources print nor told.

    By a way of its own: the changed sources are printed as a Word document and their words counted.
    """
    document = read(data)
    assert isinstance(document, WordDocument)
    files = {path: after for one in found.landed for path, (_, after) in one.files.items()}
    folder = OverlayFolder(DiskFolder(matter.root), files)
    checked = reading.check_folder(folder, reading.cache_of(matter.root))
    assert checked.indictment is not None
    made = read(absorbing.written(folder, checked.indictment, None))
    assert isinstance(made, WordDocument)
    shown = words_of(accepted(document))
    told = Counter(
        word for _, c in found.conflicts for word in re.findall(r"\w+", c.what.casefold())
    )
    before = words_of(matter.document)
    # The tool writes numbers and citations itself: only words that an editor can have typed count.
    lost = shown - words_of(made) - told
    return sorted(word for word in lost if shown[word] > before[word] and not word.isdigit())


def still_there(matter: Exported, data: bytes, found: Absorbed) -> list[str]:
    """Words that were taken out in Word and are printed still, and that nobody is told of."""
    document = read(data)
    assert isinstance(document, WordDocument)
    files = {path: after for one in found.landed for path, (_, after) in one.files.items()}
    folder = OverlayFolder(DiskFolder(matter.root), files)
    checked = reading.check_folder(folder, reading.cache_of(matter.root))
    assert checked.indictment is not None
    made = read(absorbing.written(folder, checked.indictment, None))
    assert isinstance(made, WordDocument)
    shown = words_of(accepted(document))
    before = words_of(matter.document)
    told = Counter(
        word for _, c in found.conflicts for word in re.findall(r"\w+", c.what.casefold())
    )
    over = words_of(made) - shown - told
    return sorted(word for word in over if before[word] > shown[word] and not word.isdigit())
