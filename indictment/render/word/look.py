"""How runs and paragraphs are written: style, emphasis, language, tracked change."""

from dataclasses import field, replace

from indictment.render.word.language import is_right_to_left, run_language
from indictment.render.word.marks import Formatted, Mark, inside, mark_of
from indictment.render.word.xml import Element, child, element
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How runs are written: a character style by name, emphasis, language, tracked changes."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    lang: str = ""
    mark: Mark | None = None
    shown: str = ""
    """Of words that a schedule shows as changed: "put-in" or "taken-out"."""
    formatted: Formatted | None = None
    _styled: "dict[str, Look]" = field(default_factory=dict, init=False, repr=False, compare=False)

    def styled(self, style: str) -> "Look":
        """The same in another style: the same object each time."""
        known = self._styled.get(style)
        if known is None:
            known = self._styled[style] = replace(self, style=style)
        return known


PLAIN = Look()
SHOWN = {"put-in": ("14467A", ("u", "single")), "taken-out": ("8A1C1C", ("strike", "1"))}
"""The colour and the line of words that are shown as changed, and are no tracked change."""


def within(node: Element, look: Look) -> Look:
    """The look inside a block: its language and its mark."""
    if lang := node.get("lang"):
        look = replace(look, lang=lang)
    mark = inside(node, look.mark, mark_of(node))
    return replace(look, mark=mark) if mark is not look.mark else look


def before(look: Look) -> Look:
    """How the words of `span.formatted` looked in the old version."""
    had = look.formatted.was if look.formatted is not None else frozenset()
    style = "Term" if "term" in had else look.style if look.style != "Term" else ""
    return replace(look, bold="strong" in had, italic="em" in had, style=style)


def run_properties(look: Look, style_id: str) -> Element | None:
    """The `w:rPr` of a look, its children in the order of the schema (17.3.2.28)."""
    properties = element("rPr")
    if style_id:
        child(properties, "rStyle", val=style_id)
    for on, names in ((look.bold, ("b", "bCs")), (look.italic, ("i", "iCs"))):
        if on:
            for name in names:
                child(properties, name)
    if look.shown:
        colour, (line, how) = SHOWN[look.shown]
        if line == "strike":
            child(properties, "strike", val=how)
        child(properties, "color", val=colour)
        if line == "u":
            child(properties, "u", val=how)
    if look.lang:
        if is_right_to_left(look.lang):
            child(properties, "rtl")
        properties.append(run_language(look.lang))
    return properties if len(properties) else None
