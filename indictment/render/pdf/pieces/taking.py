"""WeasyPrint's PDF of a part, before it is written -> a piece of the whole."""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from indictment.render.pdf.divide.open_numbers import BEGIN, END
from indictment.render.pdf.pieces import by_page, taken_fonts
from indictment.render.pdf.pieces.glyphs_used import used_on
from indictment.render.pdf.pieces.meanings import Meanings
from indictment.render.pdf.pieces.piece import BETWEEN, Piece, named
from indictment.render.pdf.pieces.strings import string
from indictment.value import dataclass

_REFERENCE = re.compile(rb"(\d+) 0 R")
_GLYPH = f"{BEGIN}g".encode()
_OF_PAGE = f"{BEGIN}gp:".encode()
_TO_OBJECT = re.compile(f"{BEGIN}r([0-9]+){END}".encode())
OTHER_FONTS = f"{BEGIN}X{END}"
"""The token for the fonts of running lines, in the dictionary of a part's fonts."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is known of the pages of a part beside the PDF: their bookmarks, each with its rank and
    whether it is closed, by page; the glyphs of the ten digits by font; what glyphs mean; whether
    the pages hold for their place alone; what each page is called in the style sheet, where its running
    lines are still to come.
    """

    bookmarks: Sequence[Sequence[tuple[int, bool]]]
    digits: Mapping[str, Sequence[str]]
    meanings: Meanings
    is_tied: bool
    page_names: Sequence[str] = ()


def taken(pdf: Any, drawn: Drawn) -> Piece:
    """The piece that WeasyPrint's PDF of a part makes, which is then empty."""
    return _Maker(pdf).made(drawn)


