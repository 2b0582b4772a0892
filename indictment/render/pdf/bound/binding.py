"""The pieces of all parts -> one PDF, as if it had been set at once."""

from collections.abc import Iterator, Sequence

from indictment.machine.cache import Cache
from indictment.machine.threads import each
from indictment.render.pdf.bound.file import File
from indictment.render.pdf.bound.filled import Finished
from indictment.render.pdf.bound.outline import Bookmark, outline
from indictment.render.pdf.bound.placed import PlacedPart
from indictment.render.pdf.bound.shared_fonts import SharedFonts
from indictment.render.pdf.bound.table import Table
from indictment.render.pdf.pieces.strings import string

_NO_CACHE = Cache(None)
_CATALOG, _INFO, _PAGES, _ROOT, _DOCUMENT, _TREE, _OUTLINES, _FIRST = range(1, 9)
"""Numbers of the objects that the whole has once, and of the first of the others."""


def bind(parts: Sequence[Finished], cache: Cache = _NO_CACHE) -> bytes:
    """The pages of `parts` in order, in one file with one outline, structure tree, table of
    destinations and set of fonts. Metadata, language and output intent are those of the first.

    The same parts give the same bytes. Fonts that were put together before, and pages that were, are in `cache`.
    """
    return _Whole(parts, cache).bound()


def bind_alone(part: Finished, before: int, total: int, cache: Cache = _NO_CACHE) -> bytes:
    """One part in a file of its own, numbered as in the whole, which has `total` pages, `before` of
    them before it. A place in another part is led to by its name.
    """
    return _Whole([part], cache, before, total, _Named()).bound()


class _Named(dict[str, bytes]):
    """Places by anchor; one that is not here is its own name (ISO 32000-1, 12.3.2.3)."""

    def __missing__(self, anchor: str) -> bytes:
        return string(anchor).encode()


