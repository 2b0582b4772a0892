"""An element of the page with all that stands in it."""

from dataclasses import dataclass, field
from functools import lru_cache

from indictment.render.page.vocabulary import CHANGED, ELEMENTS


@dataclass(slots=True, eq=False)
class Node:
    """An element as it is read: `text` are the words that stand in it directly, `lead` those before
    its first element.
    """

    name: str
    attributes: dict[str, str]
    place: tuple[str, int]
    above: "Node | None" = None
    inside: "list[Node]" = field(default_factory=list)
    text: str = ""
    lead: str = ""
    classes: tuple[str, ...] = field(init=False)
    """Its classes, but for those of a redline."""
    kind: str = field(init=False)
    """The first of its classes, empty where it has none."""

    def __post_init__(self) -> None:
        self.classes, self.kind = _classes(self.attributes.get("class", ""))

    @property
    def is_deleted(self) -> bool:
        """True where a redline shows it as deleted."""
        written = self.attributes.get("class", "")
        return "deleted" in written and "deleted" in written.split()

    def words(self) -> str:
        """Its words, and those of the elements in it, in no order."""
        return self.text + "".join(one.words() for one in self.inside)

    def has_above(self, name: str, kind: str = "") -> bool:
        """True where it stands in an element `name` of class `kind`, however deep."""
        node = self.above
        while node is not None:
            if node.name == name and (not kind or node.kind == kind):
                return True
            node = node.above
        return False


@lru_cache(maxsize=1024)
def _classes(written: str) -> tuple[tuple[str, ...], str]:
    """The classes but for those of a redline, and the first of them. A page has the same ones over and over."""
    classes = tuple(c for c in written.split() if c not in CHANGED)
    return classes, classes[0] if classes else ""


_WITHOUT_ANCHOR = frozenset(
    [
        "html",
        "head",
        "title",
        "meta",
        "body",
        "header",
        "footer",
        "ol",
        "ul",
        "dl",
        "thead",
        "tbody",
        "colgroup",
        "col",
        "em",
        "strong",
        "br",
        "a",
        "ins",
        "del",
    ]
)


def keeps_anchor(node: Node) -> bool:
    """True where the Word document has a bookmark for the anchor of this element."""
    if node.name == "span":
        return node.kind == "footnote"
    outside = any(node.has_above(name) for name in ("header", "footer", "nav"))
    return node.name not in _WITHOUT_ANCHOR and not outside


def is_of_kind(node: Node, kind: str) -> bool:
    """True where the vocabulary knows the element as one of this kind (block, inline …)."""
    return node.name in ELEMENTS and ELEMENTS[node.name].kind == kind


Fault = tuple[Node, str, str]
"""The element at fault, the message, the remedy."""
