"""Objects -> the bytes of a PDF file, with streams of objects and of references (ISO 32000-1, 7.5.7, 7.5.8)."""

import zlib
from collections.abc import Iterable, Iterator
from hashlib import md5
from itertools import accumulate, chain
from struct import Struct

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_IN_A_STREAM = 200
"""Objects in one stream: a reader unpacks it whole to see one of them."""
_ENTRY = Struct(">BIH")
"""One reference: 1, offset, 0; or 2, stream of objects, place in it."""
_NOTHING = _ENTRY.pack(0, 0, 65535)
_LEVEL = 2
"""How hard objects are packed: they are alike, and more work makes the file smaller by a hundredth."""


class File:
    """A PDF file while it is written. Objects have numbers from 1, in any order, each of them once."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = [HEAD]
        self._at = len(HEAD)
        self._places: dict[int, bytes] = {}
        """By number: where the object is, as the table of references has it."""
        self._waiting: list[tuple[int, bytes]] = []

    def add(self, number: int, data: bytes) -> None:
        """An object that is no stream."""
        self._waiting.append((number, data))

    def add_all(self, first: int, objects: Iterable[bytes]) -> None:
        """Objects that are no streams, with numbers from `first`."""
        self._waiting.extend(enumerate(objects, start=first))

    def add_stream(self, number: int, head: bytes, data: bytes, *, pack: bool = False) -> None:
        """A stream with its dictionary `head`, which does not say its length; `pack` to compress it."""
        if pack:
            data = zlib.compress(data, _LEVEL)
            head = head[:-2] + b"/Filter /FlateDecode>>"
        self._places[number] = _ENTRY.pack(1, self._at, 0)
        self._put(b"%d 0 obj\n%s/Length %d>>\nstream\n" % (number, head[:-2], len(data)))
        self._put(data)
        self._put(b"\nendstream\nendobj\n")

    def finished(self, root: int, info: int) -> bytes:
        """The file, with its catalogue and its information. The same objects give the same bytes."""
        number = 1 + max(max(self._places, default=0), *(n for n, _ in self._waiting))
        for held in _groups(self._waiting):
            inside, data = zip(*held, strict=True)
            begins = accumulate((len(one) + 1 for one in data[:-1]), initial=0)
            first = (
                b"%d %d " * len(held) % tuple(chain.from_iterable(zip(inside, begins, strict=True)))
            )
            self._places.update(
                zip(
                    inside,
                    (_ENTRY.pack(2, number, place) for place in range(len(held))),
                    strict=True,
                )
            )
            head = b"<</Type /ObjStm/N %d/First %d>>" % (len(held), len(first))
            self.add_stream(number, head, first + b"\n".join(data), pack=True)
            number += 1
        self._waiting = []
        begin = self._at
        self._places[number] = _ENTRY.pack(1, begin, 0)
        packed = b"".join(self._places.get(n, _NOTHING) for n in range(number + 1))
        digest = md5(b"".join(self._pieces), usedforsecurity=False).hexdigest().encode()
        head = (
            b"<</Type /XRef/Index [0 %d]/W [1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID [(%s) (%s)]>>"
            % (number + 1, number + 1, root, info, digest, digest)
        )
        self.add_stream(number, head, packed, pack=True)
        self._put(b"startxref\n%d\n%%%%EOF\n" % begin)
        return b"".join(self._pieces)

    def _put(self, data: bytes) -> None:
        self._pieces.append(data)
        self._at += len(data)


def _groups(objects: list[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    for begin in range(0, len(objects), _IN_A_STREAM):
        yield objects[begin : begin + _IN_A_STREAM]
