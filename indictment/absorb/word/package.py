"""Bytes of a .docx -> its parts, or why it cannot be read.

Each part of XML is looked at before it is parsed: an element takes twenty times its letters in
memory, so a small file could fill a machine.
"""

import posixpath
import zipfile
import zlib

from lxml import etree

from indictment.absorb.word import kinds
from indictment.absorb.word.archive import (
    AGAIN,
    BOMB,
    DAMAGED,
    ENTITIES,
    HARMFUL,
    RefusedError,
    opened,
)
from indictment.absorb.word.ooxml import STRICT, Element, W

MOST_XML = 64 << 20
"""Bytes of all XML that is parsed; an indictment of 1,600 paragraphs and 330 notes has 2 MB."""
MOST_SIGNS = 2_000_000
"""Of `<` and `=` in all XML that is parsed: what becomes elements and attributes. The same indictment
has 150,000, saved by LibreOffice."""
MOST_OF = {f"{W}p": 60_000, f"{W}r": 250_000, f"{W}tc": 60_000}
"""Paragraphs, runs and cells of one part."""


class Package:
    """The parts of a Word document, by their names without the first `/`.

    Raises:
        RefusedError: here or later, where the file is none, or is not to be unpacked.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = opened(data)
        self._names = {name.lower(): name for name in self._archive.namelist()}
        if len(self._names) != len(self._archive.namelist()):
            raise RefusedError("it holds a part twice, and the two may differ", HARMFUL)
        self._bytes = self._signs = 0
        self._types = self._content_types()
        found = self.related("", "officeDocument")
        self.main = found[0] if found else ""
        kind = self.content_type(self.main)
        if "wordprocessingml" not in kind and "ms-word" not in kind:
            raise RefusedError(self._other_kind())

    @property
    def has_macros(self) -> bool:
        """Whether programs lie in it."""
        return "macroEnabled" in self.content_type(self.main) or bool(
            self.related(self.main, "vbaProject")
        )

    def content_type(self, part: str) -> str:
        """What a part is."""
        return self._types.get(f"/{part}".lower(), "")

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that `part` names as its `kind`, the last word of the relation's type."""
        folder, name = posixpath.split(part)
        relations = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: list[str] = []
        for relation in relations if relations is not None else ():
            if not isinstance(relation.tag, str) or relation.get("TargetMode") == "External":
                continue
            if (relation.get("Type") or "").rpartition("/")[2] != kind:
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
            if target[1:].lower() in self._names and target[1:] not in found:
                found.append(target[1:])
        return found

    def xml(self, part: str) -> Element | None:
        """The root of a part; None where it is not there."""
        data = self._read(part)
        if data is None:
            return None
        root = self._parsed(data)
        for name, most in MOST_OF.items():
            if sum(1 for _ in root.iter(name)) > most:
                raise RefusedError(BOMB, HARMFUL)
        return root

    def the(self, kind: str) -> Element | None:
        """The root of the one part that the document names as its `kind`."""
        parts = self.related(self.main, kind)
        return self.xml(parts[0]) if parts else None

    def _read(self, part: str) -> bytes | None:
        name = self._names.get(part.lower())
        if name is None:
            return None
        entry = self._archive.getinfo(name)
        self._bytes += entry.file_size
        if self._bytes > MOST_XML:
            raise RefusedError(BOMB, HARMFUL)
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as fault:
            raise RefusedError(DAMAGED, AGAIN) from fault
        except (NotImplementedError, RuntimeError) as fault:
            raise RefusedError("it is packed in a way that Word does not use") from fault

    def _parsed(self, data: bytes) -> Element:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            try:
                data = _without_declaration(data.decode("utf-16")).encode()
            except UnicodeError as fault:
                raise RefusedError(DAMAGED, AGAIN) from fault
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise RefusedError(ENTITIES, HARMFUL)
        self._signs += data.count(b"<") + data.count(b"=")
        if self._signs > MOST_SIGNS:
            raise RefusedError(BOMB, HARMFUL)
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise RefusedError(DAMAGED, AGAIN) from fault

    def _content_types(self) -> dict[str, str]:
        types = self.xml("[Content_Types].xml")
        if types is None:
            raise RefusedError(self._other_kind())
        endings: dict[str, str] = {}
        found: dict[str, str] = {}
        for node in types:
            kind = node.get("ContentType") or ""
            if node.get("PartName"):
                found[(node.get("PartName") or "").lower()] = kind
            elif node.get("Extension"):
                endings[(node.get("Extension") or "").lower()] = kind
        for name in self._names:
            found.setdefault(f"/{name}", endings.get(name.rpartition(".")[2], ""))
        return found

    def _other_kind(self) -> str:
        is_marked = "mimetype" in self._names
        return kinds.of_archive(
            self._names, (self._read("mimetype") or b"")[:100] if is_marked else b""
        )


def _without_declaration(text: str) -> str:
    text = text.lstrip("\ufeff")
    return text.partition("?>")[2] if text.startswith("<?xml") else text
