"""A window of a part -> its pages, without those before."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

from indictment.render.pdf.again.page_starts import start
from indictment.render.pdf.again.window import LostTrack, Window
from indictment.render.pdf.laid_out import PageStart
from indictment.render.pdf.replaced import replaced

_MADE = {"content_changed": False, "pages_wanted": False}
"""What WeasyPrint says of a page that it need not make another time."""


@contextmanager
def only(window: Window) -> Iterator[None]:
    """Inside the block, no more pages of a document are laid out than those of a window.

    Raises LostTrack where it does not begin or end where it should.
    """
    from weasyprint import layout as whole
    from weasyprint.layout import page as layout

    def make(context: Any, root: Any, html: Any, pages: Any) -> Iterator[Any]:
        first, at = window.number, window.at
        # The first page of a document is another one: a margin at the top of others is left out.
        context.page_maker = [
            (*held, {}) for *held, _ in context.page_maker * first
        ] + context.page_maker
        if at is not None:
            way, asked = (
                _way(root, window.elements, at),
                {"break": at.asked[0], "page": at.asked[1]},
            )
            context.page_maker[first] = way, asked, *context.page_maker[first][2:]
        context.rendered_notes = []
        number = first
        is_last = False
        while not is_last:
            context.page_maker[number][-1].update(_MADE)
            made, resume_at = layout.remake_page(number, context, root, html)
            if number == first and at is not None:
                _run(context, root)
            number += 1
            yield made
            asked, following = context.page_maker[number][1], context.page_maker[number][-1]
            if resume_at is None:
                is_last = not context.reported_footnotes
                window.is_reached(None)
            else:
                found = start(context, root, resume_at, asked, window.text.paths)
                is_last = window.is_reached(found)
        following.update(_MADE)
        context.page_maker = context.page_maker[first : number + 1]
        for held in context.running_elements.values():
            # WeasyPrint counts from 1 again, to see what runs on which page.
            numbered = {page - first: boxes for page, boxes in held.items()}
            held.clear()
            held.update(numbered)

    with replaced(whole, "make_all_pages", make):
        yield


def _way(root: Any, elements: Sequence[Element], at: PageStart) -> Any:
    """WeasyPrint's way to a place in the last of `elements`, which stand in one another."""
    from weasyprint.formatting_structure.boxes import TableBox

    places: list[int] = []
    frame: list[float] = []
    box = root
    for element in elements:
        beside = getattr(box, "children", ())
        found = [n for n, child in enumerate(beside) if child.element is element]
        if len(found) != 1:
            raise LostTrack
        places.append(found[0])
        box = beside[found[0]]
        if element is not elements[-1] and box.is_table_wrapper:
            tables = [n for n, child in enumerate(box.children) if isinstance(child, TableBox)]
            if len(tables) != 1:
                raise LostTrack
            places.append(tables[0])
            box = box.children[tables[0]]
            frame += (
                getattr(box, f"border_{side}_width") for side in ("top", "right", "bottom", "left")
            )
    if tuple(frame) != at.frame:
        raise LostTrack
    inner = at.inner
    while inner is not None:
        place, inner = inner
        places.append(place)
    way: Any = None
    for place in reversed(places):
        way = {place: way}
    return way


def _run(context: Any, root: Any) -> None:
    """Let the running lines run that stand before the first of these pages."""
    (body,) = (box for box in root.children if box.element.tag == "body")
    for box in body.children:
        if box.is_running():
            name = box.style["position"][1]
            context.running_elements[name][context.current_page].append(box)
