"""Two states of a source file -> which of its blocks differ, and in which words."""

from collections.abc import Iterator
from typing import Literal

from indictment.merge import keys, paragraphs, words
from indictment.merge.pairing import in_place, pairs
from indictment.merge.series import Block, Kind, Series
from indictment.merge.whole import parted
from indictment.value import dataclass

_WRITTEN_ANEW = 0.3
"""Below this likeness the whole old words are shown, then the whole new ones."""

Stretch = tuple[Literal["kept", "deleted", "inserted"], str]


@dataclass(frozen=True, slots=True)
class Differing:
    """A block that differs. `place` are the keys above it, and its own; `old_line` and `line` are 0
    where it is not in that state.
    """

    kind: Kind
    label: str
    stretches: tuple[Stretch, ...]
    old_line: int
    line: int
    moved: bool = False
    place: tuple[str, ...] = ()


def differing(old: str, new: str, path: str) -> tuple[Differing, ...]:
    """What differs between two states of the file at `path`, in the order of the new one."""
    before, after = (text.removeprefix("\ufeff").replace("\r\n", "\n") for text in (old, new))
    if path.endswith((".yaml", ".yml")):
        return tuple(_keys(before, after, 1, 1, ()))
    if path.endswith(".csv"):
        return tuple(_blocks(paragraphs.rows(before), paragraphs.rows(after), 1, 1))
    (old_front, before), (new_front, after) = parted(before), parted(after)
    below = _blocks(
        paragraphs.blocks(before),
        paragraphs.blocks(after),
        1 + old_front.count("\n"),
        1 + new_front.count("\n"),
    )
    return (*_keys(_inside(old_front), _inside(new_front), 2, 2, ()), *below)


def _inside(front: str) -> str:
    """The keys between the lines of hyphens."""
    return "".join(front.splitlines(keepends=True)[1:-1])


def _keys(
    old: str, new: str, old_line: int, line: int, place: tuple[str, ...]
) -> Iterator[Differing]:
    before, after = keys.entries(old), keys.entries(new)
    if before is None or after is None:
        before, after = paragraphs.blocks(old), paragraphs.blocks(new)
    yield from _blocks(before, after, old_line, line, place)


def _blocks(
    old: Series, new: Series, old_line: int, line: int, place: tuple[str, ...] = ()
) -> Iterator[Differing]:
    found = pairs(old.blocks, new.blocks)
    steady = in_place(found)
    partner = {b: a for a, b in found.items()}
    old_lines, lines = _lines(old, old_line), _lines(new, line)
    gone = [a for a in range(len(old.blocks)) if a not in found]
    for b, block in enumerate(new.blocks):
        a = partner.get(b)
        if a is None:
            new_words: tuple[Stretch, ...] = (("inserted", block.text),)
            yield Differing(
                block.kind, block.label, new_words, 0, lines[b], place=_below(place, block)
            )
            continue
        # What is gone stands in front of what it stood in front of.
        while gone and gone[0] < a and a in steady:
            yield _gone(old.blocks[gone[0]], old_lines[gone.pop(0)], place)
        before = old.blocks[a]
        moved = a not in steady
        if before.text == block.text and not moved:
            continue
        inner = keys.bodies(before, block) if block.kind == "entry" and not moved else None
        if inner is not None:
            body, new_body, down, new_down = inner
            yield from _keys(
                body, new_body, old_lines[a] + down, lines[b] + new_down, _below(place, block)
            )
            continue
        stretches = _stretches(before, block)
        if moved or any(kind != "kept" for kind, _ in stretches):
            yield Differing(
                block.kind, block.label, stretches, old_lines[a], lines[b], moved, _below(place, block)
            )  # fmt: skip
    for a in gone:
        yield _gone(old.blocks[a], old_lines[a], place)


def _gone(block: Block, line: int, place: tuple[str, ...]) -> Differing:
    gone: tuple[Stretch, ...] = (("deleted", block.text),)
    return Differing(block.kind, block.label, gone, line, 0, place=_below(place, block))


def _below(place: tuple[str, ...], block: Block) -> tuple[str, ...]:
    return (*place, block.label) if block.kind == "entry" else place


def _lines(series: Series, first: int) -> list[int]:
    found, line = [], first + series.lead.count("\n")
    for block, gap in zip(series.blocks, (*series.gaps, ""), strict=False):
        found.append(line)
        line += block.text.count("\n") + gap.count("\n")
    return found


def _stretches(old: Block, new: Block) -> tuple[Stretch, ...]:
    """The words of a block, those that are gone in front of those that came for them."""
    before, (lead, after) = words.tokens(old.text, old.kind)[1], words.tokens(new.text, new.kind)
    if words.likeness(before, after) < _WRITTEN_ANEW:
        return ("deleted", old.text), ("kept", "\n"), ("inserted", new.text)
    made: list[Stretch] = [("kept", lead)]
    at = 0
    for begin, end, start, stop in words.changes(before, after):
        made.append(("kept", _text(after[at:start])))
        gone, come = _text(before[begin:end]), _text(after[start:stop])
        made.append(("deleted", gone.rstrip()))
        made.append(("inserted", come.rstrip()))
        # White space behind what changed is not part of it.
        last = come or gone
        made.append(("kept", last[len(last.rstrip()) :]))
        at = stop
    made.append(("kept", _text(after[at:])))
    return tuple(one for one in made if one[1])


def _text(tokens: tuple[words.Token, ...]) -> str:
    return "".join(token.text + token.space for token in tokens)
