"""A page with marks -> what a reader is shown, a line for each block that is marked, and counts of it.

This is the plain form of tests/redlines/README.md: `changed 4: … on [-2-]{+3+} March …`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tests.redlines.resolving import Element, classes, is_line, tree

_OUTSIDE, _IN, _OUT, _WAS = "kept", "inserted", "deleted", "formatted"
_SIGNS = {
    (_IN, False): ("{+", "+}"),
    (_OUT, False): ("[-", "-]"),
    (_IN, True): ("{c+", "+}"),
    (_OUT, True): ("[c-", "-]"),
}
_NAMES = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "tr": "row",
    "dt": "particulars", "dd": "particulars", "figcaption": "figure", "figure": "figure", "caption": "caption",
}  # fmt: skip
LISTS = ("exhibit-list", "elements-table")
"""Parts that the tool writes alone."""


_TWICE = re.compile(r"\{~(\w+): ((?:(?!~\}).)*)~\} \{~\1: ")
"""Two words that had the same emphasis, one after the other."""


@dataclass(slots=True)
class Line:
    """A marked block: `kind where: text`."""

    kind: str
    where: str
    text: str
    part: str = ""

    @property
    def written(self) -> str:
        """As tests/redlines/README.md writes it."""
        return f"{self.kind} {self.where}: {self.text}"


@dataclass(slots=True)
class Piece:
    """A stretch of a line in one state. `was` is what a formatted one had."""

    state: str
    text: str
    computed: bool = False
    was: str = ""


def lines(page: str) -> list[Line]:
    """Every marked block of the page, in its order."""
    body = tree(page).find("body")
    assert body is not None
    found: list[Line] = []
    chain: list[tuple[Line, str]] = []
    for line, mark in _Walk().block(body, ""):
        chain.append((line, mark))
        if not mark:
            found.extend(_chained(chain))
            chain = []
    return found


def _chained(chain: list[tuple[Line, str]]) -> list[Line]:
    """A paragraph that is divided or joined is one line with what it was, or became, a part of."""
    first = chain[0][0]
    if len(chain) == 1:
        return [first] if first.kind != "same" else []
    marks = {mark for _, mark in chain} - {""}
    text = chain[0][0].text
    for (_, mark), (line, _) in pairwise(chain):
        text += {"inserted": "{+¶+}", "deleted": "[-¶-]"}[mark] + line.text
    kind = "split" if marks == {"inserted"} else "joined"
    return [Line(kind, ", ".join(line.where for line, _ in chain), text, first.part)]


@dataclass(slots=True)
class _Walk:
    number: str = ""
    sub: list[str] = field(default_factory=list)

    def block(self, node: Element, part: str, whole: str = "") -> Iterator[tuple[Line, str]]:
        """Lines with the mark of their end. `whole` is how the block around is marked."""
        if node.tag in ("nav", "colgroup") or not isinstance(node.tag, str):
            return
        kind = classes(node)
        if node.tag == "section" and "part" in kind:
            part = next((k for k in kind if k not in ("part", "inserted", "deleted")), part)
        own = _whole(node) or whole
        if node.tag == "tr":
            cells = list(node)
            yield self._line(node, cells, part, own), ""
        elif is_line(node) or node.tag == "figure":
            yield self._line(node, [node], part, own), node.get("data-mark", "")
        else:
            if node.tag == "ol":
                self.sub.append("")
            for child in node:
                yield from self.block(child, part, own)
            if node.tag == "ol":
                self.sub.pop()

    def _line(self, node: Element, cells: list[Element], part: str, own: str) -> Line:
        where = self._where(node)
        columns = []
        for cell in cells:
            state = own or _whole(cell)
            blocks = [p for p in cell if p.tag == "p"] or [cell]
            read = [
                pieces(block, state or _whole(block)) if not own else pieces(block, "")
                for block in blocks
            ]
            columns.append(" / ".join(shown(each) for each in read))
        text = " | ".join(columns)
        kind, _, other = (own or _kind(text)).partition("|")
        where += other
        if part in LISTS:
            where = f"{part.split('-')[0 if part == 'elements-table' else 1]} {where}"
        return Line(kind, where, text, part)

    def _where(self, node: Element) -> str:
        kind = classes(node)
        number = next((n for n in node if n.get("class") == "number"), None)
        printed = (number.text or "").rstrip(".") if number is not None else ""
        if "numbered" in kind:
            self.number = printed
            return printed
        if "sub" in kind and number is not None:
            if self.sub:
                self.sub[-1] = printed
            return self.number + "".join(self.sub)
        parent = node.getparent()
        if node.tag == "p" and not kind and parent is not None:
            return next(iter(classes(parent)), "paragraph")
        if node.tag == "p":
            return next(
                (k.replace("-", " ") for k in kind if k not in ("inserted", "deleted", "moved")),
                "paragraph",
            )
        return _NAMES.get(node.tag, node.tag)


def _whole(node: Element) -> str:
    """How a block is marked as a whole; of what moved, behind |, where its other place is."""
    kind = classes(node)
    for mark, direction, ways in (("inserted", "to", "from"), ("deleted", "from", "to")):
        if mark in kind and "moved" in kind:
            other = node.get(f"data-{ways}", "")
            return f"moved {direction}|" + (f" ({ways} {other})" if other else "")
        if mark in kind:
            return mark
    return ""


def _kind(text: str) -> str:
    bare = re.sub(r"\{c\+.*?\+\}|\[c-.*?-\]", "", text)
    if "{+" in bare or "[-" in bare:
        return "changed"
    if "{~" in bare:
        return "formatting"
    return "computed" if bare != text else "same"


def pieces(node: Element, state: str = "") -> list[Piece]:
    """The line in reading order; notes stand in it as [^…]. `state` is how all of it is marked."""
    out: list[Piece] = []
    _inside(node, state or _OUTSIDE, False, "", out)
    return out


def _inside(node: Element, state: str, computed: bool, was: str, out: list[Piece]) -> None:
    _text(node.text, state, computed, was, out)
    for child in node:
        _child(child, state, computed, was, out)
        _text(child.tail, state, computed, was, out)


def _text(text: str | None, state: str, computed: bool, was: str, out: list[Piece]) -> None:
    if text:
        text = re.sub(r"[\s\u00a0]+", " ", text)
        out.append(Piece(state, text, computed, was))


def _child(node: Element, state: str, computed: bool, was: str, out: list[Piece]) -> None:
    kind = classes(node)
    if node.tag in ("ins", "del"):
        inner = _IN if node.tag == "ins" else _OUT
        _inside(node, inner, computed or node.get("data-kind") == "computed", was, out)
    elif "formatted" in kind:
        had = node.get("data-was") or "plain"
        _inside(node, _WAS if state == _OUTSIDE else state, computed, had, out)
    elif node.tag == "span" and ("number" in kind or "old-number" in kind):
        return
    elif "footnote" in kind:
        _text("[^", state, computed, was, out)
        _inside(node, state, computed, was, out)
        _text("]", state, computed, was, out)
    elif node.tag == "br":
        _text(" / ", state, computed, was, out)
    elif node.tag == "img":
        _text(f"[{node.get('alt')}] ", state, computed, was, out)
    else:
        _inside(node, state, computed, was, out)


def shown(read: list[Piece]) -> str:
    """The line in the plain form: marks around words, spaces outside them."""
    merged: list[Piece] = []
    for piece in read:
        last = merged[-1] if merged else None
        if last and (last.state, last.computed, last.was) == (
            piece.state,
            piece.computed,
            piece.was,
        ):
            last.text += piece.text
        else:
            merged.append(Piece(piece.state, piece.text, piece.computed, piece.was))
    text = ""
    for piece in merged:
        words = piece.text.strip()
        before = " " if piece.text[:1] == " " else ""
        after = " " if piece.text[-1:] == " " and words else ""
        if words and piece.state in (_IN, _OUT):
            opened, closed = _SIGNS[piece.state, piece.computed]
            words = opened + words + closed
        elif words and piece.state == _WAS:
            words = "{~" + piece.was + ": " + words + "~}"
        text += before + words + after
    # Whether the space between belongs to what goes or to what comes cannot be seen.
    text = re.sub(r"-\] (?=\{c?\+)", "-]", re.sub(r" +", " ", text).strip())
    while (found := _TWICE.sub(r"{~\1: \2 ", text)) != text:
        text = found
    return text


# --- counts ----------------------------------------------------------------------------------------

WORD = re.compile(r"\w+(?:[-’'.(]\w+\)?)*")


@dataclass(slots=True)
class Counted:
    """Words that are marked. A citation and a cross-reference are one word each; what moved, and
    what the tool wrote because of another change, is counted apart."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    computed: int = 0

    @property
    def marked(self) -> int:
        """Words in and out."""
        return self.inserted + self.deleted


