"""The page of a redline, made ready for the PDF: what its marks print beside the words they mark.

redline.css draws the marks. What it cannot know of an element by itself is written here as an
attribute of it: where the change bar stands, which notes are old ones, where a moved block went.
A page without marks stays as it is.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from indictment.render.pdf import tree

_MARKS = re.compile(r'<ins\b|<del\b|class="(?:[^"]* )?(?:inserted|deleted|formatted)\b|data-mark="')
_IN_MARKS = ("<ins", "<del", "inserted", "deleted", "formatted", "data-mark")
_WIDTH = re.compile(r"width:\s*([\d.]+)%")
_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "caption", "figcaption"})
_BARRED = frozenset({"p", "h1", "h2", "h3", "h4", "dd", "caption", "figcaption"})
"""What has a change bar of its own; a row has one behind its last cell."""
_ALONE = _BARRED | {"dt", "tr"}
_CHANGES = ("ins", "del")
_WITHOUT_BAR = ("header", "footer", "td", "th")
_BLOCKS = ("inserted", "deleted")


def has_marks(page: str) -> bool:
    """True for the page of a redline."""
    # Nearly no page has any of these words, which are found in a tenth of the time.
    return any(word in page for word in _IN_MARKS) and _MARKS.search(page) is not None


def prepared(page: str) -> str:
    """`page` with what redline.css prints: `data-moves`, `data-bar`, `data-old`.

    `data-moves` are the words behind the first line of a moved block, which the Word document has
    as a move and not as words. `data-bar` stands at each line that differs, `data-old` at each
    note of the old version. A note whose mark follows that of another says so.
    """
    root = tree.parsed(page) if has_marks(page) else None
    body = root.find("body") if root is not None else None
    if root is None or body is None:
        return page
    for block in body.iter():
        if moved := _moved(block):
            lines = [one for one in block.iter() if one.tag in _LINES and not _holds_lines(one)]
            for line in lines[:1]:
                _with_room(block, line).set("data-moves", moved)
            if "deleted" in _classes(block):
                for line in lines:
                    _strike(line)
    _mark(body, "")
    _part_notes(body)
    return "<!DOCTYPE html>" + ElementTree.tostring(root, encoding="unicode")


def _moved(block: Element) -> str:
    """What is said of a moved block; of one that stands under no number, only that it moved."""
    kinds = _classes(block)
    if "moved" not in kinds:
        return ""
    if "deleted" in kinds:
        number = block.get("data-to")
        return f"[moved to ¶ {number}]" if number else "[moved elsewhere]"
    number = block.get("data-from")
    return f"[moved from ¶ {number}]" if number else "[moved here]"


def _with_room(block: Element, first: Element) -> Element:
    """Where it is said that a block moved: its first line; in a table the widest cell of that row."""
    row = next((one for one in block.iter("tr") if first in list(one)), None)
    widths = [_WIDTH.search(col.get("style") or "") for col in block.iter("col")]
    if row is None or len(widths) != len(row) or not all(widths):
        return first
    return max(zip(widths, row, strict=True), key=lambda pair: float(pair[0][1] if pair[0] else 0))[
        1
    ]


def _holds_lines(element: Element) -> bool:
    return any(one.tag in _LINES for one in element.iter() if one is not element)


def _strike(line: Element) -> None:
    """Have the words of a line struck through: its own, and not those that say where it went."""
    first = line[0] if len(line) else None
    words = Element("span", {"data-struck": "1"})
    if first is not None and "number" in _classes(first):
        first.set("data-struck", "1")
        words.text, first.tail = first.tail, None
        words.extend(line[1:])
        line[1:] = [words]
    else:
        words.text, line.text = line.text, None
        words.extend(line)
        line[:] = [words]


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def _mark(element: Element, around: str, *, in_margin: bool = False) -> bool:
    """Write the attributes in `element`, and say whether a line in it differs.

    `around` is "inserted" or "deleted" in what is so as a whole; `in_margin` is true where no bar
    stands beside a line, in running lines and in cells.
    """
    own = next((name for name in _classes(element) if name in _BLOCKS), around)
    if element.tag in _CHANGES:
        own = "deleted" if element.tag == "del" else "inserted"
    if "footnote" in _classes(element) and own == "deleted":
        element.set("data-old", "1")
    differs = bool(own) or "formatted" in _classes(element) or "data-mark" in element.attrib
    for inner in element:
        differs |= _mark(inner, own, in_margin=in_margin or inner.tag in _WITHOUT_BAR)
    if differs and element.tag == "tr" and len(element):
        element[-1].set("data-bar", "row")
    elif differs and element.tag in _BARRED and not in_margin:
        element.set("data-bar", "line")
    return differs and (in_margin or element.tag not in _ALONE)


def _part_notes(body: Element) -> None:
    """Mark each note whose call stands directly behind that of another, in whatever mark."""
    follows = False
    for kind, element in _walk(body):
        if kind == "words":
            follows = False
        elif kind == "note":
            if follows:
                element.set("data-follows-note", "1")
            follows = True


def _walk(element: Element) -> Iterator[tuple[str, Element]]:
    """The words, lines and notes of the page as their marks stand in it."""
    if "footnote" in _classes(element):
        yield "note", element
        return
    if element.text or element.tag in _LINES:
        yield "words", element
    for inner in element:
        yield from _walk(inner)
        if inner.tail:
            yield "words", inner
