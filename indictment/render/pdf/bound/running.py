"""What runs at the head and the foot of all pages: set once, and put around the text of each when they are bound.

So an edit that changes the running lines (the number of errors in a draft, its date, its status) leaves the
pages as they were set; and of a page's number nothing depends on but what is put in here.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from indictment.render.pdf.bound.table import filled
from indictment.render.pdf.divide.open_numbers import Digits
from indictment.render.pdf.divide.running_page import PLAIN
from indictment.render.pdf.pieces.glyphs_used import used
from indictment.render.pdf.pieces.piece import Piece, unpacked

_OPAQUE = re.compile(rb"^/[aA]1\.0 gs\n", re.MULTILINE)
"""That nothing shines through, which is so without being said (ISO 32000-1, table 52)."""
_NAMED = re.compile(rb"^/\S+ (?:gs|Do|sh|scn|SCN|cs|CS)$", re.MULTILINE)
"""What a page would have to have among its resources, beside fonts."""


def can_stand_alone(piece: Piece) -> bool:
    """True if the running lines of `piece` can stand on a page that has their fonts, and nothing else of them."""
    fonts: Mapping[str, Any] = piece.known["fonts"]
    contents = _contents(piece)
    shown = [used(one, piece.known["digits"]).glyphs for one in contents]
    return not any(map(_NAMED.search, contents)) and all(name in fonts for s in shown for name in s)


def _contents(piece: Piece) -> list[bytes]:
    """What is drawn on each page of a piece."""
    count = len(piece.known["pages"])
    return [_OPAQUE.sub(b"", one) for one in piece.streams()[-count:]]


class Running:
    """The running lines of all pages, whose piece is packed in `content`: on pages for these `places`, each the name
    of a page and the number of digits of its number.
    """

    def __init__(self, content: bytes, places: Sequence[tuple[str, int]]) -> None:
        self.piece = unpacked(content)
        self.digest = sha256(content).digest()
        drawn = enumerate(_contents(self.piece))
        self._drawn = dict(zip(places, drawn, strict=True))

    def around(self, text: bytes, name: str, number: int, total: int) -> bytes:
        """The content of page `number` of `total`, of which `text` is what stands between its running lines."""
        length = len(str(number))
        place, drawn = self._drawn.get((name, length)) or self._drawn[PLAIN, length]
        if not _shows(drawn):
            return text
        digits = Digits({f"p{place}": str(number), "t": str(total)}, self.piece.known["digits"])
        # WeasyPrint turns the page upside down, and leaves it so.
        return b"q\n%s\nQ\n%s" % (text, filled(drawn, digits))

    def fonts_beside(self, known: Mapping[str, Any], references: Mapping[str, bytes]) -> bytes:
        """The entries for its fonts that are not among the `known` ones of a part, in a dictionary of fonts."""
        names = [name for name in self.piece.known["fonts"] if name not in known]
        return b"".join(b"/%s %s" % (name.encode(), references[name]) for name in names)


def _shows(drawn: bytes) -> bool:
    return b"BDC" in drawn
