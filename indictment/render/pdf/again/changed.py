"""Two versions of a part -> which passages they have in common, and what stands around those that have changed."""

from collections.abc import Sequence

from indictment.render.pdf.again.passages import Passage
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Common:
    """What two versions of a part have in common: so many passages at the beginning, and from `old_end`
    of the old and `new_end` of the new one on.
    """

    begin: int
    old_end: int
    new_end: int


def common(old: Sequence[Passage], new: Sequence[Passage]) -> Common:
    """What two versions have in common."""
    most = min(len(old), len(new))
    begin = 0
    while begin < most and _alike(old[begin], new[begin]):
        begin += 1
    end = 0
    while end < most - begin and _alike(old[-1 - end], new[-1 - end]):
        end += 1
    return Common(begin, len(old) - end, len(new) - end)


def _alike(one: Passage, other: Passage) -> bool:
    return one.kind == other.kind and one.shape == other.shape


def renamed(
    pairs: Sequence[tuple[Passage, Passage]],
) -> tuple[dict[str, str], dict[str, str]] | None:
    """What slots and anchors of old passages are called in the new ones; None where that is not certain."""
    slots: dict[str, str] = {}
    names: dict[str, str] = {}
    for old, new in pairs:
        for known, before, now in ((slots, old.slots, new.slots), (names, old.names, new.names)):
            for one, other in zip(before, now, strict=True):
                if known.setdefault(one, other) != other:
                    return None
    return slots, names


def within(
    old: Sequence[Passage], new: Sequence[Passage], shared: Common
) -> tuple[int, ...] | None:
    """What all that has changed stands in, by the places of what begins it; None where it is not one."""
    changed = [*old[shared.begin : shared.old_end]], [*new[shared.begin : shared.new_end]]
    if not any(changed):
        return None
    around = min((one.around for one in (*changed[0], *changed[1])), key=len)
    for side in changed:
        depth = 0
        for one in side:
            depth += (one.kind == "begin") - (one.kind == "end")
            if depth < 0 or one.around[: len(around)] != around:
                return None
        if depth:
            return None
    return around


def children(
    passages: Sequence[Passage], around: tuple[int, ...], begin: int, end: int
) -> list[int]:
    """The places of what stands directly in something, from `begin` up to `end`."""
    return [
        n for n in range(begin, end)
        if passages[n].around == around and passages[n].kind != "end"
    ]  # fmt: skip


def end_of(passages: Sequence[Passage], begin: int) -> int:
    """The place where what begins at a place ends."""
    path = passages[begin].path
    return next(
        n for n in range(begin, len(passages))
        if passages[n].kind == "end" and passages[n].path == path
    )  # fmt: skip


def looked_at(passages: Sequence[Passage], place: int, ahead: int) -> int:
    """The last passage that was looked at to find out that a page ends before the one at `place`."""
    around = passages[place].around
    last = place
    while True:
        if passages[last].kind == "begin":
            last = end_of(passages, last)
        following = last + 1
        if ahead == 0 or following >= len(passages) or passages[following].around != around:
            return last
        if passages[following].kind == "end":
            return last
        last, ahead = following, ahead - 1
