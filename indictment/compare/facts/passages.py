"""Paragraphs added, withdrawn and reworded: for each count and accused whom they concern."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from indictment.compare.facts.elements import pleads_here
from indictment.compare.facts.paragraphs import Placed
from indictment.compare.facts.versions import Versions, listed, numbers, runs_of
from indictment.compare.facts.where import where
from indictment.model.redline import Amendment

_SAID = {"added": "new", "withdrawn": "withdrawn", "reworded": "reworded"}
Concerned = tuple[tuple[str, ...], tuple[str, ...]]


def amendments(versions: Versions) -> Iterator[Amendment]:
    """One amendment for all paragraphs of which the same is true.

    New and withdrawn paragraphs that plead an element of a count are amendments of that element.
    """
    paired = versions.paragraphs
    changed = where(versions)
    added = [p for p in paired.added if not pleads_here(versions, p)]
    gone = [p for p in paired.withdrawn if not pleads_here(versions, p, old=True)]
    stays = {old: new for old, new in paired.both if changed.is_reworded(old, new)}
    reworded = [*stays.values(), *(rest for _, rest in paired.divided)]
    order = {one: at for at, one in enumerate(paired.new)}
    old = {new: old for old, new in stays.items()}
    yield from _grouped(versions, old, "added", added)
    yield from _grouped(versions, old, "reworded", sorted(reworded, key=order.__getitem__))
    yield from _grouped(versions, old, "withdrawn", gone)


def _grouped(
    versions: Versions,
    old: Mapping[Placed, Placed],
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
            changes=where(versions).changes(placed, old),
        )


def _concerned(versions: Versions, placed: Placed, *, old: bool) -> Concerned:
    if not old:
        return placed.counts, placed.accused
    return (
        tuple(versions.count_now.get(label, label) for label in placed.counts),
        tuple(versions.now.get(label, label) for label in placed.accused),
    )


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
