"""Three series of blocks -> one text: the order of both sides, and each block with both sides' edits.

The order is that of ours; what theirs put in or moved stands behind what it stands behind there,
and so goes along where ours moved that.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from indictment.merge import words
from indictment.merge.pairing import in_place, pairs
from indictment.merge.series import Block, Conflict, Kind, Series
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """A merged text; its conflicts stand in it between markers, in the same order."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """One block in up to three states: its positions in base, ours and theirs."""

    base: int | None = None
    ours: int | None = None
    theirs: int | None = None


@dataclass(frozen=True, slots=True)
class Three:
    """The three series."""

    base: Series
    ours: Series
    theirs: Series


@dataclass(frozen=True, slots=True)
class Manner:
    """How the blocks of a series are merged, and how a conflict between two of them is shown.

    `content` gives the block merged of its three states (the first None where both sides put it
    in), None where they cannot be had together. `gap` is the least that stands between two blocks.
    """

    content: Callable[[Block | None, Block, Block], Joined | None]
    shown: Callable[[str, str], str]
    gap: Callable[[Kind, Kind], str]


def joined(three: Three, manner: Manner) -> Joined:
    """The three series as one."""
    made: list[tuple[Node, Kind, Joined]] = []
    for node in ordered(three):
        found = _content(node, three, manner)
        if found is not None:
            made.append((node, _state(node, three).kind, found))
    series = (three.base, three.ours, three.theirs)
    lead = words.one_of(*(s.lead for s in series))
    tail = words.one_of(*(s.tail for s in series))
    if not made:
        return Joined(tail)
    text = lead
    for at, (node, kind, found) in enumerate(made):
        text += found.text
        if at + 1 < len(made):
            after, next_kind, _ = made[at + 1]
            text += _gap(node, after, three, manner.gap(kind, next_kind))
    return Joined(text + tail, tuple(c for _, _, found in made for c in found.conflicts))


def ordered(three: Three) -> list[Node]:
    """All blocks of both sides in the order of the merged text; also those that one side deleted."""
    base, ours, theirs = three.base.blocks, three.ours.blocks, three.theirs.blocks
    mine, yours = pairs(base, ours), pairs(base, theirs)
    of_ours = {o: Node(b, o, yours.get(b)) for b, o in mine.items()}
    of_theirs = {t: Node(b, mine.get(b), t) for b, t in yours.items()}
    for o, t in _put_in_by_both(ours, theirs, mine, yours):
        of_ours[o] = of_theirs[t] = Node(None, o, t)
    moved_by_ours = frozenset(mine) - in_place(mine)
    moved = frozenset(b for b in yours if b in mine) - in_place(yours) - moved_by_ours
    order: list[Node] = []
    along: dict[
        Node, list[Node]
    ] = {}  # what ours put in behind a block that theirs moved goes with it
    behind: list[Node] = order
    for o in range(len(ours)):
        node = of_ours.get(o, Node(None, o))
        if node.base in moved:
            behind = along[node] = []
        elif node.base is None and node.theirs is None:
            behind.append(node)
        else:
            behind = order
            order.append(node)
    in_order = set(order)
    last: Node | None = None
    for t in range(len(theirs)):
        node = of_theirs.get(t, Node(None, None, t))
        if node.ours is None or node.base in moved:
            at = 0 if last is None else order.index(last) + 1
            # What ours put in at the same place comes first.
            while at < len(order) and order[at].base is None and order[at].theirs is None:
                at += 1
            order[at:at] = [node, *along.get(node, ())]
            in_order.add(node)
        if node in in_order:
            last = node
    return order


def _put_in_by_both(
    ours: Sequence[Block], theirs: Sequence[Block], mine: dict[int, int], yours: dict[int, int]
) -> list[tuple[int, int]]:
    """What is in both sides and not in the base: by label, or the same words at the same place."""
    base_of_ours = {o: b for b, o in mine.items()}
    base_of_theirs = {t: b for b, t in yours.items()}
    new_ours = [o for o in range(len(ours)) if o not in base_of_ours]
    new_theirs = [t for t in range(len(theirs)) if t not in base_of_theirs]

    def behind(n: int, base_of: dict[int, int]) -> int:
        return next((base_of[m] for m in range(n - 1, -1, -1) if m in base_of), -1)

    labels = [theirs[t].label for t in new_theirs]
    by_label = {theirs[t].label: t for t in new_theirs if labels.count(theirs[t].label) == 1}
    places: dict[tuple[int, Block], list[int]] = {}
    for t in new_theirs:
        places.setdefault((behind(t, base_of_theirs), theirs[t]), []).append(t)
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for o in new_ours:
        same = places.get((behind(o, base_of_ours), ours[o]), [])
        label = ours[o].label
        t = same.pop(0) if same else by_label.get(label, -1) if label else -1
        if t >= 0 and t not in taken:
            taken.add(t)
            found.append((o, t))
    return found


def _state(node: Node, three: Three) -> Block:
    if node.ours is not None:
        return three.ours.blocks[node.ours]
    if node.theirs is not None:
        return three.theirs.blocks[node.theirs]
    assert node.base is not None
    return three.base.blocks[node.base]


def _content(node: Node, three: Three, manner: Manner) -> Joined | None:
    """The text of one block, None where it is deleted."""
    base = None if node.base is None else three.base.blocks[node.base]
    ours = None if node.ours is None else three.ours.blocks[node.ours]
    theirs = None if node.theirs is None else three.theirs.blocks[node.theirs]
    if ours is None or theirs is None:
        left = ours or theirs
        assert left is not None
        if base is None:
            return Joined(left.text)
        if words.same(base.text, left.text, left.kind):
            return None
        mine, yours = ours.text if ours else "", theirs.text if theirs else ""
        return _conflict("deleted", base, left.label, mine, yours, manner)
    before = base.text if base else None
    if ours.text == theirs.text or theirs.text == before:
        return Joined(ours.text)
    if ours.text == before:
        return Joined(theirs.text)
    found = manner.content(base, ours, theirs)
    if found is not None:
        return found
    return _conflict(
        "edited" if base else "inserted", base, ours.label, ours.text, theirs.text, manner
    )


def _conflict(
    kind: Literal["edited", "deleted", "inserted"],
    base: Block | None,
    label: str,
    ours: str,
    theirs: str,
    manner: Manner,
) -> Joined:
    one = Conflict(kind, label, base.text if base else "", ours, theirs)
    return Joined(manner.shown(ours, theirs), (one,))


def _gap(node: Node, after: Node, three: Three, least: str) -> str:
    """What stands between two blocks: as where they are neighbours, else as in front of the second."""
    found = [
        s.gaps[a] if a is not None and b == a + 1 else None
        for s, a, b in (
            (three.base, node.base, after.base),
            (three.ours, node.ours, after.ours),
            (three.theirs, node.theirs, after.theirs),
        )
    ]
    base, ours, theirs = found
    if ours is not None and theirs is not None:
        return words.one_of(ours if base is None else base, ours, theirs)
    neighbours = ours if ours is not None else theirs
    if neighbours is not None:
        return neighbours
    gaps, at = (
        (three.ours.gaps, after.ours)
        if after.ours is not None
        else (three.theirs.gaps, after.theirs)
    )
    before = gaps[at - 1] if at else least
    return before if before.count("\n") >= least.count("\n") else least
