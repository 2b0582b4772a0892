"""A Word document that came back -> the sources that it was made from, and the document that they give."""

from pathlib import Path

from indictment import absorb
from indictment.folder import DiskFolder, Folder, bases, git
from indictment.folder.digest import digest, is_source
from indictment.folder.git import GitFault, NoGit
from indictment.folder.overlay import OverlayFolder
from indictment.folder.revision import matter_at
from indictment.model.indictment import Indictment
from indictment.model.origin import Origin
from indictment.model.word import WordDocument
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was done, in a sentence, and what helps."""

    reason: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class FoundBase:
    """The sources of a document. `name` is what people call them; `is_current` where they are those on
    disk; `said` is a sentence that the reader must know.
    """

    folder: Folder
    name: str
    is_current: bool = False
    said: str = ""


def find(root: Path, origin: Origin | None, wanted: str) -> FoundBase | Refused:
    """The sources that a document was made from: `wanted` (a revision or a folder) where it is given, those
    that its origin names, or those on disk.

    Raises NoGit where git is needed and not there.
    """
    if wanted:
        return _wanted(root, wanted)
    current = DiskFolder(root)
    if origin is None:
        return FoundBase(
            current, "the sources as they stand", is_current=True,
            said="the document does not say what it was made from: it was compared with the sources as they "
            "stand, by its words; name another state with --base",
        )  # fmt: skip
    if digest(current) == origin.digest:
        return FoundBase(current, "the sources as they stand", is_current=True)
    kept = bases.find(root, origin.digest)
    if kept is not None:
        files = {path: kept.read(path) or b"" for path in kept.files()}
        return FoundBase(OverlayFolder(current, files, only=True), "the sources of that build")
    if origin.revision:
        return _at_revision(root, origin)
    return Refused(
        "the document was made from sources that were never committed, and .indict/bases/ does not hold them",
        "name the state it was made from with --base REVISION or --base FOLDER",
    )


def _wanted(root: Path, wanted: str) -> FoundBase | Refused:
    folder = Path(wanted)
    if folder.is_dir():
        if not (folder / "matter.yaml").is_file():
            return Refused(f"there is no matter.yaml in {wanted}", "name a matter's folder")
        return FoundBase(DiskFolder(folder), wanted, is_current=folder.resolve() == root.resolve())
    held = git.repository(root)
    if held is None:
        return Refused(
            f"there is no folder {wanted}, and the matter is in no git repository",
            "name a folder with --base",
        )
    try:
        return FoundBase(matter_at(held, wanted), wanted)
    except NoGit:
        raise
    except GitFault as fault:
        return Refused(str(fault), fault.help)


def _at_revision(root: Path, origin: Origin) -> FoundBase | Refused:
    short = origin.revision[:10]
    unknown = Refused(
        f"the document was made from revision {short}, which this repository does not have",
        "fetch it with `git fetch`, or name the state it was made from with --base",
    )
    held = git.repository(root)
    if held is None:
        return unknown
    try:
        return FoundBase(matter_at(held, origin.revision), short)
    except NoGit:
        raise
    except GitFault:
        return unknown


def texts(folder: Folder) -> dict[str, bytes]:
    """The written files of a folder."""
    found = {path: folder.read(path) for path in folder.files() if is_source(path)}
    return {path: content for path, content in found.items() if content is not None}


def written(folder: Folder, indictment: Indictment, origin: Origin | None) -> bytes:
    """The Word document of a matter, without the page numbers of a PDF."""
    from indictment.render import word
    from indictment.render.page import html
    from indictment.render.page.lookup import TemplateFolder

    page = html.page(indictment, folder.read)
    templates = TemplateFolder(indictment.matter.caption.court, folder.read)
    reference = templates.data("reference.docx")
    assert page.value is not None, "what was built once has a page"
    assert reference is not None, "the shipped form of a court has a reference.docx"
    return word.write(
        page.value,
        reference=reference[1],
        images=lambda path: folder.read(path) or b"",
        font=indictment.court.word_font,
        origin=None if origin is None else lambda: origin,
    )


def word_document(folder: Folder, indictment: Indictment) -> WordDocument:
    """The Word document that a matter gives, as it is read back."""
    read = absorb.read(written(folder, indictment, Origin(indictment.title_page.title, "0" * 64)))
    assert isinstance(read, WordDocument), "what we write is read"
    return read
