"""The parts of one page -> how they are laid out, and the PDF of each: who does what, and what is kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from indictment.diagnostics import Diagnostic, Span
from indictment.machine.crew import Done, Lost
from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.pdf.bound.filled import FilledPages
from indictment.render.pdf.bound.running import Running
from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import Placed, SetPart
from indictment.render.pdf.share.around import Around
from indictment.render.pdf.share.asking import Asking
from indictment.render.pdf.share.counting import Counting
from indictment.render.pdf.share.fetched import Fetched
from indictment.render.pdf.share.hired import Setters
from indictment.render.pdf.share.kept import Kept

_ROUNDS = 8
"""How often a part that prints page numbers is laid out anew before we give up."""


class PartLost(Exception):
    """Part `number` (from 0) was not set: the process ended with it, or (`is_late`) came to no end."""

    def __init__(self, number: int, *, is_late: bool) -> None:
        super().__init__(f"part {number} was not set")
        self.number, self.is_late = number, is_late


class UnevenDigits(Exception):
    """Open numbers are printed in a font whose digits are not all as wide as one another."""


class Work:
    """The parts of one page while they are set.

    A part is laid out by whoever is free, and finished by the same when all know their pages. What
    is kept from before is neither.
    """

    def __init__(
        self,
        setters: Setters,
        kept: Kept,
        divided: Sequence[Part],
        places: Mapping[str, Span],
        told: Callable[[str], None],
        *,
        only_pages: bool = False,
        can_guess: bool = True,
        reach: int | None = None,
        is_bound: bool = True,
        around: Around | None = None,
        meanwhile: Callable[[int], object] = lambda parts: None,
    ) -> None:
        """`only_pages` where the parts will not be finished; `can_guess` where a part depends on how
        long its numbers are, and on nothing else of its place. `reach` says on how many elements before it a
        passage's look may depend (`style.reach`). The parts will be bound if `is_bound`, all of them.
        `around` gives the running lines, where they are not drawn on the pages. `meanwhile` is done while parts are set.
        """
        self._around = around
        self._only_pages, self._can_guess, self._meanwhile = only_pages, can_guess, meanwhile
        self._setters, self._kept, self._parts, self._told = setters, kept, divided, told
        self.counted = Counting(divided, bare=around is not None)
        """How the parts are laid out."""
        self._html = self.counted.html
        self._by: dict[int, int] = {}
        """Who holds the pages of a part."""
        self._asking = Asking(
            kept, divided, self._html, self._by, places, reach if can_guess else None
        )
        self._early: dict[int, tuple[Placed, SetPart]] = {}
        """Parts that were finished at once, and for which place."""
        running = around.known if around else None
        self._fetched = Fetched(kept, divided, self._html, is_bound=is_bound, running=running)
        self.set_parts = 0
        """How many were set, and not kept."""
        self.said: tuple[Diagnostic, ...] = ()
        """What there is to say about the running lines."""

    def lay_out(self) -> None:
        """Lay out all parts, the longest first, until the page numbers that they print are true."""
        longest = sorted(range(len(self._parts)), key=lambda n: -len(self._parts[n].html))
        self._lay_out(longest)
        for _ in range(_ROUNDS):
            stale = self.counted.count()
            if not stale:
                return
            self._lay_out(stale)
        raise NumbersDiffer("the page numbers of the contents move with the contents")

    def finish(self) -> tuple[list[SetPart], list[Placed]]:
        """The PDFs of the parts and their places, in order. Raises RunWithin where parts are not set without running lines."""
        places = self.counted.places()
        finished: dict[int, SetPart] = {}
        for place, part, html in zip(places, self._parts, self._html, strict=True):
            pages = self.counted.of_part(place.number)
            known = self._finished_early(place)
            self.set_parts += known is not None
            known = known or self._fetched.finished(place, pages)
            if known := known or self._kept.finished(html, place, part.note_slots, pages):
                finished[place.number] = known
        missing = [place for place in places if place.number not in finished]
        missing.sort(key=lambda place: -len(self._html[place.number]))
        self._set([place.number for place in missing if place.number not in self._by])
        calls = [
            self._asking.call("finish", place.number, place, *self._asking.about(place.number))
            for place in missing
        ]
        self.set_parts += len(missing)
        if self._around and self._around.known(self.counted.total) is None:
            calls.append(self._around.call(self.counted.total))
        try:
            done = self._setters.do(calls, self._say("written"), partial(self._check, len(calls)))
        except Lost as lost:
            # Where the running lines are lost, the first part of those that bear them is named.
            number = missing[lost.call].number if lost.call < len(missing) else 0
            raise PartLost(number, is_late=lost.is_late) from lost
        if self._around and len(done) > len(missing):
            self.said = self._around.learn(self.counted.total, done.pop().value)
        for place, one in zip(missing, done, strict=True):
            finished[place.number] = one.value
            pages = self.counted.of_part(place.number)
            self._asking.keep(place, one.value, pages)
        return [finished[number] for number in range(len(self._parts))], places

    @property
    def filled(self) -> Mapping[int, FilledPages]:
        """Pages of parts that have their digits."""
        return self._fetched.filled

    @property
    def running(self) -> Running | None:
        """The running lines, where they are not drawn on the pages; all is finished."""
        return self._around.known(self.counted.total) if self._around else None

    def _finished_early(self, place: Placed) -> SetPart | None:
        """A part that was finished at once, if it is for the place that it has."""
        guessed, part = self._early.pop(place.number, (place, None))
        return (
            part if part and not part.diagnostics and self._is_for(part, guessed, place) else None
        )

    def _is_for(self, part: SetPart, guessed: Placed, place: Placed) -> bool:
        pages = self.counted.of_part(place.number)
        return self._kept.is_same(self._html[place.number], guessed, place, part, pages)

    def _lay_out(self, numbers: Sequence[int]) -> None:
        """Lay out these parts with the page numbers that are known, or know how they were laid out."""
        missing: list[int] = []
        for number in numbers:
            if known := self._kept.layout(self.counted.print_pages(number)):
                self.counted.laid_out[number] = known
                self._by.pop(number, None)
            else:
                missing.append(number)
        self._set(missing)
        for number in numbers:
            if self._parts[number].opened and not self.counted.laid_out[number].is_even:
                raise UnevenDigits

    def _set(self, numbers: Sequence[int]) -> None:
        """Let parts be laid out, so that they can be finished; finished at once, where that can be."""
        guessed = self._foretold([n for n in numbers if n not in self.counted.laid_out])
        calls = [
            self._asking.first(n, guessed[n])
            if n in guessed
            else self._asking.call(
                "measure" if self._only_pages else "lay_out", n, n, self._html[n]
            )
            for n in numbers
        ]
        try:
            done = self._setters.do(calls, self._say("laid out"), partial(self._beside, numbers))
        except Lost as lost:
            for call, one in lost.done.items():
                self._learn(numbers[call], one, guessed)
            raise PartLost(numbers[lost.call], is_late=lost.is_late) from lost
        for number, one in zip(numbers, done, strict=True):
            self._learn(number, one, guessed)

    def _check(self, parts: int) -> Iterable[object]:
        self._meanwhile(parts)
        return ()

    def _beside(self, numbers: Sequence[int]) -> Iterator[object]:
        """While these parts are set: what the caller wants; those that are kept are read, and their pages filled."""
        self._meanwhile(len(numbers))
        yield None
        held = {*numbers, *self._by, *self._early, *self._fetched.numbers}
        others = [number for number in self.counted.laid_out if number not in held]
        places = self._foretold(others)
        self._fetched.fetch(places, {n: self.counted.of_part(n) for n in places})
        yield from self._fetched.fill()

    def _learn(self, number: int, done: Done, guessed: Mapping[int, Placed]) -> None:
        if self._only_pages:
            self.counted.laid_out[number] = done.value
            self.set_parts += 1
        elif number not in guessed:
            self.counted.laid_out[number], self._by[number] = done.value, done.by
        else:
            self.counted.laid_out[number], part = done.value
            if part is not None:
                self._early[number] = guessed[number], part
                pages = self.counted.of_part(number)
                self._asking.keep(guessed[number], part, pages)
        self._kept.keep_layout(self._html[number], self.counted.laid_out[number])

    def _foretold(self, numbers: Sequence[int]) -> dict[int, Placed]:
        """The places of those of these parts of which they are certain enough before all are laid out."""
        if self._only_pages or not self._can_guess or not numbers:
            return {}
        others = self.counted.missing()
        before = {n: pages for n in others if (pages := self._asking.pages_before(n))}
        return self.counted.foretold(numbers, before)

    def _say(self, what: str) -> Callable[[int], None]:
        return lambda done: self._told(f"{done} of {len(self._parts)} parts {what}")
