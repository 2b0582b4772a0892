"""A bound label -> the words and numbers that are printed: "paragraphs 32 to 40 of Annex A"."""

from collections.abc import Sequence
from typing import Literal

from indictment.model.blocks import CrossReference, Run, Target
from indictment.model.court import Words
from indictment.resolve.labels import Named, Scope
from indictment.resolve.typography import NBSP

Form = Literal["words", "capital", "number"]
Pieces = tuple[Run | Target, ...]

_PARAGRAPHS = ("paragraph", "subparagraph", "heading", "part")


def refer(named: Named, form: Form, words: Words, here: Scope) -> Pieces:
    """The pieces of a reference to something with a number, as printed in the series `here`."""
    numbers = _numbers(named, words)
    if form == "number":
        return numbers
    pieces = (Run(f"{_word(named, words)}{NBSP}"), *numbers)
    if named.kind == "row" and named.of:
        pieces += (Run(f" {words.of} "), *refer(named.of, "words", words, here))
    if named.kind in _PARAGRAPHS and named.scope.key != here.key and named.scope.words:
        pieces += (Run(f" {words.of} "), *named.scope.words)
    return capital(pieces) if form == "capital" else pieces


def _word(named: Named, words: Words) -> str:
    many = len(named.targets) > 1
    if named.kind in _PARAGRAPHS:
        return words.paragraphs if many else words.paragraph
    if named.kind in ("count", "counts"):
        return words.counts if many else words.count
    if named.kind == "exhibit":
        return words.exhibit
    if named.kind == "row":
        return named.text
    return {"annex": words.annex, "schedule": words.schedule, "note": words.footnote}[named.kind]


def _numbers(named: Named, words: Words) -> Pieces:
    if named.kind == "counts":
        return joined([(target,) for target in named.targets], words.and_)
    if len(named.targets) == 2:
        first, last = named.targets
        return first, Run(f" {words.to}{NBSP}"), last
    return named.targets


def capital(pieces: Pieces) -> Pieces:
    """The pieces with a capital at the beginning."""
    first = pieces[0]
    if isinstance(first, Run):
        return (Run(first.text[:1].upper() + first.text[1:], first.span), *pieces[1:])
    return pieces


def joined(parts: Sequence[Pieces], last: str) -> Pieces:
    """Pieces in a row, with the word `last` before the last: "A, B and C"."""
    out: list[Run | Target] = []
    for i, part in enumerate(parts):
        if i:
            out.append(Run(f" {last} " if i == len(parts) - 1 else ", "))
        out += part
    return tuple(out)


def together(named: Sequence[Named], words: Words, here: Scope) -> CrossReference | None:
    """Several labels as one reference: "paragraphs 3 to 9, 12 and 15 to 20, and Count 1"."""
    plain = [n for n in named if n.kind in _PARAGRAPHS and not _foreign(n, here) and n.targets]
    others = [n for n in named if n not in plain and n.targets]
    parts: list[Pieces] = []
    if plain:
        many = len(plain) > 1 or len(plain[0].targets) > 1
        word = words.paragraphs if many else words.paragraph
        numbers = joined([_numbers(n, words) for n in plain], words.and_)
        parts.append((Run(f"{word}{NBSP}"), *numbers))
    parts += [refer(n, "words", words, here) for n in others]
    return CrossReference(joined(parts, words.and_)) if parts else None


def _foreign(named: Named, here: Scope) -> bool:
    return bool(named.scope.words) and named.scope.key != here.key
