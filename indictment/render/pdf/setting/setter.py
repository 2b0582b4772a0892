"""Parts of the page -> laid-out pages -> a PDF of each: what one process does of the work."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Span
from indictment.render.page.lookup import Load
from indictment.render.pdf import tree
from indictment.render.pdf.again import page_starts, passages, resumed
from indictment.render.pdf.again.joint import Joint
from indictment.render.pdf.again.plan import Plan, planned
from indictment.render.pdf.again.window import LostTrack, Window
from indictment.render.pdf.bound.running import can_stand_alone
from indictment.render.pdf.divide import parts
from indictment.render.pdf.divide.running_page import RunningPage
from indictment.render.pdf.fetcher import BASE, fetcher
from indictment.render.pdf.laid_out import LaidOut, Placed, SetBefore, SetPart
from indictment.render.pdf.mended import library, mends, speed
from indictment.render.pdf.pieces.piece import Piece
from indictment.render.pdf.setting import drawn_numbers, log, margins, notes, running_drawn
from indictment.render.pdf.setting.drawing import VARIANT, Drawing, LaidOutPages
from indictment.render.pdf.setting.sheets import Sheets, shipped
from indictment.render.pdf.style import Style

if TYPE_CHECKING:
    from weasyprint.document import Document


class Setting:
    """Sets parts with one style sheet, and keeps what is laid out until it is finished.

    Raises MissingLibrary where Pango is not installed.
    """

    def __init__(self) -> None:
        self._library = library.weasyprint("the PDF")
        self._waiting: dict[int, LaidOutPages] = {}
        self._even: dict[Any, bool] = {}
        self._digest = ""
        """Stands for all that is set with."""

    def begin(
        self, digest: str, sheet: Style, load: Load, is_redline: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Read the style sheet, and say what there is to say about it.

        `digest` stands for all that pages are set with (`kept`): where it is the one of before, nothing
        is read again; it may be "". `load` gives the bytes of a file of the matter. The marks of a
        redline look alike in every form.
        """
        self._waiting.clear()
        self._load, self._access = load, fetcher(load)
        if not digest or digest != self._digest:
            self._even.clear()
            self._sheets = Sheets(self._library, sheet, self._access, is_redline=is_redline)
            self._digest = digest
        return self._sheets.said

    def warm(self) -> None:
        """Set a page for nobody: the first page that a process sets takes as long as four others. What
        goes wrong with it goes wrong with the others, and is said of them.
        """
        with suppress(Exception):
            self.set(shipped("warm.html"), Placed(0, 0, 1), ("1",), {})

    def lay_out(self, number: int, html: str) -> LaidOut:
        """Lay out part `number`, and keep its pages. A part laid out before is forgotten."""
        source = tree.document(html, BASE, self._access)
        body = source.etree_element.find("body")
        paths = {} if body is None else passages.paths(body)
        with page_starts.noted(paths) as starts:
            document, around, said = self._rendered(source)
        starting = [None, *starts.found]
        pages = LaidOutPages(
            document, [(0, around)], said, starting, parts.is_bare(source.etree_element)
        )
        self._waiting[number] = pages
        is_even = drawn_numbers.even(document, self._even)
        return LaidOut(len(document.pages), library.anchors(document, 1), is_even)

    def _rendered(self, source: Any) -> tuple["Document", margins.Margins, list[str]]:
        with log.listening() as said, speed.faster(), mends.mended(), margins.later() as around:
            document = source.render(
                font_config=self._sheets.fonts, stylesheets=self._sheets.every, pdf_variant=VARIANT
            )
        return document, around, said

    def run(self, page: RunningPage, lengths: int) -> SetPart:
        """The running lines of `page` in a whole whose number of pages has so many digits. They are tied where they
        could not stand on pages that are set without them.
        """
        source = tree.document(page.html(lengths), BASE, self._access)
        document, around, said = self._rendered(source)
        digits = [length for _, length in page.places(lengths)]
        with log.listening() as more, speed.faster(), mends.mended():
            piece = running_drawn.piece(document, around, digits, lengths, self._even, VARIANT)
        is_tied = bool(piece.known["is_tied"]) or not can_stand_alone(piece)
        found = log.of_page([*said, *more], {}, self._load)
        return SetPart(piece.packed(), (), tuple(found), is_tied)

    def measure(self, number: int, html: str) -> LaidOut:
        """Lay out a part only to know its pages."""
        laid_out = self.lay_out(number, html)
        del self._waiting[number]
        return laid_out

    def set(
        self,
        html: str,
        placed: Placed,
        note_numbers: tuple[str, ...],
        written: Mapping[str, Span],
    ) -> tuple[LaidOut, SetPart | None]:
        """Lay out a part, and finish it at once, for the place that it will probably have; None for a
        part whose numbers cannot be left open. `written` as for `finish`.
        """
        laid_out = self.lay_out(placed.number, html)
        if not laid_out.is_even:
            return laid_out, None
        return laid_out, self.finish(placed, note_numbers, written)

    def again(
        self,
        html: str,
        placed: Placed,
        note_numbers: tuple[str, ...],
        written: Mapping[str, Span],
        before: SetBefore,
        reach: int,
    ) -> tuple[LaidOut, SetPart | None]:
        """As `set`, of a part that was set before: only those of its pages that have changed, where that is
        certain to come to the same. How a passage looks may depend on `reach` elements before it.
        """
        found = None
        if plan := planned(before, html, reach):
            with suppress(LostTrack):
                found = self._again(plan, placed, note_numbers, before)
        return found or self.set(html, placed, note_numbers, written)

    def _again(
        self, plan: Plan, placed: Placed, note_numbers: tuple[str, ...], before: SetBefore
    ) -> tuple[LaidOut, SetPart] | None:
        """The part with new pages where `plan` says so; None where it is to be set as a whole."""
        every = [self._laid_out_again(window) for window in plan.windows()]
        made = [pages for pages in every if pages]
        document = made[0].document
        document.pages = [page for one in made for page in one.document.pages]
        pages = LaidOutPages(
            document,
            [around for one in made for around in one.around],
            [words for one in made for words in one.said],
            [start for one in made for start in one.starts],
            made[0].bare,
        )
        joint = Joint(plan, before, placed, note_numbers)
        fits = pages.bare or joint.fits()
        if not drawn_numbers.even(document, self._even) or not fits:
            return None
        glyphs, numbers = joint.glyphs(), joint.notes(notes.counts(document))
        with glyphs.drawing():
            piece, drawn = self._drawn(pages, joint.placed, numbers, {})
        if drawn.diagnostics or drawn.is_tied or not glyphs.is_certain:
            return None
        return joint.whole(piece, drawn)

    def _laid_out_again(self, window: Window) -> LaidOutPages | None:
        """The pages of a window; None where it is lost."""
        source = tree.with_root(window.text.root, BASE, self._access)
        try:
            with resumed.only(window):
                document, around, said = self._rendered(source)
        except LostTrack:
            window.is_lost = True
            return None
        window.count = len(document.pages)
        starts = chain((window.at,), window.starts, repeat(None))
        return LaidOutPages(
            document,
            [(window.number, around)],
            said,
            list(islice(starts, window.count)),
            parts.is_bare(window.text.root),
        )

    def finish(
        self, placed: Placed, note_numbers: tuple[str, ...], written: Mapping[str, Span]
    ) -> SetPart:
        """The PDF of a part that is laid out, and has notes with these numbers or slots. Raises
        NumbersDiffer for a mistake of ours.

        `written` says, for diagnostics, where a passage (by what the part calls its anchor) is written
        and where an image (by its path) is named.
        """
        pages = self._waiting.pop(placed.number)
        piece, made = self._drawn(pages, placed, note_numbers, written)
        return replace(made, content=piece.packed())

    def _drawn(
        self,
        pages: LaidOutPages,
        placed: Placed,
        note_numbers: tuple[str, ...],
        written: Mapping[str, Span],
    ) -> tuple[Piece, SetPart]:
        found = Drawing(placed, self._even, self._load, counts=self._sheets.counts)
        return found.drawn(pages, note_numbers, written)
