"""Blocks -> their words without what the tool writes, and the exhibits that they cite."""

import re
from collections.abc import Iterable, Iterator, Mapping

from indictment.model.blocks import (
    Block,
    Break,
    CrossReference,
    ExhibitCitation,
    Figure,
    Foreign,
    Heading,
    Inline,
    Name,
    NoteCall,
    Paragraph,
    Quotation,
    Redacted,
    Run,
    Styled,
    SubParagraph,
    SubParagraphs,
    Table,
    Target,
)
from indictment.model.lines import lines

_LABEL = re.compile(r"@([\w-]+)")


def words(block: Block | SubParagraph, called: Mapping[str, str] | None = None) -> str:
    """The words of a block with all that is attached to it and the notes in it.

    A citation and a reference stand for what they lead to: their numbers are not compared. Some
    labels are `called` otherwise in the other version.
    """
    return " ".join(line_words(line, called) for line in lines(block))


def line_words(line: Iterable[Inline], called: Mapping[str, str] | None = None) -> str:
    """The words of one line."""
    found = "".join(_words(line))
    if not called:
        return found
    return _LABEL.sub(lambda one: f"@{called.get(one[1], one[1])}", found)


def printed(line: Iterable[Inline]) -> str:
    """The words of one line as a reader sees them, without notes and without what is redacted."""
    return "".join(_printed(line))


def cited(block: Block | SubParagraph) -> tuple[str, ...]:
    """The labels of the exhibits that a block cites, in order, each once."""
    return tuple(dict.fromkeys(label for line in lines(block) for label in _cited(line)))


def anchors(block: Block | SubParagraph) -> Iterator[str]:
    """The anchor of a block and of each item and row attached to it."""
    match block:
        case (
            Paragraph(anchor=anchor, attached=attached)
            | SubParagraph(anchor=anchor, attached=attached)
        ):
            yield anchor
            for inner in attached:
                yield from anchors(inner)
        case SubParagraphs(items=items):
            for item in items:
                yield from anchors(item)
        case Quotation(blocks=blocks):
            for inner in blocks:
                yield from anchors(inner)
        case Table(anchor=anchor, rows=rows):
            yield anchor
            yield from (row.anchor for row in rows)
        case Heading(anchor=anchor):
            yield anchor
        case Figure():
            pass


def items(block: Block | SubParagraph) -> Iterator[SubParagraph]:
    """The sub-paragraphs of a block, at every depth."""
    match block:
        case Paragraph(attached=attached):
            for inner in attached:
                yield from items(inner)
        case SubParagraph(attached=attached):
            yield block
            for inner in attached:
                yield from items(inner)
        case SubParagraphs(items=each):
            for item in each:
                yield from items(item)
        case _:
            pass


def _words(pieces: Iterable[Inline]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Run(text=text):
                yield text
            case Styled(content=inner) | Foreign(content=inner) | Redacted(content=inner):
                yield from _words(inner)
            case Name(label=label):
                yield f"@{label}"
            case Break():
                yield "\n"
            case CrossReference(pieces=parts):
                # a label is the same in both versions; an anchor made of a number is not
                for part in parts:
                    if isinstance(part, Target):
                        yield part.anchor if part.anchor.startswith("x-") else "@"
            case NoteCall(note=note):
                yield "["
                yield from _words(note.content)
                yield "]"
            case ExhibitCitation(label=label, places=places):
                yield f"@{label}"
                yield from (f" {place.unit} {place.value}" for place in places)


def _printed(pieces: Iterable[Inline]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Run(text=text) | Name(text=text):
                yield text
            case Styled(content=inner) | Foreign(content=inner):
                yield from _printed(inner)
            case Redacted():
                yield "…"
            case Break():
                yield " "
            case CrossReference(pieces=parts):
                yield from (part.text for part in parts)


def _cited(pieces: Iterable[Inline]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case ExhibitCitation(label=label, content=inner):
                yield label
                yield from _cited(inner)
            case Styled(content=inner) | Foreign(content=inner) | Redacted(content=inner):
                yield from _cited(inner)
            case NoteCall(note=note):
                yield from _cited(note.content)
            case _:
                pass
