"""A part among the parts of the whole: the numbers of its objects there, and what stands for its tokens."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from indictment.machine.cache import Cache
from indictment.render.pdf.kept import programs
from indictment.render.pdf.open_numbers import BEGIN, END, Digits
from indictment.render.pdf.piece import BETWEEN, Piece, unpacked

_LEVEL = 6
_TOKEN = re.compile(f"{BEGIN}([^{END}]*){END}".encode())


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
    """One part, whose objects have numbers from `first` to before `end`. `pages` and `annotations`
    of other parts stand before its own; `number` is its place among the parts, from 0.
    """

    def __init__(
        self, part: Finished, number: int, first: int, pages: int, annotations: int
    ) -> None:
        self.number = number
        self.piece = part.piece or unpacked(part.content)
        self._digest = sha256(part.content).digest()
        self.known = self.piece.known
        self.anchors, self._numbers = part.anchors, part.numbers
        self.plain = self.piece.objects.count(BETWEEN) + 1
        """How many of its objects are not streams; the streams follow them."""
        self.first, self.end = first, first + self.plain + len(self.piece.heads)
        self.pages_before, self.annotations_before = pages, annotations
        self.page_count = len(self.known["pages"])
        self.annotation_count = len(self.known["annotations"])

    def object(self, place: int) -> int:
        """The number in the whole of the object at `place`."""
        return self.first + place

    def objects(self, table: "Table") -> list[bytes]:
        """Its objects but for the streams, as they are in the whole."""
        numbers = map(self.first.__add__, self.piece.references)
        return table.filled(self.piece.objects % tuple(numbers)).split(BETWEEN)

    def references(self, places: Sequence[int]) -> bytes:
        """References to the objects at these places."""
        return b" ".join(b"%d 0 R" % (self.first + place) for place in places)

    def pages(self, table: "Table", total: int, cache: Cache) -> Iterator[bytes]:
        """The content of its pages with all digits put in, packed; as `cache` has it from before, if
        neither the piece nor a number has changed.
        """
        place = json.dumps([self._numbers, self.pages_before, total])
        name = sha256(b" ".join((self._digest, programs().encode(), place.encode()))).hexdigest()
        data = cache.made(f"part-{name}.pages", lambda: self._packed(table))
        sizes = data[: data.index(b"\n")]
        at = len(sizes) + 1
        for size in map(int, sizes.split()):
            yield data[at : at + size]
            at += size

    def _packed(self, table: "Table") -> bytes:
        streams = zip(self.piece.heads, self.piece.streams(), strict=True)
        packed = [
            zlib.compress(table.filled(data), _LEVEL) for (_, digest), data in streams if not digest
        ]
        return b"".join((b" ".join(b"%d" % len(one) for one in packed), b"\n", *packed))

    def table(self, total: int, of_whole: Mapping[bytes, bytes]) -> "Table":
        """What stands for its tokens in a whole of `total` pages; `of_whole` is the same for all parts."""
        numbers = {str(slot): digits for slot, digits in enumerate(self._numbers)}
        numbers |= {f"p{n}": str(self.pages_before + n + 1) for n in range(self.page_count)}
        made = Table(numbers | {"t": str(total)}, self.known["digits"], self.first)
        made.update(of_whole)
        made[b"n"] = b"%d" % self.number
        for n in range(self.page_count):
            made[b"s%d" % n] = b"%d" % (self.pages_before + n)
        for n in range(self.annotation_count):
            made[b"a%d" % n] = b"%d" % (total + self.annotations_before + n)
        return made


class Table(Digits):
    """What stands for each token of a part: also for one of its objects, of which the first has the
    number `first`, and for a place in another part, by its anchor.
    """

    def __init__(
        self, numbers: Mapping[str, str], fonts: Mapping[str, Sequence[str]], first: int
    ) -> None:
        super().__init__(numbers, fonts)
        self._first = first

    def lead(self, anchors: Mapping[str, str], places: Mapping[str, bytes]) -> None:
        """Learn the places of the whole, and what this part calls their anchors."""
        self._anchors, self._places = anchors, places

    def __missing__(self, token: bytes) -> bytes:
        if token[:1] == b"r":
            return b"%d 0 R" % (self._first + int(token[1:]))
        if token[:1] != b"l":
            return super().__missing__(token)
        name = token[1:].decode()
        return self._places[self._anchors.get(name, name)]

    def filled(self, data: bytes) -> bytes:
        """`data` with what its tokens stand for."""
        pieces = _TOKEN.split(data)
        pieces[1::2] = map(self.__getitem__, pieces[1::2])
        return b"".join(pieces)
