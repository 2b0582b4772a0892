"""What those who set pages tell of a part: how it was laid out, for which place it was set, and what came of it.

Apart from `setting`, which who only asks for pages need not load.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field

from indictment.diagnostics import Diagnostic
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class LaidOut:
    """How a part was laid out: its pages, the page (from 1) of each anchor, and whether its open
    numbers are set in fonts whose digits are all as wide as one another.
    """

    page_count: int
    anchors: Mapping[str, int]
    is_even: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a part stands in the whole: its number (from 0), the pages before it and of the whole,
    the anchors in other parts that its links may lead to; what its open numbers are, and the anchors
    of the page, by what it calls them (open_numbers).
    """

    number: int
    before: int
    total: int
    elsewhere: Collection[str] = ()
    numbers: Sequence[str] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)


Inner = tuple[int, "Inner"] | None
"""WeasyPrint's place in a passage: in which of its boxes, and where in that one; None for its beginning."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page starts: the path of a passage (`passages`), and where in it; how many passages behind
    that one were looked at before the page before was full; what break and what page were asked for; the
    widths of the borders (CSS pixels) of the tables that the passage stands in.
    """

    path: tuple[int, ...]
    inner: Inner
    ahead: int
    asked: tuple[str, str | None]
    frame: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SetPage:
    """How one page was set: where it starts, or None where it cannot be set without the one before it,
    because a note or a link runs on; and how many notes it has.
    """

    start: PageStart | None
    notes: int


@dataclass(frozen=True, slots=True)
class SetPart:
    """The PDF of a part, as a piece (`piece`); the numbers of its notes as printed; what there is
    to say about it; whether it holds for its place alone, because of page numbers in it; its pages, where
    they are known.
    """

    content: bytes
    notes: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_tied: bool = False
    pages: tuple[SetPage, ...] = ()


@dataclass(frozen=True, slots=True)
class SetBefore:
    """A part as it was set before: its HTML, the pages before it and of the whole, its PDF and its pages.
    Each of its links led somewhere.
    """

    html: str
    before: int
    total: int
    content: bytes
    pages: tuple[SetPage, ...]
