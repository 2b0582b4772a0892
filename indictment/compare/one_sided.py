"""What is only on one page -> marked as put in, or put back from the old page as taken out.

What was moved is on both, and is marked at both places with the same name.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from indictment.compare.ground import Ground, Place
from indictment.compare.items import Item, leaves
from indictment.compare.lines import Signed
from indictment.compare.marks import mark, put

Element = etree._Element


@dataclass(eq=False)
class OneSided:
    """Marks what has no counterpart in its place."""

    ground: Ground
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _names: dict[Item, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        moves = self.ground.matching.moves
        self._moved_away = {old.node: (old, new) for new, old in moves.items()}
        self._moved_here = {new.node: (old, new) for new, old in moves.items()}

    def put_in(self, item: Item, place: Place) -> None:
        """Mark what is only on the new page."""
        place = place.at(None, item.node)
        signed = self.ground.signed(place)
        self._note_places(item, place, is_new=True)
        move = self._moved_here.get(item.node)
        for n, node in enumerate(item.nodes):
            if move and n < len(move[0].nodes):
                old, new = move
                mark(node, "inserted moved", signed.inserted)
                node.set("data-move", self._name(new, n))
                self.ground.places[node] = place.at(old.node, node)
                put(node, "data-from", self.ground.printed(old.node, before=True))
            else:
                mark(node, "inserted", signed.inserted)
                self._moves_in(node, place)

    def _moves_in(self, container: Element, place: Place) -> None:
        """Mark what was moved into a container that is new."""
        for node in container.iter(etree.Element):
            if node is not container and node in self._moved_here:
                self.put_in(self._moved_here[node][1], place)

    def put_back(
        self, item: Item, parent: Element | None, behind: Element | None, place: Place
    ) -> Element:
        """Put what is only on the old page back in its place; the last element put."""
        assert parent is not None, "a block stands in something"
        place = place.at(item.node, None)
        signed = self.ground.signed(place)
        last = behind
        for n, node in enumerate(item.nodes):
            copy = deepcopy(node)
            copy.tail = "\n"
            self._note_places(Item([copy], item.side), place, is_new=False)
            move = self._moved_away.get(item.node)
            if move and n < len(move[1].nodes):
                mark(copy, "deleted moved", signed.deleted)
                copy.set("data-move", self._name(move[1], n))
                put(copy, "data-to", self.ground.printed(move[1].node, before=False))
            else:
                mark(copy, "deleted", signed.deleted)
                self._moves_out(node, copy, signed)
            if last is None:
                parent.insert(0, copy)
            else:
                last.addnext(copy)
            self.ground.deleted.append(copy)
            last = copy
        assert last is not None, "an item has an element"
        return last

    def _moves_out(self, container: Element, copy: Element, signed: Signed) -> None:
        pairs = zip(container.iter(etree.Element), copy.iter(etree.Element), strict=True)
        for node, twin in list(pairs):
            if node is not container and node in self._moved_away:
                old, new = self._moved_away[node]
                for n, (mine, theirs) in enumerate(_with_next(old, twin)):
                    if n < len(new.nodes):
                        mark(theirs, "deleted moved", signed.deleted)
                        theirs.set("data-move", self._name(new, n))
                        put(theirs, "data-to", self.ground.printed(new.node, before=False))
                    assert mine.tag == theirs.tag, "a copy has the elements of its original"

    def _note_places(self, item: Item, place: Place, *, is_new: bool) -> None:
        """Remember where each line of what is only on one side belongs."""
        for node in item.nodes:
            for leaf in leaves(node):
                here = _anchored(leaf, node)
                self.ground.places[leaf] = place.at(
                    None if is_new else here, here if is_new else None
                )

    def _name(self, item: Item, at: int) -> str:
        names = self._names.setdefault(item, [])
        while len(names) <= at:
            names.append(f"m{next(self._numbers)}")
        return names[at]


def _anchored(leaf: Element, top: Element) -> Element | None:
    """The nearest element with an anchor around a line, no further up than `top`."""
    for one in (leaf, *leaf.iterancestors()):
        if one.get("id"):
            return one
        if one is top:
            break
    return None


def _with_next(item: Item, twin: Element) -> list[tuple[Element, Element]]:
    found = [(item.node, twin)]
    for node in item.nodes[1:]:
        following = found[-1][1].getnext()
        if following is not None:
            found.append((node, following))
    return found
