"""What indictment.docx says of itself, so that `indict absorb` knows what it was made from.

A custom XML part (ISO/IEC 29500-1, 15.2.5 and 15.2.6), which Word and LibreOffice keep: the matter's
title, the digest and the revision of its sources, and a table of bookmarks. For each bookmark it
has the anchor of the page, and the SHA-256 of the words around which it stands:

    <indict:origin xmlns:indict="urn:indictment:origin:1" title="…" digest="…" revision="…">
      <indict:label bookmark="_ind_invasion" anchor="x-invasion" sha256="…"/>

The words are those of the paragraph without what the tool writes in it (numbers, results of fields,
citations, names), each run of white space as one space.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from lxml import etree

from indictment.render.word.anchors import Anchors
from indictment.render.word.xml import Element, W

if TYPE_CHECKING:
    from indictment.model.origin import Origin
    from indictment.render.word.desk import Desk
    from indictment.render.word.package import Package

NAMESPACE = "urn:indictment:origin:1"
STORE = "{6F2C1B5E-3D0A-4C53-9B77-1E0F5A4D8C21}"
"""The identity of the part, the same in every document."""
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

NOTE = "fn-"
"""Begins the anchors of notes without a label."""
COMPUTED = ("Exhibit Citation", "Cross-reference", "Name", "Name of Accused")
"""Character styles of words that the tool writes from something else."""
_RUN, _STYLE, _TEXT, _OF_FIELD = (W + name for name in ("r", "rStyle", "t", "fldChar"))
_GAPS = (W + "tab", W + "br")
_VALUE, _KIND_OF_MARK = W + "val", W + "fldCharType"


class TracedAnchors(Anchors):
    """Every block with an anchor has its bookmark, that absorb may find it again."""

    def is_kept(self, anchor: str) -> bool:
        """True for all but the marks of notes that nothing links to."""
        return super().is_kept(anchor) or not anchor.startswith(NOTE)

    @property
    def written(self) -> list[str]:
        """The anchors whose bookmarks stand in the document."""
        return [anchor for anchor in self._names if anchor in self._written]


class NeutralAnchors(Anchors):
    """Only what something links to has a bookmark, and none has a label: for what is filed."""

    def is_kept(self, anchor: str) -> bool:
        """True where something links to the anchor."""
        return anchor in self._wanted

    def identify(self, paragraph: Element, anchor: str) -> None:
        """Nothing: a paragraph's identity would be made from its label."""

    def _new_name(self, anchor: str) -> str:
        return f"_Ref{len(self._names) + 1}"


def forget(package: "Package") -> None:
    """Drop what a reference.docx says of itself that was made from an indictment.docx."""
    for name, relation in list(package.part.rels.items()):
        if relation.reltype == RT.CUSTOM_XML and _is_ours(relation.target_part.blob):
            del package.part.rels[name]


def put(desk: "Desk", origin: "Callable[[], Origin]") -> None:
    """Put the origin into a document whose body is written; its labels are those of the document. It is asked
    for, and the labels are found, while the document is packed.
    """
    package = desk.package.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), CT.XML, b"", package)
    desk.package.find_late(part, lambda: _table(desk, origin()))
    desk.package.part.relate_to(part, RT.CUSTOM_XML)
    properties = Part(
        package.next_partname("/customXml/itemProps%d.xml"),
        CT.OFC_CUSTOM_XML_PROPERTIES,
        _bytes(_store()),
        package,
    )
    part.relate_to(properties, RT.CUSTOM_XML_PROPS)


def _table(desk: "Desk", origin: "Origin") -> bytes:
    root = etree.Element(
        f"{{{NAMESPACE}}}origin",
        {"title": origin.title, "digest": origin.digest, "revision": origin.revision},
        nsmap={"indict": NAMESPACE},
    )
    for bookmark, anchor, sha256 in _labels(desk):
        etree.SubElement(
            root,
            f"{{{NAMESPACE}}}label",
            {"bookmark": bookmark, "anchor": anchor, "sha256": sha256},
        )
    return _bytes(root)


def _store() -> Element:
    kind = f"{{{_PROPERTIES}}}"
    root = etree.Element(f"{kind}datastoreItem", nsmap={"ds": _PROPERTIES})
    root.set(f"{kind}itemID", STORE)
    references = etree.SubElement(root, f"{kind}schemaRefs")
    etree.SubElement(references, f"{kind}schemaRef").set(f"{kind}uri", NAMESPACE)
    return root


def _labels(desk: "Desk") -> Iterator[tuple[str, str, str]]:
    """Bookmark, anchor and digest; of a labelled note, whose mark has no words, no digest."""
    anchors = desk.anchors
    written = anchors.written if isinstance(anchors, TracedAnchors) else []
    styles = {desk.styles[name] for name in COMPUTED}
    for anchor, paragraph in desk.carriers.items():
        yield anchors.name(anchor), anchor, _digest(paragraph, styles)
    for anchor in written:
        if anchor not in desk.carriers and not anchor.startswith(NOTE):
            yield anchors.name(anchor), anchor, ""


def _digest(paragraph: Element, styles: set[str]) -> str:
    words = " ".join("".join(_words(paragraph, styles)).split())
    return hashlib.sha256(words.encode()).hexdigest()


def _words(paragraph: Element, styles: set[str]) -> Iterator[str]:
    depth = 0
    for run in paragraph.iter(_RUN):
        held = run[-1]  # what a run of ours holds stands alone in it, or behind its properties
        tag = held.tag
        if tag == _OF_FIELD:
            kind = held.get(_KIND_OF_MARK)
            depth += (kind == "begin") - (kind == "end")
        elif not depth and (tag == _TEXT or tag in _GAPS):
            style = run[0].find(_STYLE) if len(run) > 1 else None
            if style is None or style.get(_VALUE) not in styles:
                yield (held.text or "") if tag == _TEXT else " "


def _is_ours(data: bytes) -> bool:
    return NAMESPACE.encode() in data


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
