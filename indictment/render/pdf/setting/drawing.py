"""Pages that are laid out -> their running lines, and the piece that they make."""

from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Span
from indictment.render.page.lookup import Load
from indictment.render.pdf.laid_out import PageStart, Placed, SetPage, SetPart
from indictment.render.pdf.mended import mends, speed
from indictment.render.pdf.pieces import meanings, taking
from indictment.render.pdf.pieces.piece import Piece
from indictment.render.pdf.setting import (
    accessible,
    artifacts,
    drawn_numbers,
    edges,
    links,
    log,
    margins,
    notes,
    tags,
)
from indictment.render.pdf.setting.running_lines import RunningLines
from indictment.value import dataclass

if TYPE_CHECKING:
    from weasyprint.document import Document

VARIANT = "pdf/a-2a"


@dataclass(frozen=True, slots=True)
class LaidOutPages:
    """Pages of a part that are laid out: what stands around them, with how many pages of the part stand
    before; what was said; and where they start, as far as that is known. They are `bare` where what stands
    around them is set by itself (`running`).
    """

    document: "Document"
    around: Sequence[tuple[int, margins.Margins]]
    said: Sequence[str]
    starts: Sequence[PageStart | None]
    bare: bool = False


class Drawing:
    """Draws pages that have their place. `even` is as in `drawn_numbers`; `load` gives files of the matter;
    `counts` where the style sheet prints numbers of its own.
    """

    def __init__(self, placed: Placed, even: dict[Any, bool], load: Load, *, counts: bool) -> None:
        self._placed, self._even, self._load, self._counts = placed, even, load, counts

    def drawn(
        self, pages: LaidOutPages, note_numbers: tuple[str, ...], written: Mapping[str, Span]
    ) -> tuple[Piece, SetPart]:
        """The piece that the pages make, and how they were set, without its bytes.

        `note_numbers` and `written` are as for `Setting.finish`. Raises NumbersDiffer for a mistake of ours.
        """
        from weasyprint.document import Page

        document, placed = pages.document, self._placed
        with speed.faster(), mends.mended():
            with log.listening() as more:
                for before, around in pages.around:
                    if pages.bare:
                        around.leave()
                        continue
                    lines = None if self._counts else RunningLines(self._even)
                    around.make(around.numbers(placed.before + before), placed.total, lines)
                document.pages = [Page(page._page_box) for page in document.pages]
            printed = notes.check(document, note_numbers)
            found = list(edges.check(document, written, placed.before, placed.numbers))
            links.one_each(document)
            accessible.declare(document)
            with log.listening() as at_last:
                piece = self._piece(document, bare=pages.bare)
        found += log.of_page([*pages.said, *more, *at_last], written, self._load)
        numbers = tuple(number for on_page in printed for number in on_page)
        starts = chain(pages.starts, repeat(None))
        set_pages = tuple(
            SetPage(start, len(on_page)) for start, on_page in zip(starts, printed, strict=False)
        )
        is_tied = bool(piece.known["is_tied"])
        return piece, SetPart(b"", numbers, tuple(found), is_tied, set_pages)

    def _piece(self, document: "Document", *, bare: bool) -> Piece:
        pieces: list[Piece] = []

        def keep(finished: "Document", pdf: Any) -> None:
            links.finish(finished, pdf)
            bookmarks = [
                [(rank, state == "closed") for rank, _, _, state in page.bookmarks]
                for page in finished.pages
            ]
            is_tied = drawn.is_tied or self._counts
            names = [page._page_box.page_type.name for page in finished.pages] if bare else []
            known = taking.Drawn(bookmarks, drawn.digits, meant, is_tied, names)
            pieces.append(taking.taken(pdf, known))

        with (
            artifacts.drawn(document),
            tags.tagging(),
            links.across(self._placed.elsewhere),
            drawn_numbers.drawing(self._even) as drawn,
            meanings.noted() as meant,
        ):
            document.write_pdf(finisher=keep, pdf_variant=VARIANT)
        return pieces[0]
