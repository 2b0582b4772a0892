"""Objects -> the bytes of a PDF file, with streams of objects and of references (ISO 32000-1, 7.5.7, 7.5.8)."""

import zlib
from collections.abc import Sequence
from hashlib import md5
from itertools import accumulate, chain
from struct import Struct

from indictment.value import dataclass

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_IN_A_STREAM = 200
"""Objects in one stream: a reader unpacks it whole to see one of them."""
_ENTRY = Struct(">BIH")
"""One reference: 1, offset, 0; or 2, stream of objects, place in it."""
_NOTHING = _ENTRY.pack(0, 0, 65535)
_IN_STREAM = Struct(">BI")
_PLACES = [place.to_bytes(2, "big") for place in range(_IN_A_STREAM)]
_LEVEL = 2
"""How hard objects are packed: they are alike, and more work makes the file smaller by a hundredth."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Objects that are no streams, packed into one: their numbers; where the first begins in it (bytes)."""

    numbers: Sequence[int]
    begin: int
    data: bytes


def packed(numbers: Sequence[int], objects: Sequence[bytes]) -> list[Packed]:
    """The objects with these numbers, as many in one stream as there may be."""
    return [
        _packed(numbers[at : at + _IN_A_STREAM], objects[at : at + _IN_A_STREAM])
        for at in range(0, len(objects), _IN_A_STREAM)
    ]


def _packed(numbers: Sequence[int], objects: Sequence[bytes]) -> Packed:
    begins = accumulate((len(one) + 1 for one in objects[:-1]), initial=0)
    pairs = chain.from_iterable(zip(numbers, begins, strict=True))
    first = b"%d %d " * len(objects) % tuple(pairs)
    return Packed(numbers, len(first), zlib.compress(first + b"\n".join(objects), _LEVEL))


def joined(packed: Sequence[Packed]) -> bytes:
    """As bytes, for `divided`; the numbers of all of them follow one another."""
    sizes = [size for one in packed for size in (len(one.numbers), one.begin, len(one.data))]
    return b"%s\n%s" % (b" ".join(b"%d" % n for n in sizes), b"".join(one.data for one in packed))


def divided(data: bytes, first: int) -> list[Packed]:
    """What was joined, with numbers from `first` on."""
    at = data.index(b"\n") + 1
    sizes = iter(map(int, data[:at].split()))
    found: list[Packed] = []
    for count, begin, size in zip(sizes, sizes, sizes, strict=True):
        found.append(Packed(range(first, first + count), begin, data[at : at + size]))
        first, at = first + count, at + size
    return found


class File:
    """A PDF file while it is written. Objects have numbers from 1, in any order, each of them once; not
    all numbers are used.
    """

    def __init__(self) -> None:
        self._pieces: list[bytes] = [HEAD]
        self._at = len(HEAD)
        self._places: list[tuple[int, int, bytes]] = [(0, 1, _NOTHING)]
        """A number, how many follow from it on, and where they are, as the table of references has it."""
        self._waiting: dict[int, bytes] = {}
        self._packed: list[Packed] = []

    def add(self, number: int, data: bytes) -> None:
        """An object that is no stream."""
        self._waiting[number] = data

    def add_packed(self, packed: Sequence[Packed]) -> None:
        """Objects that are packed already."""
        self._packed.extend(packed)

    def add_stream(self, number: int, head: bytes, data: bytes, *, pack: bool = False) -> None:
        """A stream with its dictionary `head`, which does not say its length; `pack` to compress it."""
        if pack:
            data = zlib.compress(data, _LEVEL)
            head = head[:-2] + b"/Filter /FlateDecode>>"
        self._places.append((number, 1, _ENTRY.pack(1, self._at, 0)))
        self._put(b"%d 0 obj\n%s/Length %d>>\nstream\n" % (number, head[:-2], len(data)))
        self._put(data)
        self._put(b"\nendstream\nendobj\n")

    def finished(self, root: int, info: int) -> bytes:
        """The file, with its catalogue and its information. The same objects give the same bytes."""
        numbers = sorted(self._waiting)
        self.add_packed(packed(numbers, [self._waiting[number] for number in numbers]))
        number = 1 + max(
            max(first + count - 1 for first, count, _ in self._places),
            *(one.numbers[-1] for one in self._packed),
        )
        for one in self._packed:
            self._add_packed(number, one)
            number += 1
        begin = self._at
        places = sorted((*self._places, (number, 1, _ENTRY.pack(1, begin, 0))))
        digest = md5(b"".join(self._pieces), usedforsecurity=False).hexdigest().encode()
        head = (
            b"<</Type /XRef/Index [%s]/W [1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID [(%s) (%s)]>>"
            % (_index(places), number + 1, root, info, digest, digest)
        )
        self.add_stream(number, head, b"".join(where for _, _, where in places), pack=True)
        self._put(b"startxref\n%d\n%%%%EOF\n" % begin)
        return b"".join(self._pieces)

    def _add_packed(self, number: int, one: Packed) -> None:
        """Write a stream of objects under this number."""
        count = len(one.numbers)
        kind = _IN_STREAM.pack(2, number)
        if one.numbers[-1] - one.numbers[0] + 1 == count:
            self._places.append((one.numbers[0], count, kind + kind.join(_PLACES[:count])))
        else:
            inside = zip(one.numbers, _PLACES, strict=False)
            self._places.extend((each, 1, kind + place) for each, place in inside)
        head = b"<</Type /ObjStm/N %d/First %d/Filter /FlateDecode>>" % (count, one.begin)
        self.add_stream(number, head, one.data)

    def _put(self, data: bytes) -> None:
        self._pieces.append(data)
        self._at += len(data)


def _index(places: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The numbers that are used, in order: each time the first and how many follow on it."""
    runs: list[list[int]] = []
    for first, count, _ in places:
        if runs and sum(runs[-1]) == first:
            runs[-1][1] += count
        else:
            runs.append([first, count])
    return b" ".join(b"%d %d" % (first, count) for first, count in runs)
