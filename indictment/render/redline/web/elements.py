"""Elements of redline.html: how they are made and taken out, and what they are of."""

from collections.abc import Mapping

from lxml import etree

Element = etree._Element


def classes(element: Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def made(tag: str, attributes: Mapping[str, str], words: str = "") -> Element:
    """A new element of the page."""
    element = etree.Element(tag, dict(attributes))
    element.text = words or None
    return element


def drop(element: Element) -> None:
    """Take an element out of the blocks among which it stands."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
