"""reference.docx -> an open package to write into -> the bytes of indictment.docx, always the same.

Opened and written by python-docx; the parts are packed by us in the order of their names, those that are found
late behind the others, each with the earliest date that ZIP knows, because python-docx puts the time of saving on them.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.pkgwriter import PackageWriter
from docx.oxml.parser import parse_xml
from lxml import etree

from indictment.machine.threads import each
from indictment.render.page.mistakes import PictureUnreadable, StyleMissing
from indictment.render.word.language import slot, word_tag
from indictment.render.word.xml import Element, W, root

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

EARLIEST = (1980, 1, 1, 0, 0, 0)


class Styles(dict[str, str]):
    """Style ids by name: Word translates the ids of its own styles when it saves, no names.

    A name without a style is noted in `lacking`, that all can be said at once.
    """

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        super().__init__(known)
        self.lacking: list[str] = []

    def __missing__(self, name: str) -> str:
        if name not in self.lacking:
            self.lacking.append(name)
        return ""


class _Files:
    """Takes what python-docx puts into an archive, where it has the time of saving and is packed."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def write(self, name: PackURI, data: bytes) -> None:
        self.held[name.membername] = data


class Package:
    """The package of one document, opened from the bytes of a reference.docx."""

    def __init__(self, reference: bytes) -> None:
        self._document = _opened(reference)
        self.part = self._document.part
        self.lists: Element = self.part.numbering_part.element
        self.body: Element = self.part.element.body
        self.page: Element = self._page()
        self.styles = Styles(
            (name.get(f"{W}val") or "", style.get(f"{W}styleId") or "")
            for style in self._stylesheet.iter(f"{W}style")
            for name in style.iter(f"{W}name")
        )
        self.notes = self._notes()
        self._running: list[XmlPart] = []
        self._late: dict[str, Callable[[], bytes]] = {}

    @property
    def stories(self) -> list[Element]:
        """The roots of all parts with text: the body, the notes, the running heads and feet."""
        parts = (self.notes, *self._running)
        return [self.part.element, *(part.element for part in parts)]

    @property
    def _stylesheet(self) -> Element:
        sheet: Element = self.part.styles.element
        return sheet

    def describe(self, *, title: str, author: str, subject: str, date: datetime, lang: str) -> None:
        """Set the core properties. The one date is the matter's: there is no other history."""
        about = self._document.core_properties
        about.title, about.author, about.subject = title, author, subject
        about.last_modified_by = author
        about.created = about.modified = date
        about.language = lang

    def speak(self, lang: str) -> None:
        """Set the language of the document."""
        for language in self._stylesheet.iterfind(f"{W}docDefaults//{W}lang"):
            language.set(W + slot(lang), word_tag(lang))
        settings: Element = self.part.settings.element
        for language in settings.iter(f"{W}themeFontLang"):
            language.set(W + slot(lang), word_tag(lang))

    def print_in(self, font: str) -> None:
        """Put `font` where the reference names its own default."""
        defaults = self._stylesheet.find(f"{W}docDefaults//{W}rFonts")
        old = defaults.get(f"{W}ascii") if defaults is not None else None
        if old is None or old == font:
            return
        for fonts in self._stylesheet.iter(f"{W}rFonts"):
            for key, value in fonts.attrib.items():
                if value == old:
                    fonts.set(key, font)

    def add_story(self, kind: str) -> tuple["XmlPart", str]:
        """A new header or footer (`kind`: hdr, ftr), and the id by which a section names it."""
        name, content, relation = {
            "hdr": ("header", CT.WML_HEADER, RT.HEADER),
            "ftr": ("footer", CT.WML_FOOTER, RT.FOOTER),
        }[kind]
        package = self.part.package
        part = XmlPart(
            package.next_partname(f"/word/{name}%d.xml"), content, _as_docx(root(kind)), package
        )
        self._running.append(part)
        return part, self.part.relate_to(part, relation)

    def add_picture(self, data: bytes) -> tuple[str, int, int]:
        """Put an image into the package: its relation, width and height in EMU (360,000 a cm).

        What python-docx cannot measure (WebP, a JPEG of a camera) is kept as PNG.

        Raises:
            PictureUnreadable: it is no image that Pillow can read either.
        """
        try:
            relation, image = self.part.get_or_add_image(BytesIO(data))
        except (UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError):
            relation, image = self.part.get_or_add_image(BytesIO(_as_png(data)))
        return relation, int(image.width), int(image.height)

    def find_late(self, part: "Part", make: Callable[[], bytes]) -> None:
        """What `part` holds is made while all others are packed, and packed last."""
        self._late[part.partname.membername] = make

    def save(self) -> bytes:
        """The bytes of the document. Raises StyleMissing where the page needed a style it lacks."""
        if lacking := self.styles.lacking:
            names = ", ".join(f"“{name}”" for name in lacking)
            raise StyleMissing(f"it has no style{'s' * (len(lacking) > 1)} {names}")
        files = {n: held for n, held in sorted(self._files().items()) if n not in self._late}
        packed = BytesIO()
        late: dict[str, bytes] = {}

        def find() -> None:
            late.update((name, make()) for name, make in self._late.items())

        with zipfile.ZipFile(packed, "w") as archive:
            both: tuple[Callable[[], object], ...] = (partial(_pack, archive, files), find)
            each(lambda do: do(), both)
            _pack(archive, late)
        return packed.getvalue()

    def _files(self) -> dict[str, bytes]:
        """The bytes of each file in the package, as python-docx saves it."""
        package, files = self.part.package, _Files()
        parts = list(package.iter_parts())
        for part in parts:
            part.before_marshal()
        writer: Any = PackageWriter
        writer._write_content_types_stream(files, parts)
        writer._write_pkg_rels(files, package.rels)
        writer._write_parts(files, parts)
        return files.held

    def _page(self) -> Element:
        page: Element | None = self.body.find(f"{W}sectPr")
        if page is None or page.find(f"{W}pgSz") is None or page.find(f"{W}pgMar") is None:
            raise StyleMissing("it does not say the size and margins of its page")
        for left in list(self.body):
            self.body.remove(left)
        return page

    def _notes(self) -> "XmlPart":
        notes = root("footnotes")
        for note in _without_text(self._drop(RT.FOOTNOTES)):
            notes.append(note)
        package = self.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, _as_docx(notes), package)
        self.part.relate_to(part, RT.FOOTNOTES)
        return part

    def _drop(self, relation: str) -> "Part":
        for name, known in list(self.part.rels.items()):
            if known.reltype == relation:
                dropped: Part = known.target_part
                del self.part.rels[name]
                return dropped
        raise StyleMissing("it has no footnotes, with the lines that separate them from the text")


