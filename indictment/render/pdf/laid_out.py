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


@dataclass(frozen=True, slots=True)
class SetPart:
    """The PDF of a part, as a piece (`piece`); the numbers of its notes as printed; what there is
    to say about it; whether it holds for its place alone, because of page numbers in it.
    """

    content: bytes
    notes: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_tied: bool = False
