"""The paragraphs of a cell of a redline -> those of Word, which cannot take the last one's mark.

Each piece of the page is in the new version, in the old one, or in both. A paragraph that goes
takes its own mark with it, but the last one's mark ends the cell: where it goes, the mark before it
goes instead; where one version ends with another piece than the other, both pieces stand in one
paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indictment.render.word.marks import Mark, end_of
from indictment.render.word.xml import Element


@dataclass(slots=True)
class Lines:
    """A paragraph of Word: the pieces of the page in it, and the change of its own mark."""

    pieces: list[Element]
    end: Mark | None


def paragraphs(pieces: Sequence[tuple[Element, Mark | None]]) -> list[Lines]:
    """The paragraphs of a cell whose pieces are marked so."""
    made = [Lines([piece], mark or end_of(piece)) for piece, mark in pieces]
    marks = [mark for _, mark in pieces]
    last = len(marks) - 1
    made[last].end = None
    first = last
    while first >= 0 and marks[first] is not None:
        first -= 1
    ending = [mark for mark in marks[first + 1 :] if mark is not None]
    if not ending:
        return made
    if all(mark.is_old == ending[-1].is_old for mark in ending):
        if first >= 0 and made[first].end is None:
            made[first].end = ending[0]
        return made
    other = max(at for at in range(first + 1, last) if _is_old(marks[at]) != _is_old(marks[last]))
    made[other].pieces += made[other + 1].pieces
    made[other].end = made[other + 1].end
    del made[other + 1]
    return made


def _is_old(mark: Mark | None) -> bool:
    return mark is not None and mark.is_old
