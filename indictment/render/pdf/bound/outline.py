"""The bookmarks of all parts -> the outline of the whole (ISO 32000-1, 12.3.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Bookmark:
    """A heading: its rank (1 for the highest), its words and its place as PDF writes them, and whether
    what stands below it is hidden at first.
    """

    level: int
    title: bytes
    place: bytes
    is_closed: bool
    number: int = 0
    below: "list[Bookmark]" = field(default_factory=list)


def outline(bookmarks: Sequence[Bookmark], root: int, first: int) -> Iterator[tuple[int, bytes]]:
    """The objects of the outline: its root, and one for each bookmark, with numbers from `first`.

    A bookmark stands below the last one before it that has a higher rank.
    """
    whole = Bookmark(0, b"", b"", is_closed=False, number=root)
    above = [whole]
    for number, one in enumerate(bookmarks, start=first):
        one.number = number
        while above[-1].level >= one.level:
            above.pop()
        above[-1].below.append(one)
        above.append(one)
    yield root, b"<<%s>>" % _ends(whole)
    yield from _written(whole)


def _written(parent: Bookmark) -> Iterator[tuple[int, bytes]]:
    last = len(parent.below) - 1
    for place, one in enumerate(parent.below):
        data = b"<</Title %s/Dest %s/Parent %d 0 R" % (one.title, one.place, parent.number)
        if place > 0:
            data += b"/Prev %d 0 R" % parent.below[place - 1].number
        if place < last:
            data += b"/Next %d 0 R" % parent.below[place + 1].number
        yield one.number, b"%s%s>>" % (data, _ends(one))
        yield from _written(one)


def _ends(one: Bookmark) -> bytes:
    """First and last of what stands below, and how many lines that takes (less than none, where closed)."""
    if not one.below:
        return b""
    count = -_lines(one) if one.is_closed else _lines(one)
    first, last = one.below[0].number, one.below[-1].number
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, count)


def _lines(one: Bookmark) -> int:
    return sum(1 + (0 if inner.is_closed else _lines(inner)) for inner in one.below)
