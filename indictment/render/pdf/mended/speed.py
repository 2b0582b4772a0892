"""Places where WeasyPrint 70.0 does the same work again and again, made short.

Each patch replaces one function or list for as long as a file is written, and changes no byte of
it (a test compares). A version of WeasyPrint on which that was not tested is left as it is.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from indictment.render.pdf.mended.speed_boxes import (
    lines_of_text,
    plain_boxes,
    plain_lengths,
    walks,
)
from indictment.render.pdf.mended.speed_layouts import layouts, words
from indictment.render.pdf.mended.speed_notes import measured_notes, note_area, waiting_notes
from indictment.render.pdf.mended.speed_styles import plain_values, pseudo_elements, struts
from indictment.render.pdf.mended.speed_text import (
    breaks,
    drawn_lines,
    font_descriptions,
    lists_of_glyphs,
)
from indictment.render.pdf.replaced import replaced

TESTED = frozenset({"70.0"})
"""The versions of WeasyPrint on which the result was compared."""
RARELY = 500_000, 20, 20
"""How seldom to look for rubbish while pages are set (`gc.set_threshold`)."""
MARGINS = (
    "@top-left-corner", "@top-left", "@top-center", "@top-right", "@top-right-corner",
    "@bottom-left-corner", "@bottom-left", "@bottom-center", "@bottom-right",
    "@bottom-right-corner", "@left-top", "@left-middle", "@left-bottom", "@right-top",
    "@right-middle", "@right-bottom",
)  # fmt: skip
"""The boxes in the margins of a page (CSS Paged Media 3, 4.2)."""


@contextmanager
def faster() -> Iterator[None]:
    """WeasyPrint without the delays, inside the block."""
    import weasyprint

    with ExitStack() as stack:
        stack.enter_context(_rare_collections())
        if weasyprint.__version__ in TESTED:
            for patch in PATCHES:
                stack.enter_context(patch())
        yield


@contextmanager
def _rare_collections() -> Iterator[None]:
    """A layout is a million small objects that all live to its end.

    Looking for rubbish among them at every 700 new ones takes a tenth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _page_styles() -> Iterator[None]:
    """The styles of a page's margins are looked up by name.

    WeasyPrint goes through the styles of every element of the document for each page.
    """
    from weasyprint.layout import page as layout

    def of_page(page_type: Any, html: Any, style_for: Any) -> None:
        style_for.add_page_declarations(page_type)
        root, base_url = html.etree_element, html.base_url
        style_for.set_computed_styles(page_type, root=root, parent=root, base_url=base_url)
        known = style_for.get_cascaded_styles()
        for name in (*MARGINS, "@footnote", "@note-area"):
            if (page_type, name) in known:
                style_for.set_computed_styles(
                    page_type, pseudo_type=name, root=root, parent=page_type, base_url=base_url
                )

    with replaced(layout, "set_page_type_computed_styles", of_page):
        yield


@contextmanager
def _page_references() -> Iterator[None]:
    """The list of page references is made once; pydyf makes it anew for each tagged element."""
    import pydyf

    make: Callable[[Any], tuple[bytes, ...]] = pydyf.PDF.page_references.fget

    def kept(self: Any) -> tuple[bytes, ...]:
        pages: int = len(self.pages["Kids"])
        known: tuple[int, tuple[bytes, ...]] = self.__dict__.get("_kept_references", (0, ()))
        if known[0] != pages:
            known = self.__dict__["_kept_references"] = (pages, make(self))
        return known[1]

    with replaced(pydyf.PDF, "page_references", property(kept)):
        yield


@contextmanager
def _kept_data() -> Iterator[None]:
    """Each object is serialised once; pydyf does it again to compute the file's identifier."""
    import pydyf

    write = pydyf.PDF.write
    kept: dict[int, tuple[Any, bytes]] = {}

    def write_once(self: Any, *args: Any, **named: Any) -> None:
        with ExitStack() as stack:
            for kind in (pydyf.Dictionary, pydyf.Stream):
                stack.enter_context(replaced(kind, "data", _once(kind.data.fget, kept)))
            write(self, *args, **named)
        kept.clear()

    with replaced(pydyf.PDF, "write", write_once):
        yield


def _once(serialise: Callable[[Any], bytes], kept: dict[int, tuple[Any, bytes]]) -> property:
    def data(self: Any) -> bytes:
        if id(self) not in kept:
            # The object is kept too, so that its id is not given to another.
            kept[id(self)] = self, serialise(self)
        return kept[id(self)][1]

    return property(data)


PATCHES = (
    waiting_notes, note_area, measured_notes, _page_styles, _page_references, _kept_data,
    plain_values, pseudo_elements, plain_lengths, plain_boxes, lines_of_text, walks, struts,
    font_descriptions, layouts, words, breaks, drawn_lines, lists_of_glyphs,
)  # fmt: skip
"""What `faster` puts in place."""
