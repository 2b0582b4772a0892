"""A legal conclusion should stand beside the facts that it is drawn from.

"@tollan committed aggression" or "aided and abetted the killing" is the conclusion the tribunal is to
draw. A section that gives it and no underlying fact gives the accused nothing to answer. The rule reads
the sections on the accused and the facts that are charged. A fact is, for this rule, a sentence with a
date, a figure, a quotation, an exhibit or a reference to a paragraph that pleads it.

For example, a section whose only sentence is "@tollan committed aggression and is criminally
responsible". With "On 2 March 2019 @tollan ordered the removal of the grain" beside it, it is well
pleaded.

Plead in the same section what was done, when and where, or refer to the paragraph that does.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from indictment.check.declare import rule
from indictment.check.language.conclusions import conclusion
from indictment.check.passages import OPAQUE, Passage, passages
from indictment.check.pleaded import Pleaded, pleaded
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)

_FACT = re.compile(r"\d|_")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The first conclusion of each section that has no fact."""
    sections = _sections(passages(indictment))
    found = (s for s in pleaded(indictment) if s.part != "count")
    for _, section in groupby(found, key=lambda s: sections[id(s.sentence.passage)]):
        sentences = list(section)
        if any(_is_fact(sentence) for sentence in sentences):
            continue
        for sentence in sentences:
            if spans := conclusion(sentence.text):
                begin, end = spans
                yield RULE.at(
                    sentence.at(begin, end),
                    f"“{sentence.text[begin:end]}” is a conclusion, and its section pleads no fact",
                    help="plead what was done, when and where, or refer to the paragraph that does",
                )
                break


def _sections(read: tuple[Passage, ...]) -> dict[int, int]:
    """The section of each passage: a heading or another file begins a new one."""
    number, file, sections = 0, "", {}
    for passage in read:
        if passage.kind == "heading" or passage.span.file != file:
            number, file = number + 1, passage.span.file
        sections[id(passage)] = number
    return sections


def _is_fact(sentence: Pleaded) -> bool:
    """True of a sentence that says when or how many, quotes, cites or refers."""
    others = any(
        at not in sentence.persons for at, sign in enumerate(sentence.text) if sign == OPAQUE
    )
    return bool(_FACT.search(sentence.text) or sentence.sentence.cited or others)