def counted(root: Element, parts_left_out: tuple[str, ...] = LISTS) -> Counted:
    """The marked words of a page."""
    body = root.find("body")
    assert body is not None
    found = Counted()
    _count(body, "", found, parts_left_out)
    return found


def _count(node: Element, state: str, found: Counted, without: tuple[str, ...]) -> None:
    kind = classes(node)
    if node.tag == "nav" or not isinstance(node.tag, str) or set(kind) & set(without):
        return
    if "number" in kind or "old-number" in kind:
        return
    if not state:
        if "moved" in kind:
            state = "moved"
        elif node.tag in ("ins", "del"):
            state = "inserted" if node.tag == "ins" else "deleted"
            state = "computed" if node.get("data-kind") == "computed" else state
        elif "inserted" in kind or "deleted" in kind:
            state = "inserted" if "inserted" in kind else "deleted"
    if state and node.tag == "a" and set(kind) & {"cite", "ref"}:
        _add(found, state, 1)
        return
    if state:
        _add(found, state, len(WORD.findall(node.text or "")))
    for child in node:
        _count(child, state, found, without)
        if state:
            _add(found, state, len(WORD.findall(child.tail or "")))


def _add(found: Counted, state: str, words: int) -> None:
    setattr(found, state, getattr(found, state) + words)
