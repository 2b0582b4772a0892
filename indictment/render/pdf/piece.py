"""The PDF of a part as a piece of the whole: objects that know one another, and what is put in later.

A token stands for what depends on the other parts: the number of an object, the digits of an open
number, a place in another part. The objects of the file itself (catalogue, tree of pages, structure's
root, fonts that parts share) are left to `binding`.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BETWEEN = b"\x03"
"""Between the objects of a part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part's objects with tokens: `objects` are all but the streams, which follow them in number.

    Of a stream there are its dictionary, its bytes, and whether tokens are in these: they are not
    compressed then. `known` says which of the objects have a role in the whole:

    pages [object], kids [object] (of the document's structure), annotations [object] (elements, in the
    order of their numbers), marked [[object]] (elements by page and mark), bookmarks
    [[rank, words, place, whether it is closed]],
    names {anchor: destination}, catalog {key: value}, info, digits {font: [glyph]}, fonts {name: Font}.
    `programs` are the font files by digest.
    """

    objects: bytes
    streams: Sequence[tuple[bytes, bytes, bool]]
    known: Mapping[str, Any]
    programs: Mapping[str, bytes]

    def packed(self) -> bytes:
        """As bytes, for `unpacked`."""
        rest = [self.objects, *(x for head, data, _ in self.streams for x in (head, data))]
        body = zlib.compress(b"".join(rest), 1)
        held = {
            "known": self.known,
            "sizes": [len(one) for one in rest],
            "open": [is_open for _, _, is_open in self.streams],
            "body": len(body),
            "programs": {name: len(data) for name, data in self.programs.items()},
        }
        return b"".join((json.dumps(held).encode(), b"\n", body, *self.programs.values()))


def unpacked(data: bytes) -> Piece:
    """The piece that was packed."""
    end = data.index(b"\n")
    held = json.loads(data[:end])
    at = end + 1 + held["body"]
    body = memoryview(zlib.decompress(memoryview(data)[end + 1 : at]))
    cut = _cut(body, held["sizes"])
    objects = bytes(next(cut))
    streams = [(bytes(next(cut)), bytes(next(cut)), is_open) for is_open in held["open"]]
    names = list(held["programs"])
    programs = _cut(memoryview(data)[at:], held["programs"].values())
    return Piece(
        objects, streams, held["known"], {n: bytes(p) for n, p in zip(names, programs, strict=True)}
    )


def _cut(data: memoryview, sizes: Any) -> Iterator[memoryview]:
    at = 0
    for size in sizes:
        yield data[at : at + size]
        at += size
