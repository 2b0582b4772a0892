"""WeasyPrint's PDF of a part, before it is written -> a piece of the whole."""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from indictment.render.pdf.open_numbers import BEGIN, END
from indictment.render.pdf.piece import BETWEEN, Piece

_REFERENCE = re.compile(rb"(\d+) 0 R")
_GLYPH = f"{BEGIN}g".encode()
_OF_PAGE = f"{BEGIN}gp:".encode()
_TOKEN = re.compile(f"({BEGIN}[^{END}]*{END})")
_TO_OBJECT = re.compile(f"{BEGIN}r([0-9]+){END}".encode())
_OF_OTHERS = re.compile(f"{BEGIN}([Flr][^{END}]*){END}".encode())
_SPECIAL, _ESCAPED = re.compile(r"([\\()])"), r"\\\1"


def taken(pdf: Any, ranks: Sequence[int], digits: Mapping[str, Sequence[str]]) -> Piece:
    """The piece that WeasyPrint's PDF of a part makes, which is then empty.

    `ranks` are those of its bookmarks, `digits` the glyphs of the ten digits by font.
    """
    return _Maker(pdf).made(ranks, digits)


class _Maker:
    def __init__(self, pdf: Any) -> None:
        import pydyf
        from weasyprint.pdf.stream import Stream

        self._pydyf, self._drawn = pydyf, Stream
        self._pdf = pdf
        self._objects = pdf.objects
        self._tokens: dict[int, str] = {}
        """What stands for a reference to each object."""
        self._left_out: set[int] = {0, pdf.pages.number, pdf.catalog.number}

    def made(self, ranks: Sequence[int], digits: Mapping[str, Sequence[str]]) -> Piece:
        pdf, catalog = self._pdf, self._pdf.catalog
        root = self._at(catalog["StructTreeRoot"])
        document, tree = self._at(root["K"][0]), self._at(root["ParentTree"])
        outlines = self._at(catalog["Outlines"]) if "Outlines" in catalog else None
        pages = pdf.pages["Kids"][::3]
        for one, token in ((pdf.pages, "P"), (root, "T"), (document, "D"), (tree, "")):
            self._left_out.add(one.number)
            self._tokens[one.number] = f"{BEGIN}{token}{END}"
        bookmarks = list(self._bookmarks(outlines))
        fonts, programs = self._fonts(pages)
        self._open_structure(len(pages))
        kept = [
            one for one in self._objects if one.number not in self._left_out and one.free == "n"
        ]
        plain = [one for one in kept if not isinstance(one, self._pydyf.Stream)]
        streams = [one for one in kept if isinstance(one, self._pydyf.Stream)]
        for place, one in enumerate((*plain, *streams)):
            self._tokens[one.number] = f"{BEGIN}r{place}{END}"
        contents = {self._number(self._objects[n]["Contents"]): at for at, n in enumerate(pages)}
        numbers = tree["Nums"][1::2]
        names = catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        places = {one.number: place for place, one in enumerate(plain)}
        known = {
            "pages": [places[number] for number in pages],
            "kids": [places[self._number(kid)] for kid in document["K"]],
            "marked": [[places[self._number(k)] for k in held] for held in numbers[: len(pages)]],
            "annotations": [places[self._number(held)] for held in numbers[len(pages) :]],
            "bookmarks": [
                [rank, *self._written(one)] for rank, one in zip(ranks, bookmarks, strict=True)
            ],
            "names": {n.string: self._text(p) for n, p in zip(names[::2], names[1::2], strict=True)},
            "catalog": {key: self._text(value) for key, value in catalog.items()
                        if key not in ("Type", "Pages", "StructTreeRoot", "Outlines", "Names")},
            "info": self._text(pdf.info),
            "digits": digits,
            "fonts": fonts,
        }  # fmt: skip
        objects = BETWEEN.join(self._text(one).encode() for one in plain)
        written = [self._stream(one, contents.get(one.number)) for one in streams]
        heads = [
            (head, "" if is_open else sha256(data).hexdigest()) for head, data, is_open in written
        ]
        drawn = [data for _, data, _ in written]
        written_objects, references = _numbered(objects, len(plain))
        known["named"] = sorted({one.decode() for one in _OF_OTHERS.findall(written_objects)})
        made = Piece(written_objects, references, heads, lambda: drawn, known, programs)
        del self._objects[3:]
        return made

    # --- objects that have a role in the whole ---

    def _fonts(self, pages: Sequence[int]) -> tuple[dict[str, Any], dict[str, bytes]]:
        """The fonts that parts can share, which are left out; their programs."""
        resources = self._at(self._objects[pages[0]]["Resources"])
        fonts: dict[str, Any] = {}
        programs: dict[str, bytes] = {}
        for name, reference in self._at(resources["Font"]).items():
            font = self._at(reference)
            if font.get("Encoding") != "/Identity-H":
                continue
            below = self._at(font["DescendantFonts"][0])
            descriptor = self._at(below["FontDescriptor"])
            if "FontFile2" not in descriptor:
                continue
            program = b"".join(self._at(descriptor["FontFile2"]).stream)
            digest = sha256(program).hexdigest()
            programs[digest] = program
            fonts[name] = {
                "program": digest,
                "widths": _widths(below["W"]),
                "letters": _letters(self._at(font["ToUnicode"]).stream),
                "font": self._fields(font, "DescendantFonts", "ToUnicode"),
                "below": self._fields(below, "FontDescriptor", "W"),
                "descriptor": self._fields(descriptor, "FontFile2", "FontBBox"),
                "box": [float(one) for one in descriptor["FontBBox"]],
            }
            gone = (
                font,
                below,
                descriptor,
                self._at(descriptor["FontFile2"]),
                self._at(font["ToUnicode"]),
            )
            self._left_out.update(one.number for one in gone)
            self._tokens[font.number] = f"{BEGIN}F{name}{END}"
        return fonts, programs

    def _fields(self, one: Mapping[str, Any], *without: str) -> str:
        return "".join(
            f"/{key} {self._text(value)}" for key, value in one.items() if key not in without
        )

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

    def _written(self, bookmark: Mapping[str, Any]) -> tuple[str, str, bool]:
        is_closed = int(bookmark["Count"]) < 0
        return self._text(bookmark["Title"]), self._text(bookmark["Dest"]), is_closed

    def _open_structure(self, pages: int) -> None:
        """Numbers by which a page or a link finds its elements; identifiers of cells."""
        for one in self._objects:
            if not isinstance(one, dict):
                continue
            for key in ("StructParents", "StructParent"):
                if key in one:
                    at = one[key]
                    token = f"s{at}" if at < pages else f"a{at - pages}"
                    one[key] = f"{BEGIN}{token}{END}".encode()
            if one.get("S") == "/TH" and isinstance(one.get("ID"), self._pydyf.String):
                # The headers that cells name are these same objects.
                one["ID"].string = f"p{BEGIN}n{END}-{one['ID'].string}"

    # --- objects as text ---

    def _at(self, reference: bytes) -> Any:
        return self._objects[self._number(reference)]

    def _number(self, reference: bytes) -> int:
        return int(reference.split()[0])

    def _stream(self, one: Any, page: int | None) -> tuple[bytes, bytes, bool]:
        """A stream; `page` is the one (from 0) whose content it is."""
        data = b"\n".join(self._pydyf._to_bytes(item) for item in one.stream)
        if page is not None:
            data = data.replace(_OF_PAGE, b"%sp%d:" % (_GLYPH, page))
        extra = dict(one.extra)
        is_open = isinstance(one, self._drawn) and _GLYPH in data
        if one.compress and not is_open:
            extra["Filter"] = "/FlateDecode"
            data = zlib.compress(data, 9)
        return self._text(extra).encode(), data, is_open

    def _text(self, value: Any) -> str:
        """An object as it is written in the file, with tokens."""
        match value:
            case bytes():
                found = _REFERENCE.fullmatch(value)
                return self._tokens[int(found[1])] if found else value.decode("ascii")
            case self._pydyf.String():
                return string(value.string)
            case dict():
                return f"<<{''.join(f'/{key} {self._text(one)}' for key, one in value.items())}>>"
            case list() | tuple():
                return f"[{' '.join(map(self._text, value))}]"
        return str(self._pydyf._to_bytes(value), "ascii")


