"""Pages without words -> the piece of what runs at their heads and feet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from indictment.render.pdf.pieces import meanings, taking
from indictment.render.pdf.pieces.piece import Piece
from indictment.render.pdf.replaced import replaced
from indictment.render.pdf.setting import artifacts, drawn_numbers, tags
from indictment.render.pdf.setting.margins import Margins
from indictment.render.pdf.setting.running_lines import RunningLines

if TYPE_CHECKING:
    from weasyprint.document import Document


def piece(
    document: "Document",
    around: Margins,
    digits: Sequence[int],
    lengths: int,
    even: dict[Any, bool],
    variant: str,
) -> Piece:
    """What runs around the pages of `document`, whose numbers have so many `digits`, in a whole whose number of
    pages has `lengths` of them. `even` is as in `drawn_numbers`.
    """
    from weasyprint.document import Page

    pieces: list[Piece] = []

    def keep(finished: "Document", pdf: Any) -> None:
        nothing: list[list[tuple[int, bool]]] = [[] for _ in finished.pages]
        known = taking.Drawn(nothing, drawn.digits, meant, drawn.is_tied)
        pieces.append(taking.taken(pdf, known))

    numbers = [10 ** (length - 1) for length in digits]
    around.make(numbers, 10 ** (lengths - 1), RunningLines(even))
    document.pages = [Page(page._page_box) for page in document.pages]
    with (
        artifacts.drawn(document),
        tags.tagging(),
        drawn_numbers.drawing(even) as drawn,
        meanings.noted() as meant,
        _only_margins(drawn),
    ):
        document.write_pdf(finisher=keep, pdf_variant=variant)
    return pieces[0]


@contextmanager
def _only_margins(drawn: drawn_numbers.Drawn) -> Iterator[None]:
    """Inside the block, WeasyPrint draws nothing of a page but what stands in its margins; it is tied to the page
    where that stands behind the text.
    """
    from weasyprint import document, draw
    from weasyprint.formatting_structure.boxes import MarginBox
    from weasyprint.stacking import StackingContext

    def draw_margins(page: Any, stream: Any) -> None:
        page.children = [box for box in page.children if isinstance(box, MarginBox)]
        whole = StackingContext.from_page(page)
        if whole.negative_z_contexts:
            drawn.is_tied = True
        for one in (*whole.zero_z_contexts, *whole.positive_z_contexts):
            draw.draw_stacking_context(stream, one)

    with replaced(document, "draw_page", draw_margins):
        yield
