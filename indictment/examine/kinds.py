"""What a file is, by its content."""

import io
import re
import zipfile

from indictment.examine.archives import fault
from indictment.model.facts import FileKind
from indictment.value import dataclass

EMPTY = "it is empty"
LOCKED = "it is locked with a password"
DAMAGED = "it is damaged or cut off"
NOT_UTF8 = "its text is not stored as UTF-8"
NOT_AS_NAMED = "it holds text, not what its name promises; the download or export may have failed"
POINTER = "it is only the pointer that Git LFS keeps in its place; run `git lfs pull`"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is.

    `form` is one of "png jpeg tiff gif webp svg docx odt rtf" or empty; `reason` says why an
    unreadable file cannot be read.
    """

    kind: FileKind
    form: str = ""
    reason: str = ""


_IMAGES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"II[*+]\0|MM\0[*+]"), "tiff"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
)
_SVG = re.compile(
    r"\s*(<\?xml[^>]*\?>\s*)?((<!--.*?-->|<!DOCTYPE\s+svg[^>\[]*>)\s*)*<(\w+:)?svg[\s>/]", re.DOTALL
)
_MARKUP = re.compile(r"\s*<(\?xml|!doctype\s+html|html)\b", re.IGNORECASE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_NEVER_TEXT = (
    ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".docx", ".odt"
)  # fmt: skip
_LFS = b"version https://git-lfs.github.com/spec/"
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_OPEN_DOCUMENT_TEXT = b"application/vnd.oasis.opendocument.text"


def recognise(data: bytes, name: str) -> Recognised:
    """What the file is, by its content.

    `name` only tells a table (.csv, .tsv) from other text, and text from a page of an error that
    was saved in the place of a PDF or an image.
    """
    if not data:
        return Recognised("unreadable", reason=EMPTY)
    if b"%PDF-" in data[:1024]:
        return Recognised("pdf")
    for beginning, form in _IMAGES:
        if beginning.match(data):
            return Recognised("image", form)
    if data.startswith(b"{\\rtf"):
        return Recognised("docx", "rtf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    if data.startswith(_OLD_OFFICE):
        locked = _ENCRYPTED_OFFICE in data
        return Recognised("unreadable", reason=LOCKED) if locked else Recognised("other")
    if data.startswith(_LFS):
        return Recognised("unreadable", reason=POINTER)
    found = _text(data, name)
    if found.form != "svg" and name.lower().endswith(_NEVER_TEXT):
        is_text = found.kind != "other" or _MARKUP.match(data[:4096].decode("latin-1"))
        return Recognised("unreadable", reason=NOT_AS_NAMED if is_text else DAMAGED)
    return found


def _archive(data: bytes) -> Recognised:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wrong = fault(archive, len(data))
            if wrong:
                return Recognised("unreadable", reason=wrong)
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return Recognised("docx", "docx")
            if "mimetype" in names and archive.read("mimetype").startswith(_OPEN_DOCUMENT_TEXT):
                locked = b"encryption-data" in archive.read("META-INF/manifest.xml")
                return (
                    Recognised("unreadable", reason=LOCKED) if locked else Recognised("docx", "odt")
                )
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        KeyError,
        RuntimeError,
        NotImplementedError,
        EOFError,
    ):
        return Recognised("unreadable", reason=DAMAGED)
    return Recognised("other")


def _text(data: bytes, name: str) -> Recognised:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if encoding != "utf-16" and _CONTROL.search(data):
        return Recognised("other")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # Without a control character it is text of another time.
        return Recognised("unreadable", reason=NOT_UTF8)
    if _SVG.match(text[:65536]):
        return Recognised("image", "svg")
    if _MARKUP.match(text[:4096]):
        return Recognised("other")
    return Recognised("csv" if name.lower().endswith((".csv", ".tsv")) else "text")
