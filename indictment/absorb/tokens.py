"""Text -> the tokens that are compared: words, numbers, punctuation, spaces."""

import re
from collections.abc import Hashable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from indictment.absorb.line import MARK
from indictment.absorb.seen import SPLIT
from indictment.absorb.source_map import plain

_TOKEN = re.compile(
    rf"{MARK}|{SPLIT}|\n|\d+(?:[.,:/]\d+)*(?:\(\w+\))*\w*|\w+(?:['’‘-]\w+)*|[^\w\s]|[^\S\n]",
    re.UNICODE,
)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Each token with straight quotation marks and plain spaces, and where it stands."""
    return [(plain(found[0]), *found.span()) for found in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """The tokens of a text but spaces."""
    return [token for token, _, _ in tokens(text) if token.strip()]


def alike(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """How much of the longer of two is found in the other, in order: 0 to 1."""
    if not first or not second:
        return 1.0 if not first and not second else 0.0
    return float(LCSseq.normalized_similarity(first, second))


def common(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    """How many tokens two have in common, in order."""
    return int(LCSseq.similarity(first, second))


def hunks(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[bool, int, int, int, int]]:
    """Stretches that are the same (True) and that differ, in order, with their ends in both."""
    begin: tuple[int, int] | None = None
    for op in LCSseq.opcodes(old, new):
        if op.tag == "equal":
            if begin is not None:
                yield False, begin[0], op.src_start, begin[1], op.dest_start
                begin = None
            yield True, op.src_start, op.src_end, op.dest_start, op.dest_end
        elif begin is None:
            begin = (op.src_start, op.dest_start)
    if begin is not None:
        yield False, begin[0], len(old), begin[1], len(new)
