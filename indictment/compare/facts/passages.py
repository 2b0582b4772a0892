"""Paragraphs added, withdrawn and reworded: for each count and accused whom they concern."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from indictment.compare.facts import walk
from indictment.compare.facts.elements import pleads_here
from indictment.compare.facts.pairing import whole_number
from indictment.compare.facts.paragraphs import Placed
from indictment.compare.facts.versions import Versions, listed, numbers, runs_of
from indictment.model.redline import Amendment, Change

_REWORDED = ("inserted", "deleted", "changed", "split", "joined", "moved")
"""Kinds of change that, inside a paragraph that stays, change its words."""
_IN_PARAGRAPHS = ("quotation", "cell", "row", "figure", "item", "sub-paragraph", "paragraph")
_SAID = {"added": "new", "withdrawn": "withdrawn", "reworded": "reworded"}
Concerned = tuple[tuple[str, ...], tuple[str, ...]]


def amendments(versions: Versions) -> Iterator[Amendment]:
    """One amendment for all paragraphs of which the same is true.

    New and withdrawn paragraphs that plead an element of a count are amendments of that element.
    """
    paired = versions.paragraphs
    where = _Where(versions)
    added = [p for p in paired.added if not pleads_here(versions, p)]
    gone = [p for p in paired.withdrawn if not pleads_here(versions, p, old=True)]
    stays = {old: new for old, new in paired.both if where.is_reworded(old, new)}
    reworded = [*stays.values(), *(rest for _, rest in paired.divided)]
    order = {one: at for at, one in enumerate(paired.new)}
    where.old = {new: old for old, new in stays.items()}
    yield from _grouped(versions, where, "added", added)
    yield from _grouped(versions, where, "reworded", sorted(reworded, key=order.__getitem__))
    yield from _grouped(versions, where, "withdrawn", gone)


def _grouped(
    versions: Versions,
    where: "_Where",
    kind: Literal["added", "withdrawn", "reworded"],
    found: Sequence[Placed],
) -> Iterator[Amendment]:
    groups: dict[Concerned, list[Placed]] = {}
    is_old = kind == "withdrawn"
    for one in found:
        groups.setdefault(_concerned(versions, one, old=is_old), []).append(one)
    for (counts, accused), placed in groups.items():
        yield Amendment(
            kind,
            "paragraph",
            f"{_named(placed, old=is_old)} {'are' if len(placed) > 1 else 'is'} {_SAID[kind]}",
            counts=counts,
            accused=accused,
            paragraphs=numbers(placed, old=is_old),
            changes=where.changes(placed),
        )


def _concerned(versions: Versions, placed: Placed, *, old: bool) -> Concerned:
    if not old:
        return placed.counts, placed.accused
    return (
        tuple(versions.count_now.get(label, label) for label in placed.counts),
        tuple(versions.now.get(label, label) for label in placed.accused),
    )


class _Where:
    """The changes by the paragraph in which they stand."""

    def __init__(self, versions: Versions) -> None:
        self.known = versions.is_drawn
        paired = versions.paragraphs
        new = {anchor: one for one in paired.new for anchor in walk.anchors(one.block) if anchor}
        old = {anchor: one for one in paired.old for anchor in walk.anchors(one.block) if anchor}
        numbered = {(one.file, one.number): one for one in paired.new if one.number}
        was = {(one.file, one.number): one for one in paired.old if one.number}
        self.of: dict[Placed, list[Change]] = {}
        self.old: Mapping[Placed, Placed] = {}
        """The old paragraph of each that is reworded."""
        self.is_unsure = False
        """Whether a change stands in a paragraph, and it is not known in which."""
        for change in versions.changes:
            home: Placed | None
            if change.kind == "deleted":
                home = (
                    old.get(f"x-{change.label}" if change.label else "")
                    or was.get((change.file, whole_number(change.old_number)))
                    or old.get(_left(change.anchor))
                    # it stood in what is still there
                    or new.get(change.anchor)
                )
            else:
                home = new.get(change.anchor) or numbered.get(
                    (change.file, whole_number(change.new_number))
                )
            if home is not None:
                self.of.setdefault(home, []).append(change)
            elif (
                change.kind in _REWORDED
                and change.what in _IN_PARAGRAPHS
                and not change.anchor.startswith("exhibit-")
            ):
                self.is_unsure = True

    def is_reworded(self, old: Placed, new: Placed) -> bool:
        """True where the words of a paragraph that stays are others."""
        if not self.known:
            return old.words != new.words
        changes = (*self.of.get(new, ()), *self.of.get(old, ()))
        if any(one.kind in _REWORDED and _has_words(one) for one in changes):
            return True
        return self.is_unsure and old.words != new.words

    def changes(self, placed: Sequence[Placed]) -> tuple[int, ...]:
        """The numbers of the changes in some paragraphs."""
        both = [*placed, *(self.old[one] for one in placed if one in self.old)]
        return tuple(sorted({c.number for one in both for c in self.of.get(one, ())}))


def _has_words(change: Change) -> bool:
    """A move alone changes no word."""
    return change.kind != "moved" or any(
        passage.kind in ("inserted", "deleted") for passage in change.passages
    )


def _left(anchor: str) -> str:
    """The old anchor of what is deleted: that of a number is sure only where it says so."""
    if anchor.startswith(("was-", "x-")):
        return anchor.removeprefix("was-")
    return ""


def _named(placed: Sequence[Placed], *, old: bool) -> str:
    """Such as "Paragraphs 3, 5 to 8 and 12"; those without a number are counted."""
    parts = runs_of([one.number for one in placed if one.number])
    bare = sum(not one.number for one in placed)
    if not parts:
        words = (
            f"{bare} paragraphs without a number" if bare > 1 else "A paragraph without a number"
        )
    else:
        if bare:
            parts.append(f"{bare if bare > 1 else 'one'} without a number")
        words = f"Paragraph{'s' * (len(placed) > 1)} {listed(parts)}"
    return f"{words} of the old version" if old else words
