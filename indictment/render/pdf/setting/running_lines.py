"""The running lines of a page that are those of another page but for the page's number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from indictment.render.pdf.mended.speed import MARGINS
from indictment.render.pdf.setting import drawn_numbers

_SIZES = (
    "width", "height", "margin_top", "margin_bottom", "margin_left", "margin_right",
    "padding_top", "padding_bottom", "padding_left", "padding_right",
    "border_top_width", "border_bottom_width", "border_left_width", "border_right_width",
)  # fmt: skip


@dataclass(slots=True)
class RunningLines:
    """The margins of pages of one document, laid out once for all pages that have the same.

    Two pages have the same where the same rules hold for their margins, the same elements run in
    them, and their numbers are as long and set in digits that are all as wide. `known` is as in
    `drawn_numbers.even`.
    """

    known: dict[Any, bool]
    _made: dict[Any, tuple[Any, ...]] = field(default_factory=dict)

    def make(self, context: Any, page: Any, state: Any, number: int) -> tuple[Any, ...]:
        """The boxes in the margins of `page`, which is the page `number` of the whole.

        Stands in the place of WeasyPrint's make_margin_boxes.
        """
        from weasyprint.layout.page import make_margin_boxes

        if (key := _key(context, page, number)) is None:
            return tuple(make_margin_boxes(context, page, state))
        if key in self._made:
            boxes = tuple(box.deepcopy() for box in self._made[key])
            for box in _numbers(boxes):
                _number(box, number)
            return boxes
        boxes = tuple(make_margin_boxes(context, page, state))
        if self._can_serve(boxes, number):
            # The page's own boxes get backgrounds, and are drawn; these stay as they were made.
            self._made[key] = tuple(box.deepcopy() for box in boxes)
        return boxes

    def _can_serve(self, boxes: Sequence[Any], number: int) -> bool:
        return all(
            box.text == str(number) and drawn_numbers.is_even(box.style, self.known)
            for box in _numbers(boxes)
        )


def _numbers(boxes: Sequence[Any]) -> list[Any]:
    """The texts in `boxes` that are the number of the page."""
    return [
        box
        for one in boxes
        for box in one.descendants()
        if hasattr(box, "text")
        and box.element is not None
        and drawn_numbers.slot_of(box) == drawn_numbers.PAGE
    ]


def _number(box: Any, number: int) -> None:
    from weasyprint.text.line_break import create_layout

    box.text = str(number)
    box.pango_layout = create_layout(box.text, box.style, None, None, 0)
    box.pango_layout.deactivate()


def _key(context: Any, page: Any, number: int) -> Any:
    """What the margins of a page depend on, beside its number; None where that is not known."""
    cascaded = context.style_for.get_cascaded_styles()
    rules: list[Any] = []
    for place in (None, *MARGINS):
        style = cascaded.get((page.page_type, place), {})
        rules.append(tuple((name, id(value)) for name, (value, _) in style.items()))
        if place is None or "content" not in style:
            continue
        content = context.style_for(page.page_type, place)["content"]
        if isinstance(content, str):
            continue
        for kind, value in content:
            if kind == "element()":
                found = context.get_running_element_for(page, *value)
                rules.append(tuple(map(id, found)))
            elif kind != "string":
                return None
    sizes = tuple(getattr(page, name) for name in _SIZES)
    return tuple(rules), sizes, len(str(number))
