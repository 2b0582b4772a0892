"""The tokens of a piece -> what they are in the piece that its pages become a part of."""

import re
from collections.abc import Mapping

from indictment.render.pdf.again.sliced_same import NotAlike
from indictment.render.pdf.divide.open_numbers import BEGIN, END

_TOKEN = re.compile(f"({BEGIN}[^{END}]*{END})".encode())
_PAGE, _TOTAL = "p", "t"
"""How the slot of a page's number begins; the slot of how many pages there are."""


class Renamed(dict[bytes, bytes]):
    """What each token of a piece becomes in the whole, itself with its signs around it. What is
    counted by page, by annotation and by stream is so many further on.
    """

    def __init__(
        self,
        slots: Mapping[str, str],
        anchors: Mapping[str, str],
        pages: int,
        annotations: int,
        of_none: int,
    ) -> None:
        """`slots` and `anchors` as in `Slice`; pages and annotations are so many further on; so many
        streams, the first, are of no page and stay.
        """
        super().__init__()
        self._slots, self._anchors = slots, anchors
        self._pages, self._annotations, self._of_none = pages, annotations, of_none

    def __missing__(self, token: bytes) -> bytes:
        text = token[1:-1].decode()
        made = self[token] = f"{BEGIN}{self._made(text[:1], text[1:])}{END}".encode()
        return made

    def _made(self, kind: str, rest: str) -> str:
        match kind:
            case "P" | "T" | "D" | "X":
                return kind + rest
            case "s" | "o":
                return f"{kind}{int(rest) + self._pages}"
            case "a":
                return f"a{int(rest) + self._annotations}"
            case "q":
                stream = int(rest)
                return f"q{stream if stream < self._of_none else stream + self._pages}"
            case "l":
                # Among objects, which are to be formatted, this sign is doubled.
                anchor = rest.replace("%%", "%")
                return f"l{self._anchors.get(anchor, anchor)}".replace("%", "%%")
            case "d" | "u" | "v" | "g":
                slot, colon, more = rest.partition(":")
                return f"{kind}{self._slot(slot)}{colon}{more}"
        raise NotAlike(f"the token {kind}{rest} on a page")

    def _slot(self, slot: str) -> str:
        if slot == _TOTAL:
            return slot
        if slot.startswith(_PAGE):
            return f"{_PAGE}{int(slot.removeprefix(_PAGE)) + self._pages}"
        return self._slots[slot]

    def filled(self, data: bytes) -> bytes:
        """`data` with the tokens of the whole."""
        pieces = _TOKEN.split(data)
        pieces[1::2] = map(self.__getitem__, pieces[1::2])
        return b"".join(pieces)

    def text(self, text: str) -> str:
        """`text` with the tokens of the whole."""
        return self.filled(text.encode()).decode()
