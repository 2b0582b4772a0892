"""What stands for the tokens of a part, when it has its place in the whole."""

import re
from collections.abc import Mapping, Sequence

from indictment.render.pdf.divide.open_numbers import BEGIN, END, Digits

_TOKEN = re.compile(f"{BEGIN}([^{END}]*){END}".encode())


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
        return filled(data, self)


def filled(data: bytes, table: Digits) -> bytes:
    """`data` with what its tokens stand for."""
    pieces = _TOKEN.split(data)
    pieces[1::2] = map(table.__getitem__, pieces[1::2])
    return b"".join(pieces)
