"""Parts that are kept and where they will probably stand -> their PDFs, read and filled while others are set."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from indictment.render.pdf.bound.filled import FilledPages
from indictment.render.pdf.bound.running import Running
from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import Placed, SetPart
from indictment.render.pdf.share.kept import Kept


class Fetched:
    """Parts of one page, whose HTML with page numbers is `html`, that were read before all knew their places.

    Their pages get their digits, if they will be bound (`is_bound`).
    """

    def __init__(
        self,
        kept: Kept,
        parts: Sequence[Part],
        html: Sequence[str],
        *,
        is_bound: bool,
        running: Callable[[int], Running | None] | None = None,
    ) -> None:
        """`running` gives the running lines for so many pages, if they are known; None where they are drawn on
        the pages.
        """
        self._running = running
        self._kept, self._parts, self._html, self._is_bound = kept, parts, html, is_bound
        self._known: dict[int, tuple[Placed, SetPart]] = {}
        """Those that were read, and for which place."""
        self.filled: dict[int, FilledPages] = {}
        """Their pages, as they are in that place."""

    @property
    def numbers(self) -> frozenset[int]:
        """The parts that were read."""
        return frozenset(self._known)

    def fetch(self, places: Mapping[int, Placed], pages: Mapping[int, int]) -> None:
        """Read those parts that are kept for these places; `pages` are how many each of them has."""
        for number, place in places.items():
            slots = self._parts[number].note_slots
            known = self._kept.finished(self._html[number], place, slots, pages[number])
            if known is None:
                continue
            self._known[number] = place, known
            running = self._running(place.total) if self._running else None
            if self._is_bound and (running or self._running is None):
                self.filled[number] = FilledPages(
                    known.content, place.numbers, place.before, place.total, running=running
                )

    def fill(self) -> Iterator[None]:
        """Put the digits into the pages of one part after the other."""
        for pages in self.filled.values():
            pages.fill(self._kept.cache)
            yield

    def finished(self, place: Placed, pages: int) -> SetPart | None:
        """A part of so many pages that was read, if it is the one for the place that it has."""
        number = place.number
        if number not in self._known:
            return None
        guessed, part = self._known[number]
        if self._kept.is_same(self._html[number], guessed, place, part, pages):
            return part
        self.filled.pop(number, None)
        return None
