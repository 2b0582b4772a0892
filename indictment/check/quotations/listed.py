"""Indictment -> its quotations, each with the citations that follow it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from indictment.check.passages import Passage, inlines, of_citation, passages
from indictment.check.quotations.wanted import Fragment, fragments
from indictment.diagnostics import Span
from indictment.model.blocks import ExhibitCitation, Inline, NoteCall, Run
from indictment.model.indictment import Indictment
from indictment.value import dataclass

_MARKED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^„“”]*[“”]")
_SINGLE = re.compile(r"(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)")
_MARK = re.compile("[“«„‘]")
_BETWEEN = re.compile(r"[\s.,;:!?…)\]”’»]*")
_SENTENCE = re.compile(r"[.!?][”’»)]?\s+(?=[^\W\da-z_]|\ufffc)")
_NAMED = re.compile(r"\((?:[^()“”«»„‘’]*\b(?:the|or|and|hereinafter|hereafter)\b[^()“”«»„‘’]*)?$", re.IGNORECASE)  # fmt: skip
_FEW = 4
"""Words from which a quotation is looked for though other words stand before its citation."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation. `is_direct` where nothing stands between it and its note but punctuation."""

    text: str
    fragments: tuple[Fragment, ...]
    citations: tuple[ExhibitCitation, ...]
    span: Span
    is_direct: bool = True

    @property
    def words(self) -> int:
        """How many words are not in brackets."""
        return sum(len(fragment.words) for fragment in self.fragments)


def quotations(indictment: Indictment) -> Iterator[Quoted]:
    """Every quotation that a citation follows, in the order of the text."""
    blocks: list[Passage] = []
    for passage in passages(indictment, foreign=True):
        if passage.kind == "quotation":
            # The citation of a block quotation ends its last line: it is that of every paragraph.
            blocks.append(passage)
            if passage.calls:
                cited = _cited(passage.calls[-1][1])
                yield from (q for block in blocks if (q := _whole(block, cited)))
                blocks = []
        elif passage.kind != "heading":
            blocks = [] if passage.kind != "note" else blocks
            yield from _in_marks(passage)
            yield from _in_citations(passage)


def _whole(passage: Passage, cited: tuple[ExhibitCitation, ...]) -> Quoted | None:
    text = passage.text.strip()
    begin = passage.text.find(text)
    if text[:1] in "“„«‘" and text[-1:] in "”“»’":
        text, begin = text[1:-1], begin + 1
    return _made(text, cited, passage.at(begin, begin + len(text)), is_direct=True)


def _in_marks(passage: Passage) -> Iterator[Quoted]:
    if not passage.calls or not _MARK.search(passage.text):
        return
    ends = [0, *(m.end() for m in _SENTENCE.finditer(passage.text)), len(passage.text) + 1]
    for begin, end in _marked(passage.text):
        if _is_named(passage, begin, end):
            continue
        following = next(((at, call) for at, call in passage.calls if at >= end), None)
        if following is None:
            continue
        at, call = following
        is_direct = _BETWEEN.fullmatch(passage.text, end, at) is not None
        if not is_direct and not any(b <= begin and at <= e for b, e in pairwise(ends)):
            continue
        made = _made(
            passage.text[begin + 1 : end - 1], _cited(call), passage.at(begin, end), is_direct
        )
        if made and (is_direct or made.words >= _FEW):
            yield made


def _in_citations(passage: Passage) -> Iterator[Quoted]:
    """Quotations in a note, in round brackets behind the exhibit: P004, p. 2 (“it is agreed”)."""
    for _, call in passage.calls:
        for citation in _cited(call) if _has_marks(call.note.content) else ():
            if not _has_marks(citation.content):
                continue
            words = of_citation(citation, passage.part)
            for begin, end in _marked(words.text):
                made = _made(
                    words.text[begin + 1 : end - 1],
                    (citation,),
                    words.at(begin, end),
                    is_direct=True,
                )
                if made and made.words >= _FEW:  # else it may be the title as printed
                    yield made


def _has_marks(content: Iterable[Inline]) -> bool:
    """True if the drafter's words in a note or a citation have quotation marks."""
    return any(
        isinstance(piece, Run) and piece.span is not None and _MARK.search(piece.text)
        for piece in inlines(content)
    )


def _made(
    text: str, cited: tuple[ExhibitCitation, ...], span: Span, is_direct: bool
) -> Quoted | None:
    wanted = fragments(text)
    return Quoted(text, wanted, cited, span, is_direct) if wanted and cited else None


def _marked(text: str) -> list[tuple[int, int]]:
    """Where quotations stand, with their marks; not those inside others."""
    double = [m.span() for m in _MARKED.finditer(text)]
    single = [
        m.span()
        for m in _SINGLE.finditer(text)
        if not any(b < m.end() and m.start() < e for b, e in double)
    ]
    return sorted(double + single)


def _is_named(passage: Passage, begin: int, end: int) -> bool:
    """True of a defined term, as in (the “Granary”): a name that is given, not words that are quoted."""
    if any(b < end and begin < e for b, e in passage.terms):
        return True
    return bool(_NAMED.search(passage.text, 0, begin)) and passage.text[end : end + 1] == ")"


def _cited(call: NoteCall) -> tuple[ExhibitCitation, ...]:
    return tuple(p for p in inlines(call.note.content) if isinstance(p, ExhibitCitation))
