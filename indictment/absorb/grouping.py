"""Pairs of paragraphs -> what is changed together: what was divided, joined, or is the same still."""

from indictment.absorb.pairing import Pairs
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of the old and of the new state that are one; `moved` where it stands elsewhere."""

    old: list[int]
    new: list[int]
    moved: bool


def groups(pairs: Pairs) -> dict[int, Group]:
    """The group of each entry of the new state that is paired."""
    by_old: dict[int, list[int]] = {}
    for found in (pairs.of_new, pairs.rests, pairs.fronts):
        for new, old in found.items():
            by_old.setdefault(old, []).append(new)
    joined: dict[int, list[int]] = {}
    for old, new in pairs.joined.items():
        joined.setdefault(new, []).append(old)
    out: dict[int, Group] = {}
    for old, news in by_old.items():
        olds = sorted({old, *(o for n in news for o in joined.get(n, ()))})
        group = Group(olds, sorted(news), any(n in pairs.moved for n in news))
        for new in news:
            out[new] = group
    return out
