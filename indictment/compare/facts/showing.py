"""An amendment -> the changes of the page in which a reader sees it, by their numbers.

Where nothing on the page shows it (an attribute of a paragraph, the file of an exhibit) it has none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property

from indictment.compare.facts.paragraphs import Placed
from indictment.compare.facts.versions import Versions
from indictment.compare.facts.where import where
from indictment.model.indictment import Count
from indictment.model.redline import Amendment, Change
from indictment.value import dataclass

_OF_CHARGES = (
    "offence", "conduct", "mode", "alternative", "period", "place", "incorporation", "accused",
)  # fmt: skip
_TITLE = re.compile(r" \(|, ")
"""What ends the title of an office: its body, its dates."""
_SHORTEST = 4
"""Letters: shorter words would be found anywhere."""


@dataclass(frozen=True, eq=False)
class Showing:
    """The changes between two versions, asked amendment by amendment."""

    versions: Versions
    _under: dict[tuple[str, ...], list[Change]] = field(default_factory=dict)
    """The changes under the headings of some counts, found once."""

    def shown(self, one: Amendment) -> Amendment:
        """The amendment with its changes, where it does not have them yet."""
        if not self.versions.changes or (one.changes and one.subject != "exhibit"):
            return one
        numbers = {*one.changes, *(change.number for change in self._of(one))}
        return replace(one, changes=tuple(sorted(numbers)))

    def _of(self, one: Amendment) -> Iterable[Change]:
        match one.subject:
            case "count":
                return self._of_count(one)
            case "element":
                return self._in_paragraphs(one)
            case "exhibit" if one.kind in ("added", "withdrawn"):
                return self._in_paragraphs(one)
            case "office" | "particulars":
                return self._of_accused(one)
            case "instrument":
                caption = [c for c in self.versions.changes if not c.place]
                return _matching((one.old, one.new), caption)
            case "person":
                return _matching((one.old, one.new), self.versions.changes)
            case "accused" if not one.counts:
                files = self._files(one)
                return [c for c in self.versions.changes if c.file in files]
            case subject if subject in _OF_CHARGES:
                heads = [c for c in self._under_counts(one) if c.what == "charge"]
                sought = (one.old, one.new)
                if subject == "accused":
                    sought = ("; ".join(map(self.versions.name, one.accused)),) * 2
                return list(_matching(sought, heads)) or heads
        return ()

    # --- counts ------------------------------------------------------------------------------------

    def _of_count(self, one: Amendment) -> Iterable[Change]:
        """All of a count that is new or gone; of one that stays what shows the old or new words."""
        under = [*self._under_counts(one), *self._headings(one)]
        if one.kind in ("added", "withdrawn"):
            kind = "inserted" if one.kind == "added" else "deleted"
            return [change for change in under if change.kind == kind]
        heads = [c for c in under if c.what in ("charge", "heading")]
        return _matching((one.old, one.new), heads)

    def _under_counts(self, one: Amendment) -> list[Change]:
        if one.counts not in self._under:
            self._under[one.counts] = self._found_under(self._counts(one))
        return self._under[one.counts]

    def _found_under(self, counts: Sequence[Count]) -> list[Change]:
        return [
            change
            for change in self.versions.changes
            if any(_is_headed(place, count) for place in change.place[-2:] for count in counts)
            and self._is_of_text(change)
        ]

    def _headings(self, one: Amendment) -> Iterator[Change]:
        counts = self._counts(one)
        for change in self.versions.changes:
            if change.what == "heading" and self._is_of_text(change):
                said = {_text(change, "inserted"), _text(change, "deleted")}
                if any(_is_headed(words, count) for words in said for count in counts):
                    yield change

    def _counts(self, one: Amendment) -> list[Count]:
        """The counts that an amendment is about, as both versions print them."""
        pairs = [
            (was, now)
            for was, now in self.versions.counts
            if (now or was) is not None and any(x and x.label in one.counts for x in (now, was))
        ]
        return [side.count for pair in pairs for side in pair if side is not None]

    @cached_property
    def _count_files(self) -> frozenset[str]:
        """The files in which counts stand: a table of elements names counts too."""
        both = (self.versions.before, self.versions.after)
        return frozenset(group.file for version in both for group in version.counts)

    def _is_of_text(self, change: Change) -> bool:
        return change.file in self._count_files

    # --- accused -----------------------------------------------------------------------------------

    def _of_accused(self, one: Amendment) -> Iterable[Change]:
        files = self._files(one)
        own = [c for c in self.versions.changes if c.file in files and c.what != "paragraph"]
        caption = [c for c in self.versions.changes if not c.place]
        sought = one.old, one.new
        if one.subject == "office":
            sought = _TITLE.split(one.old)[0], _TITLE.split(one.new)[0]
        return list(_matching(sought, [*caption, *own])) or own

    def _files(self, one: Amendment) -> frozenset[str]:
        both = (*self.versions.before.accused, *self.versions.after.accused)
        return frozenset(each.span.file for each in both if each.label in one.accused)

    # --- paragraphs --------------------------------------------------------------------------------

    def _in_paragraphs(self, one: Amendment) -> Iterator[Change]:
        wanted = {number.removesuffix(" (old)") for number in one.paragraphs}
        is_old = any(number.endswith(" (old)") for number in one.paragraphs)
        paired = self.versions.paragraphs
        for placed in paired.old if is_old else paired.new:
            if placed.number in wanted and self._concerns(placed, one):
                yield from where(self.versions).of.get(placed, ())

    def _concerns(self, placed: Placed, one: Amendment) -> bool:
        """A number may be printed in several series: of the count it is one only."""
        now = self.versions.count_now
        counts = {now.get(label, label) for label in placed.counts}
        counts |= {now.get(plea.count, plea.count) for plea in placed.pleas}
        return not one.counts or bool(counts.intersection(one.counts))


def at_anchors(versions: Versions, anchors: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the changes at some anchors, of either version."""
    found = (versions.changes_at.get(anchor, ()) for anchor in dict.fromkeys(anchors) if anchor)
    return tuple(sorted({number for numbers in found for number in numbers}))


def under(versions: Versions, heading: str) -> tuple[int, ...]:
    """The numbers of the changes in a part of the new version, its heading among them."""
    plain = _plain(heading)
    return tuple(
        change.number
        for change in versions.changes
        if plain in map(_plain, change.place[:1])
        or (change.what == "heading" and _text(change, "inserted") == plain)
    )


def _is_headed(heading: str, count: Count) -> bool:
    """Whether a heading is that of a count, however the court writes it."""
    plain = _plain(heading)
    number = rf"(?<!\w){re.escape(_plain(count.printed))}(?!\w)"
    return plain.endswith(_plain(count.title)) and re.search(number, plain) is not None


def _matching(sought: tuple[str, str], changes: Sequence[Change]) -> Iterator[Change]:
    """The changes whose old words hold what is sought in the old version, or whose new words do."""
    old, new = (
        [part for part in map(_plain, words.split("; ")) if len(part) >= _SHORTEST]
        for words in sought
    )
    for change in changes:
        if any(part in _text(change, "deleted") for part in old) or any(
            part in _text(change, "inserted") for part in new
        ):
            yield change


def _text(change: Change, side: str) -> str:
    """The words of a change in the old version ("deleted") or the new one ("inserted")."""
    kinds = ("kept", "formatted", side, *(["computed"] if side == "inserted" else []))
    return _plain("".join(p.text for p in change.passages if p.kind in kinds and not p.note))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
