"""Indictment -> which paragraphs cite an exhibit, and in which footnotes."""

from collections.abc import Iterable, Iterator

from indictment.model.blocks import (
    Block,
    ExhibitCitation,
    Foreign,
    Heading,
    Inline,
    Note,
    NoteCall,
    Paragraph,
    Quotation,
    Redacted,
    Styled,
    SubParagraphs,
    Table,
    Target,
)
from indictment.model.bundle import CitedBy
from indictment.model.indictment import Indictment, ListedExhibitRow

Holders = tuple[str, ...]
"""The anchors of the annex, paragraph, sub-paragraph and row that something stands in, outermost first."""


class Citing:
    """Who cites what in an indictment."""

    def __init__(self, indictment: Indictment) -> None:
        self._holders: dict[int, Holders] = {}
        for around, blocks in _parts(indictment):
            for note, holders in _notes(blocks, around):
                self._holders.setdefault(note.number, holders)
        self._notes: dict[str, list[Note]] = {}
        for note in indictment.notes:
            for label in dict.fromkeys(c.label for c in _citations(note.content)):
                self._notes.setdefault(label, []).append(note)

    def of(self, row: ListedExhibitRow) -> tuple[CitedBy, ...]:
        """The paragraphs that cite the exhibit, each with the footnotes in it that do.

        They come in order; last the footnotes that stand in none of them.
        """
        left = list(self._notes.get(row.label, ()))
        found = []
        for target in row.cited_in:
            if target.kind == "note":
                continue
            here = [n for n in left if target.anchor in self._holders.get(n.number, ())]
            left = [n for n in left if n not in here]
            found.append(CitedBy(target, tuple(map(_target, here))))
        if left:
            found.append(CitedBy(None, tuple(map(_target, left))))
        return tuple(found)


def _target(note: Note) -> Target:
    return Target(note.anchor, str(note.number), "note")


def _parts(indictment: Indictment) -> Iterator[tuple[Holders, Iterable[Block]]]:
    yield from (((), accused.blocks) for accused in indictment.accused)
    yield from (((), section.blocks) for section in indictment.statement)
    yield from (((), group.blocks) for group in indictment.counts)
    for section in (*indictment.annexes, *indictment.schedules):
        yield (section.anchor,), section.blocks


def _notes(blocks: Iterable[Block], holders: Holders) -> Iterator[tuple[Note, Holders]]:
    for block in blocks:
        match block:
            case Heading():
                yield from _called(block.content, holders)
            case Paragraph():
                here = (*holders, block.anchor)
                yield from _called(block.content, here)
                yield from _notes(block.attached, here)
            case SubParagraphs():
                for item in block.items:
                    here = (*holders, item.anchor)
                    yield from _called(item.content, here)
                    yield from _notes(item.attached, here)
            case Quotation():
                yield from _notes(block.blocks, holders)
            case Table():
                for cell in block.head:
                    yield from _called(cell, holders)
                for row in block.rows:
                    for cell in row.cells:
                        yield from _called(cell, (*holders, row.anchor))


def _called(content: Iterable[Inline], holders: Holders) -> Iterator[tuple[Note, Holders]]:
    for piece in content:
        match piece:
            case NoteCall():
                yield piece.note, holders
            case Styled() | Foreign() | Redacted():
                yield from _called(piece.content, holders)


def _citations(content: Iterable[Inline]) -> Iterator[ExhibitCitation]:
    for piece in content:
        match piece:
            case ExhibitCitation():
                yield piece
            case Styled() | Foreign() | Redacted():
                yield from _citations(piece.content)
