"""Places where WeasyPrint 70.0 does the same work again and again for notes: the list of those that wait,
and the area at the foot of the page.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from typing import Any

from indictment.render.pdf.replaced import replaced


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
def waiting_notes() -> Iterator[None]:
    """The notes that wait for their page know of each note whether it is among them."""
    from weasyprint.layout import LayoutContext

    begin = LayoutContext.__init__

    def with_notes_list(self: Any, *args: Any, **named: Any) -> None:
        begin(self, *args, **named)
        self.footnotes = NotesList(self.footnotes)

    with replaced(LayoutContext, "__init__", with_notes_list):
        yield


@contextmanager
def note_area() -> Iterator[None]:
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

    with replaced(LayoutContext, "_update_footnote_area", measured):
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


@dataclass(slots=True)
class _Measured:
    """What is known of the notes of one document, by note and width of its page: how high they are,
    and how they were laid out, until that is used.
    """

    heights: dict[tuple[int, float], float] = field(default_factory=dict)
    boxes: dict[tuple[int, float], Any] = field(default_factory=dict)

    @staticmethod
    def of(context: Any) -> "_Measured":
        known: _Measured = context.__dict__.setdefault("_measured_notes", _Measured())
        return known


def _height(context: Any, area: Any, note: Any) -> float:
    from weasyprint.formatting_structure import build
    from weasyprint.layout.block import block_level_layout

    known = _Measured.of(context)
    key = (id(note), area.page.width)
    if key not in known.heights:
        alone = area.copy_with_children([note]).deepcopy()
        positioned: list[Any] = []
        laid_out = block_level_layout(
            context, build.create_anonymous_boxes(alone), -inf, None, area.page,
            absolute_boxes=positioned, fixed_boxes=positioned,
        )[0]  # fmt: skip
        known.heights[key] = laid_out.height
        if not positioned and len(laid_out.children) == 1:
            known.boxes[key] = laid_out.children[0]
    return known.heights[key]


@contextmanager
def measured_notes() -> Iterator[None]:
    """A note is put into its page as it was laid out when it was measured; WeasyPrint lays it out again."""
    from weasyprint.formatting_structure.boxes import FootnoteAreaBox
    from weasyprint.layout import page as layout

    lay_out = layout.block_level_layout

    def with_measured(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        if not isinstance(box, FootnoteAreaBox) or not box.children:
            return lay_out(context, box, *rest, **named)
        known, notes = _Measured.of(context), context.current_page_footnotes
        keys = [(id(note), box.page.width) for note in notes]
        is_known = all(key in known.boxes for key in keys) and len(keys) == len(box.children)
        # Without a line or a space above them, the margins of the area would fall together.
        is_apart = box.border_top_width or box.padding_top
        if not is_known or not is_apart or not _is_plain(box, notes):
            return lay_out(context, box, *rest, **named)
        empty, *others = lay_out(context, box.copy_with_children([]), *rest, **named)
        x, top = empty.content_box_x(), empty.content_box_y()
        y = top
        for key in keys:
            note = known.boxes.pop(key)
            note.translate(x - note.position_x, y - note.position_y)
            empty.children = (*empty.children, note)
            y += note.margin_height()
        empty.height = y - top
        return empty, *others

    with replaced(layout, "block_level_layout", with_measured):
        yield
