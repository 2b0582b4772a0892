"""The HTML of a part -> the same with no more passages than are laid out."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from indictment.render.pdf.again.passages import Passage
from indictment.render.pdf.divide.parts import RUNNING
from indictment.render.pdf.style import REACH

_HIDDEN = "display: none !important"
_IN_TABLE = frozenset({"colgroup", "caption", "thead"})


class Shortened:
    """`root` with no more than the passages `begin` <= n < end and what they need around them.

    What stands beside them is empty and takes no room; it is there because a style sheet may ask for what
    stands before (`h2 + h3`), or whether anything does (`:first-child`). Rows that are there for their borders
    have no words: the last passage, and those before `start`, where the first page starts; none of them is
    laid out. `paths` are those of what is left, by
    the `id` of its element. The elements of passages are those of the whole; they are not changed.
    """

    def __init__(
        self, root: Element, passages: Sequence[Passage], begin: int, start: int, end: int
    ) -> None:
        self._wanted = range(begin, end)
        self._read = range(start, end - 1 if end < len(passages) else end)
        self._inside = {place for n in self._wanted for place in passages[n].around}
        self._places = {id(one.element): n for n, one in enumerate(passages) if one.kind != "end"}
        self._passages = passages
        self._by_path: dict[tuple[int, ...], Element] = {}
        self.paths: dict[int, tuple[int, ...]] = {}
        self.root = _like(root)
        for child in root:
            self.root.append(self._body(child) if child.tag == "body" else child)

    def way(self, path: tuple[int, ...]) -> tuple[Element, ...]:
        """The elements that lead to a passage that is left, from the body on."""
        return tuple(self._by_path[path[:depth]] for depth in range(len(path) + 1))

    def _body(self, body: Element) -> Element:
        made = self._by_path[()] = _like(body)
        for child in body:
            place = self._places[id(child)]
            if place in self._inside:
                made.append(self._shortened(child, place))
            elif place in self._wanted or child.tag in RUNNING:
                made.append(self._kept(child, place))
            else:
                made.append(_hidden(child))
        return made

    def _kept(self, element: Element, place: int) -> Element:
        path = self._passages[place].path
        if element.tag == "tr" and place not in self._read:
            element = _without_words(element)
        self.paths[id(element)], self._by_path[path] = path, element
        return element

    def _shortened(self, parent: Element, place: int) -> Element:
        children = [(child, self._places[id(child)]) for child in parent]
        full = {
            n for n, (child, at) in enumerate(children)
            if child.tag in _IN_TABLE or at in self._inside or at in self._wanted
        }  # fmt: skip
        last = len(children) - 1
        if parent.tag == "tbody":
            # The borders of a table, and of its head, depend on its first and its last row.
            full |= {0, last}
        near = {n + by for n in full for by in range(-REACH, REACH + 1)} | {0, last}
        made = self._kept(_like(parent), place)
        for n, (child, at) in enumerate(children):
            if n in full:
                made.append(
                    self._shortened(child, at) if at in self._inside else self._kept(child, at)
                )
            elif n in near:
                made.append(_hidden(child))
        return made


def _like(element: Element) -> Element:
    """An element of the same kind, with nothing in it."""
    made = Element(element.tag, element.attrib)
    made.text, made.tail = element.text, element.tail
    return made


def _without_words(row: Element) -> Element:
    made = _like(row)
    made.extend(_like(cell) for cell in row)
    for cell in made:
        cell.text = None
    return made


def _hidden(element: Element) -> Element:
    made = Element(element.tag, {**element.attrib, "style": _HIDDEN})
    made.tail = element.tail
    return made
