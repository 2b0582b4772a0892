"""Prose -> its notes in reading order, which is the order of the source; its plain words."""

from typing import Any

from indictment.diagnostics import Span
from indictment.model.prose import (
    Citation,
    Marked,
    ProseHeading,
    ProseInline,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuotation,
    ProseTable,
    Stressed,
    Words,
    WrittenNote,
)


def labelled_notes(content: Any) -> list[tuple[str | None, Span]]:
    """Each footnote that `content` (blocks or text) will have: its label, or None, and its span."""
    found: list[tuple[str | None, Span]] = []
    _find(content, found)
    return found


def _find(content: Any, found: list[tuple[str | None, Span]]) -> None:
    if isinstance(content, tuple):
        for each in content:
            if type(each) is not Words:  # what there is most of, first
                _find(each, found)
    elif isinstance(content, Citation):
        found.append((None, content.span))
    elif isinstance(content, WrittenNote):
        found.append((content.label, content.span))
    elif isinstance(content, (Stressed, Marked, ProseHeading, ProseParagraph)):
        _find(content.content, found)
    elif isinstance(content, (ProseItem, ProseQuotation)):
        _find(content.blocks, found)
    elif isinstance(content, ProseList):
        _find(content.items, found)
    elif isinstance(content, ProseTable):
        for row in (content.head, *content.rows):
            for cell in row:
                _find(cell.content, found)


def plain(content: tuple[ProseInline, ...]) -> str:
    """The words of a line, without notes, citations and labels."""
    words = ""
    for piece in content:
        if isinstance(piece, Words):
            words += piece.text
        elif isinstance(piece, (Stressed, Marked)):
            words += plain(piece.content)
    return " ".join(words.split())
