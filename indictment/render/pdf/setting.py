"""Parts of the page -> laid-out pages -> a PDF of each: what one process does of the work."""

from collections.abc import Mapping
from contextlib import suppress
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Span
from indictment.render.page.lookup import Load
from indictment.render.pdf import (
    accessible,
    drawn_numbers,
    edges,
    library,
    links,
    log,
    margins,
    meanings,
    mends,
    notes,
    speed,
    style,
    tags,
    taking,
    tree,
)
from indictment.render.pdf.fetcher import BASE, fetcher
from indictment.render.pdf.laid_out import LaidOut, Placed, SetPart
from indictment.render.pdf.piece import Piece
from indictment.render.pdf.running_lines import RunningLines
from indictment.render.pdf.style import Style

if TYPE_CHECKING:
    from weasyprint.document import Document

VARIANT = "pdf/a-2a"


class Setting:
    """Sets parts with one style sheet, and keeps what is laid out until it is finished.

    Raises MissingLibrary where Pango is not installed.
    """

    def __init__(self) -> None:
        self._library = library.weasyprint("the PDF")
        self._waiting: dict[int, tuple[Document, margins.Margins, list[str]]] = {}
        self._even: dict[Any, bool] = {}
        self._read: tuple[str, tuple[Diagnostic, ...]] = "", ()
        """The digest of what is set with, and what there was to say about it."""

    def begin(
        self, digest: str, sheet: Style, load: Load, is_redline: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Read the style sheet, and say what there is to say about it.

        `digest` stands for all that pages are set with (`kept`): where it is the one of before, nothing
        is read again; it may be "". `load` gives the bytes of a file of the matter. The marks of a
        redline look alike in every form.
        """
        from weasyprint.text.fonts import FontConfiguration

        self._waiting.clear()
        self._load, self._access = load, fetcher(load)
        if digest and digest == self._read[0]:
            return self._read[1]
        self._even.clear()
        self._counts = style.counts(sheet)
        self._fonts = FontConfiguration()
        with log.listening() as said:
            base = self._sheet(_shipped("mechanics.css"), BASE)
            marks = [self._sheet(_shipped("redline.css"), BASE)] if is_redline else []
            assert not said, said
            own = self._sheet(sheet.text, BASE + sheet.path)
        self._sheets = [base, own, *marks]
        self._read = digest, tuple(log.of_style(said, sheet.path))
        return self._read[1]

    def warm(self) -> None:
        """Set a page for nobody: the first page that a process sets takes as long as four others. What
        goes wrong with it goes wrong with the others, and is said of them.
        """
        with suppress(Exception):
            self.set(_shipped("warm.html"), Placed(0, 0, 1), ("1",), {})

    def lay_out(self, number: int, html: str) -> LaidOut:
        """Lay out part `number`, and keep its pages. A part laid out before is forgotten."""
        with log.listening() as said, speed.faster(), mends.mended(), margins.later() as around:
            source = tree.document(html, BASE, self._access)
            document = source.render(
                font_config=self._fonts, stylesheets=self._sheets, pdf_variant=VARIANT
            )
        self._waiting[number] = document, around, said
        is_even = drawn_numbers.even(document, self._even)
        return LaidOut(len(document.pages), library.anchors(document, 1), is_even)

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

    def finish(
        self, placed: Placed, note_numbers: tuple[str, ...], written: Mapping[str, Span]
    ) -> SetPart:
        """The PDF of a part that is laid out, and has notes with these numbers or slots. Raises
        NumbersDiffer for a mistake of ours.

        `written` says, for diagnostics, where a passage (by what the part calls its anchor) is written
        and where an image (by its path) is named.
        """
        from weasyprint.document import Page

        document, around, said = self._waiting.pop(placed.number)
        with speed.faster(), mends.mended():
            with log.listening() as more:
                lines = None if self._counts else RunningLines(self._even)
                around.make(placed.before, placed.total, lines)
                document.pages = [Page(page._page_box) for page in document.pages]
            printed = notes.check(document, note_numbers)
            found = list(edges.check(document, written, placed.before, placed.numbers))
            links.one_each(document)
            accessible.declare(document)
            pieces: list[Piece] = []

            def keep(finished: "Document", pdf: Any) -> None:
                links.finish(finished, pdf)
                bookmarks = [
                    [(rank, state == "closed") for rank, _, _, state in page.bookmarks]
                    for page in finished.pages
                ]
                is_tied = drawn.is_tied or self._counts
                known = taking.Drawn(bookmarks, drawn.digits, meant, is_tied)
                pieces.append(taking.taken(pdf, known))

            with (
                log.listening() as at_last,
                tags.tagging(),
                links.across(placed.elsewhere),
                drawn_numbers.drawing(self._even) as drawn,
                meanings.noted() as meant,
            ):
                document.write_pdf(finisher=keep, pdf_variant=VARIANT)
        found += log.of_page([*said, *more, *at_last], written, self._load)
        is_tied = bool(pieces[0].known["is_tied"])
        return SetPart(pieces[0].packed(), tuple(printed), tuple(found), is_tied)

    def _sheet(self, text: str, base_url: str) -> Any:
        return self._library.CSS(
            string=text, base_url=base_url, url_fetcher=self._access, font_config=self._fonts
        )


def _shipped(name: str) -> str:
    return files("indictment.render.pdf").joinpath(name).read_text("utf-8")
