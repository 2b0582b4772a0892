"""Five places where WeasyPrint 70.0 does the same work again and again, made short.

Each patch replaces one function or list for as long as a file is written, and changes no byte of
it (a test compares). A version of WeasyPrint on which that was not tested is left as it is.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from math import inf
from typing import Any

TESTED = frozenset({"70.0"})
"""The versions of WeasyPrint on which the result was compared."""

_MARGIN_BOXES = (
    "@top-left-corner", "@top-left", "@top-center", "@top-right", "@top-right-corner",
    "@bottom-left-corner", "@bottom-left", "@bottom-center", "@bottom-right",
    "@bottom-right-corner", "@left-top", "@left-middle", "@left-bottom", "@right-top",
    "@right-middle", "@right-bottom", "@footnote", "@note-area",
)  # fmt: skip


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


class NotesList(list[Any]):
    """The notes that wait for their page.

    WeasyPrint asks of each box of each line whether its note is among them; a plain list would be
    searched from end to end each time.
    """

    def __init__(self, notes: Iterable[Any] = ()) -> None:
        super().__init__(notes)
        self._ids = {id(note) for note in self}

    def __contains__(self, note: object) -> bool:
        return id(note) in self._ids

    def append(self, note: Any) -> None:
        """As a list does."""
        super().append(note)
        self._ids.add(id(note))

    def remove(self, note: Any) -> None:
        """As a list does."""
        super().remove(note)
        self._ids.discard(id(note))

    def copy(self) -> "NotesList":
        """As a list does."""
        return NotesList(self)


@contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextmanager
def _rare_collections() -> Iterator[None]:
    """A layout is a million small objects that all live to its end.

    Looking for rubbish among them at every 700 new ones takes a tenth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _waiting_notes() -> Iterator[None]:
    from weasyprint.layout import LayoutContext

    begin = LayoutContext.__init__

    def with_notes_list(self: Any, *args: Any, **named: Any) -> None:
        begin(self, *args, **named)
        self.footnotes = NotesList(self.footnotes)

    with _replaced(LayoutContext, "__init__", with_notes_list):
        yield


@contextmanager
def _note_area() -> Iterator[None]:
    """Each note is measured once; WeasyPrint lays the page's notes out anew for each one."""
    from weasyprint.layout import LayoutContext

    update: Callable[[Any], bool] = LayoutContext._update_footnote_area

    def measured(self: Any) -> bool:
        area, notes = self.current_footnote_area, self.current_page_footnotes
        if not notes or self.in_column or not _is_plain(area, notes):
            return update(self)
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        area.children = notes
        area.height = sum(_height(self, area, note) for note in notes)
        self.page_bottom -= area.margin_height()
        return False

    with _replaced(LayoutContext, "_update_footnote_area", measured):
        yield


def _is_plain(area: Any, notes: list[Any]) -> bool:
    """True where the height of the area is the sum of the heights of its notes."""
    if area.style["max_height"].value != inf or area.style["height"] != "auto":
        return False
    return all(
        note.style["display"] == ("block", "flow")
        and note.style["margin_top"].value == note.style["margin_bottom"].value == 0
        for note in notes
    )


def _height(context: Any, area: Any, note: Any) -> float:
    from weasyprint.formatting_structure import build
    from weasyprint.layout.block import block_level_layout

    known: dict[tuple[int, float], float] = context.__dict__.setdefault("_note_heights", {})
    key = (id(note), area.width)
    if key not in known:
        alone = area.copy_with_children([note]).deepcopy()
        laid_out = block_level_layout(
            context, build.create_anonymous_boxes(alone), -inf, None, area.page
        )[0]
        known[key] = laid_out.height
    return known[key]


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
        for name in _MARGIN_BOXES:
            if (page_type, name) in known:
                style_for.set_computed_styles(
                    page_type, pseudo_type=name, root=root, parent=page_type, base_url=base_url
                )

    with _replaced(layout, "set_page_type_computed_styles", of_page):
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

    with _replaced(pydyf.PDF, "page_references", property(kept)):
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
                stack.enter_context(_replaced(kind, "data", _once(kind.data.fget, kept)))
            write(self, *args, **named)
        kept.clear()

    with _replaced(pydyf.PDF, "write", write_once):
        yield


def _once(serialise: Callable[[Any], bytes], kept: dict[int, tuple[Any, bytes]]) -> property:
    def data(self: Any) -> bytes:
        if id(self) not in kept:
            # The object is kept too, so that its id is not given to another.
            kept[id(self)] = self, serialise(self)
        return kept[id(self)][1]

    return property(data)


PATCHES = (_waiting_notes, _note_area, _page_styles, _page_references, _kept_data)
"""What `faster` puts in place."""
