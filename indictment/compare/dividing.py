"""Items of two containers -> paragraphs that were divided in two, and pairs that were joined."""

from collections.abc import Hashable, Sequence

from indictment.compare.items import Item
from indictment.compare.pairing import likeness

SHARE = 0.7
"""So much of the part that was split off must stand in the whole, and nowhere else in its rest."""
LEAST = 3

Triple = tuple[int, int, int]


def find(
    old: Sequence[Item], new: Sequence[Item], kept: list[tuple[int, int]]
) -> tuple[list[Triple], list[Triple]]:
    """Divided paragraphs as (old, first new, second new), joined ones as (first old, second old, new).

    `kept` are the pairs in place; a pair that only has the second half is set right in it.
    """
    divided: list[Triple] = []
    joined: list[Triple] = []
    taken_old, taken_new = {a for a, _ in kept}, {b for _, b in kept}
    for at, (a, b) in enumerate(list(kept)):
        for first, second in ((b, b + 1), (b - 1, b)):
            other = second if first == b else first
            if (
                0 <= other < len(new)
                and other not in taken_new
                and _halves(old[a], new[first], new[second])
            ):
                divided.append((a, first, second))
                taken_new.add(other)
                kept[at] = (a, first)
                break
        else:
            for first, second in ((a, a + 1), (a - 1, a)):
                other = second if first == a else first
                if (
                    0 <= other < len(old)
                    and other not in taken_old
                    and _halves(new[b], old[first], old[second])
                ):
                    joined.append((first, second, b))
                    taken_old.add(other)
                    kept[at] = (first, b)
                    break
    return divided, joined


def _halves(whole: Item, first: Item, second: Item) -> bool:
    """True where the whole is the one half and then the other, and nothing stands between them."""
    if not (whole.sign == first.sign == second.sign) or not whole.sign.startswith("p."):
        return False
    if len(first.nodes) > 1 or whole.fingerprint in (first.fingerprint, second.fingerprint):
        return False
    one, other = first.words, second.words
    if len(one) < LEAST or len(other) < LEAST:
        return False
    both: tuple[Hashable, ...] = (*one, *other)
    alone = max(likeness(whole.words, one), likeness(whole.words, other))
    together = likeness(whole.words, both)
    shared = (
        together * (len(whole.words) + len(both))
        - alone * (len(whole.words) + max(len(one), len(other)))
    ) / 2
    return together > max(alone, SHARE) and shared >= SHARE * min(len(one), len(other))
