"""A tagged PDF -> its paragraphs and notes as the tags say them, running heads left out.

pikepdf gives the tree of tags, PDFium the text of each marked piece of a page. White space is
dropped: where a line ends is a matter of layout. So are the dots that lead to a page number and the
signs of bullets, which Word's numbering and a page's style make for themselves.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

BLOCKS = {"P", "H1", "H2", "H3", "H4", "TD", "TH", "Caption", "LBody", "TOCI", "LI", "Figure"}
LEADER = re.compile(r"\.{3,}")
BULLETS = re.compile(r"^[•–]")
HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""


@dataclass
class Tagged:
    """The blocks of the text in order; the notes, each with its number before it, in no order."""

    blocks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(path: Path) -> Tagged:
    """Read a PDF that is tagged."""
    with pikepdf.open(path) as document:
        walk = _Walk(document, _marked_texts(path))
        walk.element(document.Root.StructTreeRoot, None)
        return walk.tagged


class _Walk:
    """Goes through the tree of tags; `_around` are the blocks and notes it stands in."""

    def __init__(self, document: pikepdf.Pdf, texts: list[dict[int, str]]) -> None:
        self.tagged = Tagged()
        self._texts = texts
        self._pages = {page.objgen: number for number, page in enumerate(document.pages)}
        roles: Any = document.Root.StructTreeRoot.get("/RoleMap", {})
        self._roles = {str(name): str(role) for name, role in roles.items()}
        self._around: list[tuple[str, list[str]]] = []
        self._head: list[str] = []
        self._in_row = False

    def element(self, node: Any, page: int | None) -> None:
        """One element and what it holds."""
        role = str(node.get("/S", "/Root"))
        while role in self._roles and self._roles[role] != role:
            role = self._roles[role]
        tag = role.removeprefix("/")
        if "/Pg" in node:
            page = self._pages[node.Pg.objgen]
        if tag in BLOCKS | {"Note"}:
            self._around.append((tag, []))
        if tag == "TR":
            self._row(node, page)
            return
        self._inside(node, page)
        if tag in BLOCKS | {"Note"}:
            self._close(*self._around.pop())

    def _inside(self, node: Any, page: int | None) -> None:
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._kid(kid, page)

    def _row(self, node: Any, page: int | None) -> None:
        """A row; the head that a table repeats on a further page is left out."""
        blocks = self.tagged.blocks
        start, self._in_row = len(blocks), True
        self._inside(node, page)
        self._in_row = False
        if self._head and blocks[start:] == self._head:
            del blocks[start:]
        self._head = self._head or blocks[start:]

    def _kid(self, kid: Any, page: int | None) -> None:
        if isinstance(kid, int):
            self._text(page, kid)
        elif str(kid.get("/Type", "")) == "/MCR":
            self._text(self._pages[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID))
        elif str(kid.get("/Type", "")) != "/OBJR":
            self.element(kid, page)

    def _text(self, page: int | None, mark: int) -> None:
        assert page is not None, "text of no page"
        text = self._texts[page].get(mark, "")
        if self._around:
            self._around[-1][1].append(text)
        else:
            assert not text.strip(), f"text outside a block: {text!r}"

    def _close(self, tag: str, texts: list[str]) -> None:
        text = BULLETS.sub("", LEADER.sub("", re.sub(r"\s", "", "".join(texts))))
        note = next((inner for outer, inner in reversed(self._around) if outer == "Note"), None)
        if note is not None:
            note.append(text)
        elif tag == "Note":
            # LibreOffice closes a note that goes on overleaf with an empty one.
            if text:
                self.tagged.notes.append(text)
        elif text:
            self.tagged.blocks.append(text)
            if not self._in_row:
                self._head = []


def _marked_texts(path: Path) -> list[dict[int, str]]:
    """For each page the text of each marked content, by its number."""
    texts: list[dict[int, str]] = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        on_page: dict[int, str] = defaultdict(str)
        layer = page.get_textpage()
        for place in range(pdfium.FPDFText_CountChars(layer.raw)):
            letter = pdfium.FPDFText_GetUnicode(layer.raw, place)
            piece = pdfium.FPDFText_GetTextObject(layer.raw, place)
            if piece and letter:
                mark = pdfium.FPDFPageObj_GetMarkedContentID(piece)
                on_page[mark] += "-" if letter == HYPHEN else chr(letter)
        texts.append(on_page)
        layer.close()
        page.close()
    document.close()
    return texts
