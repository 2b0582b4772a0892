"""The HTML of a part -> its passages.

A passage is what a page break may part: a paragraph, a heading, a row of a table, anything that stands
in a section. What its numbers are does not count: they are left open (`open_numbers`), and two versions
of a part may count their slots and anchors differently.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from indictment.render.pdf.divide import open_numbers

_HELD = frozenset({"section", "table", "tbody"})
"""Elements that hold passages."""
_IN_TABLE = frozenset({"colgroup", "caption", "thead", "tbody"})
"""What a table of rows has; a foot would be printed on each of its pages."""
_COUNTED = re.compile(r"(#?(?:own|far)-)([0-9]+)")
"""The name of an anchor that is made of numbers, as `open_numbers` calls it."""


@dataclass(slots=True)
class Passage:
    """A passage, or the begin or end (`kind`) of what holds passages.

    `path` are the places of its element and of those around it among the elements beside them, from the
    body on; `around` the passages (by place) that begin what it stands in. `shape` is its HTML without
    its numbers, which follow in order: `slots`, and `names` of anchors.
    """

    kind: str
    element: Element
    path: tuple[int, ...]
    around: tuple[int, ...]
    shape: str = ""
    slots: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def passages(body: Element) -> list[Passage]:
    """The passages in the body of a part, in order."""
    found: list[Passage] = []
    for place, child in enumerate(body):
        _add(child, (place,), (), found)
    return found


def paths(body: Element) -> dict[int, tuple[int, ...]]:
    """The path of each passage in the body of a part, by the `id` of its element."""
    found: dict[int, tuple[int, ...]] = {}

    def walk(element: Element, path: tuple[int, ...]) -> None:
        found[id(element)] = path
        if _holds_passages(element):
            for place, child in enumerate(element):
                walk(child, (*path, place))

    for place, child in enumerate(body):
        walk(child, (place,))
    return found


def _add(
    element: Element, path: tuple[int, ...], around: tuple[int, ...], found: list[Passage]
) -> None:
    if not _holds_passages(element):
        found.append(_shaped(Passage("whole", element, path, around), element))
        return
    begin = Passage("begin", element, path, around)
    _begin_shape(begin, element)
    inside = (*around, len(found))
    found.append(begin)
    for place, child in enumerate(element):
        _add(child, (*path, place), inside, found)
    found.append(Passage("end", element, path, around, f"</{element.tag}>"))


def _holds_passages(element: Element) -> bool:
    """True for a section, and for a table whose columns do not depend on its rows."""
    if element.tag not in _HELD or (element.text or "").strip():
        return False
    if any((child.tail or "").strip() for child in element):
        return False
    if element.tag != "table":
        return True
    tags = [child.tag for child in element]
    is_plain = "thead" in tags and tags.count("tbody") == 1 and _IN_TABLE.issuperset(tags)
    return is_plain and not any(cell.get("rowspan") for row in element[-1] for cell in row)


def _shaped(made: Passage, element: Element) -> Passage:
    made.shape = "".join(_written(element, made))
    return made


def _begin_shape(made: Passage, element: Element) -> None:
    made.shape = f"<{element.tag}{''.join(_attributes(element, made))}>"


def _written(element: Element, made: Passage) -> Iterator[str]:
    yield f"<{element.tag}"
    yield from _attributes(element, made)
    yield f">{element.text or ''}"
    for inner in element:
        yield from _written(inner, made)
        yield inner.tail or ""
    yield "</>"


def _attributes(element: Element, made: Passage) -> Iterator[str]:
    for name, value in element.items():
        if name == open_numbers.SLOT:
            made.slots.append(value)
            value = ""
        elif name == "data-cite" and (slot := open_numbers.cited_slot(value)):
            made.slots.append(slot)
            value = ""
        elif name in ("id", "href") and (counted := _COUNTED.fullmatch(value)):
            made.names.append(value.removeprefix("#"))
            value = counted[1]
        yield f' {name}="{value}"'
