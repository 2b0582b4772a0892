"""page.html -> the parts of it that each begin a page, and can be set apart from one another."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from html import escape, unescape
from typing import Any, Protocol

from indictment.render.pdf import tree
from indictment.render.pdf.divide.open_numbers import OpenNumbers, opened
from indictment.value import dataclass

_PLACE = re.compile(r'data-at="#([^"]*)"')
_NOTE = re.compile(r'<span class="footnote"(?:[^>]*? data-number="([^"]*)")?')
_ID = re.compile(r'\bid="([^"]*)"')
_BARE_BODY = re.compile(r"<body\b[^>]* data-bare=")
_LINK = re.compile(r'\bhref="#([^"]*)"')
RUNNING = frozenset({"header", "footer"})
"""What stands in the body and is printed on each page."""
_BARE = "data-bare"
"""Of a body whose running lines are empty, because they are set by themselves (`running_page`)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: a document of its own, with the head and the running lines of the whole.

    `notes` are the numbers that its footnotes must have: they count from 1 through the page, but in
    a redline each has the number of its version. `asks` are the anchors whose page numbers it prints:
    those of the contents. `opened` are the numbers that its HTML leaves open, if any.
    """

    html: str
    notes: tuple[str, ...]
    asks: tuple[str, ...]
    opened: OpenNumbers | None = None

    def with_pages(self, pages: Mapping[str, int]) -> str:
        """The HTML with the page number of each anchor it asks for (0 for one that is unknown); only
        as many zeros where it leaves numbers open.
        """

        def number(found: re.Match[str]) -> str:
            digits = str(pages.get(found[1], 0))
            return f'data-at="{digits if self.opened is None else "0" * len(digits)}"'

        return _PLACE.sub(number, self.html)

    def numbers(self, pages: Mapping[str, int]) -> tuple[str, ...]:
        """The digits of what its HTML leaves open, by slot."""
        if self.opened is None:
            return ()
        asked = self.opened.pages
        numbers = enumerate(self.opened.numbers)
        return tuple(str(pages.get(asked[n], 0)) if n in asked else one for n, one in numbers)

    @property
    def is_bare(self) -> bool:
        """True if its running lines are set by themselves."""
        return _BARE_BODY.search(self.html) is not None

    @property
    def note_slots(self) -> tuple[str, ...]:
        """What the HTML has in the place of the numbers of its notes."""
        return self.notes if self.opened is None else tuple(self.opened.notes)

    @property
    def anchors(self) -> Mapping[str, str]:
        """The anchors of the page by what its HTML calls them, where that is something else."""
        return {} if self.opened is None else self.opened.anchors

    def own_names(self) -> tuple[str, ...]:
        """What its HTML calls the anchors in it, in order."""
        return tuple(map(unescape, _ID.findall(self.html)))

    def links(self) -> set[str]:
        """What its HTML leads to, as it calls it."""
        if self.opened is not None:
            return set(self.opened.links)
        return set(map(unescape, _LINK.findall(self.html)))


Key = tuple[str, str, str, int | None, bool]
"""What a part is made of: what stands before and behind it, its own elements, the notes before it, and
whether its numbers are left open.
"""


class Known(Protocol):
    """Parts that were made before."""

    def get(self, key: Key) -> Part | None:
        """The part that was made of this; None where there is none."""

    def keep(self, parts: Mapping[Key, Part]) -> None:
        """Keep these parts: those of one page."""


def split(
    page: str,
    *,
    apart: bool = True,
    open_numbers: bool = True,
    bare: bool = False,
    is_redline: bool = False,
    known: Known | None = None,
) -> tuple[Part, ...]:
    """The parts of `page` in order, divided where a child of its body begins a new page.

    One part where `apart` is false, or where the page is not XML and so cannot be divided. Numbers
    that count what stands before are left open, unless `open_numbers` is false; those of a redline
    have more to say, and stay as they are. The running lines are empty where the parts are to be `bare`.
    `known` are parts that were made before.
    """
    root = tree.divisible(page)
    if is_redline:
        open_numbers = False
    if root is None:
        return (_part(page, None if is_redline else 0, None),)
    for link in root.iterfind(".//nav[@class='contents']//a"):
        link.set("data-at", link.get("href", ""))
    begin, end = _around(root, bare=bare)
    parts: list[Part] = []
    now: dict[Key, Part] = {}
    before = None if is_redline else 0
    for group in _groups(root) if apart else [_printed(root)]:
        written = "".join(map(_written, group))
        key = begin, written, end, before, open_numbers
        part = known.get(key) if known else None
        if part is None:
            left_open = opened(group) if open_numbers else None
            now_written = "".join(map(_written, group)) if left_open else written
            part = _part(begin + now_written + end, before, left_open)
        now[key] = part
        parts.append(part)
        before = before if before is None else before + len(part.notes)
    if known is not None:
        known.keep(now)
    return tuple(parts)


def _part(html: str, before: int | None, opened: OpenNumbers | None) -> Part:
    """A part with `before` notes before it; in a redline (None) they have what stands with them."""
    numbers = _NOTE.findall(html)
    if before is not None:
        numbers = [str(before + place) for place in range(1, len(numbers) + 1)]
    return Part(html, tuple(numbers), tuple(_PLACE.findall(html)), opened)


def is_bare(root: Any) -> bool:
    """True if the running lines of a part, whose root element is given, are set by themselves."""
    body = root.find("body")
    return body is not None and body.get(_BARE) is not None


def _around(root: Any, *, bare: bool) -> tuple[str, str]:
    """What stands before and behind the elements of a part: the head of the page and its running lines."""
    from lxml import etree

    held = root.find("body")
    body = etree.Element("body", held.attrib)
    body.text = held.text or ""  # or it would be one tag, which cannot be divided
    running = [child for child in held if child.tag in RUNNING]
    if bare:
        body.set(_BARE, "1")
        body.extend(etree.Element(child.tag, child.attrib) for child in running)
    else:
        body.extend(map(deepcopy, running))
    begin, end = _written(body).rsplit("</", 1)
    head = "".join(map(_written, root.iterfind("head")))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in root.attrib.items())
    return f"<html{attributes}>{head}{begin}", f"</{end}</html>"


def _printed(root: Any) -> list[Any]:
    """The elements of the body but for the running lines, which each part has."""
    return [child for child in root.find("body") if child.tag not in RUNNING]


def _groups(root: Any) -> Iterator[list[Any]]:
    group: list[Any] = []
    for child in _printed(root):
        if child.get("data-page") == "new" and group:
            yield group
            group = []
        group.append(child)
    if group:
        yield group


def _written(element: Any) -> str:
    """An element as XML, with what stands behind it."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode"))
