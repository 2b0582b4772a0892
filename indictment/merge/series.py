"""A text as a series of blocks: the smallest things that are merged as a whole."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from indictment.value import dataclass

Kind = Literal[
    "paragraph", "heading", "item", "row", "definition", "quotation", "comment", "entry", "value"
]
"""`entry` is a key of YAML with what belongs to it; `value` one value of a list in brackets."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its attribute line, a heading, a row, a key of YAML …, without the line's end."""

    text: str
    kind: Kind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Blocks, and the white space around them: `gaps` stand between two blocks each."""

    lead: str
    blocks: tuple[Block, ...]
    gaps: tuple[str, ...]
    tail: str

    @property
    def text(self) -> str:
        """The text that it was made from."""
        gaps = (*self.gaps, self.tail)
        return (
            self.lead
            + "".join(b.text + g for b, g in zip(self.blocks, gaps, strict=False))
            + ("" if self.blocks else self.tail)
        )


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the two sides made of one block, where that cannot be had together.

    `line` is that of its first marker in the merged text, from 1. A side that deleted the block
    has "".
    """

    kind: Literal["edited", "deleted", "inserted"]
    label: str
    base: str
    ours: str
    theirs: str
    line: int = 0


def series(text: str, spans: Iterable[tuple[int, int, Kind, str]]) -> Series:
    """The blocks that stand in `text` from one offset to another, in order."""
    found = list(spans)
    if not found:
        return Series("", (), (), text)
    blocks = tuple(Block(text[begin:end], kind, label) for begin, end, kind, label in found)
    gaps = tuple(text[a[1] : b[0]] for a, b in pairwise(found))
    return Series(text[: found[0][0]], blocks, gaps, text[found[-1][1] :])
