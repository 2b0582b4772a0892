"""The marks of a block, and the number that begins a line."""

from lxml import etree

from indictment.compare.lines import Attributes

Element = etree._Element


def number(node: Element) -> Element | None:
    """The number that begins a line; None where there is none."""
    first = node[0] if len(node) else None
    return first if first is not None and first.get("class") == "number" else None


def note_number(node: Element, was: str) -> None:
    """Put the old number behind the new one."""
    now = number(node)
    assert now is not None, "what is renumbered has a number"
    made = etree.Element("span", {"class": "old-number"})
    made.text, made.tail = f"[{was}]", now.tail
    now.tail = None
    now.addnext(made)


def mark(node: Element, kind: str, signed: Attributes) -> None:
    """Mark a whole block: `kind` is inserted or deleted, or either of them and moved."""
    node.set("class", f"{node.get('class') or ''} {kind}".strip())
    sign(node, signed)


def sign(node: Element, signed: Attributes) -> None:
    """Say on a block who made its mark."""
    for name, value in signed:
        put(node, name, value)


def put(node: Element, name: str, value: str) -> None:
    """Set an attribute that is not empty."""
    if value:
        node.set(name, value)
