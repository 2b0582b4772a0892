"""The text of an indictment as sentences, each with the exhibits that are cited in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from indictment.check.passages import Passage, inlines, passages
from indictment.diagnostics import Span
from indictment.model.blocks import ExhibitCitation, Run
from indictment.model.indictment import Indictment
from indictment.value import dataclass

_END = re.compile(r"[.!?][”’»)]?\s+(?=[^\W\da-z_]|\ufffc|[“«„(])")
_SHORT = re.compile(
    r"(?:\b(?:No|Nos|art|arts|para|paras|p|pp|cf|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|vs?|St|Art|Arts|[A-Z]))$"
)
_LONGEST = 6
"""Signs before a full stop in which the longest of these is found, with a line feed behind it."""
_BEHIND = re.compile(r"[\s”’»)]*")


@dataclass(frozen=True, slots=True)
class Cited:
    """An exhibit that a sentence cites, and where in it the words begin and end that the note belongs to.

    `signal` are the words before it in the note: "see also".
    """

    citation: ExhibitCitation
    begin: int
    end: int
    signal: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage. `begin` is its offset there; `cited` are the exhibits of its notes."""

    passage: Passage
    begin: int
    text: str
    cited: tuple[Cited, ...]

    @property
    def citations(self) -> tuple[ExhibitCitation, ...]:
        """The exhibits of its notes."""
        return tuple(each.citation for each in self.cited)

    def at(self, begin: int, end: int) -> Span:
        """The place of `text[begin:end]`."""
        return self.passage.at(self.begin + begin, self.begin + end)


@lru_cache(maxsize=2)
def sentences(indictment: Indictment) -> tuple[Sentence, ...]:
    """The sentences of paragraphs, sub-paragraphs and cells, in order. Kept for the next rule that asks."""
    return tuple(
        sentence
        for passage in passages(indictment)
        if passage.kind in ("paragraph", "sub-paragraph", "cell")
        for sentence in _of(passage)
    )


def _of(passage: Passage) -> Iterator[Sentence]:
    text = passage.text
    ends = [
        found.start() + 1
        for found in _END.finditer(text)
        if not _SHORT.search(text, max(found.start() - _LONGEST, 0), found.start())
    ]
    begin = 0
    for end in [*ends, len(text)]:
        # the mark of a note stands behind the full stop or before it, before the next sentence
        behind = _BEHIND.match(text, end)
        upto = behind.end() if behind else end
        cited = tuple(_cited(passage, begin, upto)) if passage.calls else ()
        if text[begin:end].strip():
            yield Sentence(passage, begin, text[begin:end], cited)
        begin = upto


def _cited(passage: Passage, begin: int, upto: int) -> Iterator[Cited]:
    after = last = 0
    for at, call in passage.calls:
        if at <= begin:
            continue
        if at > upto:
            break
        if passage.text[begin + last : at].strip():
            after = last
        signal = ""
        for piece in inlines(call.note.content):
            if isinstance(piece, ExhibitCitation):
                yield Cited(piece, after, at - begin, signal)
                signal = ""
            elif isinstance(piece, Run):
                signal += piece.text
        last = at - begin
