"""A bound label -> the words and numbers that are printed: "paragraphs 32 to 40 of Annex A"."""

from collections.abc import Sequence
from typing import Literal

from indictment.model.blocks import CrossReference, Run, Target
from indictment.model.court import Words
from indictment.resolve.labels import Named, Scope
from indictment.resolve.typography import NBSP

Form = Literal["words", "capital", "number"]
Pieces = tuple[Run | Target, ...]

_RANGES = ("paragraph", "heading", "part")
_PARAGRAPHS = (*_RANGES, "subparagraph")


def refer(named: Named, form: Form, words: Words, here: Scope) -> Pieces:
    """The pieces of a reference to something with a number, as printed in the series `here`."""
    numbers = _numbers(named, words)
    if form == "number":
        return numbers
    pieces = (Run(f"{_word(named, words)}{NBSP}"), *numbers)
    if named.of and (named.kind == "row" or _is_section(named)):
        pieces += (Run(f" {words.of} "), *refer(named.of, "words", words, here))
    elif named.kind in _PARAGRAPHS and named.scope.key != here.key:
        # inside an annex with numbers of its own, "paragraph 3" alone would be the annex's
        pieces += (Run(f" {words.of} "), *(named.scope.words or (Run(words.indictment),)))
    return capital(pieces) if form == "capital" else pieces


def _word(named: Named, words: Words) -> str:
    many = len(named.targets) > 1
    if _is_section(named):
        return words.section
    if named.kind in _PARAGRAPHS:
        return words.paragraphs if many else words.paragraph
    if named.kind in ("count", "counts"):
        return words.counts if many else words.count
    if named.kind == "exhibit":
        return words.exhibit
    if named.kind == "row":
        return named.text
    return {"annex": words.annex, "schedule": words.schedule, "note": words.footnote}[named.kind]


def _is_section(named: Named) -> bool:
    """True for a heading that is named by its own number."""
    return any(target.kind == "heading" for target in named.targets)


def _numbers(named: Named, words: Words) -> Pieces:
    if named.kind == "counts":
        return joined([(target,) for target in named.targets], words.and_)
    return between(named.targets, words)


def between(ends: Sequence[Target], words: Words) -> Pieces:
    """A range by its ends: "32 to 40", "32 and 33", "32"."""
    if len(ends) < 2:
        return tuple(ends)
    first, last = ends
    adjoining = _number(last) - _number(first) == 1
    return first, Run(f" {words.and_ if adjoining else words.to}{NBSP}"), last


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
    """Several labels as one reference: "paragraphs 3 to 9 and 12, and Count 1".

    Ranges of paragraphs that meet or overlap are printed as one.
    """
    plain = [
        n for n in named
        if n.kind in _RANGES and not _foreign(n, here) and n.targets and not _is_section(n)
    ]  # fmt: skip
    others = [n for n in named if n not in plain and n.targets]
    parts: list[Pieces] = []
    if plain:
        ranges = _merged([n.targets for n in plain])
        listed = [between(ends, words) for ends in ranges]
        if len(ranges) > 1:
            listed = [part for ends in ranges for part in _in_a_list(ends, words)]
        one = len(ranges) == 1 and len(ranges[0]) == 1
        word = words.paragraph if one else words.paragraphs
        parts.append((Run(f"{word}{NBSP}"), *joined(listed, words.and_)))
    parts += [refer(n, "words", words, here) for n in others]
    return CrossReference(joined(parts, words.and_)) if parts else None


def _merged(ranges: Sequence[tuple[Target, ...]]) -> list[tuple[Target, ...]]:
    out: list[tuple[Target, ...]] = []
    for ends in sorted(ranges, key=lambda each: _number(each[0])):
        if out and _number(ends[0]) <= _number(out[-1][-1]) + 1:
            last = max(out[-1][-1], ends[-1], key=_number)
            first = out[-1][0]
            out[-1] = (first,) if _number(first) == _number(last) else (first, last)
        else:
            out.append(ends)
    return out


def _in_a_list(ends: tuple[Target, ...], words: Words) -> list[Pieces]:
    """Two paragraphs that follow each other are named one by one beside others."""
    if len(ends) == 2 and _number(ends[1]) - _number(ends[0]) == 1:
        return [(ends[0],), (ends[1],)]
    return [between(ends, words)]


def _number(target: Target) -> int:
    """Which one of its series a paragraph is: 32A may stand between 32 and 33."""
    return target.position


def _foreign(named: Named, here: Scope) -> bool:
    return bool(named.scope.words) and named.scope.key != here.key
