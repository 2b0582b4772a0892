"""The custom XML part in which indictment.docx says what it was made from -> Origin.

Word and LibreOffice keep the part but may give it another name, so it is known by its namespace.
"""

import hashlib
import re
from collections.abc import Callable

from indictment.absorb.word.ooxml import Element
from indictment.absorb.word.package import Package
from indictment.model.origin import Origin
from indictment.model.word import WordParagraph

NAMESPACE = "{urn:indictment:origin:1}"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_REVISION = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|")
_HASHED = re.compile(r"[0-9a-f]{35}")
_COPY = re.compile(r"( Copy)?[ _]?\d+$")
"""What Word and LibreOffice put behind the name of a bookmark that was copied."""

PREFIXES = (("_ind_", "x-"), ("_exh_", "exhibit-"))


def origin(package: Package) -> Origin | None:
    """What the document says of itself; None where it says nothing that can be used."""
    for part in package.related(package.main, "customXml"):
        root = package.xml(part)
        if root is not None and root.tag == f"{NAMESPACE}origin":
            return _origin(root)
    return None


def anchors(origin: Origin | None) -> Callable[[str], str]:
    """What gives the anchor of a bookmark; "" for those that are not ours.

    By the table of the origin; without one the name itself says it, unless it is a hash.
    """
    table = {bookmark: anchor for bookmark, anchor, _ in origin.labels} if origin else {}

    def anchor(name: str) -> str:
        if origin is not None:
            return table.get(name) or table.get(_COPY.sub("", name), "")
        for sign, prefix in PREFIXES:
            rest = name.removeprefix(sign)
            if rest != name and not _HASHED.fullmatch(rest):
                return prefix + rest.replace("_", "-")
        return ""

    return anchor


def digest(paragraph: WordParagraph) -> str:
    """The SHA-256 of a paragraph's words, as the table of the origin has it.

    Without what the tool wrote in it, each run of white space as one space.
    """
    words = "".join(run.text for run in paragraph.runs if not run.computed)
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


def _origin(root: Element) -> Origin | None:
    digest, revision = root.get("digest") or "", root.get("revision") or ""
    if not _DIGEST.fullmatch(digest) or not _REVISION.fullmatch(revision):
        return None
    return Origin(
        title=root.get("title") or "",
        digest=digest,
        revision=revision,
        labels=tuple(
            (node.get("bookmark") or "", node.get("anchor") or "", node.get("sha256") or "")
            for node in root.iterfind(f"{NAMESPACE}label")
        ),
    )
