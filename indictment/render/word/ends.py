"""Inserted paragraphs behind one whose last words are inserted too -> marks as of a text typed on.

Whoever types on at the end of a paragraph inserts that paragraph's mark; the mark that was there
ends the last of the new ones. LibreOffice reads it so, and would join what follows to the first
paragraph when all is rejected, were the marks of the new ones inserted instead. Both say the same
where the first and the last paragraph are of one kind; where they are not, they are left.
"""

from copy import deepcopy
from functools import partial
from itertools import takewhile

from lxml import etree

from indictment.render.word.marks import is_marked
from indictment.render.word.xml import Element, W

_LOOKS = tuple(W + name for name in ("pStyle", "numPr", "bidi", "ind", "jc"))
_BY = (f"{W}author", f"{W}date")


def settle(story: Element) -> None:
    """Give such paragraphs of a part their marks anew."""
    for inserted in list(story.iter(f"{W}ins")):
        paragraph = _ends(inserted)
        if paragraph is None or is_marked(paragraph):
            continue
        by = [inserted.get(name) for name in _BY]
        following = list(takewhile(partial(_is_inserted, by=by), paragraph.itersiblings()))
        if following and _kind(following[-1]) == _kind(paragraph):
            _shift(paragraph, following[-1])


def _ends(inserted: Element) -> Element | None:
    """The paragraph that ends with this insertion; None where words stand behind it."""
    node: Element | None = inserted
    while node is not None and node.tag != f"{W}p":
        if any(one.tag != f"{W}bookmarkEnd" for one in node.itersiblings()):
            return None
        node = node.getparent()
    return node


def _is_inserted(paragraph: Element, by: list[str | None]) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}ins")
    around = (run.getparent() for run in paragraph.iter(f"{W}r"))
    if any(one is None or one.tag != f"{W}ins" for one in around):
        return False
    return mark is not None and [mark.get(name) for name in _BY] == by


def _kind(paragraph: Element) -> list[bytes]:
    properties = paragraph.find(f"{W}pPr")
    kept = [one for one in properties if one.tag in _LOOKS] if properties is not None else []
    return [etree.tostring(one) for one in kept]


def _shift(first: Element, last: Element) -> None:
    old, new = last.find(f"{W}pPr"), first.find(f"{W}pPr")
    marks = old.find(f"{W}rPr") if old is not None else None
    if old is None or new is None or marks is None:  # they were found by these
        raise AssertionError("a marked paragraph without properties")
    new.append(deepcopy(marks))
    old.remove(marks)
