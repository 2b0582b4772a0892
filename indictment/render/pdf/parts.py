"""page.html -> the parts of it that each begin a page, and can be set apart from one another."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from indictment.render.pdf import redline, tree

_PLACE = re.compile(r'data-at="#([^"]*)"')
_NOTE = re.compile(r'<span class="footnote"(?:[^>]*? data-number="([^"]*)")?')
_RUNNING = frozenset({"header", "footer"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: a document of its own, with the head and the running lines of the whole.

    `notes` are the numbers that its footnotes must have: they count from 1 through the page, but in
    a redline each has the number of its version. `asks` are the anchors whose page numbers it prints:
    those of the contents.
    """

    html: str
    notes: tuple[str, ...]
    asks: tuple[str, ...]

    def with_pages(self, pages: Mapping[str, int]) -> str:
        """The HTML with the page number of each anchor it asks for; 0 for one that is unknown."""
        return _PLACE.sub(lambda found: f'data-at="{pages.get(found[1], 0)}"', self.html)


def split(page: str, *, apart: bool = True) -> tuple[Part, ...]:
    """The parts of `page` in order, divided where a child of its body begins a new page.

    One part where `apart` is false, or where the page is not XML and so cannot be divided.
    """
    root = tree.parsed(page)
    if root is None:
        return (_part(page, None if redline.has_marks(page) else 0),)
    for link in root.iterfind(".//nav[@class='contents']//a"):
        link.set("data-at", link.get("href", ""))
    parts: list[Part] = []
    before = None if redline.has_marks(page) else 0
    for group in _groups(root) if apart else [list(_body(root))]:
        parts.append(_part(_document(root, group), before))
        before = before if before is None else before + len(parts[-1].notes)
    return tuple(parts)


def _part(html: str, before: int | None) -> Part:
    """A part with `before` notes before it; in a redline (None) they have what stands with them."""
    numbers = _NOTE.findall(html)
    if before is not None:
        numbers = [str(before + place) for place in range(1, len(numbers) + 1)]
    return Part(html, tuple(numbers), tuple(_PLACE.findall(html)))


def _body(root: Element) -> Element:
    body = root.find("body")
    assert body is not None, "a page has a body"
    return body


def _groups(root: Element) -> Iterator[list[Element]]:
    group: list[Element] = []
    for child in _body(root):
        if child.tag in _RUNNING:
            continue
        if child.get("data-page") == "new" and group:
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def _document(root: Element, group: list[Element]) -> str:
    """A document with the head of `root`, its running lines, and the elements of `group`."""
    html = copy(root)
    at = list(root).index(_body(root))
    body = Element("body", _body(root).attrib)
    body.extend(child for child in _body(root) if child.tag in _RUNNING and child not in group)
    body.extend(group)
    html[at] = body
    return ElementTree.tostring(html, encoding="unicode")
