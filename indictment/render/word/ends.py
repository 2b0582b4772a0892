"""Inserted paragraphs behind one whose last words are inserted too -> marks as of a text typed on.

Whoever types on at the end of a paragraph inserts that paragraph's mark; the mark that was there
ends the last of the new ones. LibreOffice reads it so, and would join what follows to the first
paragraph when all is rejected, were the marks of the new ones inserted instead. Both say the same
where the first and the last paragraph are of one kind. Where they are not, LibreOffice is right only if the
words taken out stand behind those put in.
"""

from itertools import pairwise, takewhile

from lxml import etree

from indictment.render.word.marks import is_marked
from indictment.render.word.xml import Element, W

_LOOKS = tuple(W + name for name in ("pStyle", "numPr", "bidi", "ind", "jc"))
_BY = (f"{W}author", f"{W}date")


def settle(story: Element, hair: str) -> None:
    """Give such paragraphs of a part their marks anew.

    The same is done where inserted paragraphs end what `hair` stands behind (the style of an empty
    paragraph at the end of the body, of a section and before a table): LibreOffice would leave one
    of them, empty, when all is rejected.
    """
    if next(story.iter(f"{W}ins"), None) is None:
        return
    for first in list(story.iter(f"{W}p")):
        if is_marked(first):
            continue
        following = list(takewhile(_is_inserted, first.itersiblings()))
        if not following:
            continue
        typed_on = _typed_on(first, following[0])
        if _kind(following[-1]) != _kind(first):
            _turn(typed_on)
        elif typed_on is not None or _is_hair(following[-1].getnext(), hair):
            _shift([first, *following])


def _typed_on(first: Element, following: Element) -> Element | None:
    """The insertion at the end of `first`, made when `following` was inserted; None without one."""
    mark = following.find(f"{W}pPr/{W}rPr/{W}ins")
    for inserted in first.iter(f"{W}ins") if mark is not None else ():
        if mark is not None and _ends(inserted) is first:
            return inserted if all(inserted.get(n) == mark.get(n) for n in _BY) else None
    return None


def _turn(inserted: Element | None) -> None:
    """Put the words that were inserted in the place of others before these."""
    before = inserted.getprevious() if inserted is not None else None
    if inserted is not None and before is not None and before.tag == f"{W}del":
        before.addprevious(inserted)


def _is_hair(paragraph: Element | None, style: str) -> bool:
    shown = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    return shown is not None and shown.get(f"{W}val") == style


def _ends(inserted: Element) -> Element | None:
    """The paragraph that ends with this insertion; None where words stand behind it."""
    node: Element | None = inserted
    while node is not None and node.tag != f"{W}p":
        if any(one.tag != f"{W}bookmarkEnd" for one in node.itersiblings()):
            return None
        node = node.getparent()
    return node


def _is_inserted(paragraph: Element) -> bool:
    """True for a paragraph that is inserted as a whole, its own mark too."""
    around = (run.getparent() for run in paragraph.iter(f"{W}r"))
    return paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None and all(
        one is not None and one.tag == f"{W}ins" for one in around
    )


def _kind(paragraph: Element) -> list[bytes]:
    properties = paragraph.find(f"{W}pPr")
    kept = [one for one in properties if one.tag in _LOOKS] if properties is not None else []
    return [etree.tostring(one) for one in kept]


def _shift(paragraphs: list[Element]) -> None:
    """Give each paragraph the mark of the next one, and the last one none."""
    for paragraph, following in pairwise(paragraphs):
        mine, theirs = paragraph.find(f"{W}pPr"), following.find(f"{W}pPr")
        marks = theirs.find(f"{W}rPr") if theirs is not None else None
        if mine is None or marks is None:  # they were found by these
            raise AssertionError("an inserted paragraph without a mark")
        mine.append(marks)
