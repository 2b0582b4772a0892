"""The running lines of the pages, made when it is known how many pages there are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from indictment.render.pdf.setting.running_lines import RunningLines


@dataclass(slots=True)
class Margins:
    """What stands around the text of the pages of one document, not yet made.

    A part is laid out before anybody knows on which page of the whole it begins, or how many pages
    the whole has; its running lines print both.
    """

    _waiting: list[tuple[Any, Any, Any, int]] = field(default_factory=list)

    def later(self, context: Any, page: Any, state: Any) -> list[Any]:
        """Keep a page for `make`. Stands in the place of WeasyPrint's make_margin_boxes."""
        self._waiting.append((context, page, state, context.current_page))
        return []

    def leave(self) -> None:
        """Leave them away: the pages are only what stands between them."""
        from weasyprint.layout import layout_backgrounds

        for context, page, _, _ in self._waiting:
            layout_backgrounds(page, context.get_image_from_uri)
        self._waiting.clear()

    def numbers(self, before: int) -> list[int]:
        """The numbers of the pages, in a whole with `before` pages before them."""
        return [state[1]["page"][-1] + before for _, _, state, _ in self._waiting]

    def make(self, numbers: Sequence[int], total: int, lines: RunningLines | None) -> None:
        """Make them, for pages with these numbers of `total` in all.

        `lines` are given where the margins of two pages may be the same but for the page's number.
        """
        from weasyprint.layout import layout_backgrounds, make_margin_boxes

        for (context, page, state, at), number in zip(self._waiting, numbers, strict=True):
            context.current_page = at
            counters = state[1]
            counters["page"] = [*counters["page"][:-1], number]
            counters["pages"] = [total]
            boxes = (
                make_margin_boxes(context, page, state)
                if lines is None
                else lines.make(context, page, state, number)
            )
            page.children = (*page.children, *boxes)
            layout_backgrounds(page, context.get_image_from_uri)
        self._waiting.clear()


@contextmanager
def later() -> Iterator[Margins]:
    """Inside the block, WeasyPrint lays out pages without their margins; these are given back."""
    from weasyprint import layout

    margins = Margins()
    made, backgrounds = layout.make_margin_boxes, layout.layout_backgrounds
    layout.make_margin_boxes = margins.later
    layout.layout_backgrounds = lambda page, get_image: None
    try:
        yield margins
    finally:
        layout.make_margin_boxes, layout.layout_backgrounds = made, backgrounds
