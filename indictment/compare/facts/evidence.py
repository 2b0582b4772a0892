"""The exhibits: added, dropped, dated, described or classified otherwise, their files replaced; and what each count cites."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from indictment.compare.facts import exhibit_file, showing
from indictment.compare.facts.paragraphs import Placed
from indictment.compare.facts.versions import Versions, numbers
from indictment.model.indictment import ListedExhibitRow
from indictment.model.matter import ListedExhibit
from indictment.model.redline import Amendment

_DESCRIBED = (
    ("title", "title"),
    ("short", "short title"),
    ("kind", "kind"),
    ("role", "role"),
    ("author", "author"),
    ("symbol", "symbol"),
    ("vote", "vote"),
    ("url", "public address"),
    ("held", "place where it is held"),
    ("ern", "registration number"),
    ("language", "language"),
    ("translation_of", "original of which it is a translation"),
    ("witness", "witness through whom it comes"),
    ("pages", "number of pages"),
    ("first_page", "number of its first page"),
    ("paras", "places of its paragraphs"),
    ("facts", "list of what it proves"),
    ("custody", "chain of custody"),
    ("no_pinpoint", "reason for citing it without a page"),
)
"""What an entry says, and what it is called. Custody and paragraphs are named, not repeated."""
_NOT_REPEATED = ("custody", "paras")


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The amendments of the exhibit list, then of what is cited in each count."""
    yield from _Exhibits(versions).amendments()


class _Exhibits:
    """The exhibits of both versions."""

    def __init__(self, versions: Versions) -> None:
        self.versions = versions
        self.old = {one.label: one for one in versions.before.matter.exhibits}
        self.new = {one.label: one for one in versions.after.matter.exhibits}
        self.rows_before = {one.label: one for one in versions.before.exhibits}
        self.rows = {one.label: one for one in versions.after.exhibits}
        self.was = versions.exhibit_was

    def amendments(self) -> Iterator[Amendment]:
        cited = _citing(self.versions.paragraphs.new)
        cited_before = _citing(self.versions.paragraphs.old)
        for label, listed in self.new.items():
            placed = cited.get(label, [])
            if label not in self.was:
                yield Amendment(
                    "added", "exhibit", f"{self._name(label)} is added",
                    "", _description(self.rows.get(label)),
                    _counts(placed), (), numbers(placed), changes=self._rows(label),
                )  # fmt: skip
            else:
                yield from self._changed(self.old[self.was[label]], listed, placed)
        still = set(self.was.values())
        for label in self.old:
            if label not in still:
                placed = cited_before.get(label, [])
                counts = tuple(self.versions.count_now.get(c, c) for c in _counts(placed))
                yield Amendment(
                    "withdrawn", "exhibit", f"{self._name(label, old=True)} is dropped",
                    _description(self.rows_before.get(label)), "",
                    counts, (), numbers(placed, old=True), changes=self._rows(label),
                )  # fmt: skip
        yield from self._cited_by_count(cited, cited_before)

    def _changed(
        self, old: ListedExhibit, new: ListedExhibit, placed: list[Placed]
    ) -> Iterator[Amendment]:
        counts, paragraphs = _counts(placed), numbers(placed)
        name, changes = self._name(new.label), self._rows(new.label)
        for one in self._entry(old, new, name):
            yield replace(one, counts=counts, paragraphs=paragraphs, changes=changes)
        if file := exhibit_file.amendment(self.versions, old, new, name):
            yield replace(file, counts=counts, paragraphs=paragraphs)

    def _entry(self, old: ListedExhibit, new: ListedExhibit, name: str) -> Iterator[Amendment]:
        """What the list says otherwise of an exhibit."""
        if old.entry.date != new.entry.date:
            before, after = self.rows_before.get(old.label), self.rows.get(new.label)
            shown = (before.date if before else "", after.date if after else "")
            yield Amendment("re-dated", "exhibit", f"{name} is dated otherwise", *shown)
        for key, called in _DESCRIBED:
            was, now = getattr(old.entry, key), getattr(new.entry, key)
            if was != now:
                shown = ("", "") if key in _NOT_REPEATED else (_plain(was), _plain(now))
                yield Amendment("reworded", "exhibit", f"The {called} of {name} is another", *shown)
        if old.entry.captured != new.entry.captured:
            words = f"{name} was read or captured on another day"
            shown = (_plain(old.entry.captured), _plain(new.entry.captured))
            yield Amendment("re-dated", "exhibit", words, *shown)
        if old.entry.classification != new.entry.classification:
            shown = (old.entry.classification, new.entry.classification)
            yield Amendment("replaced", "exhibit", f"{name} is classified otherwise", *shown)

    def _rows(self, label: str) -> tuple[int, ...]:
        """The changes of its row in the list of exhibits."""
        return showing.at_anchors(self.versions, (f"exhibit-{label}",))

    def _cited_by_count(
        self, cited: Mapping[str, list[Placed]], before: Mapping[str, list[Placed]]
    ) -> Iterator[Amendment]:
        """Exhibits that both versions list, by the counts that cite them now and did not, or the reverse."""
        kept = self.versions.count_now
        for was_count, now_count in kept.items():
            for label, was in self.was.items():
                here = [p for p in cited.get(label, []) if now_count in p.counts]
                there = [p for p in before.get(was, []) if was_count in p.counts]
                count = next(n.name for _, n in self.versions.counts if n and n.label == now_count)
                if here and not there:
                    words = f"{self._name(label)} is now cited for {count}"
                    yield Amendment(
                        "added", "exhibit", words, counts=(now_count,), paragraphs=numbers(here)
                    )
                elif there and not here:
                    words = f"{self._name(label)} is no longer cited for {count}"
                    yield Amendment(
                        "withdrawn", "exhibit", words,
                        counts=(now_count,), paragraphs=numbers(there, old=True),
                    )  # fmt: skip

    def _name(self, label: str, *, old: bool = False) -> str:
        row = (self.rows_before if old else self.rows).get(label)
        listed = (self.old if old else self.new)[label]
        title = listed.entry.short or listed.entry.title
        return f"{row.mark} ({title})" if row and row.mark else title


def _citing(placed: tuple[Placed, ...]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for one in placed:
        for label in one.cited:
            found.setdefault(label, []).append(one)
    return found


def _counts(placed: list[Placed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(count for one in placed for count in one.counts))


def _description(row: ListedExhibitRow | None) -> str:
    if row is None:
        return ""
    parts = (row.author, row.title, row.symbol, row.date, row.url)
    return ", ".join(part for part in parts if part)


def _plain(value: object) -> str:
    if value is None:
        return ""
    return "; ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)
