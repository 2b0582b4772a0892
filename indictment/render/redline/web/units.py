"""The page with marks -> its blocks, those of them that differ, and the change that each belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indictment.model.redline import Change, ChangeKind
from indictment.render.redline.web.elements import Element, classes

_LEAVES = frozenset(("h1", "h2", "h3", "h4", "p", "tr", "dt", "dd", "figure", "caption"))
_WHOLE = frozenset(("tr", "figure"))
"""What is one block with all that stands in it."""
_HEADINGS = ("h1", "h2", "h3", "h4")
_STATES = ("inserted", "deleted", "moved")


@dataclass(slots=True, eq=False)
class Unit:
    """A block that differs, in itself or with all around it.

    `states` are inserted, deleted and moved, as it or a block around it is marked; `part` is the
    heading of the count or part in which it stands; `near` are anchors by which a change may name
    it, the nearest first.
    """

    block: Element
    states: frozenset[str]
    part: str
    near: tuple[str, ...]
    change: Change | None = None

    @property
    def is_left(self) -> bool:
        """Whether it is the old place of what has moved: told at its new one."""
        return {"moved", "deleted"} <= self.states

    @property
    def kind(self) -> ChangeKind:
        """The kind of its change; what its marks look like where it has none."""
        if self.change is not None:
            return self.change.kind
        if "moved" in self.states:
            return "moved"
        if self.states:
            return "inserted" if "inserted" in self.states else "deleted"
        if end := self.block.get("data-mark"):
            return "split" if end == "inserted" else "joined"
        inside = list(self.block.iter("ins", "del"))
        if inside and all(one.get("data-kind") == "computed" for one in inside):
            return "computed"
        return "changed" if inside else "formatting"

    @property
    def authors(self) -> list[str]:
        """Whose marks are in it or around it, each once."""
        found = [self.change.authorship.author] if self.change and self.change.authorship else []
        found += [one.get("data-author", "") for one in self.block.iter() if not _is_number(one)]
        if self.states:
            found += [one.get("data-author", "") for one in self.block.iterancestors()]
        return [author for author in dict.fromkeys(found) if author]


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
    if (item.text or "").strip():
        return True
    return first is not None and first.tag not in ("p", "ol", "ul", "div", "blockquote", "table")


def units(body: Element, changes: Sequence[Change]) -> tuple[list[Element], list[Unit]]:
    """The blocks, and those that differ, in the order of the page."""
    blocks: list[Element] = []
    found: list[Unit] = []
    above: dict[str, Element] = {}
    owner = ""
    for block in leaves(body):
        blocks.append(block)
        if block.tag in _HEADINGS:
            tag = str(block.tag)
            above = {level: one for level, one in above.items() if level < tag} | {tag: block}
        if "numbered" in classes(block) or block.tag in _HEADINGS:
            owner = block.get("id") or owner
        states = {word for one in (block, *block.iterancestors()) for word in classes(one)}
        marked = frozenset(states.intersection(_STATES))
        if marked or _is_marked(block):
            headings = [one.get("id") or "" for one in reversed(above.values())]
            near = (*_around(block), owner, *headings)
            found.append(Unit(block, marked, _part(block, above), tuple(filter(None, near))))
    _assign(found, changes)
    return blocks, found


def _is_marked(block: Element) -> bool:
    return any(
        one.tag in ("ins", "del") or one.get("data-mark") or _marks_words(one)
        for one in block.iter()
    )


def _is_number(element: Element) -> bool:
    """True for a number that differs, which is no mark."""
    return bool({"renumbered", "ref-number"}.intersection(classes(element)))


def _marks_words(element: Element) -> bool:
    return bool({"formatted", "inserted", "deleted"}.intersection(classes(element)))


def _around(block: Element) -> Iterator[str]:
    """The block's own anchor, those in it, and those of what it stands in."""
    yield from (one.get("id") or "" for one in block.iter())
    yield from (one.get("id") or "" for one in block.iterancestors())


def _part(block: Element, above: dict[str, Element]) -> str:
    """The count's heading in the part of the counts, elsewhere the part's."""
    in_counts = any("count" in classes(one) for one in block.iterancestors("section"))
    heading = above.get("h2") if in_counts and "h2" in above else above.get("h1", above.get("h2"))
    return " ".join("".join(map(str, heading.itertext())).split()) if heading is not None else ""


def _assign(found: Sequence[Unit], changes: Sequence[Change]) -> None:
    """Give each block its change.

    Changes are told in the order of their blocks, one each. A page on which that does not come out
    even is matched by anchors.
    """
    told = [unit for unit in found if not unit.is_left]
    if len(told) == len(changes):
        for unit, change in zip(told, changes, strict=True):
            unit.change = change
    else:
        _by_anchor(told, changes)
    _old_places(found)


def _by_anchor(found: Sequence[Unit], changes: Sequence[Change]) -> None:
    waiting: dict[str, list[Change]] = {}
    for change in changes:
        waiting.setdefault(change.anchor, []).append(change)
    taken: set[int] = set()
    for unit in found:
        free = (c for anchor in unit.near for c in waiting.get(anchor, ()) if c.number not in taken)
        unit.change = next(free, None)
        if unit.change is not None:
            taken.add(unit.change.number)


def _old_places(found: Sequence[Unit]) -> None:
    """What was left behind by a move belongs to the change that tells of it."""
    moves: dict[str, list[Unit]] = {}
    for unit in found:
        if "moved" in unit.states and not unit.is_left:
            moves.setdefault(_move(unit.block), []).append(unit)
    left: dict[str, int] = {}
    for unit in found:
        if unit.is_left and (name := _move(unit.block)) in moves:
            at = left.setdefault(name, 0)
            unit.change = moves[name][min(at, len(moves[name]) - 1)].change
            left[name] += 1


def _move(block: Element) -> str:
    """The name of the move that took a block with it."""
    names = (one.get("data-move") for one in (block, *block.iterancestors()))
    return next((name for name in names if name), "")
