"""An indictment -> its paragraphs: where each stands, what it pleads, what it cites; and two of them paired."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from indictment.compare.facts import walk
from indictment.model.blocks import Block, Paragraph
from indictment.model.indictment import Indictment
from indictment.model.redline import Change

_SIMILAR = 50.0
"""How alike, in per cent, the words of two paragraphs are that are still the same one."""
_MOST = 200
"""How many paragraphs of a file are compared with one another by their words."""
_STAYS = ("changed", "moved", "formatting", "computed", "split", "joined")


@dataclass(frozen=True, slots=True)
class Plea:
    """An element that a paragraph pleads, and the accused whom it names; () for all of the count."""

    count: str
    element: str
    accused: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A paragraph with its place. `counts` are those whose particulars it stands in, or whose
    elements it pleads; `accused` those whom it names or on whose part it stands, () for all.
    """

    block: Paragraph
    file: str
    counts: tuple[str, ...]
    accused: tuple[str, ...]
    pleas: tuple[Plea, ...]
    cited: tuple[str, ...]

    @property
    def number(self) -> str:
        """The printed number."""
        return self.block.number

    @property
    def label(self) -> str:
        """The label, "" where it has none."""
        return self.block.label or ""

    @property
    def words(self) -> str:
        """The words, without what the tool writes."""
        return walk.words(self.block)


@dataclass(frozen=True, slots=True)
class Paired:
    """The paragraphs of two versions. A position in `kept` names one of each version."""

    old: tuple[Placed, ...]
    new: tuple[Placed, ...]
    kept: Mapping[int, int] = field(default_factory=dict)
    """By the position in `new`, the position in `old`."""

    @property
    def both(self) -> Iterator[tuple[Placed, Placed]]:
        """What is in both versions, in the new order: the old one, the new one."""
        for at, was in self.kept.items():
            yield self.old[was], self.new[at]

    @property
    def added(self) -> Iterator[Placed]:
        """What is only in the new version."""
        return (one for at, one in enumerate(self.new) if at not in self.kept)

    @property
    def withdrawn(self) -> Iterator[Placed]:
        """What is only in the old version."""
        still = set(self.kept.values())
        return (one for at, one in enumerate(self.old) if at not in still)


def placed(indictment: Indictment) -> tuple[Placed, ...]:
    """The paragraphs of the indictment, in the order of its parts."""
    found: list[Placed] = []
    for accused in indictment.accused:
        found += _in(accused.blocks, accused.span.file, (), (accused.label,))
    for section in indictment.statement:
        found += _in(section.blocks, section.file, (), ())
    for group in indictment.counts:
        found += _in(group.blocks, group.file, tuple(c.label for c in group.counts), ())
    for section in (*indictment.annexes, *indictment.schedules):
        found += _in(section.blocks, section.file, (), ())
    return tuple(found)


def pair(old: tuple[Placed, ...], new: tuple[Placed, ...], changes: Sequence[Change]) -> Paired:
    """By label, then as `changes` say, then by the same words; without `changes` by similar words."""
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
    anchors = {one.block.anchor: was for was, one in free.items()}
    here = {one.block.anchor: at for at, one in enumerate(new) if at not in kept}
    for change in changes:
        if change.kind in _STAYS and change.anchor in here and change.old_anchor in anchors:
            keep(here[change.anchor], anchors[change.old_anchor])
    same: dict[str, list[int]] = defaultdict(list)
    if len(kept) < len(new):
        for was, one in free.items():
            same[one.words].append(was)
    for at, one in enumerate(new):
        if at not in kept and (found := same.get(one.words)):
            keep(at, found.pop(0))
    if not changes:
        for at, was in _similar(free, {at: x for at, x in enumerate(new) if at not in kept}):
            keep(at, was)
    return Paired(old, new, dict(sorted(kept.items())))


def _similar(old: Mapping[int, Placed], new: Mapping[int, Placed]) -> Iterator[tuple[int, int]]:
    """The most alike first, within one file; a paragraph whose label went away is not taken."""
    scored: list[tuple[float, int, int]] = []
    for file in dict.fromkeys(one.file for one in new.values()):
        gone = [(w, o.words) for w, o in old.items() if o.file == file and not o.label][:_MOST]
        come = [(a, n.words) for a, n in new.items() if n.file == file and not n.label][:_MOST]
        for at, now in come:
            for was, then in gone:
                score = fuzz.ratio(now, then, score_cutoff=_SIMILAR)
                if score >= _SIMILAR:
                    scored.append((-score, at, was))
    for _, at, was in sorted(scored):
        yield at, was


def _in(
    blocks: Sequence[Block], file: str, counts: tuple[str, ...], accused: tuple[str, ...]
) -> Iterator[Placed]:
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        named = block.defendants or accused
        pleas = [Plea(s.count, s.element, named) for s in block.serves]
        for item in walk.items(block):
            pleas += [Plea(s.count, s.element, item.defendants or named) for s in item.serves]
        served = tuple(dict.fromkeys(plea.count for plea in pleas))
        yield Placed(
            block=block,
            file=file,
            counts=counts or served,
            accused=named,
            pleas=tuple(dict.fromkeys(pleas)),
            cited=walk.cited(block),
        )
