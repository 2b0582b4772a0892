"""Redline -> the schedule of amendments, in the order in which every form of it is read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from indictment.model.protected import withheld
from indictment.model.redline import (
    Amendment,
    Change,
    ChangeKind,
    LostSupport,
    Marked,
    Redline,
    Renumbered,
    Revision,
)
from indictment.render.redline import wording
from indictment.value import dataclass

_NUMBER = re.compile(r"(.*?)(\d+)(\D*)", re.DOTALL)
_EVIDENCE = ("added", "withdrawn", "replaced")
"""What happens to an exhibit that is said at the counts too, not only in the list of exhibits."""
_INSTRUMENT = ("instrument",)
_ACCUSED = ("accused", "particulars", "office")


@dataclass(frozen=True, slots=True)
class Line:
    """An amendment, with the names of the accused whom it concerns."""

    amendment: Amendment
    accused: tuple[str, ...]

    @property
    def why(self) -> str:
        """Why it is flagged, without saying again that it is; what else the reader must know."""
        flagged = self.amendment.possible_new_charge
        return wording.why(self.amendment) if flagged else self.amendment.reason


@dataclass(frozen=True, slots=True)
class Group:
    """What the schedule says of one count (by number and title), or of what is no count.

    `flagged` are possible new charges, first; `lines` has all, those first.
    """

    kind: Literal["instrument", "accused", "person", "count", "text"]
    lines: tuple[Line, ...]
    number: str = ""
    title: str = ""
    is_withdrawn: bool = False
    keeps_number: bool = False
    """True of a withdrawn count that is printed as withdrawn under its number."""

    @property
    def flagged(self) -> int:
        """How many are possible new charges."""
        return sum(line.amendment.possible_new_charge for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers that are all printed otherwise by the same step: 9 to 40 are now 10 to 41."""

    kind: str
    old: str
    new: str
    old_last: str = ""
    new_last: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """The schedule of amendments of one redline."""

    old: Revision
    new: Revision
    old_version: str
    new_version: str
    """What the two are called: the instrument, its date, and from where it was taken."""
    confidential: bool
    marked: Marked
    totals: tuple[tuple[ChangeKind, int], ...]
    """How many changes there are of each kind, those that there are."""
    flagged: tuple[Line, ...]
    groups: tuple[Group, ...]
    changes: tuple[Change, ...]
    concordance: tuple[Row, ...]
    evidence: tuple[Line, ...]
    unsupported: tuple[LostSupport, ...]
    templates: tuple[str, ...]
    uncompared: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to say."""
        return not (
            self.groups or self.changes or self.concordance or self.evidence
            or self.unsupported or self.templates or self.uncompared
        )  # fmt: skip


def schedule(redline: Redline) -> Schedule:
    """The schedule of a redline."""
    lines = tuple(Line(one, _names(redline, one.accused)) for one in redline.amendments)
    kinds = Counter(change.kind for change in redline.changes)
    return Schedule(
        old=redline.old,
        new=redline.new,
        old_version=wording.version(redline.old, redline.before),
        new_version=wording.version(redline.new, redline.after),
        confidential=redline.before.confidential or redline.after.confidential,
        marked=redline.marked,
        totals=tuple((kind, kinds[kind]) for kind in get_args(ChangeKind) if kinds[kind]),
        flagged=tuple(line for line in lines if line.amendment.possible_new_charge),
        groups=tuple(_groups(redline, lines)),
        changes=changes(redline),
        concordance=tuple(rows(redline.renumbered)),
        evidence=tuple(line for line in lines if line.amendment.subject == "exhibit"),
        unsupported=redline.unsupported,
        templates=redline.templates,
        uncompared=redline.uncompared,
    )


def changes(redline: Redline) -> tuple[Change, ...]:
    """The changes without names of persons who are protected in either version."""
    without = withheld(redline.before, redline.after)
    if not without.names:
        return redline.changes
    return tuple(
        replace(
            change,
            passages=tuple(replace(one, text=without(one.text)) for one in change.passages),
            place=tuple(map(without, change.place)),
        )
        for change in redline.changes
    )


def evidence_of(redline: Redline) -> Mapping[str, tuple[str, ...]]:
    """The marks (or titles) of the exhibits cited in each paragraph.

    By its anchor and, where numbers run through the document, by its number; "was-" before both where
    the old version is meant.
    """
    found: dict[str, dict[str, None]] = {}
    without = withheld(redline.before, redline.after)
    for before, version in (("was-", redline.before), ("", redline.after)):
        is_one_row = version.court.numbering == "continuous"
        for row in version.exhibits:
            for place in row.cited_in:
                keys = [place.anchor]
                if is_one_row and place.kind == "paragraph":
                    keys.append(place.text)
                for key in keys:
                    found.setdefault(before + key, {})[row.mark or without(row.title)] = None
    return {key: tuple(marks) for key, marks in found.items()}


def cited_at(change: Change, evidence: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What is cited where a change stands: in the new version, or in the old one if it is gone."""
    if change.kind == "deleted":
        keys = [f"was-x-{change.label}", f"was-{_paragraph(change.old_number)}", change.anchor]
    else:
        keys = [change.anchor, _paragraph(change.new_number)]
    return next((evidence[key] for key in keys if key in evidence), ())


