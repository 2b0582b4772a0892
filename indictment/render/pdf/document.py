"""page.html -> indictment.pdf: tagged, PDF/A-2a and PDF/UA-1 in one file."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.machine.cache import Cache
from indictment.machine.crew import Call, Crew, crew
from indictment.render.page import lookup
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.pdf import prepared, redline, style, style_check
from indictment.render.pdf.apart import Apart, PartAlone
from indictment.render.pdf.bound.filled import Finished
from indictment.render.pdf.divide import parts, running_page
from indictment.render.pdf.divide.divided import DividedKept
from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import Placed, SetPart
from indictment.render.pdf.setting import notes
from indictment.render.pdf.share.around import Around, RunWithin
from indictment.render.pdf.share.hired import Setters
from indictment.render.pdf.share.hiring import setting
from indictment.render.pdf.share.kept import Kept
from indictment.render.pdf.share.work import PartLost, UnevenDigits, Work
from indictment.render.rules import UNSET_PART
from indictment.value import dataclass

_NO_CACHE = Cache(None)


@dataclass(frozen=True, slots=True)
class PrintedIndictment:
    """The PDF: its bytes, the page (from 1) on which each anchor stands, the number of pages; how many
    of its parts were set, and how many it has; its parts, where it was asked for these.
    """

    content: bytes
    pages: Mapping[str, int]
    page_count: int
    set_parts: tuple[int, int] = (0, 0)
    alone: tuple[PartAlone, ...] = ()


def ready(crew: Crew, court: str, load: Load, cache: Cache = _NO_CACHE) -> None:
    """Let those who set pages read the court's style sheet and warm up, while the page is written."""
    sheet = style.find(TemplateFolder(court, load))
    digest = Kept.of(cache, sheet, load, is_redline=False).setting
    crew.ahead(Call("begin", (digest, sheet, load, False)), Call("warm"))


def write(
    page: str,
    court: str,
    load: Load,
    places: Mapping[str, Span] | None = None,
    *,
    setters: Crew | None = None,
    cache: Cache = _NO_CACHE,
    told: Callable[[str], None] = lambda words: None,
    only_pages: bool = False,
    apart: Apart | None = None,
    meanwhile: Callable[[int], object] = lambda parts: None,
) -> Outcome[PrintedIndictment]:
    """The PDF of `page` (HTML in the vocabulary).

    `court` names the folder in templates/ whose style.css is used; `load` gives the bytes of a
    file of the matter; `places` says, for diagnostics, where an image (by its path) is named and
    where a passage (by its anchor) is written. The parts of the page are set by
    `setters`, or in this process, unless `cache` has them from before; `told` hears in words how
    far they are. With `only_pages` it is found out on which page each anchor stands, and no PDF is
    written: its bytes are none; nor is one with `apart`, but each of its parts. `meanwhile` is done once, while
    parts are set, and told how many; what it raises is raised, and nothing is written. The same input gives the same bytes, whoever sets it. Raises MissingLibrary where
    Pango is not installed, and NumbersDiffer for a mistake of ours.
    """
    from indictment.render.pdf.bound import binding

    sheet = style.find(TemplateFolder(court, load), amendments=lookup.amendments(page))
    checked = list(style_check.check(sheet))
    if any(one.is_error for one in checked):
        return Outcome(None, tuple(checked))
    whole = prepared.prepared(page)
    can_divide = style.lets_divide(sheet)
    if is_redline := redline.has_marks(page):
        whole = redline.prepared(whole)
    elif not style.sees_references(sheet):
        whole = prepared.plain_references(whole)
    kept = Kept.of(cache, sheet, load, is_redline=is_redline)
    once = _Once(meanwhile)
    with nullcontext(setters) if setters else crew(setting, 1) as all_setters:
        hired = Setters(all_setters, (kept.setting, sheet, load, is_redline))
        is_even = kept.is_even()
        may_run_apart = can_divide and not style.counts(sheet) and kept.can_run_apart()
        while True:
            lines = None
            if may_run_apart and is_even:
                lines = running_page.of_page(whole, style.page_names(sheet))
            divided = parts.split(
                whole, apart=can_divide, open_numbers=is_even, is_redline=is_redline,
                known=apart.divided if apart else DividedKept(cache, kept.setting),
                bare=lines is not None,
            )  # fmt: skip
            if not divided[0].is_bare:
                lines = None  # a page that is no XML is left as it is
            kept = replace(kept, bare=lines is not None)
            work = Work(
                hired, kept, divided, places or {}, told,
                only_pages=only_pages, can_guess=not style.counts(sheet),
                reach=None if is_redline else style.reach(sheet), is_bound=apart is None,
                around=Around(kept, lines) if lines else None,
                meanwhile=once.do,
            )  # fmt: skip
            found = [*checked, *hired.of_style(kept)]
            try:
                work.lay_out()
                finished, placed = ([], []) if only_pages else work.finish()
                once.do(0)
                break
            except UnevenDigits:
                kept.keep_uneven()
                is_even = False
            except RunWithin:
                kept.keep_run_within()
                may_run_apart = False
            except PartLost as lost:
                return Outcome(None, (*found, _unset(divided[lost.number], places or {}, lost)))
    if only_pages:
        pages = PrintedIndictment(
            b"", work.counted.pages, work.counted.total, (work.set_parts, len(divided))
        )
        return Outcome(pages, tuple(found))
    found += [*work.said, *(one for part in finished for one in part.diagnostics)]
    _compare_notes(divided, finished, placed)
    bound = [
        Finished(
            part.content, place.numbers, place.anchors, work.filled.get(place.number), work.running
        )
        for part, place in zip(finished, placed, strict=True)
    ]
    content, alone = b"", tuple[PartAlone, ...]()
    if apart is None:
        content = binding.bind(bound, cache)
    else:
        alone = apart.bound([(part, work.counted.of_part(n)) for n, part in enumerate(bound)])
    counted = work.set_parts, len(divided)
    printed = PrintedIndictment(content, work.counted.pages, work.counted.total, counted, alone)
    return Outcome(printed, tuple(found))


class _Once:
    """Something that is done when it is first asked for."""

    def __init__(self, work: Callable[[int], object]) -> None:
        self._work: Callable[[int], object] | None = work

    def do(self, parts: int) -> None:
        if (work := self._work) is not None:
            self._work = None
            work(parts)


def _unset(part: Part, places: Mapping[str, Span], lost: PartLost) -> Diagnostic:
    """The part that could not be set, by the first passage in it that somebody wrote."""
    called = part.anchors
    anchors = [called.get(name, name) for name in part.own_names()]
    anchors = [anchor for anchor in anchors if anchor in places]
    span = places[anchors[0]] if anchors else Span("matter.yaml")
    why = "came to no end" if lost.is_late else "ended by itself"
    return UNSET_PART.at(
        span,
        f"the part that begins here cannot be set: the program that sets it {why}",
        help="look in it for a table, a list or an image of unusual size, and divide it; close other programs if memory is short",
    )


def _compare_notes(
    divided: Sequence[Part], finished: Sequence[SetPart], placed: Sequence[Placed]
) -> None:
    """Raises NumbersDiffer unless the notes of all parts together are those of the page."""
    printed = [
        placed[at].numbers[int(number)] if divided[at].opened else number
        for at, part in enumerate(finished)
        for number in part.notes
    ]
    expected = [number for part in divided for number in part.notes]
    if printed != expected:
        raise NumbersDiffer(notes.difference("the notes", expected, printed))
