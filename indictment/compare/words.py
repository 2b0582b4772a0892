"""Two lines of tokens -> what is kept, put in and taken out, so that it can be read.

The longest common subsequence of the tokens, then tidied for a reader: small words between two
changes join them, a change begins where its clause does, and what is taken out stands before what
is put in.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from indictment.compare.tokens import Token
from indictment.value import dataclass

REWRITTEN = 0.25
"""Lines that share less than this are shown as one whole taken out and one put in."""
ISLAND = 3
"""So many small words between two changes are shown as changed."""
REWRITING = 6
"""So many tokens are changed around them at least."""
SMALL = frozenset(
    word
    for line in (
        "a an the of in on at to by for from with and or as is was were be been has had that this",
        "it its he she his her they their which who but into , ; . : ( ) “ ” ’ -",
    )
    for word in line.split()
)
"""Words that say little by themselves. “not” is none of them."""
FARTHEST = 12
"""So many tokens a change is moved at most to begin where its clause does."""
SIGNS = {".": 3, ";": 3, ":": 2, ",": 2}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of the old line and of the new one. `kind`: kept (equally many of both), or changed
    (either may be empty).
    """

    is_kept: bool
    old: tuple[Token, ...]
    new: tuple[Token, ...]


NOTHING = Stretch(True, (), ())


def compare(
    old: Sequence[Token], new: Sequence[Token], *, tidy: bool = True
) -> tuple[Stretch, ...]:
    """The stretches of two lines in order; kept and changed ones take turns."""
    stretches = _common(old, new)
    if not tidy:
        return tuple(stretches)
    if similarity(old, new, stretches) < REWRITTEN and old and new:
        return (Stretch(False, tuple(old), tuple(new)),)
    return tuple(_slid(_joined(stretches)))


def similarity(
    old: Sequence[Token], new: Sequence[Token], stretches: Sequence[Stretch] | None = None
) -> float:
    """The share of tokens that both lines have, from 0 to 1."""
    if not old and not new:
        return 1.0
    found = _common(old, new) if stretches is None else stretches
    kept = sum(len(one.old) for one in found if one.is_kept)
    return 2 * kept / (len(old) + len(new))


