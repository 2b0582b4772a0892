"""Places where WeasyPrint 70.0 works out at length what is nearly always plain: values of a style."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from indictment.render.pdf.replaced import replaced

_NOT_INHERITED = ("__", "text_decoration_")
"""How properties begin that come to an element in a way of their own; as do these:"""
_OWN_WAY = frozenset({"page", "position", "float", "display"})
_SIDES = ("top", "right", "bottom", "left")
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_ASKED = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"border_{side}_style" for side in _SIDES), *(f"border_{corner}_radius" for corner in _CORNERS),
    "width", "min_width", "max_width", "height", "min_height", "max_height", "box_sizing", "overflow",
    "box_decoration_break", "transform", "bookmark_level", "bookmark_state", "appearance",
    "border_image_source", "mask_border_source", "background_image", "background_color", "box_shadow",
    "opacity", "outline_style", "outline_offset", "outline_color", "counter_reset", "counter_set",
    "counter_increment", "vertical_align", "column_width", "column_count", "continue", "max_lines",
)  # fmt: skip
"""Properties that are asked of every box, which mostly have their initial value."""
_WIDTHS = tuple(
    (f"{line}_width", f"{line}_style")
    for line in (*(f"border_{side}" for side in _SIDES), "outline", "column_rule")
)
"""How wide a line is, and what draws it: nothing, at first."""


@contextmanager
def plain_values() -> Iterator[None]:
    """A property that no rule sets has the value of the parent, or its initial one. Those that are asked of
    every box are worked out together.
    """
    from weasyprint.css import AnonymousStyle, ComputedStyle
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
    from weasyprint.css.functions import check_math
    from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

    work_out, make_anonymous = ComputedStyle.__missing__, AnonymousStyle.__init__
    names = set(INITIAL_VALUES) - _OWN_WAY
    names = {name for name in names if not name.startswith(_NOT_INHERITED)}
    logical = frozenset(
        function(block="ttb", inline=inline)
        for function in PHYSICAL_FUNCTIONS.values()
        for inline in ("ltr", "rtl")
    )
    computed = names - set(INHERITED) - set(INITIAL_NOT_COMPUTED)
    initial = {name: INITIAL_VALUES[name] for name in computed}
    inherited = frozenset(names & set(INHERITED))
    asked = {name: initial[name] for name in _ASKED if name in initial}

    def left_by(style: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """What a style leaves to those below it, and what of it needs no working out."""
        if "_left" not in style.__dict__:
            every = {name: style[name] for name in inherited}
            plain = {name: value for name, value in every.items() if not check_math(value)}
            style.__dict__["_left"] = every, plain
        left: tuple[dict[str, Any], dict[str, Any]] = style.__dict__["_left"]
        return left

    def fill(self: Any) -> None:
        cascaded, parent = self.cascaded, self.parent_style
        found = {} if parent is None else dict(left_by(parent)[1])
        if logical.isdisjoint(cascaded):
            found |= asked
            for width, line in _WIDTHS:
                if line not in cascaded:
                    found[width] = 0  # as wide as a line that is not there
        for name in cascaded.keys() & found.keys():
            del found[name]
        self.update(found | self)

    def missing(self: Any, name: str) -> Any:
        if name != "anchor" and "_filled" not in self.__dict__:
            self.__dict__["_filled"] = True
            fill(self)
            if name in self:
                return self[name]
        cascaded = self.cascaded
        is_plain = name not in PHYSICAL_FUNCTIONS or logical.isdisjoint(cascaded)
        if is_plain and name in initial and name not in cascaded:
            value = self[name] = initial[name]
            return value
        return work_out(self, name)

    def anonymous(self: Any, parent: Any) -> None:
        make_anonymous(self, parent)
        self.update(left_by(parent)[0])
        self.update(asked)

    with (
        replaced(ComputedStyle, "__missing__", missing),
        replaced(AnonymousStyle, "__init__", anonymous),
    ):
        yield


class _Later:
    """The style of a pseudo-element that nobody has asked for: what it is made of."""

    __slots__ = ("cascaded", "rest")

    def __init__(self, cascaded: Any, *rest: Any) -> None:
        self.cascaded, self.rest = cascaded, rest


@contextmanager
def pseudo_elements() -> Iterator[None]:
    """The style of a pseudo-element is made when it is asked for.

    WeasyPrint's own sheet has rules for six of each element, among them marks of notes, and few have any.
    """
    from weasyprint.css import ComputedStyle, StyleFor

    compute, ask = StyleFor.set_computed_styles, StyleFor.__call__

    def computed(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: Any = None,
        base_url: Any = None,
        target_collector: Any = None,
    ) -> None:
        # Those of pages and margins come without a collector of anchors.
        cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
        if pseudo_type is None or target_collector is None or "anchor" in cascaded:
            compute(self, element, parent, root, pseudo_type, base_url, target_collector)
        else:
            later = _Later(cascaded, parent, root, base_url)
            self.get_computed_styles()[element, pseudo_type] = later

    def asked(self: Any, element: Any, pseudo_type: Any = None) -> Any:
        if pseudo_type is not None:
            styles = self.get_computed_styles()
            later = styles.get((element, pseudo_type))
            if type(later) is _Later:
                parent, root, base_url = later.rest
                styles[element, pseudo_type] = ComputedStyle(
                    styles[parent, None], later.cascaded, pseudo_type, styles[root, None],
                    base_url, self.font_config, self.initial_page_sizes,
                )  # fmt: skip
        return ask(self, element, pseudo_type)

    with (
        replaced(StyleFor, "set_computed_styles", computed),
        replaced(StyleFor, "__call__", asked),
    ):
        yield


@contextmanager
def struts() -> Iterator[None]:
    """How high a line of a style is at least is worked out once for each style."""
    from weasyprint.layout import inline

    work_out = inline.strut

    def strut(style: Any) -> Any:
        known = style.__dict__.get("_strut")
        if known is None:
            known = style.__dict__["_strut"] = work_out(style)
        return known

    with replaced(inline, "strut", strut):
        yield
