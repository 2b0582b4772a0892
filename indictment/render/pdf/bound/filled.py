"""A finished part and its place in the whole -> the contents of its pages, with all digits put in."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from indictment.machine.cache import Cache
from indictment.render.pdf.bound.running import Running
from indictment.render.pdf.bound.table import Table
from indictment.render.pdf.pieces.piece import Piece, unpacked
from indictment.render.pdf.programs import programs
from indictment.value import dataclass

_LEVEL = 6


class FilledPages:
    """The pages of the part `content` (a piece, packed; perhaps unpacked too) whose slots have these `numbers`, with
    `before` pages before it in a whole of `total` pages; `running` are the running lines, where they are not drawn on them.
    """

    def __init__(
        self,
        content: bytes,
        numbers: Sequence[str],
        before: int,
        total: int,
        piece: Piece | None = None,
        running: Running | None = None,
    ) -> None:
        self.place = list(numbers), before, total
        self.running = running
        self.piece = piece or unpacked(content)
        self._digest = sha256(content).digest()
        self._data = b""

    def named(self, *more: Any) -> str:
        """A digest of the piece, of its place, and of what else something depends on."""
        place = repr((*self.place, *more))
        return sha256(b" ".join((self._digest, programs().encode(), place.encode()))).hexdigest()

    def numbers(self) -> dict[str, str]:
        """The digits of all numbers that are open in it, by their slots."""
        numbers, before, total = self.place
        found = {str(slot): digits for slot, digits in enumerate(numbers)}
        found |= {f"p{n}": str(before + n + 1) for n in range(len(self.piece.known["pages"]))}
        return found | {"t": str(total)}

    def fill(self, cache: Cache) -> None:
        """Put the digits in; as `cache` has it from before, if neither the piece nor a number has changed."""
        if not self._data:
            around = self.running.digest.hex() if self.running else ""
            self._data = cache.made(f"part-{self.named(around)}.pages", self._packed)

    def contents(self) -> Iterator[bytes]:
        """The content of each page, packed; they are filled."""
        sizes = self._data[: self._data.index(b"\n")]
        at = len(sizes) + 1
        for size in map(int, sizes.split()):
            yield self._data[at : at + size]
            at += size

    def _packed(self) -> bytes:
        table = Table(self.numbers(), self.piece.known["digits"], 0)
        streams = enumerate(zip(self.piece.heads, self.piece.streams(), strict=True))
        first = len(self.piece.heads) - len(self.piece.known["pages"])
        packed = [
            zlib.compress(self._whole(table.filled(data), place - first), _LEVEL)
            for place, ((_, digest), data) in streams
            if not digest
        ]
        return b"".join((b" ".join(b"%d" % len(one) for one in packed), b"\n", *packed))

    def _whole(self, content: bytes, page: int) -> bytes:
        """The content of a page (from 0; less for what is none) with its running lines."""
        _, before, total = self.place
        if self.running is None or page < 0:
            return content
        name = self.piece.known["page_names"][page]
        return self.running.around(content, name, before + page + 1, total)


@dataclass(frozen=True, slots=True)
class Finished:
    """A part to be bound: its piece, packed; the digits of its slots; its anchors by what it calls them; perhaps
    its pages, filled for a place that was foretold; the running lines that are to stand around them.
    """

    content: bytes
    numbers: Sequence[str]
    anchors: Mapping[str, str]
    foretold: FilledPages | None = None
    running: Running | None = None

    def filled(self, before: int, total: int, piece: Piece) -> FilledPages:
        """Its pages, with so many before them in a whole of so many; not yet filled, unless that was foretold."""
        known = self.foretold
        place = list(self.numbers), before, total
        if known is not None and known.place == place and known.running is self.running:
            return known
        return FilledPages(self.content, self.numbers, before, total, piece, self.running)
