"""Page HTML with origins -> what in it is outside the vocabulary, at the template's line."""

import re
from html import unescape

from indictment.diagnostics import Diagnostic
from indictment.render.page import standing
from indictment.render.page.composition import faults
from indictment.render.page.links_alike import LINK
from indictment.render.page.node import Node
from indictment.render.page.printed_numbers import Numbers
from indictment.render.page.vocabulary import ELEMENTS, REQUIRED, Element
from indictment.render.page.walk import Open, Places, Walk
from indictment.render.rules import (
    DUPLICATE_ANCHOR,
    MISPLACED,
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


def check(page: str, places: Places, numbers: Numbers | None = None) -> tuple[Diagnostic, ...]:
    """Everything in `page` that docs/vocabulary.md does not allow, in the order of the page.

    `places` are the origins that `data-t` names; an element without one (text of the matter) is
    reported at the element around it. `numbers` are those that the page must print.
    """
    walk = Walk(places, numbers=numbers)
    end = 0
    for link in LINK.finditer(page):
        _read(walk, page, end, link.start())
        _link(walk, page, link)
        end = link.end()
    _read(walk, page, end, len(page))
    for left in walk.stack:
        walk.report(MISPLACED, left.place, f"<{left.name}> is not closed", f"add </{left.name}>")
    standing.linked(walk)
    return tuple(walk.found.values())


def _read(walk: Walk, page: str, begin: int, last: int) -> None:
    """Read what stands between two places of the page."""
    end = begin
    for tag in TAG.finditer(page, begin, last):
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
                walk.places[int(written[1])] if written else walk.place,
                "a tag cannot be read",
                "write tags in lower case, attributes in double quotes, and &lt; for the sign <",
            )
    if last > end:
        _text(walk, page[end:last])


def _link(walk: Walk, page: str, link: re.Match[str]) -> None:
    """Read a link, unless it is like one that was good at such a place."""
    around = walk.stack[-1] if walk.stack else None
    if around and (known := walk.alike.like(link, around.at)):
        node, targets = known
        around.node.inside.append(node)
        walk.links += ((target, node, False) for target in targets)
        return
    reports = walk.reports
    _read(walk, page, link.start(), link.end())
    if around and walk.reports == reports:
        walk.alike.keep(link, around.at, around.node.inside[-1])


def without_origins(page: str) -> str:
    """The page as it is given away."""
    return ORIGIN.sub("", page)


def _text(walk: Walk, text: str) -> None:
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


def _open(walk: Walk, name: str, attributes: dict[str, str]) -> None:
    origin = attributes.pop("data-t", None)
    place = walk.places[int(origin)] if origin is not None else walk.place
    element = ELEMENTS.get(name)
    if element is None:
        walk.report(UNKNOWN_ELEMENT, place, f"the page has no element <{name}>")
        element = Element("inline", "both")
    else:
        for message in standing.foreign(name, attributes.get("class", ""), tuple(attributes)):
            walk.report(UNKNOWN_ELEMENT, place, message)
        for attribute in _WANTED.get(name, ()):
            if not attributes.get(attribute, "").strip():
                message = f"<{name}> lacks the attribute “{attribute}”"
                walk.report(UNKNOWN_ELEMENT, place, message)
        standing.placed(walk, name, place)
        if name in _HEADINGS:
            standing.heading(walk, name, attributes, place)
        if attributes.get("class") == "footnote":
            standing.note(walk, attributes, place)
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
        at = walk.stack[-1].at if walk.stack else 0
        at = walk.alike.inside(at, name, attributes.get("class", ""))
        walk.stack.append(Open(name, element, place, node, at))
    else:
        _composed(walk, node)


def _close(walk: Walk, name: str) -> None:
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


def _composed(walk: Walk, node: Node) -> None:
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