def _common(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """The longest common subsequence; of two equally long the one that keeps words which say much."""
    numbers: dict[object, int] = {}
    left = [numbers.setdefault(one.key, len(numbers)) for one in old]
    right = [numbers.setdefault(one.key, len(numbers)) for one in new]
    pairs = _pairs(left, right, range(len(left)), range(len(right)))
    small = {numbers[key] for key in numbers if key in SMALL}
    telling = _anchored(left, right, small)
    if len(telling) >= len(pairs):
        pairs = telling
    found: list[Stretch] = []
    begin, ends = (0, 0), (0, 0)
    for a, b in [*pairs, (len(old), len(new))]:
        if ends == (a, b) and a < len(old):
            ends = (a + 1, b + 1)
            continue
        kept = Stretch(True, tuple(old[begin[0] : ends[0]]), tuple(new[begin[1] : ends[1]]))
        changed = Stretch(False, tuple(old[ends[0] : a]), tuple(new[ends[1] : b]))
        found += [one for one in (kept, changed) if one.old or one.new]
        begin, ends = (a, b), (a + 1, b + 1)
    return found


def _anchored(left: list[int], right: list[int], small: set[int]) -> list[tuple[int, int]]:
    """Pairs of the words that say much, and between them of the small ones."""
    ours = [n for n, one in enumerate(left) if one not in small]
    theirs = [n for n, one in enumerate(right) if one not in small]
    found: list[tuple[int, int]] = []
    before = (0, 0)
    for a, b in [*_pairs(left, right, ours, theirs), (len(left), len(right))]:
        found += _pairs(left, right, range(before[0], a), range(before[1], b))
        if a < len(left):
            found.append((a, b))
        before = (a + 1, b + 1)
    return found


def _pairs(
    left: list[int], right: list[int], ours: Sequence[int], theirs: Sequence[int]
) -> list[tuple[int, int]]:
    """The longest common subsequence of some places on both sides."""
    if not ours or not theirs:
        return []
    steps = LCSseq.opcodes([left[n] for n in ours], [right[n] for n in theirs])
    return [
        (ours[step.src_start + n], theirs[step.dest_start + n])
        for step in steps
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Islands of small words between two changes become part of them."""
    found: list[Stretch] = []
    for number, one in enumerate(stretches):
        is_island = (
            one.is_kept
            and 0 < number < len(stretches) - 1
            and len(one.old) <= ISLAND
            and all(token.key in SMALL for token in one.old)
            and _is_rewriting(stretches[number - 1], stretches[number + 1])
        )
        if is_island or (found and not one.is_kept and not found[-1].is_kept):
            last = found.pop()
            found.append(Stretch(False, (*last.old, *one.old), (*last.new, *one.new)))
        else:
            found.append(one)
    return found


def _is_rewriting(before: Stretch, after: Stretch) -> bool:
    """True where the changes on both sides of an island are so large that it is lost between them."""
    sides = (before.old, before.new, after.old, after.new)
    return all(sides) and sum(map(len, sides)) >= REWRITING


def _slid(stretches: list[Stretch]) -> list[Stretch]:
    """What is only put in, or only taken out, begins and ends where its clause does.

    “the old king, and the young king, died”: of the places that come to the same the one that
    ends with a sign of punctuation is taken.
    """
    found = [NOTHING, *stretches, NOTHING]
    for at in range(1, len(found) - 1):
        here = _Place(*found[at - 1 : at + 2])
        if here.change.is_kept or (here.change.old and here.change.new):
            continue
        places = [here]
        for step in (_left, _right):
            moved = step(here)
            for _ in range(FARTHEST):
                if moved is None:
                    break
                places.append(moved)
                moved = step(moved)
        best = max(places, key=_edge)
        found[at - 1 : at + 2] = [best.lead, best.change, best.tail]
    return [one for one in found if one.old or one.new]


class _Place(NamedTuple):
    """A change between what is kept before it and after it."""

    lead: Stretch
    change: Stretch
    tail: Stretch


def _left(place: _Place) -> _Place | None:
    """The change one token earlier, where that comes to the same."""
    lead, change, tail = place
    side = change.new or change.old
    if len(lead.new) < 2 or not _alike(lead, -1, side[-1]):
        return None
    first = (lead.new if change.new else lead.old)[-1:]
    turned = (*first, *side[:-1])
    old, new = (lead.old[-1:], side[-1:]) if change.new else (side[-1:], lead.new[-1:])
    return _Place(
        Stretch(True, lead.old[:-1], lead.new[:-1]),
        Stretch(False, (), turned) if change.new else Stretch(False, turned, ()),
        Stretch(True, (*old, *tail.old), (*new, *tail.new)),
    )


def _right(place: _Place) -> _Place | None:
    """The change one token later, where that comes to the same."""
    lead, change, tail = place
    side = change.new or change.old
    if len(tail.new) < 2 or not _alike(tail, 0, side[0]):
        return None
    last = (tail.new if change.new else tail.old)[:1]
    turned = (*side[1:], *last)
    old, new = (tail.old[:1], side[:1]) if change.new else (side[:1], tail.new[:1])
    return _Place(
        Stretch(True, (*lead.old, *old), (*lead.new, *new)),
        Stretch(False, (), turned) if change.new else Stretch(False, turned, ()),
        Stretch(True, tail.old[1:], tail.new[1:]),
    )


def _alike(kept: Stretch, at: int, token: Token) -> bool:
    pair = (kept.old[at], kept.new[at], token)
    return len({one.key for one in pair}) == 1 and len({one.emphasis for one in pair}) == 1


def _edge(place: _Place) -> int:
    """How well a change begins and ends: with a sentence, with a clause, with no sign in front."""
    side = place.change.new or place.change.old
    before = place.lead.new[-1].text if place.lead.new else "."
    return 2 * SIGNS.get(side[-1].text, 0) + SIGNS.get(before, 0) - 2 * (side[0].text in SIGNS)
