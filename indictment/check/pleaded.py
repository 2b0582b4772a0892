"""The sentences that plead: those of the counts, of own conduct, and of the facts charged.

Rules about the language of pleading ask nothing of background. What is background is decided by
where a paragraph stands and by what its attribute line says, not by its words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from indictment.check.passages import Passage, parts
from indictment.check.sentences import Sentence, sentences
from indictment.diagnostics import Span
from indictment.model.blocks import Block, Paragraph, Serves, SubParagraph, SubParagraphs
from indictment.model.indictment import Indictment
from indictment.value import dataclass

Part = Literal["count", "own-conduct", "charging"]

_BACKGROUND = frozenset({"background", "context", "history", "law", "procedure", "jurisdiction"})
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|(?<!\w)‘(?:[^’]|(?<=\w)’(?=\w))*’(?!\w)")


@dataclass(frozen=True, slots=True)
class _Place:
    """What is known of a paragraph before it is read."""

    part: Part
    accused: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True)
class Pleaded:
    """A sentence that pleads, and the one before it in the same paragraph.

    `accused` are those whom its attribute line, or its file in defendants/, names. `is_own` is true
    where it says what one of the accused did, so that each act needs its agent.
    """

    sentence: Sentence
    part: Part
    accused: tuple[str, ...]
    is_own: bool
    before: "Pleaded | None" = None

    @cached_property
    def text(self) -> str:
        """The sentence; each sign of a quotation stands as a low line."""
        begin = self.sentence.begin
        masked = _masked(self.sentence.passage)
        return masked[begin : begin + len(self.sentence.text)]

    @cached_property
    def named(self) -> Mapping[int, str]:
        """The labels of the accused by where their names stand in the sentence."""
        begin, end = self.sentence.begin, self.sentence.begin + len(self.sentence.text)
        return {
            at - begin: name.label
            for at, name in self.sentence.passage.names.items()
            if begin <= at < end and name.accused
        }

    @cached_property
    def persons(self) -> frozenset[int]:
        """Where the names of accused and of other persons stand in the sentence."""
        begin, end = self.sentence.begin, self.sentence.begin + len(self.sentence.text)
        return frozenset(at - begin for at in self.sentence.passage.names if begin <= at < end)

    def at(self, begin: int, end: int) -> Span:
        """The place of `text[begin:end]`."""
        return self.sentence.at(begin, end)


def is_english(indictment: Indictment) -> bool:
    """True where the document is written in English; the rules of language know no other."""
    return indictment.title_page.language.partition("-")[0] == "en"


@lru_cache(maxsize=1)
def _masked(passage: Passage) -> str:
    """The text of a passage, what is quoted in it blotted out: a quotation may go on over sentences."""
    return _QUOTED.sub(lambda found: "_" * len(found[0]), passage.text)


@lru_cache(maxsize=2)
def pleaded(indictment: Indictment) -> tuple[Pleaded, ...]:
    """The sentences that plead, in order; none of a document in another language."""
    if not is_english(indictment):
        return ()
    places = dict(_places(indictment))
    found: list[Pleaded] = []
    for sentence in sentences(indictment):
        place = places.get(sentence.passage.span)
        if place is None or sentence.passage.kind == "cell":
            continue
        before = found[-1] if found else None
        if before and before.sentence.passage is not sentence.passage:
            before = None
        found.append(Pleaded(sentence, place.part, place.accused, place.is_own, before))
    return tuple(found)


def _places(indictment: Indictment) -> Iterator[tuple[Span, _Place]]:
    reader = _Reader(*_of_conduct(indictment))
    accused = {each.span.file: each.label for each in indictment.accused}
    for part, file, blocks in parts(indictment):
        if part == "accused":
            here = (accused[file],) if file in accused else ()
            yield from reader.of_blocks(blocks, _Place("own-conduct", here, is_own=True))
        elif part == "counts":
            yield from reader.of_blocks(blocks, _Place("count", (), is_own=False))
        elif part == "facts":
            yield from reader.of_blocks(blocks, None)


def _of_conduct(indictment: Indictment) -> tuple[frozenset[Serves], frozenset[Serves]]:
    """The elements of conduct that each accused must fulfil, and the elements that are no conduct."""
    offences = indictment.matter.offences
    elements = [
        (Serves(count.label, label), element)
        for group in indictment.counts
        for count in group.counts
        if count.offence in offences
        for element in offences[count.offence].elements
        for label in element.labels
    ]
    return (
        frozenset(s for s, e in elements if e.kind == "conduct" and e.per == "accused"),
        frozenset(s for s, e in elements if e.kind != "conduct"),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    of_each: frozenset[Serves]
    no_conduct: frozenset[Serves]

    def of_blocks(
        self, blocks: Sequence[Block], inherited: _Place | None
    ) -> Iterator[tuple[Span, _Place]]:
        for block in blocks:
            match block:
                case Paragraph(kind=kind):
                    if kind not in _BACKGROUND:
                        yield from self._of_one(block, inherited)
                case SubParagraphs(items=items):
                    for item in items:
                        yield from self._of_one(item, inherited)
                case _:
                    pass

    def _of_one(
        self, block: Paragraph | SubParagraph, inherited: _Place | None
    ) -> Iterator[tuple[Span, _Place]]:
        place = self._with(inherited, block.defendants, block.serves)
        if place:
            yield block.span, place
        yield from self.of_blocks(block.attached, place)

    def _with(
        self, inherited: _Place | None, defendants: tuple[str, ...], serves: tuple[Serves, ...]
    ) -> _Place | None:
        """What an attribute line adds to what is inherited."""
        if inherited is None and not (defendants or serves):
            return None
        part: Part = inherited.part if inherited else "own-conduct" if defendants else "charging"
        if defendants and part == "charging":
            part = "own-conduct"
        is_own = part == "own-conduct" or bool(defendants)
        is_own = is_own or bool(inherited and inherited.is_own)
        is_own = is_own or (part == "count" and any(each in self.of_each for each in serves))
        if serves and all(each in self.no_conduct for each in serves):
            is_own = False  # what an accused knew or was, not what he did
        return _Place(part, defendants or (inherited.accused if inherited else ()), is_own)
