"""Two versions of a part -> where they differ, and what stands around that."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from indictment.render.pdf.again.passages import Passage
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Passages `begin` <= n < `end` of the old version are others in the new one; `around` are those that
    begin what they stand in (by their places in the old version).
    """

    begin: int
    end: int
    around: tuple[int, ...]


class Versions:
    """Two versions of a part, the passages that they have in common, and the changes between them. Raises
    ValueError where something is no change within one thing, as where a section ends elsewhere.
    """

    def __init__(self, old: Sequence[Passage], new: Sequence[Passage]) -> None:
        self.old, self.new = old, new
        shapes, now_shapes = [[(p.kind, p.shape) for p in side] for side in (old, new)]
        matched = SequenceMatcher(None, shapes, now_shapes, autojunk=False).get_opcodes()
        self._now = {
            was + n: now + n
            for kind, was, end, now, _ in matched
            if kind == "equal"
            for n in range(end - was)
        }
        self._new_at = {one.path: n for n, one in enumerate(new) if one.kind != "end"}
        self._was = {now: was for was, now in self._now.items()}
        self.changes = [
            Change(was, end, self._around(old[was:end], new[now:new_end]))
            for kind, was, end, now, new_end in matched
            if kind != "equal"
        ]

    def at(self, path: tuple[int, ...]) -> int:
        """The place of a passage in the new version by its path."""
        return self._new_at[path]

    def now(self, place: int) -> int | None:
        """The place in the new version of a passage of the old one; None for one that is not there."""
        return self._now.get(place)

    def named(self) -> tuple[dict[str, str], dict[str, str]]:
        """What slots and anchors of the old version are called in the new one. Raises ValueError where that
        is not certain.
        """
        slots: dict[str, str] = {}
        names: dict[str, str] = {}
        for was, now in self._now.items():
            old, new = self.old[was], self.new[now]
            for known, before, after in (
                (slots, old.slots, new.slots),
                (names, old.names, new.names),
            ):
                for one, other in zip(before, after, strict=True):
                    if known.setdefault(one, other) != other:
                        raise ValueError(f"{one} is {known[one]} and {other}")
        return slots, names

    def _around(self, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[int, ...]:
        """What all that has changed stands in."""
        found = {side for side in (_within(old), self._before(_within(new))) if side is not None}
        if len(found) != 1:
            raise ValueError("something begins or ends elsewhere")
        return found.pop()

    def _before(self, around: tuple[int, ...] | None) -> tuple[int, ...] | None:
        if around is None:
            return None
        places = tuple(self._was.get(n, -1) for n in around)
        if -1 in places:
            raise ValueError("something else stands around it")
        return places


def _within(passages: Sequence[Passage]) -> tuple[int, ...] | None:
    """What these passages stand in; None where there are none."""
    if not passages:
        return None
    around = min((one.around for one in passages), key=len)
    depths = list(_depths(passages))
    if min(depths) < 0 or depths[-1] or any(p.around[: len(around)] != around for p in passages):
        raise ValueError("something begins or ends elsewhere")
    return around


def _depths(passages: Sequence[Passage]) -> Iterator[int]:
    depth = 0
    for one in passages:
        depth += (one.kind == "begin") - (one.kind == "end")
        yield depth


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
