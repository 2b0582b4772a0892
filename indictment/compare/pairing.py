"""The items of two containers -> which are the same: kept in place, moved, or only on one side.

By key (a label) where both have it, then by equal text that stands once on each side, then, between
those, by likeness. Of pairs whose order differs the longest run stays in place (of equally long ones
the heaviest), the others moved.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

from rapidfuzz.distance import LCSseq

from indictment.compare.heads import is_another
from indictment.compare.items import Item
from indictment.value import dataclass

ALIKE = 0.5
"""Items without a label are the same from this likeness on, where their neighbours are."""
TRUSTED = 0.3
"""A label is trusted from this likeness on, where its old text stands elsewhere unchanged."""
MOVED_ALIKE, MOVED_WORDS = 0.7, 6
"""Items elsewhere are the same from this likeness and this many words on."""
LARGEST = 40_000
"""So many pairs are compared one by one; a larger gap only by equal text."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Positions of the items that are the same: in place, and elsewhere in the same container."""

    kept: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]


def align(old: Sequence[Item], new: Sequence[Item]) -> Alignment:
    """Pair the items of two containers."""
    pairs = dict(_by_key(old, new))
    taken = set(pairs.values())
    for a, b in _by_text(old, new, pairs, taken):
        pairs[a] = b
        taken.add(b)
    kept = _heaviest(sorted(pairs.items()), [_weight(one) for one in old])
    fixed = set(kept)
    loose = [
        (a, b)
        for a, b in sorted(pairs.items())
        if (a, b) not in fixed and (old[a].key or len(old[a].words) >= MOVED_WORDS)
    ]
    loose = _with_neighbours(old, new, loose, {*kept, *loose})
    gone_old, gone_new = {a for a, _ in loose}, {b for _, b in loose}
    more: list[tuple[int, int]] = []
    before = (-1, -1)
    for a, b in [*kept, (len(old), len(new))]:
        left = [n for n in range(before[0] + 1, a) if n not in gone_old]
        right = [n for n in range(before[1] + 1, b) if n not in gone_new]
        more += _between(old, new, left, right)
        before = (a, b)
    return Alignment(tuple(sorted((*kept, *more))), tuple(loose))


def likeness(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """How much two runs of words share in order, from 0 to 1."""
    if not one or not other:
        return float(not one and not other)
    return 2 * LCSseq.similarity(one, other) / (len(one) + len(other))


def _by_key(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    places = {item.key: n for n, item in enumerate(new) if item.key}
    found = [
        (n, places[item.key])
        for n, item in enumerate(old)
        if item.key in places and item.sign == new[places[item.key]].sign
    ]
    other = [
        (a, b)
        for a, b in found
        if old[a].fingerprint != new[b].fingerprint and old[a].text != new[b].text
    ]
    before, after = {old[a].text for a, _ in other}, {new[b].text for _, b in other}
    given = {
        (a, b)
        for a, b in other
        # The label was given to another text, which stands here under another label.
        if (old[a].text in after or new[b].text in before)
        and likeness(old[a].words, new[b].words) < TRUSTED
    }
    return [pair for pair in found if pair not in given]


def _with_neighbours(
    old: Sequence[Item],
    new: Sequence[Item],
    moved: list[tuple[int, int]],
    paired: set[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Short items that stand beside what was moved, and came along with it."""
    taken_old, taken_new = {a for a, _ in paired}, {b for _, b in paired}
    found = list(moved)
    for a, b in found:
        for step in (-1, 1):
            x, y = a + step, b + step
            if not (0 <= x < len(old) and 0 <= y < len(new)) or x in taken_old or y in taken_new:
                continue
            if old[x].fingerprint == new[y].fingerprint and not is_another(
                old[x].head, new[y].head
            ):
                found.append((x, y))
                taken_old.add(x)
                taken_new.add(y)
    return sorted(found)


def _by_text(
    old: Sequence[Item], new: Sequence[Item], pairs: dict[int, int], taken: set[int]
) -> list[tuple[int, int]]:
    left = [n for n in range(len(old)) if n not in pairs]
    right = [n for n in range(len(new)) if n not in taken]
    if not left or not right:
        return []
    how_often = (
        Counter(old[n].fingerprint for n in left),
        Counter(new[n].fingerprint for n in right),
    )
    places = {new[n].fingerprint: n for n in right}
    return [
        (n, places[text])
        for n in left
        if how_often[0][text := old[n].fingerprint] == 1
        and how_often[1].get(text) == 1
        and not is_another(old[n].head, new[places[text]].head)
    ]


def _weight(item: Item) -> int:
    """One more item that stays outweighs any text: a redline with fewer moves is the shorter story."""
    return 10**9 + len(item.fingerprint)


def _heaviest(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs that can stay in place together: an increasing run, of all the heaviest."""
    tails: list[tuple[int, int, int]] = []
    """(position in the new, weight up to it, index of the pair), both increasing."""
    before: list[int] = [-1] * len(pairs)
    for index, (a, b) in enumerate(pairs):
        at = bisect_left(tails, (b, -1, -1))
        weight = weights[a] + (tails[at - 1][1] if at else 0)
        before[index] = tails[at - 1][2] if at else -1
        end = at
        while end < len(tails) and tails[end][1] <= weight:
            end += 1
        tails[at:end] = [(b, weight, index)]
    kept: list[tuple[int, int]] = []
    index = tails[-1][2] if tails else -1
    while index >= 0:
        kept.append(pairs[index])
        index = before[index]
    return kept[::-1]


def _between(
    old: Sequence[Item], new: Sequence[Item], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    """Pairs of items in a gap, in order, so that their likeness is the greatest together."""
    if not left or not right:
        return []
    if len(left) * len(right) > LARGEST:
        return _equal(old, new, left, right)
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    like = [[_like(old[a], new[b]) for b in right] for a in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], like[i][j] + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _like(old: Item, new: Item) -> float:
    """The likeness of two items in a gap; 0 where they are not the same."""
    if old.sign != new.sign or (old.key and new.key and old.key != new.key and _stays(old, new)):
        return 0.0
    if is_another(old.head, new.head):
        return 0.0
    if old.fingerprint == new.fingerprint:
        return 1.0
    if old.is_single:
        return 1.0
    found = likeness(old.words, new.words)
    least = 0.3 if old.is_container else ALIKE
    return found if found >= least else 0.0


def _stays(old: Item, new: Item) -> bool:
    """True where each has a label of its own that says it is another thing."""
    return old.sign == "tr" or old.sign.startswith("section")


def _equal(
    old: Sequence[Item], new: Sequence[Item], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    numbers: dict[str, int] = {}
    a = [numbers.setdefault(old[n].fingerprint, len(numbers)) for n in left]
    b = [numbers.setdefault(new[n].fingerprint, len(numbers)) for n in right]
    return [
        (left[step.src_start + n], right[step.dest_start + n])
        for step in LCSseq.opcodes(a, b)
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]
