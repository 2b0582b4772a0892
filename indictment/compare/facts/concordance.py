"""Two indictments -> the numbers that are printed otherwise, although what has them is the same."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from indictment.compare.facts import walk
from indictment.compare.facts.paragraphs import Placed
from indictment.compare.facts.versions import Versions
from indictment.model.blocks import Block, Heading, SubParagraph
from indictment.model.indictment import Indictment
from indictment.model.redline import Renumbered

Kind = Literal["heading", "annex"]


def renumbered(versions: Versions) -> Iterator[Renumbered]:
    """Counts, headings, paragraphs, annexes and exhibits whose number differs, or that only one version has."""
    yield from _counts(versions)
    yield from _headings(versions)
    yield from _paragraphs(versions)
    yield from _annexes(versions)
    yield from _exhibits(versions)


def _counts(versions: Versions) -> Iterator[Renumbered]:
    for was, now in versions.counts:
        old, new = was.count.printed if was else "", now.count.printed if now else ""
        if old != new:
            label = now.label if now else was.label if was else ""
            yield Renumbered("count", old, new, label)


def _paragraphs(versions: Versions) -> Iterator[Renumbered]:
    paired = versions.paragraphs
    moved = _moved(versions)
    lines: list[tuple[int, int, Renumbered]] = []
    for at, new in enumerate(paired.new):
        if at not in paired.kept:
            if new.number:
                lines.append((at, 0, Renumbered("paragraph", "", new.number, new.label)))
            continue
        old = paired.old[paired.kept[at]]
        if old.number != new.number:
            label = new.label or old.label
            lines.append(
                (at, 0, Renumbered("paragraph", old.number, new.number, label, at in moved))
            )
        lines += ((at, 1, one) for one in _items(old, new))
    # what is gone stands behind what stood before it
    after = {was: at for at, was in paired.kept.items()}
    last = -1
    for was, old in enumerate(paired.old):
        if was in after:
            last = after[was] if after[was] not in moved else last
        elif old.number:
            lines.append((last, 2, Renumbered("paragraph", old.number, "", old.label)))
    yield from (line for _, _, line in sorted(lines, key=lambda one: one[:2]))


def _items(old: Placed, new: Placed) -> Iterator[Renumbered]:
    """Sub-paragraphs with a label whose own number differs: (b) that was (a)."""
    before = {item.label: item for item in walk.items(old.block) if item.label}
    for item in walk.items(new.block):
        was: SubParagraph | None = before.get(item.label) if item.label else None
        if was is not None and was.number != item.number:
            yield Renumbered("subparagraph", was.full, item.full, item.label or "")


def _moved(versions: Versions) -> frozenset[int]:
    """The positions of paragraphs that stand elsewhere: as the changes say, else all but the longest
    run that kept its order.
    """
    paired = versions.paragraphs
    if versions.changes:
        moves = {change.anchor for change in versions.changes if change.kind == "moved"}
        return frozenset(at for at in paired.kept if paired.new[at].block.anchor in moves)
    return frozenset(paired.kept) - _longest_run(paired.kept)


def _longest_run(kept: Mapping[int, int]) -> frozenset[int]:
    """The positions of the longest increasing run."""
    ends: list[int] = []
    at_end: list[int] = []
    before: dict[int, int | None] = {}
    for at, was in kept.items():
        place = bisect_left(ends, was)
        before[at] = at_end[place - 1] if place else None
        ends[place : place + 1] = [was]
        at_end[place : place + 1] = [at]
    run: list[int] = []
    here: int | None = at_end[-1] if at_end else None
    while here is not None:
        run.append(here)
        here = before[here]
    return frozenset(run)


# --- headings, annexes, exhibits --------------------------------------------------------------------


def _headings(versions: Versions) -> Iterator[Renumbered]:
    old, new = dict(_numbered_headings(versions.before)), dict(_numbered_headings(versions.after))
    yield from _differing("heading", old, new)


def _numbered_headings(indictment: Indictment) -> Iterator[tuple[str, str]]:
    """Number by what tells the heading: its label, or where it stands and what it says."""
    for part, number in indictment.heading_numbers.items():
        if not part.startswith("x-"):  # accused and parts of the facts are named below
            yield f"part-{part}", number
    for accused in indictment.accused:
        yield accused.anchor, accused.heading_number
        yield from _within(accused.blocks, accused.anchor)
    for section in (*indictment.statement, *indictment.annexes, *indictment.schedules):
        yield section.anchor, section.heading_number
        yield from _within(section.blocks, section.anchor)
    for group in indictment.counts:
        yield from _within(group.blocks, group.counts[0].anchor)


def _within(blocks: Iterable[Block], where: str) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            yield (
                (f"x-{block.label}" if block.label else f"{where} {walk.words(block)}"),
                block.number,
            )


def _annexes(versions: Versions) -> Iterator[Renumbered]:
    def of(indictment: Indictment) -> dict[str, str]:
        attached = (*indictment.annexes, *indictment.schedules)
        return {one.anchor: one.number for one in attached}

    yield from _differing("annex", of(versions.before), of(versions.after))


def _exhibits(versions: Versions) -> Iterator[Renumbered]:
    old = {one.label: one.mark for one in versions.before.exhibits}
    for row in versions.after.exhibits:
        was = old.pop(versions.exhibit_was.get(row.label, row.label), "")
        if was != row.mark:
            yield Renumbered("exhibit", was, row.mark, row.label)
    yield from (Renumbered("exhibit", mark, "", label) for label, mark in old.items() if mark)


def _differing(kind: Kind, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Renumbered]:
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, ""), new.get(key, "")
        if was != now:
            label = key.removeprefix("x-") if key.startswith("x-") and " " not in key else ""
            yield Renumbered(kind, was, now, label)
