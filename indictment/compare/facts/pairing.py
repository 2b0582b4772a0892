"""The paragraphs of two versions -> which are the same, which are new, gone, divided or joined."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from rapidfuzz import fuzz

from indictment.compare.facts.paragraphs import Placed
from indictment.model.redline import Change, ChangeKind
from indictment.value import dataclass

_SIMILAR = 50.0
"""How alike, in per cent, the words of two paragraphs are that are still the same one."""
_MOST = 200
"""How many paragraphs of a file are compared with one another by their words."""
_STAYS = ("changed", "moved", "formatting", "computed", "split", "joined")


@dataclass(frozen=True, slots=True)
class Paired:
    """The paragraphs of two versions. A position in `kept` names one of each version."""

    old: tuple[Placed, ...]
    new: tuple[Placed, ...]
    kept: Mapping[int, int] = field(default_factory=dict)
    """By the position in `new`, the position in `old`."""
    rests: Mapping[int, int] = field(default_factory=dict)
    """The same for the rest of a paragraph that was divided: by its position, that of the whole."""
    joined: frozenset[int] = frozenset()
    """Positions in `old` of what goes on in the paragraph before it."""

    @property
    def divided(self) -> Iterator[tuple[Placed, Placed]]:
        """Each rest of a paragraph that was divided: the old whole, the new rest."""
        for at, was in self.rests.items():
            yield self.old[was], self.new[at]

    @property
    def both(self) -> Iterator[tuple[Placed, Placed]]:
        """What is in both versions, in the new order: the old one, the new one."""
        for at, was in self.kept.items():
            yield self.old[was], self.new[at]

    @property
    def added(self) -> Iterator[Placed]:
        """What is only in the new version, and no rest of what was in the old one."""
        known = {*self.kept, *self.rests}
        return (one for at, one in enumerate(self.new) if at not in known)

    @property
    def withdrawn(self) -> Iterator[Placed]:
        """What is only in the old version, and does not go on in another paragraph."""
        still = {*self.kept.values(), *self.joined}
        return (one for at, one in enumerate(self.old) if at not in still)


def pair(old: tuple[Placed, ...], new: tuple[Placed, ...], changes: Sequence[Change]) -> Paired:
    """By label, then as `changes` say, then by the same words; what no change calls new or gone by
    similar words.
    """
    kept: dict[int, int] = {}
    free = dict(enumerate(old))

    def keep(at: int, was: int) -> None:
        if at not in kept and was in free:
            kept[at] = was
            del free[was]

    labels = {one.label: was for was, one in free.items() if one.label}
    for at, one in enumerate(new):
        if one.label in labels:
            keep(at, labels[one.label])
    for at, was in _as_said(old, new, changes):
        keep(at, was)
    same: dict[str, list[int]] = defaultdict(list)
    if len(kept) < len(new):
        for was, one in free.items():
            same[one.words].append(was)
    for at, one in enumerate(new):
        if at not in kept and (found := same.get(one.words)):
            keep(at, found.pop(0))
    come = {at: x for at, x in enumerate(new) if at not in kept}
    gone = dict(free)
    if changes:
        come = {at: x for at, x in come.items() if not _is_whole(x, changes, "inserted")}
        gone = {was: x for was, x in gone.items() if not _is_whole(x, changes, "deleted")}
        for at, was in _in_order(gone, come):
            keep(at, was)
            del come[at], gone[was]
    for at, was in _similar(gone, come):
        keep(at, was)
    return _divided(Paired(old, new, dict(sorted(kept.items()))), changes)


def _in_order(old: Mapping[int, Placed], new: Mapping[int, Placed]) -> list[tuple[int, int]]:
    """Where as many of a file are left in both versions, and no change calls them new or gone, they
    are the same, in order.
    """
    found: list[tuple[int, int]] = []
    for file in dict.fromkeys(one.file for one in new.values()):
        here = [at for at, one in new.items() if one.file == file]
        there = [was for was, one in old.items() if one.file == file]
        if len(here) == len(there):
            found += zip(here, there, strict=True)
    return found


def _divided(paired: Paired, changes: Sequence[Change]) -> Paired:
    """With what a change calls divided or joined."""
    rests: dict[int, int] = {}
    joined: set[int] = set()
    here = {one.block.anchor: at for at, one in enumerate(paired.new)}
    still = set(paired.kept.values())
    for change in changes:
        at = here.get(change.anchor)
        was = paired.kept.get(at, rests.get(at)) if at is not None else None
        if at is None or was is None:
            continue
        if change.kind == "split" and at + 1 < len(paired.new):
            if at + 1 not in paired.kept and paired.new[at + 1].file == paired.new[at].file:
                rests[at + 1] = was
        elif change.kind == "joined":
            gone = next((n for n in range(was + 1, len(paired.old)) if n not in joined), None)
            if gone is not None and gone not in still:
                joined.add(gone)
    return replace(paired, rests=rests, joined=frozenset(joined))


def _is_whole(placed: Placed, changes: Sequence[Change], kind: ChangeKind) -> bool:
    """True where a change calls the paragraph new or gone, and not only what is attached to it."""
    begin = "".join(placed.words.split())[:20]
    return any(
        change.kind == kind
        and change.anchor.removeprefix("was-") == placed.block.anchor
        and "".join("".join(p.text for p in change.passages).split()).startswith(begin)
        for change in changes
    )


def _as_said(
    old: Sequence[Placed], new: Sequence[Placed], changes: Sequence[Change]
) -> Iterator[tuple[int, int]]:
    """What a change names in both versions: by its anchors, else by its printed numbers."""
    was = {(one.file, one.number): at for at, one in enumerate(old) if one.number}
    now = {(one.file, one.number): at for at, one in enumerate(new) if one.number}
    left = {one.block.anchor: at for at, one in enumerate(old)}
    here = {one.block.anchor: at for at, one in enumerate(new)}
    for change in changes:
        if change.kind not in _STAYS:
            continue
        at = here.get(change.anchor)
        if at is None:
            at = now.get((change.file, whole_number(change.new_number)))
        if at is None:
            continue
        before = left.get(change.old_anchor.removeprefix("was-"))
        if before is None:
            before = was.get((new[at].file, whole_number(change.old_number)))
        if before is not None:
            yield at, before


def whole_number(number: str) -> str:
    """The paragraph of "32(a)(i)"."""
    return number.partition("(")[0]


def _similar(old: Mapping[int, Placed], new: Mapping[int, Placed]) -> Iterator[tuple[int, int]]:
    """The most alike first, within one file; a paragraph whose label went away is not taken."""
    scored: list[tuple[float, int, int]] = []
    for file in dict.fromkeys(one.file for one in new.values()):
        gone = [(w, o.words.split()) for w, o in old.items() if o.file == file and not o.label][
            :_MOST
        ]
        come = [(a, n.words.split()) for a, n in new.items() if n.file == file and not n.label][
            :_MOST
        ]
        for at, now in come:
            for was, then in gone:
                score = fuzz.ratio(now, then, score_cutoff=_SIMILAR)
                if score >= _SIMILAR:
                    scored.append((-score, at, was))
    for _, at, was in sorted(scored):
        yield at, was
