"""Moves of the page -> the ranges of Word that pair an old place with a new one.

A move is a moved block with its whole old text at the old place and its whole new text at the new
one, both of one `data-move` (ISO/IEC 29500-1, 17.13.5.22 to 17.13.5.28).
"""

from collections import Counter

from indictment.render.word.marks import Mark, mark_of, tracked
from indictment.render.word.xml import Element, W, element

MOVE = "data-move"
"""The attribute that names a move."""
IN_TABLES = ("table", "tr")


def leave_pairs(page: Element) -> None:
    """Take the mark of a move from what Word cannot show as one: it is inserted and deleted then.

    Word moves no rows and nothing in a table, and no place without the other.
    """
    moved = [one for one in page.iter() if isinstance(one.tag, str) and one.get(MOVE)]
    places: Counter[tuple[str, bool]] = Counter()
    for one in moved:
        mark = mark_of(one)
        in_table = one.tag in IN_TABLES or any(up.tag in IN_TABLES for up in one.iterancestors())
        if mark is not None and mark.move and not in_table:
            places[mark.move, mark.is_old] += 1
        else:
            _stand(one)
    for one in moved:
        name = one.get(MOVE) or ""
        if any(places[name, is_old] != 1 for is_old in (True, False)):
            _stand(one)


def _stand(node: Element) -> None:
    node.attrib.pop(MOVE, "")


class Moves:
    """The moved paragraphs of one document, by the kind of place and the name of the move."""

    def __init__(self) -> None:
        self._paragraphs: dict[Mark, list[Element]] = {}

    def note(self, paragraph: Element, mark: Mark) -> None:
        """A moved paragraph of the body is written."""
        if mark.move:
            self._paragraphs.setdefault(mark, []).append(paragraph)

    def settle(self) -> None:
        """Put the beginning of each range into its first paragraph, the end behind its last."""
        names: dict[str, str] = {}
        for mark, paragraphs in self._paragraphs.items():
            name = names.setdefault(mark.move, f"move{len(names) + 1}")
            begun = tracked(element("p"), mark, f"{mark.kind}RangeStart")
            begun.set(W + "name", name)
            paragraphs[0].insert(1, begun)
            paragraphs[-1].addnext(element(f"{mark.kind}RangeEnd", id=0))
