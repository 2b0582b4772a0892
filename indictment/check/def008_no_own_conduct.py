"""Of each accused the indictment must say what he or she did.

Nobody is convicted for belonging to a group. The material facts of an accused's own part (what, when, with whom, to
whom) are pleaded in a paragraph that names the accused alone or with a few others; an office, and what "the accused"
did together, are not enough.

For example, an accused whose part of the indictment is a birthday and an office, and who is one of "the accused" in
every count.

Write a paragraph on the conduct of the accused, with the name: `@doe ordered …`.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import inlines, parts
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.blocks import (
    Block,
    Inline,
    Name,
    Paragraph,
    Run,
    SubParagraph,
    SubParagraphs,
    Table,
)
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedParagraph

RULE = rule(
    __name__,
    __doc__,
    Severity.WARNING,
    "Kunarac and Kovač (ICTY), Decision on the form of the indictment, 4 November 1999",
    final=True,
)
NEEDS_WHOLE = True

_NO_CONDUCT = ("context", "law", "jurisdiction")
_DID = re.compile(r"\b(?!born\b)(?P<verb>[a-z]{2,}ed|wrote|gave|took|told|sent|led|met|kept|shot|fired|drove|held back|let|put|chose|"
    r"drew|made|spoke|said|bought|sold|paid|beat|burnt|set|ran|brought|withheld|sought|forbade|did)\b")  # fmt: skip
_OF_A_LIFE = frozenset(
    [
        "appointed",
        "elected",
        "trained",
        "educated",
        "studied",
        "graduated",
        "joined",
        "entered",
        "served",
        "headed",
        "commanded",
        "promoted",
        "retired",
        "resigned",
        "dismissed",
        "married",
        "lived",
        "worked",
        "moved",
        "named",
        "called",
        "died",
        "charged",
        "accused",
        "indicted",
        "arrested",
        "detained",
        "surrendered",
        "based",
        "assigned",
        "posted",
        "transferred",
        "nominated",
        "sworn",
        "employed",
        "qualified",
        "practised",
        "led",
        "held",
        "took",
        "made",
        "became",
    ]
)
"""Verbs of a biography: they say no conduct."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused of whom no paragraph says what he or she did."""
    every = {defendant.label for defendant in indictment.matter.defendants}
    acting: set[str] = {
        accused
        for paragraph in indictment.pleadings.paragraphs
        if len(paragraph.defendants) == 1 and _pleads_conduct(paragraph, indictment)
        for accused in paragraph.defendants
    }
    own = {accused.span.file: accused.label for accused in indictment.accused}
    for part, file, blocks in parts(indictment):
        if part in ("annexes", "schedules") or acting >= every:
            continue
        for block in blocks:
            if isinstance(block, Paragraph) and block.kind not in _NO_CONDUCT:
                named = {own[file]} if part == "accused" and file in own else set()
                if len(block.defendants) == 1:
                    named |= {*block.defendants}
                acting |= _acting(block, named, len(every))
    for defendant in indictment.matter.defendants:
        if defendant.label not in acting:
            yield RULE.at(
                defendant.head.at("name"),
                f"no paragraph says what {defendant.head.name} did",
                help=f"write a paragraph on the accused's own conduct, with the name: @{defendant.label} …",
            )


def _pleads_conduct(paragraph: PleadedParagraph, indictment: Indictment) -> bool:
    for serves in paragraph.serves:
        count = indictment.pleadings.count(serves.count)
        if count and any(
            serves.element in each.element.labels and each.element.kind == "conduct"
            for each in count.elements
        ):
            return True
    return False


def _acting(paragraph: Paragraph, named: set[str], every: int) -> set[str]:
    """The accused of whom a paragraph, or one of its sub-paragraphs, says an act: not all of them at once."""
    whole: list[Inline] = []
    units: list[list[Inline]] = [whole]
    _fill(paragraph, whole, units)
    found: set[str] = set()
    for unit in units:
        pieces = list(inlines(unit))
        labels = named | {
            piece.label for piece in pieces if isinstance(piece, Name) and piece.accused
        }
        if not labels or (len(labels) > 2 and len(labels) >= every):
            continue
        text = "".join(piece.text if isinstance(piece, Run) else " " for piece in pieces)
        if any(verb[0] not in _OF_A_LIFE for verb in _DID.finditer(text)):
            found |= labels
    return found


def _fill(block: Block | SubParagraph, whole: list[Inline], units: list[list[Inline]]) -> None:
    match block:
        case (
            Paragraph(content=content, attached=attached)
            | SubParagraph(content=content, attached=attached)
        ):
            whole.extend(content)
            if isinstance(block, SubParagraph):
                units.append([*content])
            for inner in attached:
                _fill(inner, whole, units)
        case SubParagraphs(items=items):
            for item in items:
                _fill(item, whole, units)
        case Table(rows=rows):
            for row in rows:
                units.append([piece for cell in row.cells for piece in cell])
        case _:
            pass
