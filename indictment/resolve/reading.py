"""Prose -> its notes in reading order, which is the order of the source; its plain words."""

from collections.abc import Iterator
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


def labelled_notes(content: Any) -> Iterator[tuple[str | None, Span]]:
    """Each footnote that `content` (blocks or text) will have: its label, or None, and its span."""
    if isinstance(content, tuple):
        for each in content:
            yield from labelled_notes(each)
    elif isinstance(content, Citation):
        yield None, content.span
    elif isinstance(content, WrittenNote):
        yield content.label, content.span
    elif isinstance(content, (Stressed, Marked, ProseHeading, ProseParagraph)):
        yield from labelled_notes(content.content)
    elif isinstance(content, (ProseItem, ProseQuotation)):
        yield from labelled_notes(content.blocks)
    elif isinstance(content, ProseList):
        yield from labelled_notes(content.items)
    elif isinstance(content, ProseTable):
        for row in (content.head, *content.rows):
            for cell in row:
                yield from labelled_notes(cell.content)


def plain(content: tuple[ProseInline, ...]) -> str:
    """The words of a line, without notes, citations and labels."""
    words = ""
    for piece in content:
        if isinstance(piece, Words):
            words += piece.text
        elif isinstance(piece, (Stressed, Marked)):
            words += plain(piece.content)
    return " ".join(words.split())
