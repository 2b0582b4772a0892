"""What is known of an exhibit's file before anything is checked."""

from typing import Literal

from indictment.value import dataclass

FileKind = Literal["pdf", "image", "docx", "csv", "text", "other", "missing", "unreadable"]


@dataclass(frozen=True, slots=True)
class ExhibitFacts:
    """An exhibit's file: what it is, how many pages it has, its text by page, its hash.

    `pages` is None where it cannot be known without converting the file. `text` has one string
    a page; None where the file has no text layer or it was not read. `reason` says, in a
    lawyer's words, why an unreadable file cannot be read.
    """

    kind: FileKind
    sha256: str = ""
    size: int = 0
    pages: int | None = None
    text: tuple[str, ...] | None = None
    reason: str = ""
    has_letters: bool | None = None
    """Of a PDF file: whether any of its pages has letters, which a scan without text recognition has not."""
    form: str = ""
    """What exactly it is, where `kind` leaves it open: png, jpeg, tiff, gif, webp, svg, docx, odt, rtf."""
    blob: str = ""
    """The id that git gives to the content, where two versions are compared: the same id is the same file."""
