"""Pages that were set again, and those that are kept -> the part, as if all of them had been set at once."""

from collections.abc import Sequence
from dataclasses import replace

from indictment.render.pdf.again.kept_glyphs import KeptGlyphs
from indictment.render.pdf.again.plan import Plan
from indictment.render.pdf.again.sliced import NotAlike, Slice, joined
from indictment.render.pdf.laid_out import LaidOut, Placed, SetBefore, SetPart
from indictment.render.pdf.pieces.piece import Piece, page_of, unpacked


class Joint:
    """A part of which some pages are set again as `plan` says, which has been laid out, and the others are
    those of `before`. `placed` is its place, `notes` are the numbers or slots of its notes.
    """

    def __init__(
        self, plan: Plan, before: SetBefore, placed: Placed, notes: tuple[str, ...]
    ) -> None:
        self._plan, self._before = plan, before
        self._of_part, self._notes = placed, notes
        self._old = unpacked(before.content)
        self.placed = replace(placed, elsewhere=frozenset(placed.elsewhere) | plan.names)
        """The place of the new pages: what they lead to may stand on kept ones."""

    def fits(self) -> bool:
        """True if the numbers of the kept pages are as long as they were."""
        lengths = [(self._before.total, self._of_part.total)]
        new = self._of_part.before
        for run in self._plan.runs:
            if not run.is_new:
                old = self._before.before + run.first
                lengths += ((old + n + 1, new + n + 1) for n in range(run.end - run.first))
            new += run.end - run.first
        return all(len(str(one)) == len(str(other)) for one, other in lengths)

    def notes(self, counts: Sequence[int]) -> tuple[str, ...]:
        """The notes of the new pages, of which each has so many."""
        found: list[str] = []
        at = 0
        for run in self._plan.runs:
            of_run = counts if run.is_new else [page.notes for page in self._before.pages]
            end = at + sum(of_run[run.first : run.end])
            if run.is_new:
                found += self._notes[at:end]
            at = end
        return tuple(found)

    def glyphs(self) -> KeptGlyphs:
        """The glyphs of the kept pages."""
        before, behind = list[int](), list[int]()
        for run in self._plan.runs:
            if not run.is_new:
                (before if run is self._plan.runs[0] else behind).extend(range(run.first, run.end))
        return KeptGlyphs(self._old, before, behind)

    def whole(self, new: Piece, made: SetPart) -> tuple[LaidOut, SetPart] | None:
        """The part, of which `new` is the piece of the new pages, and `made` how these were set; None where
        it cannot be put together.
        """
        plan = self._plan
        own = {str(slot): str(slot) for slot in range(len(self._of_part.numbers))}
        slices = [
            Slice(new, run.first, run.end, own, {})
            if run.is_new
            else Slice(self._old, run.first, run.end, plan.slots, plan.anchors)
            for run in plan.runs
        ]
        pages = plan.pages(made.pages)
        if sum(page.notes for page in pages) != len(self._notes):
            return None
        try:
            piece = joined(slices, new)
        except NotAlike:
            return None
        return LaidOut(len(pages), _anchors(piece)), SetPart(
            piece.packed(), self._notes, (), pages=pages
        )


def _anchors(piece: Piece) -> dict[str, int]:
    """The page (from 1) of each anchor."""
    held: dict[str, str] = piece.known["names"]
    return {name: page_of(place) + 1 for name, place in held.items()}
