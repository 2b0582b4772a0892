"""A part among the parts of the whole: the numbers of its objects there, and what stands for its tokens."""

from collections.abc import Mapping, Sequence

from indictment.machine.cache import Cache
from indictment.render.pdf.bound.file import Packed, divided, joined, packed
from indictment.render.pdf.bound.filled import FilledPages, Finished
from indictment.render.pdf.bound.table import Table
from indictment.render.pdf.pieces.piece import BETWEEN, unpacked

_ROOM = 256
"""Numbers are given out by so many: a part with some objects more or less leaves the others theirs."""


class PlacedPart:
    """One part, whose objects have numbers from `first` on; those of the next part may begin at `end`.
    `pages` and `annotations` of other parts stand before its own.
    """

    def __init__(self, part: Finished, first: int, pages: int, annotations: int) -> None:
        self._part, self.anchors = part, part.anchors
        self._filled: FilledPages | None = None
        self.piece = part.foretold.piece if part.foretold else unpacked(part.content)
        self.known = self.piece.known
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

    def filled(self, total: int) -> FilledPages:
        """Its pages in a whole of `total` pages, which may not be filled yet."""
        if self._filled is None:
            self._filled = self._part.filled(self.pages_before, total, self.piece)
        return self._filled

    def objects(self, table: Table, total: int, cache: Cache) -> list[Packed]:
        """Its objects but for the streams, as they are in the whole, packed; as `cache` has them from before,
        if neither the piece nor anything that they name has changed.
        """
        named = [table[token.encode()] for token in self.known["named"]]
        name = self.filled(total).named(self.first, self.annotations_before, named)
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

    def references(self, places: Sequence[int]) -> bytes:
        """References to the objects at these places."""
        return b" ".join(b"%d 0 R" % (self.first + place) for place in places)

    def table(self, total: int, of_whole: Mapping[bytes, bytes]) -> Table:
        """What stands for its tokens in a whole of `total` pages; `of_whole` is the same for all parts."""
        made = Table(self.filled(total).numbers(), self.known["digits"], self.first)
        made.update(of_whole)
        for n, page in enumerate(self.known["pages"]):
            made[b"s%d" % n] = b"%d" % (self.pages_before + n)
            made[b"o%d" % n] = b"%d 0 R" % self.object(page)
        for n in range(len(self.piece.heads)):
            made[b"q%d" % n] = b"%d 0 R" % self.object(self.plain + n)
        for n in range(self.annotation_count):
            made[b"a%d" % n] = b"%d" % (total + self.annotations_before + n)
        return made
