"""What WeasyPrint 70.0 works out for each box, and is nearly always plain: widths, corners, where it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from indictment.render.pdf.replaced import replaced

_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    "width", "min_width", "max_width", "height", "min_height", "max_height", "box_sizing",
    *(f"border_{side}_{what}" for side in _SIDES for what in ("width", "style")),
)  # fmt: skip
"""What `resolve_percentages` reads of a style."""


@contextmanager
def lines_of_text() -> Iterator[None]:
    """What stands in a line and has no lengths of its own has those that a style has at first."""
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
    from weasyprint.formatting_structure.boxes import InlineBox
    from weasyprint.layout import inline, percent

    work_out = inline.resolve_percentages
    logical = {
        function(block="ttb", inline=way)
        for name, function in PHYSICAL_FUNCTIONS.items()
        for way in ("ltr", "rtl")
        if name in _LENGTHS
    }
    asked = logical.union(_LENGTHS)
    first: dict[str, Any] = {}

    def resolved(box: Any, around: Any) -> None:
        cascaded = getattr(box.style, "cascaded", None)
        if cascaded is None or type(box) is not InlineBox or not asked.isdisjoint(cascaded):
            work_out(box, around)
            return
        if not first:
            empty = SimpleNamespace(style=box.style)
            percent.resolve_percentages(empty, (0, 0))
            del empty.style
            first.update(vars(empty))
        box.__dict__.update(first)

    with replaced(inline, "resolve_percentages", resolved):
        yield


@contextmanager
def walks() -> Iterator[None]:
    """The boxes below one are gone through in one loop; WeasyPrint hands each up through all above it."""
    from weasyprint.formatting_structure.boxes import Box

    def descendants(self: Any, placeholders: bool = False) -> Iterator[Any]:
        yield self
        waiting = [iter(self.children)]
        while waiting:
            for child in waiting[-1]:
                if isinstance(child, Box):
                    yield child
                    if child.children:
                        waiting.append(iter(child.children))
                        break
                elif placeholders:
                    yield from child.descendants(placeholders)
                else:
                    yield child
            else:
                waiting.pop()

    with replaced(Box, "descendants", descendants):
        yield


@contextmanager
def plain_lengths() -> Iterator[None]:
    """A length in pixels, or none, is the same whatever it refers to."""
    from weasyprint.layout import percent

    work_out = percent.resolve_one_percentage

    def resolved(box: Any, name: str, refer_to: Any) -> None:
        value = box.style[name]
        if getattr(value, "unit", None) == "px":
            setattr(box, name, value.value)
        elif value == "auto" and name not in ("min_width", "min_height"):
            setattr(box, name, value)
        else:
            work_out(box, name, refer_to)

    with replaced(percent, "resolve_one_percentage", resolved):
        yield


@contextmanager
def plain_boxes() -> Iterator[None]:
    """A box that neither floats nor is placed stands in the flow; one whose corners no rule rounds has
    none that are round.
    """
    from weasyprint.css.properties import INITIAL_VALUES
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import background

    ask, round_corners = Box.is_in_normal_flow, background.resolve_radii_percentages
    names = ("top_left", "top_right", "bottom_right", "bottom_left")
    straight = {one: INITIAL_VALUES[one] for name in names for one in [f"border_{name}_radius"]}

    def in_flow(self: Any) -> Any:
        style = self.style
        return (style["float"] == "none" and style["position"] == "static") or ask(self)

    def rounded(box: Any) -> None:
        style = box.style
        if all(style[name] is value for name, value in straight.items()):
            for name in straight:
                setattr(box, name, (0, 0))
        else:
            round_corners(box)

    with (
        replaced(Box, "is_in_normal_flow", in_flow),
        replaced(background, "resolve_radii_percentages", rounded),
    ):
        yield
