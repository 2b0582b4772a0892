"""The names of WordprocessingML, and how its attributes are read (ISO/IEC 29500-1)."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16DU = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""The names of a document saved as "Strict Open XML" -> those that Word uses otherwise."""

OFF = ("0", "false", "off", "none")

Element = etree._Element


def val(node: Element | None, name: str = "val") -> str:
    """A `w:` attribute; "" where the element or the attribute is not there."""
    return "" if node is None else node.get(W + name) or ""


def is_on(properties: Element, name: str) -> bool | None:
    """Whether a property (`w:b`, `w:i`) is on; None where it is not set (17.17.4)."""
    node = properties.find(W + name)
    return None if node is None else val(node) not in OFF


def children(node: Element) -> list[Element]:
    """The elements in an element, of two versions of the same content the first."""
    found: list[Element] = []
    for inner in node:
        if inner.tag == f"{MC}AlternateContent":
            choice = inner.find(f"{MC}Choice")
            choice = inner.find(f"{MC}Fallback") if choice is None else choice
            found.extend(children(choice) if choice is not None else ())
        else:
            found.append(inner)
    return found
