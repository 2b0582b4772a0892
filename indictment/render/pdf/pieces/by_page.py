"""WeasyPrint's objects of a part, before they are written -> which of them belong to which page.

A page owns itself, its annotations, and the elements of structure that say so: the tree of structure has
trees of its own for each page. All else is of no page: resources, colours, what the file has once.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from indictment.render.pdf.divide.open_numbers import BEGIN, END
from indictment.render.pdf.pieces.piece import BETWEEN

Pages = Mapping[bytes, int]
"""Pages (from 0) by what refers to them."""
At = Callable[[bytes], Any]
"""An object by what refers to it."""


def pages(pdf: Any) -> Pages:
    """The pages of a PDF, in order."""
    kids = pdf.pages["Kids"][::3]
    return {b"%d 0 R" % number: page for page, number in enumerate(kids)}


def divided(objects: Sequence[Any], pages: Pages, at: At) -> tuple[list[list[Any]], list[Any]]:
    """Of these objects first those that are of no page, then those of each page; and the streams, of
    which the last are the contents of the pages. Each in the order that they have.
    """
    import pydyf

    owners: dict[bytes, int] = dict(pages)
    contents: set[bytes] = set()
    for reference, page in pages.items():
        held = at(reference)
        owners.update((link, page) for link in held.get("Annots", ()))
        contents.add(held["Contents"])
    groups: list[list[Any]] = [[] for _ in range(len(pages) + 1)]
    shared: list[Any] = []
    streams: list[Any] = []
    for one in objects:
        if isinstance(one, pydyf.Stream):
            (streams if one.reference in contents else shared).append(one)
        elif isinstance(one, pydyf.Dictionary) and "Pg" in one:
            groups[pages[one["Pg"]] + 1].append(one)
        else:
            groups[owners.get(one.reference, -1) + 1].append(one)
    return groups, shared + streams


def ends(
    groups: Sequence[Sequence[Any]], written: Sequence[tuple[bytes, Sequence[int]]]
) -> list[list[int]]:
    """Where each group of objects ends, which is written so: objects, bytes, references so far."""
    objects = accumulate(len(group) for group in groups)
    sizes = accumulate(
        (len(data) for data, _ in written), lambda before, size: before + len(BETWEEN) + size
    )
    references = accumulate(len(held) for _, held in written)
    return [list(ends) for ends in zip(objects, sizes, references, strict=True)]


def counts(
    pages: Pages,
    at: At,
    kids: Sequence[bytes],
    holders: Sequence[bytes],
    bookmarks: Sequence[Sequence[Any]],
) -> list[list[int]]:
    """By page: kids of the document, elements of annotations, bookmarks."""
    found = [[0, 0, len(one)] for one in bookmarks]
    for place, held in enumerate((kids, holders)):
        for reference in held:
            found[pages[at(reference)["Pg"]]][place] += 1
    return found


def open_structure(objects: Sequence[Any], pages: Pages) -> None:
    """Put tokens for the numbers by which a page or a link finds its elements, and name the cells of
    tables by their page and the place of their table on it, which no other page has a say in.
    """
    import pydyf

    tables = [0] * len(pages)
    cells: dict[str, str] = {}
    """How the identifiers begin of the cells of each table, by its number."""
    for one in objects:
        if not isinstance(one, pydyf.Dictionary):
            continue
        for key in ("StructParents", "StructParent"):
            if key in one:
                number = one[key]
                token = f"s{number}" if number < len(pages) else f"a{number - len(pages)}"
                one[key] = f"{BEGIN}{token}{END}".encode()
        if one.get("S") == "/Table":
            page = pages[one["Pg"]]
            cells[str(one.number)] = f"{BEGIN}s{page}{END}-{tables[page]}"
            tables[page] += 1
        elif one.get("S") == "/TH" and isinstance(one.get("ID"), pydyf.String):
            # The headers that cells name are these same objects; a table stands before its cells.
            table, _, cell = one["ID"].string.partition("-")
            one["ID"].string = f"{cells[table]}-{cell}"
