"""Two series of blocks -> which block of the one is which of the other."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from indictment.merge import words
from indictment.merge.series import Block

_ALIKE = 0.5
"""At the same place, from this likeness on, it is the same paragraph, reworded."""
_MOVED = 0.7
"""Elsewhere, from this likeness on, and with so many words, it is the same paragraph, moved."""
_RENAMED_WORDS = 12
"""With so many words, and all the same, an entry under another key is the same one."""
_LEAST_WORDS = 6
_PAIRS = 40_000
"""So many pairs are compared word by word between two places that are known; else only near ones."""

Pairs = dict[int, int]


def pairs(old: Sequence[Block], new: Sequence[Block]) -> Pairs:
    """Positions in `old` -> positions in `new`: by label, by words, by likeness."""
    found: Pairs = {}
    _unique(found, [b.label for b in old], [b.label for b in new])
    _unique(found, [b.text for b in old], [b.text for b in new])
    _beside(found, old, new)
    for a, b in _stretches(found, len(old), len(new)):
        found.update(_aligned(old, new, a, b))
    found.update(_elsewhere(found, old, new))
    return dict(sorted(found.items()))


def in_place(found: Pairs) -> frozenset[int]:
    """The positions in `old` of a longest run that has the same order in both; the rest was moved."""
    old = sorted(found)
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for a in old:
        at = bisect_left(tails, found[a])
        if at:
            before[a] = ends[at - 1]
        tails[at : at + 1] = [found[a]]
        ends[at : at + 1] = [a]
    kept, a = set(), ends[-1] if ends else -1
    while a >= 0:
        kept.add(a)
        a = before.get(a, -1)
    return frozenset(kept)


def _unique(found: Pairs, old: list[str], new: list[str]) -> None:
    """Pair what is written once in each."""
    often, often_new = Counter(old), Counter(new)
    place = {key: n for n, key in enumerate(new)}
    taken = set(found.values())
    for n, key in enumerate(old):
        if n in found or not key or often[key] > 1 or often_new[key] != 1:
            continue
        if place[key] not in taken:
            found[n] = place[key]


def _beside(found: Pairs, old: Sequence[Block], new: Sequence[Block]) -> None:
    """Pair the same words beside a pair, and at the beginning and the end, downwards and upwards."""
    taken = set(found.values())
    for step, edge in ((1, (-1, -1)), (-1, (len(old), len(new)))):
        for start, there in sorted([edge, *found.items()], reverse=step < 0):
            a, b = start + step, there + step
            while (
                0 <= a < len(old) and 0 <= b < len(new)
                and a not in found and b not in taken
                and old[a] == new[b]
            ):  # fmt: skip
                found[a] = b
                taken.add(b)
                a, b = a + step, b + step


def _stretches(found: Pairs, old: int, new: int) -> Iterator[tuple[list[int], list[int]]]:
    """What has no pair between two pairs that stand in order."""
    taken = set(found.values())
    anchors = sorted(in_place(found))
    a = b = 0
    for stop_a, stop_b in [*((n, found[n]) for n in anchors), (old, new)]:
        left = [n for n in range(a, stop_a) if n not in found]
        right = [n for n in range(b, stop_b) if n not in taken]
        if left and right:
            yield left, right
        a, b = stop_a + 1, stop_b + 1


def _aligned(old: Sequence[Block], new: Sequence[Block], a: list[int], b: list[int]) -> Pairs:
    """The pairs of two stretches, in order, that have most in common."""
    near = max(1, _PAIRS // max(len(a), len(b)))
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    alike: dict[tuple[int, int], float] = {}
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if abs(i - j) > near:
                continue
            if like := _like(old[a[i]], new[b[j]], _ALIKE):
                alike[i, j] = like
                best[i][j] = max(best[i][j], like + best[i + 1][j + 1])
    found: Pairs = {}
    i = j = 0
    while i < len(a) and j < len(b):
        like = alike.get((i, j), 0.0)
        if like and best[i][j] == like + best[i + 1][j + 1]:
            found[a[i]] = b[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _elsewhere(found: Pairs, old: Sequence[Block], new: Sequence[Block]) -> Pairs:
    """Pairs of what is left, most alike first."""
    taken = set(found.values())
    left = [n for n in range(len(old)) if n not in found and _is_long(old[n])]
    right = [n for n in range(len(new)) if n not in taken and _is_long(new[n])]
    if len(left) * len(right) > _PAIRS:
        return {}
    alike = [
        (-like, a, b) for a in left for b in right if (like := _like(old[a], new[b], _MOVED, far=True))
    ]  # fmt: skip
    made: Pairs = {}
    for _, a, b in sorted(alike):
        if a not in made and b not in made.values():
            made[a] = b
    return made


def _is_long(block: Block) -> bool:
    wanted = _RENAMED_WORDS if block.kind == "entry" else _LEAST_WORDS
    return sum(token.key[0].isalnum() for token in _tokens(block)) >= wanted


def _like(one: Block, other: Block, least: float, *, far: bool = False) -> float:
    """The likeness of two blocks of a kind, 0 where it is too little."""
    if one == other:
        return 1.0
    if one.kind != other.kind or one.kind == "value":
        return 0.0
    if one.kind == "entry":
        # Exhibits that are alike are two exhibits: nothing but the key may be another.
        return float(far and _below_the_key(one) == _below_the_key(other))
    return words.likeness(_tokens(one), _tokens(other), least)


def _below_the_key(block: Block) -> str:
    return block.text.replace(f"{block.label}:", ":", 1)


@lru_cache(maxsize=8192)
def _tokens(block: Block) -> tuple[words.Token, ...]:
    return words.tokens(block.text, block.kind)[1]
