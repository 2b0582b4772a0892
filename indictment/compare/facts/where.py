"""The changes of a redline by the paragraph in which they stand."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from indictment.compare.facts import walk
from indictment.compare.facts.pairing import whole_number
from indictment.compare.facts.paragraphs import Placed
from indictment.compare.facts.versions import Versions
from indictment.model.redline import Change

_REWORDED = ("inserted", "deleted", "changed", "split", "joined", "moved")
"""Kinds of change that, inside a paragraph that stays, change its words."""
_IN_PARAGRAPHS = ("quotation", "cell", "row", "figure", "item", "sub-paragraph", "paragraph")


@lru_cache(maxsize=1)
def where(versions: Versions) -> "Where":
    """The changes of two versions by their paragraphs. Kept for whoever asks next."""
    return Where(versions)


class Where:
    """The changes by the paragraph in which they stand."""

    def __init__(self, versions: Versions) -> None:
        self.known = versions.is_drawn
        paired = versions.paragraphs
        new = {anchor: one for one in paired.new for anchor in walk.anchors(one.block) if anchor}
        old = {anchor: one for one in paired.old for anchor in walk.anchors(one.block) if anchor}
        numbered = {(one.file, one.number): one for one in paired.new if one.number}
        was = {(one.file, one.number): one for one in paired.old if one.number}
        self.of: dict[Placed, list[Change]] = {}
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

    def changes(self, placed: Sequence[Placed], old: Mapping[Placed, Placed]) -> tuple[int, ...]:
        """The numbers of the changes in some paragraphs; `old` has that of each which is reworded."""
        both = [*placed, *(old[one] for one in placed if one in old)]
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
