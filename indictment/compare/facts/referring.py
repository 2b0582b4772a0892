"""An indictment -> the counts that refer to an annex or a schedule, or to a row of it."""

from collections.abc import Iterable, Iterator, Mapping

from indictment.compare.facts import walk
from indictment.model.blocks import (
    Block,
    CrossReference,
    Foreign,
    Inline,
    NoteCall,
    Redacted,
    Styled,
    Table,
    Target,
)
from indictment.model.indictment import Indictment, Section
from indictment.model.lines import lines


def led_to(indictment: Indictment) -> Mapping[str, frozenset[str]]:
    """The anchors to which the particulars and the head of each count lead, by its label, in order."""
    found: dict[str, frozenset[str]] = {}
    for group in indictment.counts:
        particulars = set(_led_to(line for block in group.blocks for line in lines(block)))
        for count in group.counts:
            heads = [one for one in (count.relies_on, count.incorporates) if one is not None]
            found[count.label] = frozenset(particulars.union(_led_to([tuple(heads)])))
    return found


def counts(led: Mapping[str, frozenset[str]], section: Section) -> tuple[str, ...]:
    """The labels of the counts that lead to `section` or into it, in order."""
    anchors = {section.anchor, *_anchors(section.blocks)}
    return tuple(label for label, there in led.items() if anchors & there)


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables among some blocks, and those attached to paragraphs."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        else:
            yield from tables(getattr(block, "attached", ()))


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (anchor for anchor in walk.anchors(block) if anchor)


def _led_to(lines: Iterable[tuple[Inline, ...]]) -> Iterator[str]:
    for line in lines:
        for piece in line:
            match piece:
                case CrossReference(pieces=parts):
                    yield from (part.anchor for part in parts if isinstance(part, Target))
                case Styled(content=inner) | Foreign(content=inner) | Redacted(content=inner):
                    yield from _led_to([inner])
                case NoteCall(note=note):
                    yield from _led_to([note.content])