def _numbered(objects: bytes, plain: int) -> tuple[bytes, list[int]]:
    """The objects with `%d` for each reference to one of them, and to which these are in order; one to
    a stream stays a token, because another part may have the same stream.
    """
    references: list[int] = []

    def open_(found: re.Match[bytes]) -> bytes:
        place = int(found[1])
        if place >= plain:
            return found[0]
        references.append(place)
        return b"%d 0 R"

    return _TO_OBJECT.sub(open_, objects.replace(b"%", b"%%")), references


def string(text: str) -> str:
    """A string of PDF: in ASCII where that is enough, in UTF-16 otherwise (ISO 32000-1, 7.9.2.2)."""
    if text.isascii():
        return f"({_SPECIAL.sub(_ESCAPED, text)})"
    made = "feff"
    for piece in _TOKEN.split(text):
        if not piece.startswith(BEGIN):
            made += piece.encode("utf-16-be").hex()
        elif piece[1] == "d":
            made += f"{BEGIN}u{piece[2:]}"
        else:
            raise AssertionError(f"{piece!r} in a string that is not ASCII")
    return f"<{made}>"


def _widths(held: Sequence[Any]) -> list[tuple[int, float]]:
    """Widths by glyph (ISO 32000-1, 9.7.4.3; the form with a list after the first glyph)."""
    found: list[tuple[int, float]] = []
    for first, run in zip(held[0::2], held[1::2], strict=True):
        found += enumerate(run, start=int(first))
    return found


_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


def _letters(lines: Sequence[bytes]) -> list[tuple[str, str]]:
    """What each glyph means, in hexadecimal, from the lines of a character map."""
    found = [_PAIR.fullmatch(line) for line in lines]
    return [(pair[1].decode(), pair[2].decode()) for pair in found if pair]