class _Maker:
    def __init__(self, pdf: Any) -> None:
        import pydyf
        from weasyprint.pdf.stream import Stream

        self._pydyf, self._drawn = pydyf, Stream
        self._pdf = pdf
        self._objects = pdf.objects
        self._tokens: dict[int, str] = {}
        """What stands for a reference to each object."""
        self._fonts: Any = None
        """The dictionary of the fonts of its pages."""
        self._left_out: set[int] = {0, pdf.pages.number, pdf.catalog.number}
        self._pages = by_page.pages(pdf)

    def made(self, drawn: Drawn) -> Piece:
        pdf, catalog = self._pdf, self._pdf.catalog
        root = self._at(catalog["StructTreeRoot"])
        document, tree = self._at(root["K"][0]), self._at(root["ParentTree"])
        outlines = self._at(catalog["Outlines"]) if "Outlines" in catalog else None
        for one, token in ((pdf.pages, "P"), (root, "T"), (document, "D"), (tree, "")):
            self._left_out.add(one.number)
            self._tokens[one.number] = f"{BEGIN}{token}{END}"
        bookmarks = list(self._bookmarks(outlines))
        states, fonts = self._resources()
        by_page.open_structure(self._objects, self._pages)
        kept = [o for o in self._objects if o.number not in self._left_out and o.free == "n"]
        groups, streams = by_page.divided(kept, self._pages, self._at)
        plain = [one for group in groups for one in group]
        for kind, held in (("r", plain), ("q", streams)):
            for place, one in enumerate(held):
                self._tokens[one.number] = f"{BEGIN}{kind}{place}{END}"
        numbers = tree["Nums"][1::2]
        names = catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        places = {b"%d 0 R" % one.number: place for place, one in enumerate(plain)}
        count = len(self._pages)
        ranks = [one for page in drawn.bookmarks for one in page]
        written = [_numbered(BETWEEN.join(self._text(o).encode() for o in one)) for one in groups]
        objects = BETWEEN.join(data for data, _ in written)
        first = len(streams) - count
        found = [self._stream(one, at - first, drawn) for at, one in enumerate(streams)]
        digits = {name: list(drawn.digits[name]) for name in sorted(drawn.digits)}
        known = {
            "pages": [places[page] for page in self._pages],
            "kids": [places[kid] for kid in document["K"]],
            "marked": [[places[one] for one in held] for held in numbers[:count]],
            "annotations": [places[held] for held in numbers[count:]],
            "bookmarks": [
                [rank, self._text(one["Title"]), self._place(one["Dest"]), is_closed]
                for (rank, is_closed), one in zip(ranks, bookmarks, strict=True)
            ],
            "names": {n.string: self._place(p) for n, p in zip(names[::2], names[1::2], strict=True)},
            "catalog": {key: self._text(value) for key, value in catalog.items()
                        if key not in ("Type", "Pages", "StructTreeRoot", "Outlines", "Names")},
            "info": self._text(pdf.info),
            "digits": digits,
            "fonts": fonts.fonts,
            "states": states,
            "ends": by_page.ends(groups, written),
            "counts": by_page.counts(
                self._pages, self._at, document["K"], numbers[count:], drawn.bookmarks
            ),
            "used": [
                used_on(data, digits, drawn.meanings.of_page(one), fonts.fonts)
                for one, (_, data, _) in zip(streams[-count:], found[-count:], strict=True)
            ],
            "page_names": list(drawn.page_names),
            "is_tied": drawn.is_tied,
            "named": named(objects),
        }  # fmt: skip
        packed = [self._packed(one, *held) for one, held in zip(streams, found, strict=True)]
        references = [place for _, held in written for place in held]
        heads = [(head, digest) for head, digest, _ in packed]
        bodies = [data for _, _, data in packed]
        made = Piece(objects, references, heads, lambda: bodies, known, fonts.programs)
        del self._objects[3:]
        return made

    # --- objects that have a role in the whole ---

    def _bookmarks(self, parent: Any) -> Iterator[Any]:
        """The bookmarks below one, in the order of the text; they are left out."""
        if parent is None:
            return
        self._left_out.add(parent.number)
        at = parent.get("First")
        while at is not None:
            one = self._at(at)
            yield one
            yield from self._bookmarks(one)
            at = one.get("Next")

    def _resources(self) -> tuple[dict[str, str], taken_fonts.TakenFonts]:
        """The states of drawing by name, as text; the fonts that parts can share, which are left out.
        Both are put in order, which is then the same whichever page needs one first.
        """
        resources = self._at(self._at(next(iter(self._pages)))["Resources"])
        every = self._fonts = self._at(resources["Font"])
        for held in (resources["ExtGState"], every):
            in_order = sorted(held.items())
            held.clear()
            held.update(in_order)
        fonts = taken_fonts.taken(every, self._at, self._text)
        self._left_out.update(fonts.gone)
        for name, number in fonts.numbers.items():
            self._tokens[number] = f"{BEGIN}F{name}{END}"
        return {name: self._text(held) for name, held in resources["ExtGState"].items()}, fonts

    # --- objects as text ---

    def _at(self, reference: bytes) -> Any:
        return self._objects[self._number(reference)]

    def _number(self, reference: bytes) -> int:
        return int(reference.split()[0])

    def _place(self, destination: Sequence[Any]) -> str:
        """A destination, which names its page by a token."""
        page, *rest = destination
        return self._text([f"{BEGIN}o{self._pages[page]}{END}".encode(), *rest])

    def _stream(self, one: Any, page: int, drawn: Drawn) -> tuple[dict[str, Any], bytes, bool]:
        """What is said of a stream, its bytes, and whether something is put into these later; `page` is the
        one (from 0) whose content it is, less than 0 where it is none.
        """
        data = b"\n".join(self._pydyf._to_bytes(item) for item in one.stream)
        if page >= 0:
            data = data.replace(_OF_PAGE, b"%sp%d:" % (_GLYPH, page))
        is_bare = page >= 0 and bool(drawn.page_names)
        return dict(one.extra), data, is_bare or (isinstance(one, self._drawn) and _GLYPH in data)

    def _packed(
        self, one: Any, extra: dict[str, Any], data: bytes, is_open: bool
    ) -> tuple[bytes, str, bytes]:
        """The dictionary of a stream, the digest of its bytes, and these."""
        if one.compress and not is_open:
            extra["Filter"] = "/FlateDecode"
            data = zlib.compress(data, 9)
        digest = "" if is_open else sha256(data).hexdigest()
        return self._text(extra).encode(), digest, data

    def _text(self, value: Any) -> str:
        """An object as it is written in the file, with tokens."""
        match value:
            case bytes():
                found = _REFERENCE.fullmatch(value)
                return self._tokens[int(found[1])] if found else value.decode()
            case self._pydyf.String():
                return string(value.string)
            case dict():
                more = OTHER_FONTS if value is self._fonts else ""
                held = "".join(f"/{key} {self._text(one)}" for key, one in value.items())
                return f"<<{held}{more}>>"
            case list() | tuple():
                return f"[{' '.join(map(self._text, value))}]"
        return str(self._pydyf._to_bytes(value), "ascii")


def _numbered(objects: bytes) -> tuple[bytes, list[int]]:
    """The objects with `%d` for each reference to one of them, and to which these are in order."""
    references: list[int] = []

    def open_(found: re.Match[bytes]) -> bytes:
        references.append(int(found[1]))
        return b"%d 0 R"

    return _TO_OBJECT.sub(open_, objects.replace(b"%", b"%%")), references
