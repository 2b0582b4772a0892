"""How runs and paragraphs are written: style, emphasis, language, tracked change."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from indictment.render.word.language import is_right_to_left, run_language
from indictment.render.word.xml import Element, W, child, classes, element, has_class, outside

if TYPE_CHECKING:
    from indictment.render.word.desk import Desk

MARKS = {"ins": "ins", "del": "del", "inserted": "ins", "deleted": "del"}
"""The tracked change by the element, or by the class of a marked block or row."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change: `kind` is ins or del, `date` an instant in UTC (ISO 8601) or empty."""

    kind: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Look:
    """How runs are written: a character style by name, emphasis, language, tracked change."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    lang: str = ""
    mark: Mark | None = None
    shown: str = ""
    """Of words that a schedule shows as changed: "put-in" or "taken-out"."""


SHOWN = {"put-in": ("14467A", ("u", "single")), "taken-out": ("8A1C1C", ("strike", "1"))}
"""The colour and the line of words that are shown as changed, and are no tracked change."""


def mark_of(node: Element) -> Mark | None:
    """The tracked change that a marked element stands for."""
    kinds = [MARKS[name] for name in (str(node.tag), *classes(node)) if name in MARKS]
    if not kinds and has_class(node, "moved"):
        raise outside(node, "in Word: a move is an insertion and a deletion")
    if not kinds:
        return None
    day = node.get("data-date") or ""
    date = f"{day}T00:00:00Z" if day and "T" not in day else day
    return Mark(kinds[0], node.get("data-author") or "", date)


def within(node: Element, look: Look) -> Look:
    """The look inside a block: its language and its mark."""
    lang, mark = node.get("lang"), mark_of(node)
    if lang:
        look = replace(look, lang=lang)
    return replace(look, mark=mark) if mark is not None else look


def tracked(desk: "Desk", parent: Element, mark: Mark) -> Element:
    """A `w:ins` or `w:del` at the end of `parent`."""
    made = child(parent, mark.kind, id=desk.next_change(), author=mark.author)
    if mark.date:
        made.set(W + "date", mark.date)
    return made


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
