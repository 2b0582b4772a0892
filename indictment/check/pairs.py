"""Indictment -> pairs of counts that charge one accused beside one another, and what each count's particulars name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from indictment.check.passages import OPAQUE, calls, inlines, passages
from indictment.model.blocks import (
    Block,
    CrossReference,
    Inline,
    Name,
    Paragraph,
    SubParagraph,
    SubParagraphs,
    Table,
    Target,
)
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedCount
from indictment.value import dataclass

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+)+")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the particulars of a file in counts/ name: the anchors of schedules and of rows, and persons.

    `persons` has labels of persons and names that were typed. `text` is the whole of it.
    """

    rows: frozenset[str]
    schedules: frozenset[str]
    persons: frozenset[str]
    text: str


def beside(indictment: Indictment) -> Iterator[tuple[PleadedCount, PleadedCount]]:
    """Pairs of counts of which neither is in the alternative to the other, and that share an accused."""
    files = {each.head.file: each.label for each in indictment.matter.counts}
    for one, other in combinations(indictment.pleadings.counts, 2):
        known = {one.label, other.label}
        if one.span.file != other.span.file:  # an alternative to a file is one to all its counts
            known |= {files.get(one.span.file, ""), files.get(other.span.file, "")}
        is_alternative = {one.alternative_to, other.alternative_to} & known
        if not is_alternative and set(one.accused) & set(other.accused):
            yield one, other


@lru_cache(maxsize=2)
def particulars(indictment: Indictment) -> dict[str, Particulars]:
    """The particulars of each file in counts/."""
    schedules = {section.anchor for section in indictment.schedules}
    texts: dict[str, list[str]] = {}
    for passage in passages(indictment):
        if passage.part == "counts":
            texts.setdefault(passage.span.file, []).append(passage.text.replace(OPAQUE, " "))
    found: dict[str, Particulars] = {}
    for group in indictment.counts:
        pieces = list(inlines(_content(group.blocks)))
        references = [
            [target for target in piece.pieces if isinstance(target, Target)]
            for piece in pieces
            if isinstance(piece, CrossReference)
        ]
        rows = [t.anchor for each in references for t in each if t.kind == "row"]
        # a row is printed with its schedule: "incident 3 of Schedule A"
        alone = [each for each in references if all(t.kind != "row" for t in each)]
        text = "\n".join(texts.get(group.file, ()))
        titles = "\n".join(count.title for count in group.counts)
        found[group.file] = Particulars(
            frozenset(rows),
            frozenset(t.anchor for each in alone for t in each if t.anchor in schedules),
            frozenset(p.label for p in pieces if isinstance(p, Name) and not p.accused)
            | frozenset(m[0] for m in _NAME.finditer(f"{titles}\n{text}")),
            text,
        )
    return found


def _content(blocks: Iterable[Block | SubParagraph]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case (
                Paragraph(content=content, attached=attached)
                | SubParagraph(content=content, attached=attached)
            ):
                yield from content
                yield from _content(attached)
                for call in calls(block):
                    yield from call.note.content
            case SubParagraphs(items=items):
                yield from _content(items)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from cell
            case _:
                pass
