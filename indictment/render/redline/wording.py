"""What is said of a redline in words, wherever it is shown: kinds, totals, addresses, renumbering."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from indictment.model.indictment import Indictment
from indictment.model.redline import (
    Amendment,
    Change,
    ChangeKind,
    Redline,
    Renumbered,
    Revision,
)

KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)

SAID: Mapping[ChangeKind, str] = {
    "inserted": "inserted",
    "deleted": "deleted",
    "changed": "reworded",
    "moved": "moved",
    "split": "divided",
    "joined": "joined",
    "formatting": "in other emphasis",
    "computed": "following from others",
}
"""What was done to a block, as it ends "3 paragraphs …"."""

_SOURCES = {"working tree": "as it stands on the disk", "last commit": "as last committed"}
_WHOLE = "The instrument as a whole"
_APART = {
    "accused": "The accused",
    "particulars": "The accused",
    "office": "The accused",
    "person": "Persons",
    "exhibit": "Exhibits",
}
"""The heading of an amendment that is about no count."""
_ARGUED = "may be argued to be a new charge"
_NUMBER = re.compile(r"(.*?)(\d+)(\D*)$", re.DOTALL)
_PLURALS = {
    "count": "counts",
    "heading": "headings",
    "paragraph": "paragraphs",
    "note": "notes",
    "annex": "annexes",
    "exhibit": "exhibits",
}


def counted(number: int, one: str, many: str = "") -> str:
    """How many of them: "1 change", "3 changes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def version(of: Revision, indictment: Indictment) -> str:
    """One of the two versions as a lawyer names it: "Amended Indictment of 4 May 2021 (as last committed, 3f2a9c1d07)"."""
    page = indictment.title_page
    named = f"{page.instrument} of {page.date}" if page.date else page.instrument
    return f"{named} ({_source(of)})"


def _source(of: Revision) -> str:
    name = _SOURCES.get(of.name, of.name)
    short = of.commit[:10]
    return f"{name}, {short}" if short and not name.startswith(short) else name


def totals(redline: Redline) -> str:
    """How many changes of each kind, and how many words are marked."""
    if not redline.changes:
        return "no words changed"
    of_kind = [(sum(c.kind == kind for c in redline.changes), SAID[kind]) for kind in KINDS]
    of_kind = [(number, said) for number, said in of_kind if number]
    kinds = ", ".join(f"{number} {said}" for number, said in of_kind)
    if len(of_kind) == 1:
        kinds = of_kind[0][1]
    marked = redline.marked
    words = ((marked.inserted, "inserted"), (marked.deleted, "deleted"), (marked.moved, "moved"))
    listed = ", ".join(f"{number:,} {said}" for number, said in words if number)
    if marked.following:
        more = f"{marked.following:,} following from other changes"
        listed = f"{listed}, and {more}" if listed else more
    changes = f"{counted(len(redline.changes), 'change')}: {kinds}"
    return f"{changes}; words: {listed}" if listed else changes


def piece(change: Change) -> str:
    """The block by its number: "paragraph 41 (was 40)"."""
    old, new = change.old_number, change.new_number
    match change.kind:
        case "inserted":
            return f"{change.what} {new} (new)" if new else f"{change.what} (new)"
        case "deleted":
            return f"{change.what} {old} (old)" if old else change.what
        case "moved":
            return f"{change.what} {new}".rstrip()
    if old and new and old != new:
        return f"{change.what} {new} (was {old})"
    return f"{change.what} {new or old}".rstrip()


def address(change: Change) -> str:
    """Where the block stands, in the law's terms."""
    return " › ".join((*place(change), piece(change)))


def place(change: Change) -> tuple[str, ...]:
    """The headings above a change, in running words: "THE ACCUSED" is "The accused"."""
    return tuple(one.capitalize() if one.isupper() else one for one in change.place)


def remark(change: Change) -> str:
    """What marks alone do not say of a change; "" where they say all."""
    match change.kind:
        case "moved":
            return f"moved here from {change.what} {change.old_number}".rstrip()
        case "split":
            return "divided here: the rest of it is now a paragraph of its own"
        case "joined":
            return "joined to what followed it"
        case "formatting":
            return "the same words, otherwise emphasised"
        case "computed":
            return "written by the tool: it follows from another change"
    return ""


