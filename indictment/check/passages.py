"""The text of an indictment as stretches that are read as a whole, each sign with its place.

A rule about words looks at passages. What the tool writes, names and passages in another
language stand in them as one sign, `OPAQUE`, so that no rule takes them for the drafter's words.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from indictment.diagnostics import Span
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
)
from indictment.model.indictment import Indictment
from indictment.model.lines import lines

OPAQUE = "\ufffc"

_HOLDERS = (Styled, Foreign, Redacted, ExhibitCitation)
"""Pieces that hold others. A tuple, because `Styled | Foreign` is put together each time it is asked."""

Part = Literal["accused", "facts", "counts", "annexes", "schedules"]
Kind = Literal["paragraph", "sub-paragraph", "heading", "cell", "note", "quotation"]


@dataclass(slots=True, eq=False)
class Passage:
    """A paragraph, sub-paragraph, heading, cell, note or quoted paragraph.

    `text` is as printed; `span` the whole place in the source. `calls` are the notes it calls, each
    with where its mark stands, `terms` where defined terms stand, `names` the names by their offset.
    """

    part: Part
    kind: Kind
    span: Span
    text: str = ""
    calls: list[tuple[int, NoteCall]] = field(default_factory=list)
    terms: list[tuple[int, int]] = field(default_factory=list)
    names: dict[int, Name] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _spans: list[tuple[Span | None, int]] = field(default_factory=list)

    def add(self, text: str, span: Span | None) -> None:
        """Append what stands at `span`; None where the tool wrote it."""
        self._starts.append(len(self.text))
        self._spans.append((span, len(text)))
        self.text += text

    def at(self, begin: int, end: int) -> Span:
        """The place of `text[begin:end]`."""
        first, last = self._point(begin), self._point(max(end - 1, begin))
        if first is None or last is None:
            return self.span
        return Span(first.file, first.line, first.column, last.end_line, last.end_column)

    def is_in_marks(self, at: int) -> bool:
        """True where quotation marks are open before `text[at]`: the words are those of another."""
        return self.text.count("“", 0, at) > self.text.count("”", 0, at)

    def is_escaped(self, begin: int, end: int) -> bool:
        """True if a sign of `text[begin:end]` was typed with a backslash: it is meant as it stands."""
        return any(self._is_escaped(offset) for offset in range(begin, end))

    def _is_escaped(self, offset: int) -> bool:
        number = bisect_right(self._starts, offset) - 1
        span, length = self._spans[number] if number >= 0 else (None, 0)
        return (
            span is not None
            and length == 1
            and span.line == span.end_line
            and span.end_column - span.column == 2
        )

    def _point(self, offset: int) -> Span | None:
        """The place of one sign: exact where a line is as typed, else that of its stretch."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return None
        span, length = self._spans[number]
        if span is None or span.line != span.end_line or span.end_column - span.column != length:
            return span
        return Span.on_line(span.file, span.line, span.column + offset - self._starts[number], 1)


def parts(indictment: Indictment) -> Iterator[tuple[Part, str, Sequence[Block]]]:
    """The parts of the document with the file each stands in and its blocks."""
    for accused in indictment.accused:
        yield "accused", accused.span.file, accused.blocks
    for section in indictment.statement:
        yield "facts", section.file, section.blocks
    for group in indictment.counts:
        yield "counts", group.file, group.blocks
    for section in indictment.annexes:
        yield "annexes", section.file, section.blocks
    for section in indictment.schedules:
        yield "schedules", section.file, section.blocks


def passages(indictment: Indictment, *, foreign: bool = False) -> tuple[Passage, ...]:
    """Every passage of the document; a note follows the passage that calls it.

    Words in another language are readable in it only if `foreign`. Kept for the next rule that asks.
    """
    plain, readable = _read(indictment)
    return readable if foreign else plain


