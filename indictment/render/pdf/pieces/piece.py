"""The PDF of a part as a piece of the whole: objects that know one another, and what is put in later.

A token stands for what depends on the other parts: the number of an object, the digits of an open
number, a place in another part. The objects of the file itself (catalogue, tree of pages, structure's
root, fonts that parts share) are left to `binding`.
"""

import json
import re
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from indictment.render.pdf.divide.open_numbers import BEGIN, END
from indictment.value import dataclass

_OF_OTHERS = re.compile(f"{BEGIN}([FlqX][^{END}]*){END}".encode())
_ON_PAGE = re.compile(f"{BEGIN}o([0-9]+){END}")
BETWEEN = b"\x03"
"""Between the objects of a part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part's objects with tokens: `objects` are all but the streams, which follow them in number. They
    are to be formatted (`%`) with the numbers of those that they refer to: `references`, by place. First
    stand those that are of no page, then those of each page; the last of the streams are the contents
    of the pages. So pages of several pieces can be put together (`sliced`).

    `heads` are the dictionaries of the streams, each with the digest of its bytes, or nothing where there
    are tokens in these, which are not compressed then; `streams` gives the bytes. `known` says which of
    the objects have a role in the whole:

    pages [object], kids [object] (of the document's structure), annotations [object] (elements, in the
    order of their numbers), marked [[object]] (elements by page and mark), bookmarks
    [[rank, words, place, whether it is closed]],
    names {anchor: destination}, catalog {key: value}, info, digits {font: [glyph]}, fonts {name: Font},
    states {name: state of drawing},
    ends [[objects, bytes of `objects`, references]] (where what is of no page ends, and each page),
    counts [[kids, annotations, bookmarks]] (by page),
    used [[{font: [glyphs, whether there are open numbers, {glyph: letter}]}, [state]]] (by page: glyphs as
    the bits of a number; letters only where they are not those of the font, which met the glyph before),
    page_names [name] (what each page is called in the style sheet; none where the running lines are drawn on them),
    is_tied (whether the pages hold for their place alone),
    named [token] (those in `objects` that stand for fonts, places and streams).
    `programs` are the font files by digest.
    """

    objects: bytes
    references: Sequence[int]
    heads: Sequence[tuple[bytes, str]]
    streams: Callable[[], Sequence[bytes]]
    known: Mapping[str, Any]
    programs: Mapping[str, bytes]

    def packed(self) -> bytes:
        """As bytes, for `unpacked`."""
        references = array("I", self.references)
        if sys.byteorder == "big":
            references.byteswap()
        plain = [self.objects, references.tobytes(), *(head for head, _ in self.heads)]
        drawn = self.streams()
        bodies = [zlib.compress(b"".join(part), 1) for part in (plain, drawn)]
        held = {
            "known": self.known,
            "plain": [len(one) for one in plain],
            "streams": [len(one) for one in drawn],
            "digests": [digest for _, digest in self.heads],
            "bodies": [len(body) for body in bodies],
            "programs": {name: len(data) for name, data in self.programs.items()},
        }
        return b"".join((json.dumps(held).encode(), b"\n", *bodies, *self.programs.values()))


def unpacked(data: bytes) -> Piece:
    """The piece that was packed."""
    end = data.index(b"\n")
    held = json.loads(data[:end])
    names = list(held["programs"])
    sizes = [*held["bodies"], *held["programs"].values()]
    first, second, *programs = _cut(memoryview(data)[end + 1 :], sizes)
    objects, referred, *heads = _cut(memoryview(zlib.decompress(first)), held["plain"])
    references = array("I", referred.tobytes())
    if sys.byteorder == "big":
        references.byteswap()

    def streams() -> Sequence[bytes]:
        return list(map(bytes, _cut(memoryview(zlib.decompress(second)), held["streams"])))

    return Piece(
        bytes(objects),
        references,
        list(zip(map(bytes, heads), held["digests"], strict=True)),
        streams,
        held["known"],
        dict(zip(names, map(bytes, programs), strict=True)),
    )


def _cut(data: memoryview, sizes: Iterable[int]) -> Iterator[memoryview]:
    at = 0
    for size in sizes:
        yield data[at : at + size]
        at += size


def named(objects: bytes) -> list[str]:
    """The tokens in `objects` that stand for what other parts decide: fonts, places, streams."""
    found = set(_OF_OTHERS.findall(objects))
    return sorted(token.replace(b"%%", b"%").decode() for token in found)


def page_of(place: str) -> int:
    """The page (from 0) that a destination is on, which names it by a token."""
    found = _ON_PAGE.search(place)
    assert found, place
    return int(found[1])
