"""Page HTML with origins -> what in it is outside the vocabulary, at the template's line."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import Protocol

from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.render.page.composition import faults
from indictment.render.page.node import Node, keeps_anchor
from indictment.render.page.printed_numbers import Numbers
from indictment.render.page.vocabulary import ELEMENTS, EVERYWHERE, REQUIRED, Element
from indictment.render.rules import (
    DUPLICATE_ANCHOR,
    LINK_TO_NOWHERE,
    MISPLACED,
    NOTES_IN_DISORDER,
    TYPED_NUMBER,
    UNKNOWN_ELEMENT,
)

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*="[^"<>]*")*)\s*>|<!DOCTYPE html>|<')
ATTRIBUTE = re.compile(r'([a-z][a-z-]*)="([^"]*)"')
MARKED = re.compile(r'<[A-Za-z0-9-]+ data-t="(\d+)"')
ORIGIN = re.compile(r' data-t="\d+"')
VOID = frozenset({"br", "img", "col", "meta"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_NUMBERED = _HEADINGS | {"p"}
_WANTED = {
    **{name: tuple(sorted(wanted)) for name, wanted in REQUIRED.items()},
    "th": ("scope",),
    "a": ("href",),
}
"""What each element cannot be without."""
_HELP = "write only what docs/vocabulary.md lists; how it looks is set in style.css"


@dataclass(slots=True)
class _Open:
    name: str
    element: Element
    place: tuple[str, int]
    node: Node


class Places(Protocol):
    """The file and line of a template by its number."""

    def __getitem__(self, number: int, /) -> tuple[str, int]:
        """The place of this number."""


@dataclass(slots=True)
class _Walk:
    places: Places
    stack: list[_Open] = field(default_factory=list)
    found: dict[tuple[tuple[str, int], str], Diagnostic] = field(default_factory=dict)
    anchors: dict[str, Node] = field(default_factory=dict)
    links: list[tuple[str, Node, bool]] = field(default_factory=list)
    """The anchor that a link or number leads to, its element, and whether a template wrote it."""
    numbers: Numbers | None = None
    misnumbered: set[tuple[str, int]] = field(default_factory=set)
    """Where numbers are wrong: a line that prints all paragraphs is told of the first."""
    heading: int = 0
    note: int = 0

    @property
    def place(self) -> tuple[str, int]:
        return self.stack[-1].place if self.stack else ("templates/international/page.html", 1)

    def report(self, rule: Rule, place: tuple[str, int], message: str, remedy: str = _HELP) -> None:
        file, line = place
        self.found.setdefault(
            (place, message), rule.at(Span(file, line, 1, line, 1), message, help=remedy)
        )


def check(page: str, places: Places, numbers: Numbers | None = None) -> tuple[Diagnostic, ...]:
    """Everything in `page` that docs/vocabulary.md does not allow, in the order of the page.

    `places` are the origins that `data-t` names; an element without one (text of the matter) is
    reported at the element around it. `numbers` are those that the page must print.
    """
    walk = _Walk(places, numbers=numbers)
    end = 0
    for tag in TAG.finditer(page):
        begin, (ends, name, attributes) = tag.start(), tag.groups()
        if begin > end:
            _text(walk, page[end:begin])
        end = tag.end()
        if ends:
            _close(walk, name)
        elif name:
            _open(walk, name, dict(ATTRIBUTE.findall(attributes)))
        elif tag[0] == "<":
            written = MARKED.match(page, tag.start())
            walk.report(
                MISPLACED,
                places[int(written[1])] if written else walk.place,
                "a tag cannot be read",
                "write tags in lower case, attributes in double quotes, and &lt; for the sign <",
            )
    for left in walk.stack:
        walk.report(MISPLACED, left.place, f"<{left.name}> is not closed", f"add </{left.name}>")
    _linked(walk)
    return tuple(walk.found.values())


def without_origins(page: str) -> str:
    """The page as it is given away."""
    return ORIGIN.sub("", page)


def _text(walk: _Walk, text: str) -> None:
    if not walk.stack or not text.strip():
        return
    around = walk.stack[-1]
    around.node.text += text
    if not around.node.inside:
        around.node.lead += text
    if around.element.holds in ("blocks", "parts", "nothing"):
        words = " ".join(text.split())[:40]
        walk.report(
            MISPLACED,
            around.place,
            f"the words “{words}” stand in <{around.name}> outside a paragraph",
            "put them in a <p> of a class that docs/vocabulary.md lists",
        )


def _open(walk: _Walk, name: str, attributes: dict[str, str]) -> None:
    origin = attributes.pop("data-t", None)
    place = walk.places[int(origin)] if origin is not None else walk.place
    element = ELEMENTS.get(name)
    if element is None:
        walk.report(UNKNOWN_ELEMENT, place, f"the page has no element <{name}>")
        element = Element("inline", "both")
    else:
        for message in _foreign(name, attributes.get("class", ""), tuple(attributes)):
            walk.report(UNKNOWN_ELEMENT, place, message)
        for attribute in _WANTED.get(name, ()):
            if not attributes.get(attribute, "").strip():
                message = f"<{name}> lacks the attribute “{attribute}”"
                walk.report(UNKNOWN_ELEMENT, place, message)
        _placed(walk, name, place)
        if name in _HEADINGS:
            _heading(walk, name, attributes, place)
        if attributes.get("class") == "footnote":
            _note(walk, attributes, place)
    above = walk.stack[-1].node if walk.stack else None
    node = Node(name, attributes, place, above)
    if above is not None:
        above.inside.append(node)
    if anchor := attributes.get("id"):
        if anchor in walk.anchors:
            message = f"the anchor “{anchor}” stands twice on the page"
            walk.report(DUPLICATE_ANCHOR, place, message, "give each element its own id")
        walk.anchors.setdefault(anchor, node)
    if target := _target(name, attributes):
        walk.links.append((target, node, origin is not None))
    if name not in VOID:
        walk.stack.append(_Open(name, element, place, node))
    else:
        _composed(walk, node)


def _close(walk: _Walk, name: str) -> None:
    if walk.stack and walk.stack[-1].name == name:
        _composed(walk, walk.stack.pop().node)
        return
    if name not in [left.name for left in walk.stack]:
        walk.report(MISPLACED, walk.place, f"</{name}> closes nothing", f"remove </{name}>")
        return
    while walk.stack[-1].name != name:
        left = walk.stack.pop()
        message = f"<{left.name}> is not closed before </{name}>"
        walk.report(MISPLACED, left.place, message, f"add </{left.name}>")
    walk.stack.pop()


def _composed(walk: _Walk, node: Node) -> None:
    for at, message, remedy in faults(node):
        walk.report(MISPLACED, at.place, message, remedy)
    if walk.numbers is None or node.name not in _NUMBERED:
        return
    for at, message, remedy in walk.numbers.faults(node):
        if at.place not in walk.misnumbered:
            walk.report(TYPED_NUMBER, at.place, message, remedy)
        walk.misnumbered.add(at.place)


def _target(name: str, attributes: dict[str, str]) -> str:
    """The anchor that a link or the number of a reference leads to."""
    address = attributes.get("href", "") if name == "a" else ""
    return unescape(address[1:] if address[:1] == "#" else attributes.get("data-target", ""))


def _linked(walk: _Walk) -> None:
    """Links of the templates that lead nowhere; anchors that Word cannot keep."""
    anchors = {unescape(anchor): node for anchor, node in walk.anchors.items()}
    kept = {anchor for anchor, node in anchors.items() if keeps_anchor(node)}
    for target, link, by_template in walk.links:
        home = anchors.get(target)
        if home is None and by_template:
            message = f"nothing on the page has the anchor “{target}”"
            remedy = "give the element that it leads to this id, or take the link out"
            walk.report(LINK_TO_NOWHERE, link.place, message, remedy)
        elif home is not None and target not in kept:
            message = f"something leads to “{target}”, but Word keeps no anchor of <{home.name}>"
            remedy = "give the id to the paragraph, the heading, the row or the part"
            walk.report(LINK_TO_NOWHERE, home.place, message, remedy)


@lru_cache(maxsize=1024)
def _foreign(name: str, classes: str, attributes: tuple[str, ...]) -> tuple[str, ...]:
    """The classes and attributes that the element has not; a page has the same ones over and over."""
    element = ELEMENTS[name]
    words = [word for word in classes.split() if word not in element.classes]
    others = [one for one in attributes if one not in EVERYWHERE | element.attributes]
    return (
        *(f"<{name}> has no class “{word}” on the page" for word in words),
        *(f"<{name}> has no attribute “{one}” on the page" for one in others),
    )


def _placed(walk: _Walk, name: str, place: tuple[str, int]) -> None:
    if not walk.stack:
        if name != "html":
            walk.report(MISPLACED, place, f"<{name}> stands outside the page")
        return
    around = walk.stack[-1]
    is_wrong = not _may_stand(name, around.name, around.element.holds)
    if name == "a":
        is_wrong |= "a" in [outer.name for outer in walk.stack]
    if is_wrong:
        walk.report(MISPLACED, place, f"<{name}> cannot stand in <{around.name}>")


@lru_cache(maxsize=1024)
def _may_stand(name: str, around: str, holds: str) -> bool:
    """True where an element `name` may stand in one called `around`, which holds this."""
    element = ELEMENTS[name]
    if element.inside and around not in element.inside:
        return False
    if element.kind == "inline":
        return holds in ("text", "both")
    return element.kind != "block" or holds in ("blocks", "both") or around == "body"


def _heading(walk: _Walk, name: str, attributes: dict[str, str], place: tuple[str, int]) -> None:
    if _is_deleted(walk, attributes):
        return
    level = int(name[1])
    if level > walk.heading + 1:
        above = f"<h{walk.heading}>" if walk.heading else "no heading"
        message = f"a heading of level {level} follows {above}: a level is skipped"
        walk.report(MISPLACED, place, message, f"write <h{walk.heading + 1}>")
    walk.heading = level


def _is_deleted(walk: _Walk, attributes: dict[str, str]) -> bool:
    """True in what a redline shows as deleted: it has the numbers of the old version."""
    if "deleted" in attributes.get("class", "").split():
        return True
    return any(one.name == "del" or one.node.is_deleted for one in walk.stack)


def _note(walk: _Walk, attributes: dict[str, str], place: tuple[str, int]) -> None:
    if _is_deleted(walk, attributes):
        return
    walk.note += 1
    if attributes.get("data-number") != str(walk.note):
        number = attributes.get("data-number", "")
        message = f"note {number} is printed where note {walk.note} belongs"
        remedy = "print each passage once, in the order of court.yaml"
        walk.report(NOTES_IN_DISORDER, place, message, remedy)
        walk.note = int(number) if number.isdecimal() else walk.note
