"""The Word documents that the tests of absorb work on, each written once in a run."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

from indictment.absorb.word import NotRead, read
from indictment.absorb.word.merging import merged
from indictment.folder import DiskFolder
from indictment.model.indictment import Indictment
from indictment.model.origin import Origin
from indictment.model.word import WordDocument, WordParagraph
from indictment.pipeline import reading
from indictment.render import word
from indictment.render.page import html

GOLDEN = Path(__file__).parents[1] / "golden"
REFERENCE = Path(__file__).parents[2] / "templates" / "international" / "reference.docx"
ORIGIN = Origin("The Prosecutor v. Tollan", "5" * 64, "a" * 40)


@cache
def _page(name: str) -> tuple[str, Indictment]:
    folder = DiskFolder(GOLDEN / name)
    indictment = reading.check_folder(folder).indictment
    assert indictment is not None
    page = html.page(indictment, folder.read).value
    assert page is not None
    return page, indictment


def indictment(name: str) -> Indictment:
    """The indictment of a matter in tests/golden."""
    return _page(name)[1]


@cache
def docx(name: str = "small", *, origin: Origin | None = ORIGIN, labels: bool = True) -> bytes:
    """The Word document of a matter in tests/golden."""
    folder = DiskFolder(GOLDEN / name)
    return word.write(
        _page(name)[0],
        reference=REFERENCE.read_bytes(),
        images=lambda path: folder.read(path) or b"",
        origin=None if origin is None else lambda: origin,
        labels=labels,
    )


def seen(data: bytes) -> WordDocument:
    """The document that the reader reads; it must read it."""
    found = read(data)
    assert not isinstance(found, NotRead), found
    return found


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(entries: Mapping[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", kind) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return made.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one of its parts changed."""
    entries = parts(data)
    before = entries[name]
    entries[name] = change(before)
    assert entries[name] != before, f"nothing changed in {name}"
    return packed(entries)


def with_body(inner: str, data: bytes | None = None) -> bytes:
    """The small document with another body: the XML of its blocks."""
    head = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du">'
    )
    whole = f"{head}<w:body>{inner}</w:body></w:document>"
    return changed(data or docx(origin=None), "word/document.xml", lambda _: whole.encode())


def words(paragraph: WordParagraph) -> str:
    """The words of a paragraph, marks of notes as [0]."""
    return "".join(run.text if run.note is None else f"[{run.note}]" for run in paragraph.runs)


def plain(document: WordDocument) -> WordDocument:
    """The document without its comments and what was not read, to be compared with one that never
    had them.
    """

    def bare(paragraph: WordParagraph) -> WordParagraph:
        return replace(paragraph, runs=merged(replace(run, comments=()) for run in paragraph.runs))

    return replace(
        document,
        paragraphs=tuple(bare(one) for one in document.paragraphs),
        notes=tuple(tuple(bare(one) for one in note) for note in document.notes),
        comments=(),
        unread=(),
    )