class _Whole:
    """All parts; or some of them, with `before` pages before these and `total` pages in all."""

    def __init__(
        self,
        parts: Sequence[Finished],
        cache: Cache,
        before: int = 0,
        total: int = 0,
        places: dict[str, bytes] | None = None,
    ) -> None:
        self._places: dict[str, bytes] = {} if places is None else places
        self._file, self._cache = File(), cache
        self._parts: list[PlacedPart] = []
        first, annotations = _FIRST, 0
        pages = before
        for part in parts:
            one = PlacedPart(part, first, pages, annotations)
            self._parts.append(one)
            first, pages = one.end, pages + one.page_count
            annotations += one.annotation_count
        self._total, self._count = total or pages, pages - before
        self._running = next((part.running for part in parts if part.running), None)
        pieces = [part.piece for part in self._parts]
        around = [self._running.piece] if self._running else []
        self._fonts = SharedFonts(cache, first, [*pieces, *around])
        self._next = first + self._fonts.size
        self._same: dict[tuple[bytes, str], int] = {}
        """Streams that several parts have, by digest: an image, the colour profile."""

    def bound(self) -> bytes:
        fonts = self._fonts.references()
        of_whole = {
            b"P": b"%d 0 R" % _PAGES,
            b"T": b"%d 0 R" % _ROOT,
            b"D": b"%d 0 R" % _DOCUMENT,
        } | {b"F" + name.encode(): at for name, at in fonts.items()}
        tables = [part.table(self._total, of_whole) for part in self._parts]
        for part, table in zip(self._parts, tables, strict=True):
            other = self._running.fonts_beside(part.known["fonts"], fonts) if self._running else b""
            table[b"X"] = other
        each(lambda pages: pages.fill(self._cache), [p.filled(self._total) for p in self._parts])
        self._find_destinations(tables)
        places = self._places
        for part, table in zip(self._parts, tables, strict=True):
            table.lead(part.anchors, places)
            self._add_streams(part, table)
            self._file.add_packed(part.objects(table, self._total, self._cache))
        self._fonts.write(self._file)
        self._add_once(tables, places)
        return self._file.finished(_CATALOG, _INFO)

    def _find_destinations(self, tables: Sequence[Table]) -> None:
        """Places by anchor; of two of one name the first counts."""
        for part, table in zip(self._parts, tables, strict=True):
            for name, place in part.known["names"].items():
                found = table.filled(place.encode())
                self._places.setdefault(part.anchors.get(name, name), found)

    def _add_streams(self, part: PlacedPart, table: Table) -> None:
        pages = part.filled(self._total).contents()
        for place, (open_head, digest) in enumerate(part.piece.heads):
            number, head = part.object(part.plain + place), table.filled(open_head)
            if not digest:
                self._file.add_stream(number, head[:-2] + b"/Filter /FlateDecode>>", next(pages))
            elif (known := self._same.setdefault((head, digest), number)) == number:
                self._file.add_stream(number, head, part.piece.streams()[place])
            else:
                table[b"q%d" % place] = b"%d 0 R" % known

    def _add_once(self, tables: Sequence[Table], places: dict[str, bytes]) -> None:
        """What the file has once: its catalogue, and the roots of pages, structure and outline."""
        add, first, table = self._file.add, self._parts[0], tables[0]
        pages = b" ".join(part.references(part.known["pages"]) for part in self._parts)
        add(_PAGES, b"<</Type /Pages/Kids [%s]/Count %d>>" % (pages, self._count))
        kids = b" ".join(part.references(part.known["kids"]) for part in self._parts)
        add(_ROOT, b"<</Type /StructTreeRoot/K [%d 0 R]/ParentTree %d 0 R>>" % (_DOCUMENT, _TREE))
        document = b"<</Type /StructElem/S /Document/P %d 0 R/K [%s]>>"
        add(_DOCUMENT, document % (_ROOT, kids))
        add(_TREE, b"<</Kids [%s]>>" % b" ".join(self._tree()))
        more = self._outline(tables)
        if places:
            names = b" ".join(b"%s %s" % (string(n).encode(), places[n]) for n in sorted(places))
            more += b"/Names <</Dests <</Names [%s]>>>>" % names
        own = "".join(f"/{key} {value}" for key, value in first.known["catalog"].items())
        catalog = b"<</Type /Catalog/Pages %d 0 R/StructTreeRoot %d 0 R%s%s>>"
        add(_CATALOG, catalog % (_PAGES, _ROOT, table.filled(own.encode()), more))
        add(_INFO, table.filled(first.known["info"].encode()))

    def _outline(self, tables: Sequence[Table]) -> bytes:
        """Add the outline, and say so in the catalogue; nothing where there are no headings."""
        bookmarks = [
            Bookmark(rank, title.encode(), table.filled(place.encode()), is_closed)
            for part, table in zip(self._parts, tables, strict=True)
            for rank, title, place, is_closed in part.known["bookmarks"]
        ]
        if not bookmarks:
            return b""
        for number, data in outline(bookmarks, _OUTLINES, self._next):
            self._file.add(number, data)
        self._next += len(bookmarks)
        return b"/Outlines %d 0 R" % _OUTLINES

    def _tree(self) -> Iterator[bytes]:
        """Branches of the tree that leads from marks and links to elements: pages, then links."""
        for part in self._parts:
            marked = part.known["marked"]
            pairs = [
                b"%d [%s]" % (part.pages_before + n, part.references(held))
                for n, held in enumerate(marked)
            ]
            yield from self._branch(part.pages_before, pairs)
        for part in self._parts:
            first = self._total + part.annotations_before
            pairs = [
                b"%d %d 0 R" % (first + n, part.object(place))
                for n, place in enumerate(part.known["annotations"])
            ]
            yield from self._branch(first, pairs)

    def _branch(self, first: int, pairs: Sequence[bytes]) -> Iterator[bytes]:
        if pairs:
            limits = b"%d %d" % (first, first + len(pairs) - 1)
            self._file.add(self._next, b"<</Limits [%s]/Nums [%s]>>" % (limits, b" ".join(pairs)))
            yield b"%d 0 R" % self._next
            self._next += 1