@lru_cache(maxsize=2)
def _read(indictment: Indictment) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages without what is in another language, and with it: the same where nothing is."""
    every = tuple(parts(indictment))
    reader = _Reader("counts", foreign=True)
    readable = tuple(p for part, _, blocks in every for p in reader.of_part(part, blocks))
    if not reader.has_met_foreign:
        return readable, readable
    without = _Reader("counts", foreign=False)
    return tuple(p for part, _, blocks in every for p in without.of_part(part, blocks)), readable


def of_blocks(part: Part, blocks: Iterable[Block]) -> Iterator[Passage]:
    """The passages of some blocks, in order."""
    return _Reader(part, foreign=False).of_blocks(blocks)


def of_citation(citation: ExhibitCitation, part: Part) -> Passage:
    """The words that stand with an exhibit in its citation: "(“no receipt shall be given”)"."""
    passage = Passage(part, "note", citation.span)
    _Reader(part, foreign=True)._fill(passage, citation.content)
    return passage


@dataclass(slots=True)
class _Reader:
    part: Part
    foreign: bool
    has_met_foreign: bool = False

    def of_part(self, part: Part, blocks: Iterable[Block]) -> Iterator[Passage]:
        """The passages of one part."""
        self.part = part
        yield from self.of_blocks(blocks)

    def of_blocks(self, blocks: Iterable[Block], *, quoted: bool = False) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case Heading(content=content, span=span):
                    yield from self._read("heading", span, content)
                case Paragraph(content=content, span=span, attached=attached, lang=lang):
                    kind: Kind = "quotation" if quoted else "paragraph"
                    self.has_met_foreign |= bool(lang)
                    if lang and not self.foreign:
                        content = (Foreign(lang, content),)
                    yield from self._read(kind, span, content)
                    yield from self.of_blocks(attached, quoted=quoted)
                case SubParagraphs(items=items):
                    for item in items:
                        yield from self._read("sub-paragraph", item.span, item.content)
                        yield from self.of_blocks(item.attached, quoted=quoted)
                case Quotation(blocks=inner, lang=lang):
                    self.has_met_foreign |= bool(lang)
                    if not lang or self.foreign:
                        yield from self.of_blocks(inner, quoted=True)
                case Table(head=head, rows=rows, span=span):
                    for cells, place in ((head, span), *((row.cells, row.span) for row in rows)):
                        for cell in cells:
                            yield from self._read("cell", place, cell)
                case Figure():
                    pass

    def _read(self, kind: Kind, span: Span, content: Iterable[Inline]) -> Iterator[Passage]:
        content = tuple(content)
        passage = Passage(self.part, kind, span)
        self._fill(passage, content)
        yield passage
        for call in _calls(content):
            yield from self._read("note", call.note.span, call.note.content)

    def _fill(self, passage: Passage, content: Iterable[Inline]) -> None:
        for piece in content:
            match piece:  # what there is most of first
                case Run(text=text, span=span):
                    passage.add(text if span else OPAQUE * bool(text), span)
                case NoteCall():
                    passage.calls.append((len(passage.text), piece))
                case ExhibitCitation(span=span) | CrossReference(span=span):
                    passage.add(OPAQUE, span)
                case Styled(style=style, content=inner):
                    begin = len(passage.text)
                    self._fill(passage, inner)
                    if style == "term":
                        passage.terms.append((begin, len(passage.text)))
                case Redacted(content=inner):
                    self._fill(passage, inner)
                case Foreign(content=inner) if self.foreign:
                    self.has_met_foreign = True
                    self._fill(passage, inner)
                case Break():
                    passage.add(" ", None)
                case Name(span=span):
                    passage.names[len(passage.text)] = piece
                    passage.add(OPAQUE, span)
                case Foreign():
                    passage.add(OPAQUE, None)


def calls(block: Block | SubParagraph) -> Iterator[NoteCall]:
    """The notes that a block and what is attached to it call."""
    for line in lines(block):
        yield from _calls(line)


def inlines(content: Iterable[Inline]) -> Iterator[Inline]:
    """Every piece of some text, the pieces inside pieces as well, but not those of notes."""
    for piece in content:
        yield piece
        if isinstance(piece, _HOLDERS):
            yield from inlines(piece.content)


def _calls(content: Iterable[Inline]) -> Iterator[NoteCall]:
    for piece in content:
        if isinstance(piece, NoteCall):
            yield piece
        elif isinstance(piece, _HOLDERS):
            yield from _calls(piece.content)
