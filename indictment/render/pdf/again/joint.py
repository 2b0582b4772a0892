"""Pages that were set again, and those that are kept -> the part, as if all of them had been set at once."""

from dataclasses import replace

from indictment.render.pdf.again.kept_glyphs import KeptGlyphs
from indictment.render.pdf.again.plan import Plan
from indictment.render.pdf.again.sliced import NotAlike, Slice, joined
from indictment.render.pdf.laid_out import LaidOut, Placed, SetBefore, SetPart
from indictment.render.pdf.piece import Piece, page_of, unpacked


class Joint:
    """A part of which `count` pages are set again as `plan` says, and the others are those of `before`.

    `placed` is its place, `notes` are the numbers or slots of its notes. `placed` and `notes` of the joint
    are those of the new pages alone.
    """

    def __init__(
        self, plan: Plan, before: SetBefore, count: int, placed: Placed, notes: tuple[str, ...]
    ) -> None:
        self._plan, self._before, self._count = plan, before, count
        self._of_part, self._notes = placed, notes
        self._old = unpacked(before.content)
        ends = plan.first, plan.kept
        self._kept = before.pages[: ends[0]], before.pages[ends[1] :]
        first, behind = (sum(page.notes for page in pages) for pages in self._kept)
        self.notes = notes[first : len(notes) - behind]
        self.placed = replace(
            placed,
            before=placed.before + plan.first,
            elsewhere=frozenset(placed.elsewhere) | plan.names,
        )

    def fits(self) -> bool:
        """True if the numbers of the kept pages are as long as they were."""
        before, now = self._before, self._of_part
        moved = self._count - (self._plan.kept - self._plan.first)
        pages = [(n, n) for n in range(self._plan.first)]
        pages += [(n, n + moved) for n in range(self._plan.kept, len(before.pages))]
        numbers = [(before.before + old + 1, now.before + new + 1) for old, new in pages]
        return all(
            len(str(old)) == len(str(new)) for old, new in [*numbers, (before.total, now.total)]
        )

    def glyphs(self) -> KeptGlyphs:
        """The glyphs of the kept pages."""
        behind = range(self._plan.kept, len(self._before.pages))
        return KeptGlyphs(self._old, range(self._plan.first), behind)

    def whole(self, new: Piece, made: SetPart) -> tuple[LaidOut, SetPart] | None:
        """The part, of which `new` is the piece of the new pages, and `made` how these were set; None where
        it cannot be put together.
        """
        plan, old = self._plan, self._old
        own = {str(slot): str(slot) for slot in range(len(self._of_part.numbers))}
        slices = [
            Slice(old, 0, plan.first, plan.slots, plan.anchors),
            Slice(new, 0, self._count, own, {}),
            Slice(old, plan.kept, len(self._before.pages), plan.slots, plan.anchors),
        ]
        try:
            piece = joined([one for one in slices if one.first < one.end], new)
        except NotAlike:
            return None
        before, behind = self._kept
        first, *others = made.pages
        pages = (
            *before,
            replace(first, start=plan.at),
            *others,
            *(replace(page, start=plan.now(page.start)) for page in behind),
        )
        part = SetPart(piece.packed(), self._notes, (), pages=pages)
        return LaidOut(len(pages), _anchors(piece)), part


def _anchors(piece: Piece) -> dict[str, int]:
    """The page (from 1) of each anchor."""
    held: dict[str, str] = piece.known["names"]
    return {name: page_of(place) + 1 for name, place in held.items()}
