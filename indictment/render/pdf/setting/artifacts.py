"""What stands in the margins of a page, drawn as no part of the text: nobody has it read aloud on every page.

ISO 14289-1, 7.8: running headers and footers are artifacts, and said to be headers and footers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from indictment.render.pdf.replaced import replaced

if TYPE_CHECKING:
    from weasyprint.document import Document

_EDGES = {
    "top": ("/Header", "/Top"),
    "bottom": ("/Footer", "/Bottom"),
    "left": ("", "/Left"),
    "right": ("", "/Right"),
}
"""What stands at an edge of the page, and how that edge is called (ISO 32000-1, table 330)."""


@contextmanager
def drawn(document: "Document") -> Iterator[None]:
    """Inside the block, WeasyPrint draws as artifacts what it would give marks that no element has; not where a
    link is in it, which has to have its place in the text.
    """
    from weasyprint import draw
    from weasyprint.formatting_structure.boxes import MarginBox
    from weasyprint.pdf import tags

    pages = [page._page_box for page in document.pages]
    margins = [box for page in pages for box in page.children if isinstance(box, MarginBox)]
    if any(one.element_tag == "a" for box in margins for one in box.descendants()):
        yield
        return
    draw_context, build = draw.draw_stacking_context, tags._build_box_tree

    def drawing(stream: Any, context: Any) -> None:
        if not isinstance(context.box, MarginBox):
            draw_context(stream, context)
            return
        held, stream._tags = stream._tags, None
        stream.begin_marked_content("Artifact", _said(context.box.at_keyword))
        draw_context(stream, context)
        stream.end_marked_content()
        stream._tags = held

    def building(box: Any, *rest: Any) -> Iterator[Any]:
        return iter(()) if isinstance(box, MarginBox) else build(box, *rest)

    with (
        replaced(draw, "draw_stacking_context", drawing),
        replaced(tags, "_build_box_tree", building),
    ):
        yield


def _said(place: str) -> Any:
    """What is said of the artifact at a place in the margin, as `@top-left`."""
    import pydyf

    kind, edge = _EDGES[place.removeprefix("@").partition("-")[0]]
    said = {"Type": "/Pagination"} | ({"Subtype": kind} if kind else {})
    return pydyf.Dictionary(said | {"Attached": pydyf.Array([edge])})
