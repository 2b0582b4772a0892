"""A part among the parts of the whole: the numbers of its objects there, and what stands for its tokens."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from indictment.machine.cache import Cache
from indictment.render.pdf.file import Packed, divided, joined, packed
from indictment.render.pdf.kept import programs
from indictment.render.pdf.piece import BETWEEN, Piece, unpacked
from indictment.render.pdf.table import Table
from indictment.value import dataclass

_LEVEL = 6
_ROOM = 256
"""Numbers are given out by so many: a part with some objects more or less leaves the others theirs."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A part to be bound: its piece, packed, and perhaps unpacked; the digits of its slots; its anchors
    by what it calls them.
    """

    content: bytes
    numbers: Sequence[str]
    anchors: Mapping[str, str]
    piece: Piece | None = None


class PlacedPart:
    """One part, whose objects have numbers from `first` on; those of the next part may begin at `end`.
    `pages` and `annotations` of other parts stand before its own.
    """

    def __init__(self, part: Finished, first: int, pages: int, annotations: int) -> None:
        self.piece = part.piece or unpacked(part.content)
        self._digest = sha256(part.content).digest()
        self.known = self.piece.known
        self.anchors, self._numbers = part.anchors, part.numbers
        self.plain = self.piece.objects.count(BETWEEN) + 1
        """How many of its objects are not streams; the streams follow them."""
        used = self.plain + len(self.piece.heads)
        self.first, self.end = first, first + -(-used // _ROOM) * _ROOM
        self.pages_before, self.annotations_before = pages, annotations
        self.page_count = len(self.known["pages"])
        self.annotation_count = len(self.known["annotations"])

    def object(self, place: int) -> int:
        """The number in the whole of the object at `place`."""
        return self.first + place

    def objects(self, table: Table, total: int, cache: Cache) -> list[Packed]:
        """Its objects but for the streams, as they are in the whole, packed; as `cache` has them from before,
        if neither the piece nor anything that they name has changed.
        """
        named = [table[token.encode()] for token in self.known["named"]]
        name = self._named(total, self.first, self.annotations_before, named)
        data = cache.made(
            f"part-{name}.objects",
            lambda: joined(
                packed(range(self.first, self.first + self.plain), self._written(table))
            ),
        )
        return divided(data, self.first)

    def _written(self, table: Table) -> list[bytes]:
        numbers = map(self.first.__add__, self.piece.references)
        return table.filled(self.piece.objects % tuple(numbers)).split(BETWEEN)

    def _named(self, *more: Any) -> str:
        """A digest of the piece, of the numbers in it, and of what else it depends on."""
        place = repr((list(self._numbers), self.pages_before, *more))
        return sha256(b" ".join((self._digest, programs().encode(), place.encode()))).hexdigest()

    def references(self, places: Sequence[int]) -> bytes:
        """References to the objects at these places."""
        return b" ".join(b"%d 0 R" % (self.first + place) for place in places)

    def pages(self, table: Table, total: int, cache: Cache) -> Iterator[bytes]:
        """The content of its pages with all digits put in, packed; as `cache` has it from before, if
        neither the piece nor a number has changed.
        """
        data = cache.made(f"part-{self._named(total)}.pages", lambda: self._packed(table))
        sizes = data[: data.index(b"\n")]
        at = len(sizes) + 1
        for size in map(int, sizes.split()):
            yield data[at : at + size]
            at += size

    def _packed(self, table: Table) -> bytes:
        streams = zip(self.piece.heads, self.piece.streams(), strict=True)
        packed = [
            zlib.compress(table.filled(data), _LEVEL) for (_, digest), data in streams if not digest
        ]
        return b"".join((b" ".join(b"%d" % len(one) for one in packed), b"\n", *packed))

    def table(self, total: int, of_whole: Mapping[bytes, bytes]) -> Table:
        """What stands for its tokens in a whole of `total` pages; `of_whole` is the same for all parts."""
        numbers = {str(slot): digits for slot, digits in enumerate(self._numbers)}
        numbers |= {f"p{n}": str(self.pages_before + n + 1) for n in range(self.page_count)}
        made = Table(numbers | {"t": str(total)}, self.known["digits"], self.first)
        made.update(of_whole)
        for n, page in enumerate(self.known["pages"]):
            made[b"s%d" % n] = b"%d" % (self.pages_before + n)
            made[b"o%d" % n] = b"%d 0 R" % self.object(page)
        for n in range(len(self.piece.heads)):
            made[b"q%d" % n] = b"%d 0 R" % self.object(self.plain + n)
        for n in range(self.annotation_count):
            made[b"a%d" % n] = b"%d" % (total + self.annotations_before + n)
        return made
