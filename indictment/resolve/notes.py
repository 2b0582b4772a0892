"""The marks of footnotes among the words around them, and the punctuation of notes."""

from collections.abc import Sequence
from dataclasses import replace

from indictment.diagnostics import Span
from indictment.model.blocks import (
    Break,
    CrossReference,
    ExhibitCitation,
    Foreign,
    Inline,
    Name,
    NoteCall,
    Redacted,
    Run,
    Styled,
)
from indictment.resolve.typography import NBSP

BETWEEN_MARKS = Run(NBSP)
_PUNCTUATION = ".,;:!?…"
_CLOSING = "”’»“"
_ENDS_A_SENTENCE = (".", "!", "?", "…")


def place(before: list[Inline], call: NoteCall) -> None:
    """Put the mark of a note after the words `before`.

    The space that was typed between a word and the bracket of its note goes. Two marks that
    follow each other are kept apart, so that 25 and 26 do not read as 2526.
    """
    if before and isinstance(last := before[-1], Run):
        bare = last.text.rstrip(" \n\u00a0")
        before[-1:] = [cut(last, 0, len(bare))] if bare else []
    if before and isinstance(before[-1], NoteCall):
        before.append(BETWEEN_MARKS)
    before.append(call)


def after_punctuation(pieces: Sequence[Inline]) -> tuple[Inline, ...]:
    """Move the punctuation that follows a mark before it: `word¹.` becomes `word.¹`."""
    out: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Run) and out and isinstance(out[-1], NoteCall):
            length = _punctuation(piece.text)
            if length:
                at = len(out)
                while at and (isinstance(out[at - 1], NoteCall) or out[at - 1] is BETWEEN_MARKS):
                    at -= 1
                out.insert(at, cut(piece, 0, length))
                if length == len(piece.text):
                    continue
                piece = cut(piece, length, len(piece.text))
        out.append(piece)
    return tuple(out)


def _punctuation(text: str) -> int:
    """The length of the punctuation that `text` begins with, with a closing quotation mark."""
    length = 0
    while length < len(text) and text[length] in _PUNCTUATION:
        length += 1
    if length:
        while length < len(text) and text[length] in _CLOSING:
            length += 1
    return length


def cut(run: Run, begin: int, end: int) -> Run:
    """Part of a run, with the part of its span where the two have the same length."""
    span = run.span
    if span and span.line == span.end_line and span.end_column - span.column == len(run.text):
        span = Span.on_line(span.file, span.line, span.column + begin, end - begin)
    return Run(run.text[begin:end], span)


def spaced_after(lead: list[Inline]) -> list[Inline]:
    """Words before an exhibit, with the space between them and it."""
    if not lead or last_sign(lead) in "([“‘«\u00a0 ":
        return lead
    return [*lead, Run(" ")]


def spaced_before(tail: list[Inline]) -> list[Inline]:
    """Words after an exhibit, with the space between it and them."""
    if not tail or first_sign(tail) in ",.;:)]”’ \u00a0":
        return tail
    return [Run(" "), *tail]


def sentence(content: list[Inline]) -> tuple[Inline, ...]:
    """A note made of citations as a sentence: a capital first, a full stop last."""
    if not content:
        return ()
    first = content[0]
    if isinstance(first, Run):
        content[0] = _capital(first)
    elif isinstance(first, ExhibitCitation) and isinstance(first.content[0], Run):
        content[0] = replace(first, content=(_capital(first.content[0]), *first.content[1:]))
    text = _words(content).rstrip("”’»")
    return tuple(content) if text[-1:] in _ENDS_A_SENTENCE else (*content, Run("."))


def _capital(run: Run) -> Run:
    return Run(run.text[:1].upper() + run.text[1:], run.span)


def first_sign(pieces: Sequence[Inline]) -> str:
    """The first printed character; a space for nothing."""
    return (_words(pieces) or " ")[0]


def last_sign(pieces: Sequence[Inline]) -> str:
    """The last printed character; a space for nothing."""
    return (_words(pieces) or " ")[-1]


def _words(pieces: Sequence[Inline]) -> str:
    out = ""
    for piece in pieces:
        match piece:
            case Run(text) | Name(text=text):
                out += text
            case CrossReference(parts):
                out += "".join(part.text for part in parts)
            case Styled() | Foreign() | Redacted() | ExhibitCitation():
                out += _words(piece.content)
            case Break():
                out += " "
            case NoteCall():
                pass
    return out
