"""Bookmarks as plain data, and as a PDF holds them."""

from collections.abc import Sequence
from itertools import pairwise

import pikepdf

from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark, the destination it opens, those below it.

    `held` are bookmarks that are already in the PDF: those below this dictionary.
    """

    title: str
    opens: pikepdf.Object | None
    below: "Sequence[Bookmark]" = ()
    is_open: bool = False
    held: pikepdf.Object | None = None


def write(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> pikepdf.Object:
    """The outline of `pdf` made of these bookmarks (ISO 32000-1, 12.3.3)."""
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
    root.Count = _link(pdf, root, bookmarks)
    return root


def _link(pdf: pikepdf.Pdf, parent: pikepdf.Object, bookmarks: Sequence[Bookmark]) -> int:
    """Put the bookmarks below `parent`; how many are seen when it is open, at all depths."""
    items = []
    seen = 0
    for bookmark in bookmarks:
        item = pdf.make_indirect(
            pikepdf.Dictionary(Title=pikepdf.String(bookmark.title), Parent=parent)
        )
        if bookmark.opens is not None:
            item.Dest = bookmark.opens
        below = _link(pdf, item, bookmark.below) if bookmark.below else 0
        if bookmark.held is not None:
            below += _adopt(item, bookmark.held)
        if below:
            item.Count = below if bookmark.is_open else -below
        items.append(item)
        seen += 1 + (below if bookmark.is_open else 0)
    for before, after in pairwise(items):
        before.Next = after
        after.Prev = before
    if items:
        parent.First, parent.Last = items[0], items[-1]
    return seen


def _adopt(item: pikepdf.Object, held: pikepdf.Object) -> int:
    """Put the bookmarks of the outline `held` below `item`; how many are seen."""
    if "/First" not in held:
        return 0
    item.First, item.Last = held.First, held.Last
    seen = 0
    child: pikepdf.Object | None = held.First
    while child is not None:
        child.Parent = item
        count = child.get("/Count")
        seen += 1 + (max(int(count), 0) if count is not None else 0)
        child = child.get("/Next")
    return seen
