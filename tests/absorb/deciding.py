"""Tracked changes that somebody accepts or rejects in Word, before the document is sent back."""

from collections.abc import Callable

from lxml import etree

from tests.absorb.edits import Edited

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element


def accept(edited: Edited, which: Callable[[Element], bool] = lambda mark: True) -> None:
    """Accept the changes that `which` says."""
    _decide(edited, which, goes="del", stays="ins")


def reject(edited: Edited, which: Callable[[Element], bool] = lambda mark: True) -> None:
    """Reject the changes that `which` says."""
    _decide(edited, which, goes="ins", stays="del")


def by(author: str) -> Callable[[Element], bool]:
    """The changes of an author."""
    return lambda mark: mark.get(f"{_W}author") == author


def _decide(edited: Edited, which: Callable[[Element], bool], *, goes: str, stays: str) -> None:
    roots = [edited.part("word/document.xml"), edited.part("word/footnotes.xml")]
    for root in roots:
        for mark in [m for m in root.iter(f"{_W}{goes}", f"{_W}{stays}") if which(m)]:
            parent = mark.getparent()
            assert parent is not None
            if parent.tag == f"{_W}rPr" and parent.getparent().tag == f"{_W}pPr":
                paragraph = parent.getparent().getparent()
                parent.remove(mark)
                if mark.tag == f"{_W}{goes}":
                    _run_on(paragraph)
            elif mark.tag == f"{_W}{goes}":
                parent.remove(mark)
            else:
                for text in mark.iter(f"{_W}delText"):
                    text.tag = f"{_W}t"
                at = parent.index(mark)
                for n, run in enumerate(list(mark)):
                    parent.insert(at + n, run)
                parent.remove(mark)


def _run_on(first: Element) -> None:
    """The mark at a paragraph's end goes: what follows runs on in it."""
    second = first.getnext()
    assert second is not None
    assert second.tag == f"{_W}p"
    begin = 1 if second.find(f"{_W}pPr") is not None else 0
    for n, node in enumerate([node for node in first if node.tag != f"{_W}pPr"]):
        second.insert(begin + n, node)
    parent = first.getparent()
    assert parent is not None
    parent.remove(first)