def part(redline: Redline, change: Change) -> str:
    """The count, annex or part of the document in which the change stands, as it is headed."""
    above = change.place
    if not above:
        return "the title page" if change.what == "caption line" else "the document"
    counts = redline.after.headings.get("counts", "")
    under_counts = len(above) > 1 and above[0].casefold() == counts.casefold()
    return above[1] if under_counts else place(change)[0]


def flag(one: Amendment) -> str:
    """Why an amendment is flagged, or what else the reader must know; "" where nothing is."""
    if not one.possible_new_charge:
        return one.reason
    because = why(one)
    return f"possible new charge: {because}" if because else "possible new charge"


def why(one: Amendment) -> str:
    """Why a possible new charge is one: what was not there before."""
    return one.reason.removeprefix(_ARGUED).lstrip(": ")


def paragraphs(one: Amendment) -> str:
    """The paragraphs of an amendment whose words do not name them: " (paragraphs 7, 9)"."""
    if not one.paragraphs or all(number in one.words for number in one.paragraphs):
        return ""
    word = "paragraph" if len(one.paragraphs) == 1 else "paragraphs"
    return f" ({word} {', '.join(one.paragraphs)})"


def count_names(redline: Redline) -> dict[str, str]:
    """The counts of both versions by label: "Count 1 (Pillage)"; a number is that of the new one."""
    return {
        count.label: f"Count {count.printed} ({count.title})"
        for version in (redline.before, redline.after)
        for group in version.counts
        for count in group.charged
    }


def amendments(redline: Redline) -> Iterator[tuple[str, tuple[Amendment, ...]]]:
    """The amendments by the counts that they are about; those of the whole instrument come first."""
    names = count_names(redline)
    groups: dict[str, list[Amendment]] = {}
    order = {label: at for at, label in enumerate(names)}
    known = sorted(
        redline.amendments,
        key=lambda one: tuple(order.get(label, len(order)) for label in one.counts),
    )
    for one in known:
        heading = ", ".join(names.get(label, label) for label in one.counts)
        groups.setdefault(heading or _APART.get(one.subject, _WHOLE), []).append(one)
    for heading in (_WHOLE, _APART["accused"]):
        if heading in groups:
            yield heading, tuple(groups.pop(heading))
    last = [groups.pop(x, []) for x in (_APART["person"], _APART["exhibit"])]
    for heading, listed in groups.items():
        yield heading, tuple(listed)
    for heading, listed in zip((_APART["person"], _APART["exhibit"]), last, strict=True):
        if listed:
            yield heading, tuple(listed)


def renumbering(redline: Redline) -> Iterator[str]:
    """Sentences on what has another number: "paragraphs 42 to 160 are now 43 to 161"."""
    for kind, many in _PLURALS.items():
        same = [
            r for r in redline.renumbered if r.kind == kind and r.old and r.new and r.old != r.new
        ]
        for run in _runs(one for one in same if not one.moved):
            first, last = run[0], run[-1]
            if len(run) == 1:
                yield f"{kind} {first.old} is now {first.new}"
            else:
                yield f"{many} {first.old} to {last.old} are now {first.new} to {last.new}"
        yield from (f"{kind} {one.old} has moved and is now {one.new}" for one in same if one.moved)


def _runs(renumbered: Iterable[Renumbered]) -> Iterator[list[Renumbered]]:
    """What stands in a row, and is renumbered by as many."""
    run: list[Renumbered] = []
    expected = ("", "")
    for one in renumbered:
        if run and (one.old, one.new) != expected:
            yield run
            run = []
        run.append(one)
        expected = _next(one.old), _next(one.new)
    if run:
        yield run


def _next(printed: str) -> str:
    """The number after this one: P010 after P009."""
    found = _NUMBER.match(printed)
    if found is None:
        return ""
    before, number, after = found.groups()
    return f"{before}{int(number) + 1:0{len(number)}}{after}"
