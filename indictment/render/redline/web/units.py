"""The page with marks -> its blocks, those of them that differ, and the change that each belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from indictment.model.redline import Change, ChangeKind

Element = etree._Element

_LEAVES = frozenset(("h1", "h2", "h3", "h4", "p", "tr", "dt", "dd", "figure", "caption"))
_WHOLE = frozenset(("tr", "figure"))
"""What is one block with all that stands in it."""
_LINE_MARKS = frozenset(("ins", "del"))
_HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass(slots=True, eq=False)
class Unit:
    """What one mark covers: a block of which words differ, or a block that is marked as a whole,
    with the blocks in it. `near` are anchors by which a change may name it, the nearest first.
    """

    top: Element
    leaves: list[Element]
    near: list[str] = field(default_factory=list)
    part: str = ""
    """The heading of the count or part in which it stands."""
    change: Change | None = None

    @property
    def kind(self) -> ChangeKind:
        """The kind of its change; what its marks look like where it has none."""
        if self.change is not None:
            return self.change.kind
        marked = set(classes(self.top))
        if "moved" in marked:
            return "moved"
        if "inserted" in marked:
            return "inserted"
        if "deleted" in marked:
            return "deleted"
        ends = {leaf.get("data-mark") for leaf in self.leaves}
        if "inserted" in ends or "deleted" in ends:
            return "split" if "inserted" in ends else "joined"
        inside = [one for leaf in self.leaves for one in leaf.iter("ins", "del")]
        if inside and all(one.get("data-kind") == "computed" for one in inside):
            return "computed"
        return "changed" if inside else "formatting"

    @property
    def authors(self) -> list[str]:
        """Whose marks are in it, each once."""
        found = [self.change.authorship.author] if self.change and self.change.authorship else []
        for top in (self.top, *self.leaves):
            found += [one.get("data-author", "") for one in top.iter()]
        return [author for author in dict.fromkeys(found) if author]


def classes(element: Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def leaves(body: Element) -> Iterator[Element]:
    """The blocks that hold the text, in order: paragraphs, headings, rows, pictures."""
    stack = list(reversed(list(body)))
    while stack:
        element = stack.pop()
        if "contents" in classes(element):
            continue
        if element.tag in _LEAVES or (element.tag == "li" and _has_words(element)):
            yield element
            if element.tag in _WHOLE or element.tag != "li":
                continue
        stack.extend(reversed(list(element)))


def _has_words(item: Element) -> bool:
    first = next(iter(item), None)
    return bool((item.text or "").strip()) or (
        first is not None and first.tag not in ("p", "ol", "ul")
    )


def units(body: Element, changes: Sequence[Change]) -> tuple[list[Element], list[Unit]]:
    """The blocks, and of them those that differ, in the order of the page."""
    blocks: list[Element] = []
    found: list[Unit] = []
    by_top: dict[Element, Unit] = {}
    above: dict[str, Element] = {}
    owner = ""
    for leaf in leaves(body):
        blocks.append(leaf)
        if leaf.tag in _HEADINGS:
            above = {tag: one for tag, one in above.items() if tag < leaf.tag} | {leaf.tag: leaf}
        if "numbered" in classes(leaf) or leaf.tag in _HEADINGS:
            owner = leaf.get("id") or owner
        top = _top(leaf)
        if top is None and not _is_marked(leaf):
            continue
        unit = by_top.get(top if top is not None else leaf)
        if unit is None:
            unit = Unit(top if top is not None else leaf, [], part=_part(leaf, above))
            headings = [one.get("id") or "" for one in reversed(above.values())]
            unit.near = [*_own(unit.top, leaf), *_around(unit.top), owner, *headings]
            by_top[unit.top] = unit
            found.append(unit)
        unit.leaves.append(leaf)
    _assign(found, changes)
    return blocks, found


def _top(leaf: Element) -> Element | None:
    """The outermost block that is marked as a whole, and in which `leaf` stands."""
    marked = None
    for one in (leaf, *leaf.iterancestors()):
        if {"inserted", "deleted"} & set(classes(one)):
            marked = one
    return marked


def _is_marked(leaf: Element) -> bool:
    if leaf.get("data-mark"):
        return True
    for one in leaf.iter():
        if one.tag in _LINE_MARKS or one.get("data-mark"):
            return True
        if {"formatted", "inserted", "deleted"} & set(classes(one)):
            return True
    return False


def _own(top: Element, leaf: Element) -> Iterator[str]:
    yield from (one.get("id") or "" for one in dict.fromkeys((top, leaf)))
    yield from (one.get("id") or "" for one in top.iter() if one.get("id"))


def _around(top: Element) -> Iterator[str]:
    for one in top.iterancestors():
        if one.get("id"):
            yield one.get("id") or ""


def _part(leaf: Element, above: dict[str, Element]) -> str:
    """The count's heading in the part of the counts, elsewhere the part's."""
    in_counts = any("count" in classes(one) for one in leaf.iterancestors("section"))
    heading = above.get("h2") if in_counts and "h2" in above else above.get("h1", above.get("h2"))
    return " ".join("".join(map(str, heading.itertext())).split()) if heading is not None else ""


def _assign(found: Sequence[Unit], changes: Iterable[Change]) -> None:
    """Give each unit its change: by the anchor, and among several of one anchor in their order."""
    waiting: dict[str, list[Change]] = {}
    for change in changes:
        for anchor in dict.fromkeys((change.anchor, change.old_anchor)):
            if anchor:
                waiting.setdefault(anchor, []).append(change)
    taken: set[int] = set()
    last: dict[str, Change] = {}
    for unit in found:
        moved = "moved" in classes(unit.top)
        for anchor in dict.fromkeys(filter(None, unit.near)):
            free = [
                c
                for c in waiting.get(anchor, [])
                if c.number not in taken or (moved and c.kind == "moved")
            ]
            if free:
                unit.change = last[anchor] = free[0]
                taken.add(free[0].number)
                break
            if anchor in last and anchor in list(_own(unit.top, unit.leaves[0])):
                unit.change = last[anchor]
                break
