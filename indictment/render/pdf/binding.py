"""The PDFs of all parts -> one PDF, as if it had been set at once."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Name

from indictment.machine.cache import Cache
from indictment.render.pdf.shared_fonts import SharedFonts

_NO_CACHE = Cache(None)


def bind(parts: Sequence[bytes], cache: Cache = _NO_CACHE) -> bytes:
    """The pages of `parts` in order, in one file with one outline, structure tree, table of
    destinations and set of fonts. Metadata, language and output intent are those of the first.

    Each part was written by `setting`: its links to other parts name their anchors, its structure
    is numbered as a part of the whole. The same parts give the same bytes. Fonts that were put
    together before are in `cache`.
    """
    with pikepdf.open(BytesIO(parts[0])) as whole:
        fonts = SharedFonts(cache)
        resources = whole.pages[0].Resources
        fonts.give(resources.Font, fonts.take(whole))
        trees = [_Tree(whole.Root)]
        for part in parts[1:]:
            with pikepdf.open(BytesIO(part)) as source:
                names = fonts.take(source)
                source.pages[0].Resources.ColorSpace = pikepdf.Dictionary()
                first = len(whole.pages)
                for page in source.pages:
                    whole.pages.append(page)
                theirs = whole.pages[first].Resources
                theirs.ColorSpace = resources.ColorSpace
                fonts.give(theirs.Font, names)
                trees.append(_Tree(whole.copy_foreign(source.make_indirect(_carried(source)))))
        fonts.complete(whole)
        _one_structure(trees)
        _one_outline(trees)
        _one_table(whole, trees)
        _lead_to_pages(whole)
        made = BytesIO()
        whole.save(
            made,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return made.getvalue()


class _Tree:
    """What a part's catalogue holds that belongs to the whole."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.structure = root.StructTreeRoot
        self.document = root.StructTreeRoot.K[0]
        self.outlines = root.get("/Outlines")
        names = root.get("/Names", {})
        self.names = names.Dests.Names if "/Dests" in names else Array()


def _carried(source: pikepdf.Pdf) -> pikepdf.Dictionary:
    root = source.Root
    wanted = ("/StructTreeRoot", "/Outlines", "/Names")
    return pikepdf.Dictionary({key: root[key] for key in wanted if key in root})


def _one_structure(parts: Sequence[_Tree]) -> None:
    """Put the elements of all parts under the document of the first."""
    first = parts[0]
    numbers: list[tuple[int, Any]] = []
    for part in parts:
        held = list(part.structure.ParentTree.Nums)
        numbers += zip(map(int, held[0::2]), held[1::2], strict=True)
        if part is not first:
            for element in part.document.K:
                element.P = first.document
            first.document.K.extend(part.document.K)
    flat: list[Any] = []
    for pair in sorted(numbers, key=lambda pair: pair[0]):
        flat += pair
    first.structure.ParentTree.Nums = Array(flat)


def _one_outline(parts: Sequence[_Tree]) -> None:
    """Chain the bookmarks of the parts (ISO 32000-1, 12.3.3)."""
    whole: Any = None
    for outlines in (part.outlines for part in parts if part.outlines is not None):
        if whole is None:
            whole = outlines
            parts[0].root.Outlines = whole
            continue
        for item in _chain(outlines.First):
            item.Parent = whole
        whole.Last.Next = outlines.First
        outlines.First.Prev = whole.Last
        whole.Last = outlines.Last
        whole.Count = int(whole.Count) + int(outlines.Count)


def _chain(item: Any) -> Iterator[Any]:
    while item is not None:
        yield item
        item = item.get("/Next")


def _one_table(whole: pikepdf.Pdf, parts: Sequence[_Tree]) -> None:
    """One sorted table of named destinations; of two of one name the first counts."""
    table: dict[bytes, Any] = {}
    for part in parts:
        held = list(part.names)
        for name, place in zip(held[0::2], held[1::2], strict=True):
            table.setdefault(bytes(name), place)
    flat: list[Any] = []
    for key in sorted(table):
        flat += (pikepdf.String(key), table[key])
    if flat:
        whole.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=Array(flat)))


def _lead_to_pages(whole: pikepdf.Pdf) -> None:
    """Let links that name a place in another part lead to the page itself."""
    held = list(whole.Root.Names.Dests.Names) if "/Names" in whole.Root else []
    places = {bytes(n): place for n, place in zip(held[0::2], held[1::2], strict=True)}
    for page in whole.pages:
        for link in page.get("/Annots", ()):
            if isinstance(link.get("/Dest"), pikepdf.String):
                link.Dest = places[bytes(link.Dest)]
            assert link.Subtype == Name.Link, "a page has no annotations but links"