def _paragraph(number: str) -> str:
    """The paragraph of "32(a)(i)"."""
    return number.partition("(")[0]


def rows(renumbered: Iterable[Renumbered]) -> Iterator[Row]:
    """The concordance, numbers that move by one step in one row."""
    run: list[Renumbered] = []
    for one in renumbered:
        if run and not _follows(run[-1], one):
            yield _row(run)
            run = []
        run.append(one)
    if run:
        yield _row(run)


def _row(run: Sequence[Renumbered]) -> Row:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return Row(first.kind, first.old, first.new, moved=first.moved)
    return Row(first.kind, first.old, first.new, last.old, last.new, first.moved)


def _follows(before: Renumbered, one: Renumbered) -> bool:
    return (
        before.kind == one.kind
        and before.moved == one.moved
        and one.old == _next(before.old)
        and one.new == _next(before.new)
    )


def _next(printed: str) -> str:
    """The number after this one: P010 after P009; "" after none, so that what is new follows what is new."""
    found = _NUMBER.fullmatch(printed)
    if found is None:
        return "" if not printed else "?"
    before, number, after = found.groups()
    return f"{before}{int(number) + 1:0{len(number)}}{after}"


def _names(redline: Redline, labels: Sequence[str]) -> tuple[str, ...]:
    both = (*redline.before.accused, *redline.after.accused)
    headings = {one.label: one.heading for one in both}
    return tuple(headings.get(label, label) for label in labels)


def _groups(redline: Redline, lines: Sequence[Line]) -> Iterator[Group]:
    apart = [line for line in lines if not line.amendment.counts]
    for kind, subjects in (("instrument", _INSTRUMENT), ("accused", _ACCUSED)):
        found = [line for line in apart if line.amendment.subject in subjects]
        if found:
            yield Group("instrument" if kind == "instrument" else "accused", _sorted(found))
    after = {c.label: c for group in redline.after.counts for c in group.charged}
    before = {c.label: c for group in redline.before.counts for c in group.charged}
    kept = {c.label: c for group in redline.after.counts for c in group.counts if c.is_withdrawn}
    in_order = [c.label for group in redline.after.counts for c in group.counts]
    # a label may be that of a new count and of another, withdrawn one
    for label in dict.fromkeys(label for label in (*in_order, *before) if label in after | before):
        count = after.get(label) or before[label]
        found = [
            _of_count(redline, line, label)
            for line in lines
            if label in line.amendment.counts and _is_of_count(line)
        ]
        if found:
            gone = label not in after
            is_kept = gone and label in kept and kept[label].printed == count.printed
            yield Group("count", _sorted(found), count.printed, count.title, gone, is_kept)
    others = [x for x in apart if x.amendment.subject not in (*_INSTRUMENT, *_ACCUSED, "exhibit")]
    text = [line for line in others if line.amendment.subject != "person"]
    persons = [line for line in others if line.amendment.subject == "person"]
    if text:
        yield Group("text", _sorted(text))
    if persons:
        yield Group("person", _sorted(persons))


def _of_count(redline: Redline, line: Line, label: str) -> Line:
    """The line of an amendment of several counts, with those who are charged in this one."""
    if len(line.amendment.counts) < 2:
        return line
    charged = {
        accused
        for version in (redline.before, redline.after)
        for group in version.counts
        for count in group.counts
        if count.label == label
        for charge in count.charges
        for accused in charge.labels
    }
    here = [one for one in line.amendment.accused if one in charged]
    return replace(line, accused=_names(redline, here))


def _is_of_count(line: Line) -> bool:
    return line.amendment.subject != "exhibit" or line.amendment.kind in _EVIDENCE


def _sorted(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: not line.amendment.possible_new_charge))
