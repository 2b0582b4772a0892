"""page.html -> indictment.pdf: tagged, PDF/A-2a and PDF/UA-1 in one file."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from indictment.diagnostics import Outcome, Span
from indictment.machine.crew import Call, Crew, Done, crew
from indictment.render.page import lookup
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.pdf import parts, prepared, redline, style
from indictment.render.pdf.parts import Part
from indictment.render.pdf.setting import LaidOut, Placed, SetPart, Setting

_ROUNDS = 8
"""How often a part that prints page numbers is laid out anew before we give up."""


@dataclass(frozen=True, slots=True)
class PrintedIndictment:
    """The PDF: its bytes, the page (from 1) on which each anchor stands, the number of pages."""

    content: bytes
    pages: Mapping[str, int]
    page_count: int


def setters(processes: int) -> AbstractContextManager[Crew]:
    """`processes` that load what a PDF is set with, while this one does something else."""
    return crew(Setting, processes)


def write(
    page: str,
    court: str,
    load: Load,
    places: Mapping[str, Span] | None = None,
    *,
    setters: Crew | None = None,
    told: Callable[[str], None] = lambda words: None,
) -> Outcome[PrintedIndictment]:
    """The PDF of `page` (HTML in the vocabulary).

    `court` names the folder in templates/ whose style.css is used; `load` gives the bytes of a
    file of the matter; `places` says, for diagnostics, where an image (by its path) is named and
    where a passage (by its anchor) is written. The parts of the page are set by
    `setters`, or in this process; `told` hears in words how far they are. The same input gives
    the same bytes, whoever sets it. Raises MissingLibrary where Pango is not installed, and
    NumbersDiffer for a mistake of ours.
    """
    from indictment.render.pdf import binding

    sheet = style.find(TemplateFolder(court, load), amendments=lookup.amendments(page))
    found = list(style.check(sheet))
    if any(one.is_error for one in found):
        return Outcome(None, tuple(found))
    divided = parts.split(redline.prepared(prepared.prepared(page)), apart=style.lets_divide(sheet))
    with nullcontext(setters) if setters else crew(Setting, 1) as all_setters:
        given = (sheet, load, places or {}, redline.has_marks(page))
        found += all_setters.all_do("begin", *given)[0].value
        work = _Work(all_setters, divided, told)
        work.lay_out()
        finished = work.finish()
    found += [one for part in finished for one in part.diagnostics]
    _compare_notes(divided, finished)
    content = binding.bind([part.content for part in finished])
    return Outcome(PrintedIndictment(content, work.pages, work.total), tuple(found))


class _Work:
    """The parts of one page while they are set.

    A part is laid out by whoever is free, and finished by the same when all know their pages.
    """

    def __init__(self, setters: Crew, divided: Sequence[Part], told: Callable[[str], None]) -> None:
        self._setters, self._parts, self._told = setters, divided, told
        self._laid_out: dict[int, LaidOut] = {}
        self._by: dict[int, int] = {}
        self.pages: Mapping[str, int] = {}
        self.total = 0

    def lay_out(self) -> None:
        """Lay out all parts, the longest first, until the page numbers that they print are true."""
        longest = sorted(range(len(self._parts)), key=lambda n: -len(self._parts[n].html))
        self._lay_out(longest)
        for _ in range(_ROUNDS):
            printed = self.pages
            self._count()
            stale = [
                number
                for number, part in enumerate(self._parts)
                if any(self.pages.get(one) != printed.get(one) for one in part.asks)
            ]
            if not stale:
                return
            self._lay_out(stale)
        raise NumbersDiffer("the page numbers of the contents move with the contents")

    def finish(self) -> list[SetPart]:
        """The PDFs of the parts, in order."""
        calls: list[Call] = []
        before = 0
        for number, part in enumerate(self._parts):
            placed = Placed(number, before, self.total, frozenset(self.pages))
            calls.append(Call("finish", (placed, part.notes), self._by[number]))
            before += self._laid_out[number].page_count
        return [one.value for one in self._setters.do(calls, self._say("written"))]

    def _lay_out(self, numbers: Sequence[int]) -> None:
        calls = [
            Call("lay_out", (n, self._parts[n].with_pages(self.pages)), self._by.get(n))
            for n in numbers
        ]
        done: list[Done] = self._setters.do(calls, self._say("laid out"))
        for number, one in zip(numbers, done, strict=True):
            self._laid_out[number], self._by[number] = one.value, one.by

    def _say(self, what: str) -> Callable[[int], None]:
        return lambda done: self._told(f"{done} of {len(self._parts)} parts {what}")

    def _count(self) -> None:
        pages: dict[str, int] = {}
        self.total = 0
        for number in range(len(self._parts)):
            laid_out = self._laid_out[number]
            for anchor, page in laid_out.anchors.items():
                pages.setdefault(anchor, self.total + page)
            self.total += laid_out.page_count
        self.pages = pages


def _compare_notes(divided: Sequence[Part], finished: Sequence[SetPart]) -> None:
    """Raises NumbersDiffer unless the notes of all parts together are those of the page."""
    printed = [number for part in finished for number in part.notes]
    if printed != [number for part in divided for number in part.notes]:
        raise NumbersDiffer("the notes of the parts are not those of the page")
