"""Two indictments -> their accused, counts and paragraphs paired, and what a reader calls each."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from rapidfuzz import fuzz

from indictment.compare.facts import pleaded
from indictment.compare.facts.pairing import Paired, pair
from indictment.compare.facts.paragraphs import Placed, placed
from indictment.compare.facts.pleaded import Pleaded
from indictment.model.indictment import Accused, Indictment
from indictment.model.matter import ListedExhibit
from indictment.model.redline import Change
from indictment.value import dataclass

_SIMILAR_TITLE = 60.0
"""How alike, in per cent, the titles of two counts of one offence are that are the same count."""
_SAME_TITLE = 90.0
"""The same of two counts of different offences."""


@dataclass(frozen=True, eq=False)
class Versions:
    """The old and the new version of an indictment, and the changes between their pages."""

    before: Indictment
    after: Indictment
    changes: Sequence[Change] = ()
    is_drawn: bool = False
    """Whether the pages were compared: then nothing is reworded where `changes` say nothing."""

    @cached_property
    def changes_at(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the changes by their anchors, those of the old version without what says so."""
        found: dict[str, list[int]] = {}
        for change in self.changes:
            found.setdefault(change.anchor.removeprefix("was-"), []).append(change.number)
        return {anchor: tuple(numbers) for anchor, numbers in found.items()}

    # --- the accused -------------------------------------------------------------------------------

    @cached_property
    def accused(self) -> tuple[tuple[Accused | None, Accused | None], ...]:
        """Old and new of each accused, in the new order, then those who are gone.

        They pair by label, else by their full names.
        """
        old = {one.label: one for one in self.before.accused}
        new = {one.label for one in self.after.accused}
        names = {one.name: one for one in self.before.accused if one.label not in new}
        pairs: list[tuple[Accused | None, Accused | None]] = []
        for one in self.after.accused:
            was = old.get(one.label) or names.pop(one.name, None)
            pairs.append((was, one))
        met = {was.label for was, _ in pairs if was}
        return (*pairs, *((one, None) for one in self.before.accused if one.label not in met))

    @cached_property
    def now(self) -> dict[str, str]:
        """The new label of each accused by the old one, where there is one."""
        return {was.label: now.label for was, now in self.accused if was and now}

    def name(self, label: str) -> str:
        """An accused as written for a heading: "Edric Tollan"."""
        return self._names.get(label, label)

    def names(self, labels: Iterable[str]) -> str:
        """Several accused in a row."""
        return listed([self.name(label) for label in labels])

    @cached_property
    def _names(self) -> Mapping[str, str]:
        both = (*self.before.accused, *self.after.accused)
        return {one.label: one.heading for one in both}

    # --- the counts --------------------------------------------------------------------------------

    @cached_property
    def counts(self) -> tuple[tuple[Pleaded | None, Pleaded | None], ...]:
        """Old and new of each count, in the new order, then those that are gone."""
        old = {one.label: one for one in pleaded.counts(self.before)}
        new = pleaded.counts(self.after)
        pairs = {one.label: old.pop(one.label, None) for one in new}
        alone = [one for one in new if pairs[one.label] is None]
        scored = [
            (-score, there, here)
            for here, now in enumerate(alone)
            for there, was in enumerate(old.values())
            if (score := _likeness(was, now))
        ]
        gone = list(old.values())
        for _, there, here in sorted(scored):
            if pairs[alone[here].label] is None and gone[there].label in old:
                pairs[alone[here].label] = old.pop(gone[there].label)
        return (*((pairs[one.label], one) for one in new), *((one, None) for one in old.values()))

    @cached_property
    def count_now(self) -> Mapping[str, str]:
        """The new label of each count by the old one, where there is one."""
        return {was.label: now.label for was, now in self.counts if was and now}

    # --- the paragraphs ----------------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> Paired:
        """The paragraphs of both versions, paired."""
        return pair(placed(self.before, self.called), placed(self.after), self.changes)

    @cached_property
    def called(self) -> dict[str, str]:
        """The new label of each accused and exhibit with another one, by the old one."""
        known = self.now | {was: now for now, was in self.exhibit_was.items()}
        return {was: now for was, now in known.items() if was != now}

    # --- the exhibits ------------------------------------------------------------------------------

    @cached_property
    def exhibit_was(self) -> Mapping[str, str]:
        """The old label of each exhibit by the new one, where both versions list it.

        It is the same label, or that of the same file, or of a document that is the same in all
        that names it.
        """
        old = {one.label: one for one in self.before.matter.exhibits}
        new = self.after.matter.exhibits
        found = {one.label: one.label for one in new if one.label in old}
        free = {_identity(self.before, x): label for label, x in old.items() if label not in found}
        for one in new:
            if one.label not in found and (was := free.pop(_identity(self.after, one), "")):
                found[one.label] = was
        return found


def file_hash(indictment: Indictment, listed: ListedExhibit) -> str:
    """The SHA-256 of an exhibit's file as it is; as its entry says where the file was not read."""
    facts = indictment.exhibit_facts.get(listed.label)
    return (facts.sha256 if facts else "") or listed.entry.sha256


def _identity(indictment: Indictment, listed: ListedExhibit) -> tuple[str, ...]:
    if file := file_hash(indictment, listed):
        return (file,)
    entry = listed.entry
    return (entry.title, entry.author, entry.symbol, str(entry.date or ""), entry.url)


def numbers(found: Iterable[Placed], *, old: bool = False) -> tuple[str, ...]:
    """The printed numbers of paragraphs, those of the old version said to be so."""
    return tuple(f"{one.number} (old)" if old else one.number for one in found if one.number)


def listed(words: Sequence[str]) -> str:
    """Words in a row: "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def runs(found: Sequence[str]) -> str:
    """Numbers in a row: "3, 5 to 8 and 12"."""
    return listed(runs_of(found))


def runs_of(found: Sequence[str]) -> list[str]:
    """Numbers that follow one another, from the first to the last: 5, 6, 7 is "5 to 7"."""
    runs: list[list[str]] = []
    for number in found:
        last = runs[-1][-1] if runs else ""
        if last.isdecimal() and number.isdecimal() and int(number) == int(last) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else run
    return parts


def _likeness(was: Pleaded, now: Pleaded) -> float:
    """How alike two counts of different labels are; 0 where they are not the same count."""
    score = fuzz.ratio(was.count.title.casefold(), now.count.title.casefold())
    same_offence = bool(was.count.offence) and was.count.offence == now.count.offence
    if score < (_SIMILAR_TITLE if same_offence else _SAME_TITLE):
        return 0.0
    return score + 100.0 * same_offence
