"""Counts -> the paragraphs on which they rest: those they rely on, take in, refer to, and those that plead their elements."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from indictment.check.passages import calls, inlines, parts
from indictment.model.blocks import (
    Block,
    CrossReference,
    Heading,
    Inline,
    Paragraph,
    SubParagraphs,
    Target,
)
from indictment.model.indictment import Indictment
from indictment.model.lines import lines


@lru_cache(maxsize=2)
def relied_on(indictment: Indictment) -> frozenset[str]:
    """The anchors of paragraphs outside the counts on which some count rests."""
    below = _below(indictment)
    inside = _inside(indictment)
    found: set[str] = set()
    for particulars in indictment.matter.counts:
        for label in (*particulars.head.relies_on, *particulars.head.incorporates):
            found.update(below.get(label, ()))
    for group in indictment.counts:
        for reference in _references(group.blocks):
            found.update(_named(reference, inside, indictment))
    for paragraph in indictment.pleadings.paragraphs:
        if paragraph.serves:
            found.add(paragraph.target.anchor)
    return frozenset(found)


def _below(indictment: Indictment) -> dict[str, list[str]]:
    """The anchors of the paragraphs under each label: of a heading, of a file, of a paragraph."""
    found: dict[str, list[str]] = {}
    labels = {section.file: section.label for section in indictment.statement}
    labels |= {accused.span.file: accused.label for accused in indictment.accused}
    for _, file, blocks in parts(indictment):
        open_: list[tuple[int, str]] = []
        whole = labels.get(file, "")
        for block in blocks:
            if isinstance(block, Heading):
                open_ = [each for each in open_ if each[0] < block.level]
                if block.label:
                    open_.append((block.level, block.label))
            elif isinstance(block, Paragraph):
                names = [whole, block.label or "", *(label for _, label in open_)]
                for name in filter(None, names):
                    found.setdefault(name, []).append(block.anchor)
    return found


def _references(blocks: Iterable[Block]) -> Iterator[CrossReference]:
    for block in blocks:
        for line in lines(block):
            yield from _in(line)
        for call in calls(block):
            yield from _in(call.note.content)


def _in(content: Iterable[Inline]) -> Iterator[CrossReference]:
    return (piece for piece in inlines(content) if isinstance(piece, CrossReference))


def _inside(indictment: Indictment) -> dict[str, str]:
    """The anchor of the paragraph to which each sub-paragraph belongs."""
    found: dict[str, str] = {}

    def walk(blocks: Iterable[Block], paragraph: str) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                walk(block.attached, paragraph or block.anchor)
            elif isinstance(block, SubParagraphs):
                for item in block.items:
                    found[item.anchor] = paragraph
                    walk(item.attached, paragraph)

    for _, _, blocks in parts(indictment):
        walk(blocks, "")
    return found


def _named(
    reference: CrossReference, inside: dict[str, str], indictment: Indictment
) -> Iterator[str]:
    """The paragraphs a cross-reference names: each, and those from the first to the last of a range."""
    targets = [piece for piece in reference.pieces if isinstance(piece, Target)]
    for target in targets:
        yield target.anchor
        yield inside.get(target.anchor, "")
    positions = [target.position for target in targets if target.kind == "paragraph"]
    if len(targets) == 2 and len(positions) == 2:
        first, last = sorted(positions)
        for paragraph in indictment.pleadings.paragraphs:
            if first <= paragraph.target.position <= last:
                yield paragraph.target.anchor
