"""The document that a matter gives, as Word shows it, and the line behind each of its paragraphs."""

from dataclasses import field

from indictment.absorb.line import Line
from indictment.absorb.printed import Printed
from indictment.absorb.seen import kind_of, text
from indictment.absorb.source_map import plain
from indictment.absorb.tokens import hunks
from indictment.model.word import WordDocument
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """`lines` has for each paragraph of `document` the line that was typed, None for what the tool wrote."""

    printed: Printed
    document: WordDocument
    lines: tuple[Line | None, ...] = field(default=())


def base(printed: Printed, document: WordDocument) -> Base:
    """Find the lines of the sources in the document that was made from them.

    Both stand in one order, so the longest run of equal words binds them; a line that nobody prints
    finds none.
    """
    typed = [(line.kind, plain(line.text)) for line in printed.lines]
    shown = [(kind_of(paragraph), plain(text(paragraph))) for paragraph in document.paragraphs]
    lines: list[Line | None] = [None] * len(shown)
    for same, i, j, k, _ in hunks(typed, shown):
        if same:
            for step in range(j - i):
                lines[k + step] = printed.lines[i + step]
    return Base(printed, document, tuple(lines))
