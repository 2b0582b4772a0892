"""The resolved pieces of a line -> pieces that know where they were typed."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from indictment.absorb.line import Around, Held, Line, Piece
from indictment.diagnostics import Span
from indictment.model.blocks import (
    Break,
    CrossReference,
    ExhibitCitation,
    Foreign,
    Inline,
    Name,
    Note,
    NoteCall,
    Redacted,
    Run,
    Styled,
)

Offsets = Callable[[Span], tuple[int, int]]
"""Gives the place of a span in the text of the page."""

_MARKS = {"emphasis": ("em", "*", "*"), "strong": ("strong", "**", "**"), "term": ("term", "[", "]{.term}")}  # fmt: skip


@dataclass(slots=True)
class Pieces:
    """Reads the lines of one page: `source` is its text, `offsets` finds spans in it."""

    page: str
    source: str
    offsets: Offsets
    counted: Iterator[int] = field(default_factory=count)
    """Numbers what stands around words."""

    def read(self, content: Iterable[Inline], around: tuple[Around, ...] = ()) -> list[Piece]:
        """The pieces of a line, without what stands around them."""
        out: list[Piece] = []
        for piece in content:
            match piece:
                case Run(text, None):
                    out.append(Piece(text, "tool", around=around))
                case Run(text, span):
                    out.append(Piece(text, "typed", *self._place(span), around))
                case Break():
                    out.append(Piece("\n", "break", *self._break(out), around))
                case Styled(style, inner):
                    out += self.read(inner, self._within(around, *_MARKS[style]))
                case Foreign(lang, inner):
                    out += self.read(
                        inner, self._within(around, "lang", "[", f']{{lang="{lang}"}}')
                    )
                case Redacted(code, inner):
                    braces = f']{{.redact code="{code}"}}'
                    out += self.read(inner, self._within(around, "redact", "[", braces))
                case Name(text=text, span=span):
                    out.append(self._atom(text, span, around))
                case CrossReference(parts, span):
                    words = "".join(part.text for part in parts)
                    out.append(replace(self._atom(words, span, around), reference=True))
                case ExhibitCitation():
                    out.append(self._citation(piece, around))
                case NoteCall(note):
                    out.append(self._note(note, around))
        return out

    def _place(self, span: Span | None) -> tuple[int, int]:
        return self.offsets(span) if span else (-1, -1)

    def _within(
        self, around: tuple[Around, ...], kind: str, opening: str, closing: str
    ) -> tuple[Around, ...]:
        return (*around, Around(next(self.counted), kind, opening, closing))

    def _atom(self, text: str, span: Span | None, around: tuple[Around, ...]) -> Piece:
        return Piece(text, "atom", *self._place(span), around)

    def _citation(self, cited: ExhibitCitation, around: tuple[Around, ...]) -> Piece:
        begin, end = self._place(cited.label_span)
        for place in cited.places:
            end = max(end, self._place(place.span)[1])
        return Piece(_words(cited.content), "atom", begin, end, around)

    def _break(self, before: list[Piece]) -> tuple[int, int]:
        """A hard line break stands behind what was typed before it: spaces or a backslash."""
        at = max((piece.end for piece in before), default=-1)
        if at < 0:
            return -1, -1
        found = re.compile(r"[ \t]*\\?\n[> \t]*").match(self.source, at)
        return (at, found.end()) if found else (-1, -1)

    def _note(self, note: Note, around: tuple[Around, ...]) -> Piece:
        begin, end = self.offsets(note.span)
        written = self.source.startswith(("^[", "[^"), begin)
        line = Line(
            "note", self.page, note.span, tuple(self.read(note.content)),
            Held(note.span.line, note.span.end_line, note.span.end_line),
            label=note.label, number=str(note.number), whole_note=written,
        )  # fmt: skip
        if self.source.startswith("[^", begin):
            begin, end = self._call(begin)
        return Piece("", "mark", begin, end, around, line)

    def _call(self, defined: int) -> tuple[int, int]:
        """Where a note is called that is written elsewhere in the file: `[^name]`."""
        name = self.source[defined : self.source.index("]", defined) + 1]
        at = self.source.find(name)
        while at == defined or self.source.startswith(":", at + len(name)):
            at = self.source.find(name, at + 1)
        return (at, at + len(name)) if at >= 0 else (-1, -1)


def _words(content: Iterable[Inline]) -> str:
    out = ""
    for piece in content:
        match piece:
            case Run(text) | Name(text=text):
                out += text
            case CrossReference(parts):
                out += "".join(part.text for part in parts)
            case Styled() | Foreign() | Redacted() | ExhibitCitation():
                out += _words(piece.content)
            case Break():
                out += "\n"
            case NoteCall():
                pass
    return out
