"""Links of the page, most of which are like one that was found good in the same surroundings.

Every other element of an indictment is such a link, or the number in it: what is judged once need not be
judged ten thousand times.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from indictment.render.page.node import Node

ATTRIBUTES = ("data-exhibit", "data-cite", "data-page")
LINK = re.compile(
    rf'<a class="(ref|cite)" href="#([^"<>]+)"(?: (?:{"|".join(ATTRIBUTES)})="[^"<>]*")*>[^<]*'
    r'(?:<span class="ref-number" data-kind="[^"<>]*" data-target="([^"<>\s]+)">[^<\s]+</span>[^<]*)?</a>'
)
"""A link that the matter's text makes, not a template: a template's has an origin."""


@dataclass(slots=True)
class LinksAlike:
    """The links that were found good on one page, by what they are and where they stand."""

    _good: dict[tuple[str, bool, int], Node] = field(default_factory=dict)
    _places: dict[tuple[int, str, str], int] = field(default_factory=dict)

    def inside(self, around: int, name: str, classes: str) -> int:
        """The place in an element of these classes that stands `around`, which is 0 outside of all."""
        return self._places.setdefault((around, name, classes), len(self._places) + 1)

    def like(self, link: re.Match[str], at: int) -> tuple[Node, list[str]] | None:
        """One that was found good and is like this one, and the anchors that this one leads to; None where
        none was.
        """
        kind, target, number = link.groups()
        node = self._good.get((kind, number is None, at))
        if node is None:
            return None
        return node, [unescape(target)] if number is None else [unescape(target), unescape(number)]

    def keep(self, link: re.Match[str], at: int, node: Node) -> None:
        """This one was found good."""
        self._good[link[1], link[3] is None, at] = node