def _pack(archive: zipfile.ZipFile, files: Mapping[str, bytes]) -> None:
    for name, held in files.items():
        entry = zipfile.ZipInfo(name, EARLIEST)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        archive.writestr(entry, held)


def _opened(reference: bytes) -> "Document":
    """The document of a reference.docx, with all the parts that are read of it."""
    try:
        opened = docx.Document(BytesIO(reference))
        # python-docx makes up a part that is not there, or has no default to make it of
        _ = (
            opened.part.numbering_part,
            opened.part.styles,
            opened.part.settings,
            opened.part.element.body,
        )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as fault:
        raise StyleMissing("it is no Word document that can be opened") from fault
    except (AttributeError, LookupError, SyntaxError, TypeError) as fault:
        raise StyleMissing("a part of it is missing or cannot be read") from fault
    return opened


def _as_png(data: bytes) -> bytes:
    from PIL import Image, UnidentifiedImageError

    kept = BytesIO()
    try:
        with Image.open(BytesIO(data)) as image:
            image.convert("RGB").save(kept, "PNG")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as fault:
        raise PictureUnreadable("an image cannot be read as PNG or JPEG") from fault
    return kept.getvalue()


def _as_docx(made: Element) -> "BaseOxmlElement":
    """The root as python-docx keeps it: made by its own parser."""
    return parse_xml(etree.tostring(made).decode())


def _without_text(part: "Part") -> Iterator[Element]:
    """The separators of the reference's notes; notes typed into it are no part of it."""
    notes: Element = parse_xml(part.blob)
    for note in list(notes):
        if note.get(f"{W}type"):
            yield note
