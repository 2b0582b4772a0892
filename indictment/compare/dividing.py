"""Items of two containers -> paragraphs that were divided, and paragraphs that were joined."""

from collections.abc import Sequence
from itertools import chain

from indictment.compare.items import Item
from indictment.compare.pairing import likeness

SHARE = 0.7
"""So much of each part must stand in the whole."""
LEAST = 3
"""Parts of fewer tokens are none."""

Divided = tuple[int, tuple[int, ...]]
Joined = tuple[tuple[int, ...], int]


def find(
    old: Sequence[Item],
    new: Sequence[Item],
    kept: list[tuple[int, int]],
    moved: Sequence[tuple[int, int]] = (),
) -> tuple[list[Divided], list[Joined]]:
    """What was divided (an old position, the new ones) and joined (old positions, the new one).

    `kept` are the pairs in place; each is set right in it, so that it has the first part. What was
    `moved` away from between two parts, or to there, does not part them.
    """
    away, here = {a for a, _ in moved}, {b for _, b in moved}
    divided: list[Divided] = []
    joined: list[Joined] = []
    taken_old, taken_new = {a for a, _ in kept}, {b for _, b in kept}
    for at, (a, b) in enumerate(list(kept)):
        parts = _parts(old[a], new, b, taken_new, here)
        if len(parts) > 1:
            divided.append((a, parts))
            taken_new.update(parts)
            kept[at] = (a, parts[0])
            continue
        parts = _parts(new[b], old, a, taken_old, away)
        if len(parts) > 1:
            joined.append((parts, b))
            taken_old.update(parts)
            kept[at] = (parts[0], b)
    return divided, joined


def _parts(
    whole: Item, others: Sequence[Item], at: int, taken: set[int], skipped: set[int]
) -> tuple[int, ...]:
    """The positions of the neighbours that together are the whole, `at` among them."""
    if not whole.sign.startswith("p.") or whole.text == others[at].text:
        return (at,)
    parts: tuple[int, ...] = (at,)
    while True:
        after, before = parts[-1] + 1, parts[0] - 1
        while after in skipped:
            after += 1
        while before in skipped:
            before -= 1
        for other, wider in ((after, (*parts, after)), (before, (before, *parts))):
            if 0 <= other < len(others) and other not in taken and _fit(whole, wider, others):
                parts = wider
                break
        else:
            return parts


def _fit(whole: Item, wider: tuple[int, ...], others: Sequence[Item]) -> bool:
    """True where the whole is more like all these one after the other than like one fewer."""
    items = [others[n] for n in wider]
    if any(one.sign != whole.sign or len(one.words) < LEAST for one in items):
        return False
    if any(len(one.nodes) > 1 for one in items[:-1]):
        return False
    together = tuple(chain.from_iterable(one.words for one in items))
    for fewer in (items[:-1], items[1:]):
        less = tuple(chain.from_iterable(one.words for one in fewer))
        gained = _shared(whole, together) - _shared(whole, less)
        if gained < SHARE * (len(together) - len(less)):
            return False
    return True


def _shared(whole: Item, words: Sequence[object]) -> float:
    return likeness(whole.words, words) * (len(whole.words) + len(words)) / 2
