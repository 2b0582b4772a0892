"""A line of the page -> tokens: what is compared, with what is printed for it.

A word is a token, and so is a number with its tail (7(1)(c), P-0231, 5th), a sign, and each
citation, cross-reference, name and note as a whole. Numbers that the tool gives are no part of
what is compared: of references, of notes, of exhibits' marks.
"""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from indictment.compare.page import Side

Element = etree._Element

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
_LETTER = rf"[\w{_MARKS}]"
WORD = re.compile(
    rf"(?P<gap>\s*)(?P<word>{_LETTER}+(?:(?:[-‐‑'’/]|(?<=\d)[.,:](?=\d)|(?<=\w)\.(?=\w)){_LETTER}+)*"
    rf"(?:\({_LETTER}{{1,4}}\))*|\S)"
)
EMPHASIS = frozenset({"em", "strong"})
COUNTED = frozenset({"schedule", "elements"})
"""Classes of tables whose rows the tool counts."""
MASK = "#"
"""Stands for a number in what is compared."""

Look = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""The elements around a token, outermost first: name and attributes."""


@dataclass(frozen=True, slots=True)
class Token:
    """`key` is compared; `gap` is the space before it, in the look `gap_look`.

    `node` is what is printed where the token is more than text; `inner` are the tokens of a note.
    `words` is how many words it counts as.
    """

    key: Hashable
    text: str
    gap: str = ""
    look: Look = ()
    gap_look: Look = ()
    node: Element | None = None
    words: int = 0
    inner: tuple["Token", ...] = ()
    identity: Hashable = None
    """Of a citation: the exhibit and the places, whatever words are printed for them."""
    leads_to: tuple[str, ...] = ()
    """Of a range of paragraphs: what it begins with and ends with, and the heading above its first."""

    @property
    def emphasis(self) -> frozenset[str]:
        """Its emphasis alone: em, strong, term."""
        return frozenset(_emphasis(name, attributes) for name, attributes in self.look) - {""}


def _emphasis(name: str, attributes: tuple[tuple[str, str], ...]) -> str:
    if name in EMPHASIS:
        return name
    return "term" if name == "span" and ("class", "term") in attributes else ""


def line(node: Element, side: Side) -> tuple[Token, ...]:
    """The tokens of a line, without the number that begins it."""
    if _is_number(node, side):
        return (Token(MASK, node.text or ""),)
    reader = _Line(side)
    if str(node.tag) in ("h1", "h2", "h3", "h4"):
        reader.marks = _numbers_of_heading(node, side)
    reader.content(node, ())
    return tuple(reader.out)


def _is_number(node: Element, side: Side) -> bool:
    """True for the first cell of a row where it holds nothing but a number that the tool gave: the
    row's own, or the mark of its exhibit.
    """
    row = node.getparent()
    if row is None or row.tag != "tr" or len(node) or node.getprevious() is not None:
        return False
    text = (node.text or "").strip()
    if text in side.marks_of((row.get("id") or "").removeprefix("exhibit-")):
        return True
    table = next(row.iterancestors("table"), None)
    counts = table is not None and COUNTED.intersection((table.get("class") or "").split())
    # While the page is drawn, rows of the old version are put back between those of the new one.
    before = [
        one
        for one in row.itersiblings("tr", preceding=True)
        if "deleted" not in (one.get("class") or "").split()
    ]
    return bool(counts) and text == str(1 + len(before))


def _numbers_of_heading(node: Element, side: Side) -> list[str]:
    """The numbers that the tool gave a heading: of a count, of an annex, of the counts it is about."""
    anchor = node.get("id") or ""
    if anchor.startswith("particulars-"):
        return re.findall(r"\d+", "".join(map(str, node.itertext())))
    return [side.headed[anchor]] if anchor in side.headed else []


@dataclass(slots=True)
class _Line:
    side: Side
    out: list[Token] = field(default_factory=list)
    gap: str = ""
    gap_look: Look = ()
    marks: list[str] = field(default_factory=list)
    """Words that are numbers here: the mark of the exhibit that is cited, each once."""

    def content(self, node: Element, look: Look) -> None:
        self.text(node.text, look)
        for piece in node:
            if isinstance(piece.tag, str):
                self.piece(piece, look)
            self.text(piece.tail, look)

    def text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        end = 0
        for found in WORD.finditer(text):
            end = found.end()
            if found["gap"]:
                self.space(found["gap"], look)
            word = found["word"]
            key: Hashable = word
            if word in self.marks:
                key = MASK
                self.marks.remove(word)
            self.add(key, word, look, words=int(word[0].isalnum()))
        if end < len(text):
            self.space(text[end:], look)

    def space(self, gap: str, look: Look) -> None:
        if not self.gap:
            self.gap_look = look
        self.gap += gap

    def add(
        self,
        key: Hashable,
        text: str,
        look: Look,
        *,
        node: Element | None = None,
        words: int = 0,
        inner: tuple[Token, ...] = (),
        identity: Hashable = None,
        leads_to: tuple[str, ...] = (),
    ) -> None:
        beyond = tuple(one for one in look if not _emphasis(*one))
        if beyond:
            key = (key, beyond)
        self.out.append(
            Token(key, text, self.gap, look, self.gap_look, node, words, inner, identity, leads_to)
        )
        self.gap, self.gap_look = "", ()

    def piece(self, node: Element, look: Look) -> None:
        kind = (node.get("class") or "").split(" ")[0]
        tag = str(node.tag)
        if tag == "br":
            self.add("\n", "\n", look, node=node)
        elif tag in EMPHASIS or (tag == "span" and kind in ("term", "redaction", "")):
            attributes = tuple(sorted((str(k), str(v)) for k, v in node.attrib.items()))
            self.content(node, (*look, (tag, attributes)))
        elif kind == "footnote":
            inner = line(node, self.side)
            words = sum(one.words for one in inner)
            key = ("note", tuple((one.key, one.emphasis) for one in inner))
            self.add(key, plain(inner), look, node=node, words=words, inner=inner)
        elif kind == "number":
            pass
        else:
            self.whole(node, kind, look)

    def whole(self, node: Element, kind: str, look: Look) -> None:
        """A name, a reference, a citation, a mark or an address: one token."""
        inner = self.inside(node)
        words = sum(one.words for one in inner)
        said = tuple(one.key for one in inner)
        text = plain(inner)
        identity: Hashable = None
        leads_to: tuple[str, ...] = ()
        if kind in ("page-number", "page-count", "page-of"):
            said, text = (), MASK
        elif kind == "ref":
            anchors = [one.get("data-target") or "" for one in numbers(node)]
            targets = tuple(self.side.identity(one) for one in anchors)
            said = (*said, targets)
            if len(targets) == 2:
                leads_to = (*targets, self.side.begins(anchors[0]))
        elif kind == "mark":
            said = (node.get("href"),)
        elif kind == "cite":
            identity = self.side.cited(node.get("data-cite") or "")
            said = (node.get("data-exhibit"), *said)
        elif kind == "name-link":
            kind = "name"
            said = (*said, next((one.get("data-label") for one in node.iter("span")), ""))
        elif kind == "name":
            said = (*said, node.get("data-label"))
        self.add(
            (kind, said), text, look, node=node, words=words, identity=identity, leads_to=leads_to
        )

    def inside(self, node: Element) -> list[Token]:
        reader = _Line(self.side)
        reader.marks = list(self.side.marks_of(node.get("data-exhibit") or ""))
        if "ref-number" in (node.get("class") or ""):
            return [Token(MASK, "".join(map(str, node.itertext())))]
        reader.text(node.text, ())
        for piece in node:
            if isinstance(piece.tag, str):
                if "ref-number" in (piece.get("class") or ""):
                    reader.add(MASK, "".join(map(str, piece.itertext())), (), words=0)
                elif piece.tag in EMPHASIS or piece.tag == "span":
                    reader.content(piece, ((str(piece.tag), ()),) if piece.tag in EMPHASIS else ())
                else:
                    reader.piece(piece, ())
            reader.text(piece.tail, ())
        return reader.out


def numbers(node: Element) -> Iterator[Element]:
    """The numbers in a cross-reference."""
    return (one for one in node.iter("span") if "ref-number" in (one.get("class") or ""))


def plain(tokens: tuple[Token, ...] | list[Token]) -> str:
    """The words of tokens, notes left out, a space where there was one."""
    return "".join(f"{' ' if one.gap else ''}{one.text}" for one in tokens if not one.inner).strip()
