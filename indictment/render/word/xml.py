"""The names of WordprocessingML, and how an element with them is made.

ISO/IEC 29500-1 (transitional); `w14` is [MS-DOCX] 2.6.
"""

from collections.abc import Iterator

from lxml import etree

from indictment.render.page.mistakes import OutsideVocabulary

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

NAMESPACES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "w14": W14[1:-1],
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}

Element = etree._Element


def root(name: str) -> Element:
    """The root of a part; `w14` may be passed over by a reader that does not know it."""
    made = etree.Element(W + name, nsmap=NAMESPACES)
    made.set(f"{{{NAMESPACES['mc']}}}Ignorable", "w14")
    return made


def element(name: str, /, **attributes: str | int) -> Element:
    """A `w:` element with `w:` attributes."""
    made = etree.Element(W + name)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    return made


def child(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """A `w:` element at the end of `parent`."""
    made = etree.SubElement(parent, W + name)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    return made


def copied(made: Element) -> Element:
    """An element of its own with all that is in it: what `deepcopy` gives, in half the time."""
    again: Element = made.__copy__()  # type: ignore[attr-defined] # of an element of lxml, all of it
    return again


def has_class(node: Element, name: str) -> bool:
    """True where the HTML element is of that class."""
    return name in classes(node)


def classes(node: Element) -> list[str]:
    """The classes of an HTML element."""
    return (node.get("class") or "").split()


def elements(node: Element) -> Iterator[Element]:
    """The elements in an HTML element that holds blocks; text between them is refused."""
    if node.text and node.text.strip():
        raise OutsideVocabulary(
            f"text outside a paragraph in {described(node)}: {node.text.strip()[:40]!r}"
        )
    for inner in node:
        if isinstance(inner.tag, str):
            yield inner
        if inner.tail and inner.tail.strip():
            raise OutsideVocabulary(
                f"text outside a paragraph in {described(node)}: {inner.tail.strip()[:40]!r}"
            )


def described(node: Element) -> str:
    """The HTML element as a template writes it: `<p class="numbered" id="x-invasion">`."""
    attributes = "".join(f' {key}="{node.get(key)}"' for key in ("class", "id") if node.get(key))
    return f"<{node.tag}{attributes}>"


def outside(node: Element, within: str) -> OutsideVocabulary:
    """The error for an element that has no meaning in its place."""
    return OutsideVocabulary(f"{described(node)} has no meaning {within} (docs/vocabulary.md)")


def words(node: Element) -> str:
    """The words in an HTML element without its notes."""
    found: list[str] = []
    _gather(node, found)
    return " ".join("".join(found).split())


def _gather(node: Element, found: list[str]) -> None:
    found.append(node.text or "")
    for inner in node:
        if not has_class(inner, "footnote"):
            _gather(inner, found)
        found.append(inner.tail or "")
