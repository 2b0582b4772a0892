"""A container of the page -> its items: what is paired, kept, put in, taken out or moved as a whole.

An item is a block; a paragraph with what is attached to it; a term with its details. What has a
label, or stands once by its nature (the title, a line of an accused), has a key by which it pairs.
"""

import re
from collections.abc import Hashable, Iterator
from functools import cached_property
from itertools import chain

from lxml import etree

from indictment.compare.heads import Head, head
from indictment.compare.page import Side
from indictment.compare.tokens import Token, line

Element = etree._Element

CONTAINERS = frozenset(
    {"body", "section", "nav", "header", "footer", "div", "ol", "ul", "li", "blockquote", "dl",
     "table", "thead", "tbody", "tr", "figure"}
)  # fmt: skip
SINGLE = frozenset(
    {"tribunal", "case-number", "instrument-title", "against", "instrument", "version",
     "caption-date", "classification", "count-citation", "signature-date", "running-left",
     "running-center", "running-right", "notice", "attached", "caption-and"}
)  # fmt: skip
"""Classes of what stands once in its container: it pairs with its like, whatever it says."""
STABLE = ("x-", "exhibit-", "part-", "elements-", "list-", "particulars-")
"""Beginnings of anchors that are the same in every version."""
NUMBERS = re.compile(
    r'<span class="number">[^<]*</span>| (?:id|data-number|data-cite|data-kind)="(?!x-|exhibit-)[^"]*"|'
    r' (?:href|data-target)="(?!#?(?:x|exhibit)-)[^"]*"'
)
LABEL = re.compile(r' id="[^"]*"')
REFERENCE = re.compile(r'(<span class="ref-number"[^>]*>)[^<]*')
"""What differs by numbers alone."""


class Item:
    """One item of a container of one side. `nodes` are its elements, the first is its own."""

    def __init__(self, nodes: list[Element], side: Side) -> None:
        self.nodes = nodes
        self.side = side

    @property
    def node(self) -> Element:
        """The element that gives it its kind."""
        return self.nodes[0]

    @cached_property
    def sign(self) -> str:
        """Its kind: only items of one kind pair."""
        tag = str(self.node.tag)
        return f"{tag}.{self.node.get('class') or ''}" if tag not in ("dt", "tr", "li") else tag

    @property
    def is_container(self) -> bool:
        """True where it holds items and no line."""
        return str(self.node.tag) in CONTAINERS

    @cached_property
    def key(self) -> str:
        """What it pairs by, whatever it says; "" where only its text tells."""
        own = self.node.get("id") or ""
        if own.startswith(STABLE):
            return own
        tag = str(self.node.tag)
        if tag == "section":
            heading = next(self.node.iter("h1", "h2"), None)
            inner = heading.get("id") or "" if heading is not None else ""
            return f"{self.sign} {inner}" if inner.startswith(STABLE) else ""
        if self.node.get("class") == "caption-name":
            name = self.node.find(".//span[@data-label]")
            return f"caption {name.get('data-label')}" if name is not None else ""
        return ""

    @cached_property
    def head(self) -> Head | None:
        """The count at whose head it stands."""
        return head(self.node)

    @property
    def is_single(self) -> bool:
        """True where it stands once in its container by its nature."""
        kinds = (self.node.get("class") or "").split()
        return bool(SINGLE.intersection(kinds)) or str(self.node.tag) in (
            "header", "footer", "nav", "thead", "tbody", "colgroup", "caption", "figcaption",
        )  # fmt: skip

    @cached_property
    def fingerprint(self) -> str:
        """Its whole content, numbers apart: alike where nothing changed."""
        return "".join(fingerprint(node, self.side) for node in self.nodes)

    @cached_property
    def text(self) -> str:
        """Its whole content without its labels, numbers apart."""
        return LABEL.sub("", self.fingerprint)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of its own line; of all lines in it, where it is a container."""
        if not self.is_container:
            return line(self.node, self.side)
        return tuple(chain.from_iterable(line(leaf, self.side) for leaf in leaves(self.node)))

    @cached_property
    def words(self) -> tuple[Hashable, ...]:
        """What its likeness to others is measured by."""
        found = [one.key for one in self.tokens]
        if len(found) < 6 and len(self.nodes) > 1:
            for node in self.nodes[1:]:
                for leaf in leaves(node):
                    found += [one.key for one in line(leaf, self.side)]
        return tuple(found)


def fingerprint(node: Element, side: Side) -> str:
    """An element as it was written before any mark was put on it, numbers apart."""
    known = side.written.get(node)
    if known is None:
        known = NUMBERS.sub("", etree.tostring(node, encoding="unicode", with_tail=False))
        if "ref-number" in known:
            known = REFERENCE.sub(r"\1", known)
        side.written[node] = known
    return known


def items(container: Element, side: Side) -> list[Item]:
    """The items of a container, in order."""
    found: list[Item] = []
    for node in container.iterchildren(etree.Element):
        belongs = node.get("class") == "attached" or node.tag == "dd"
        if belongs and found and str(found[-1].node.tag) in ("p", "dt"):
            found[-1].nodes.append(node)
        else:
            found.append(Item([node], side))
    return found


def leaves(node: Element) -> Iterator[Element]:
    """The elements with a line of text in `node` (itself, where it is one), in order."""
    tag = str(node.tag)
    if tag in ("td", "th"):
        inner = [one for one in node if one.tag == "p"]
        if not inner:
            yield node
        for one in inner:
            yield one
    elif tag in CONTAINERS:
        for one in node:
            if one.tag != "colgroup":
                yield from leaves(one)
    else:
        yield node
