"""A label of an indictment -> what a reader calls the passage that has it: its heading, its number."""

from collections.abc import Iterable, Iterator, Mapping

from indictment.compare.facts import walk
from indictment.model.blocks import Block, Heading, Paragraph
from indictment.model.indictment import Indictment


def passages(indictment: Indictment) -> Mapping[str, str]:
    """By label: “The Granary”, paragraph 12, Count 1. What has neither heading nor number is not in it."""
    found: dict[str, str] = {}
    sections = (*indictment.statement, *indictment.annexes, *indictment.schedules)
    for accused in indictment.accused:
        found.update(_within(accused.blocks))
    for section in sections:
        found.update(_within(section.blocks))
        if section.title:
            found[section.anchor.removeprefix("x-")] = f"“{section.title}”"
    for group in indictment.counts:
        found.update(_within(group.blocks))
        found.update((count.label, f"Count {count.printed}") for count in group.counts)
    return found


def _within(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Heading(label=str() as label):
                yield label, f"“{walk.words(block)}”"
            case Paragraph(label=str() as label, number=number) if number:
                yield label, f"paragraph {number}"
                for item in walk.items(block):
                    if item.label:
                        yield item.label, f"paragraph {item.full}"
