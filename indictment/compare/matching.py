"""Two pages -> which of their blocks are the same: in place, moved, divided, joined.

From the body down: the items of two containers that are the same are paired, then what is in them.
What is left over on both sides is looked for elsewhere in the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from rapidfuzz.distance import LCSseq

from indictment.compare import dividing
from indictment.compare.heads import is_another
from indictment.compare.items import CONTAINERS, STABLE, Item, fingerprint, items
from indictment.compare.page import Side
from indictment.compare.pairing import MOVED_ALIKE, MOVED_WORDS, align, likeness

Element = etree._Element

MOST = 250_000
"""So many pairs of what is left over are compared by likeness; more only by label and equal text."""


@dataclass(frozen=True, slots=True)
class Level:
    """The items of two containers that are the same, and which of them are.

    `divided` has an old item and the new ones that it became, `joined` old ones and the new one
    that they became, as positions.
    """

    old: list[Item]
    new: list[Item]
    kept: tuple[tuple[int, int], ...]
    divided: tuple[tuple[int, tuple[int, ...]], ...] = ()
    joined: tuple[tuple[tuple[int, ...], int], ...] = ()


@dataclass(eq=False)
class Matching:
    """What is the same on two pages. `levels` by the container of the new page."""

    before: Side
    after: Side
    levels: dict[Element, Level] = field(default_factory=dict)
    moves: dict[Item, Item] = field(default_factory=dict)
    """New item -> the old one that was moved to its place."""
    pairs: dict[Element, Element] = field(default_factory=dict)
    """New element -> the old one that is the same, wherever it stands."""
    _left: list[Item] = field(default_factory=list)
    _right: list[Item] = field(default_factory=list)

    def run(self) -> "Matching":
        """Match the two pages."""
        names = {one: f"new {one}" for one in _ids(self.after.body) if not one.startswith(STABLE)}
        self.after.names = names
        self.containers(self.before.body, self.after.body)
        self._elsewhere()
        for new, old in self.pairs.items():
            theirs, ours = new.get("id") or "", old.get("id") or ""
            if theirs and ours:
                names[theirs] = ours
            names.update(self._notes(old, new))
        return self

    def containers(self, old: Element, new: Element) -> None:
        """Match what stands in two containers that are the same."""
        left, right = items(old, self.before), items(new, self.after)
        found = align(left, right)
        kept = [(a, b) for a, b in found.kept if not _replaced(left[a], right[b])]
        divided, joined = dividing.find(left, right, kept, found.moved)
        self.levels[new] = Level(left, right, tuple(kept), tuple(divided), tuple(joined))
        moved = [(a, b) for a, b in found.moved if left[a].node.tag != "tr"]
        for a, b in moved:
            self._move(left[a], right[b])
        for a, b in kept:
            self._same(left[a], right[b])
        done_old = {a for a, _ in (*moved, *kept)} | {a for many, _ in joined for a in many}
        done_new = {b for _, b in (*moved, *kept)} | {b for _, many in divided for b in many}
        self._left += [one for n, one in enumerate(left) if n not in done_old]
        self._right += [one for n, one in enumerate(right) if n not in done_new]

    def _same(self, old: Item, new: Item) -> None:
        for ours, theirs in zip(old.nodes, new.nodes, strict=False):
            self.pairs[theirs] = ours
            if str(theirs.tag) not in ("nav", "tr") and Item([theirs], self.after).is_container:
                self.containers(ours, theirs)
            elif theirs.tag == "tr":
                self._cells(ours, theirs)

    def _cells(self, old: Element, new: Element) -> None:
        for ours, theirs in zip(old, new, strict=False):
            self.pairs[theirs] = ours
            if any(one.tag == "p" for one in (*ours, *theirs)):
                self.containers(ours, theirs)

    def _move(self, old: Item, new: Item) -> None:
        self.moves[new] = old
        for ours, theirs in zip(_all(old), _all(new), strict=False):
            if ours.tag == theirs.tag:
                self.pairs.setdefault(theirs, ours)

    def _elsewhere(self) -> None:
        """Moves of what is left over: by label, by equal text, by likeness."""
        left = [one for item in self._left for one in _movable(item, self.before)]
        right = [one for item in self._right for one in _movable(item, self.after)]
        labelled = {(one.sign, one.key): one for one in left if one.key}
        for new in list(right):
            old = labelled.pop((new.sign, new.key), None) if new.key else None
            if old is not None:
                self._move(old, new)
                left.remove(old)
                right.remove(new)
        written = {one.fingerprint: one for one in left}
        for new in list(right):
            same = written.get(new.fingerprint)
            if same and len(new.words) >= MOVED_WORDS and not is_another(same.head, new.head):
                old = written.pop(new.fingerprint)
                self._move(old, new)
                left.remove(old)
                right.remove(new)
        if len(left) * len(right) > MOST:
            return
        for new in right:
            near = [(likeness(old.words, new.words), -n, old) for n, old in enumerate(left)
                    if old.sign == new.sign and len(old.words) >= MOVED_WORDS
                    and not _replaced(old, new) and not is_another(old.head, new.head)]  # fmt: skip
            best = max(near, default=None, key=lambda one: one[:2])
            if best and best[0] >= MOVED_ALIKE and len(new.words) >= MOVED_WORDS:
                self._move(best[2], new)
                left.remove(best[2])

    def _notes(self, old: Element, new: Element) -> Iterator[tuple[str, str]]:
        """The notes of two lines that are the same, by anchor: new and old."""
        if str(new.tag) in CONTAINERS:
            return
        theirs = [one for one in new.iter("span") if one.get("class") == "footnote"]
        if not theirs:
            return
        ours = [one for one in old.iter("span") if one.get("class") == "footnote"]
        if len(ours) == len(theirs):
            yield from (
                (b.get("id") or "", a.get("id") or "") for a, b in zip(ours, theirs, strict=True)
            )
            return
        left = [fingerprint(one, self.before) for one in ours]
        right = [fingerprint(one, self.after) for one in theirs]
        for step in LCSseq.opcodes(left, right):
            if step.tag == "equal":
                for n in range(step.src_end - step.src_start):
                    a, b = ours[step.src_start + n], theirs[step.dest_start + n]
                    yield b.get("id") or "", a.get("id") or ""


def _movable(item: Item, side: Side) -> Iterator[Item]:
    """The blocks in what is left over that a drafter may have moved."""
    tag = str(item.node.tag)
    if tag in ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "figure", "table", "dt"):
        yield item
    if item.is_container and tag not in ("table", "nav", "li"):
        for inner in items(item.node, side):
            yield from _movable(inner, side)


def _replaced(old: Item, new: Item) -> bool:
    """True for tables whose columns differ, which cannot share a row, and for other images."""
    if old.node.tag == "img":
        return (old.node.get("src"), old.node.get("alt")) != (
            new.node.get("src"),
            new.node.get("alt"),
        )
    return old.node.tag == "table" and _columns(old.node) != _columns(new.node)


def _columns(table: Element) -> int:
    row = table.find(".//tr")
    return len(row) if row is not None else 0


def _all(item: Item) -> list[Element]:
    return [one for node in item.nodes for one in node.iter(etree.Element)]


def _ids(body: Element) -> Iterator[str]:
    for node in body.iter(etree.Element):
        if one := node.get("id"):
            yield one
