"""Indictment and elements of the page -> numbers that a template typed, left out or mixed up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indictment.model.blocks import Block, Heading, Paragraph, SubParagraphs
from indictment.model.indictment import Indictment
from indictment.render.page.left_out import parts
from indictment.render.page.node import Fault, Node

_HEADINGS = ("h1", "h2", "h3", "h4")
_REMEDY = "print the numbers of the indictment, each once and in order, with blocks.write(…)"


@dataclass(slots=True)
class Numbers:
    """The numbers that the page must print, by anchor; `order` has the paragraphs in theirs."""

    by_anchor: dict[str, str] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    _last: int = -1

    def faults(self, node: Node) -> Iterator[Fault]:
        """What is wrong with the number of `node`, which is closed.

        A form may put signs around a number. A quotation keeps the numbers of its original.
        """
        if node.kind == "sub" and node.name == "p":
            if node.has_above("blockquote"):
                return
            home = node.above
            anchor = home.attributes.get("id", "") if home is not None else ""
        elif node.name in _HEADINGS or node.name == "p":
            anchor = node.attributes.get("id", "")
        else:
            return
        known = self.by_anchor.get(anchor, "")
        printed = next((one.words().strip() for one in node.inside if one.kind == "number"), "")
        what = "heading" if node.name in _HEADINGS else "paragraph"
        if printed and not known:
            yield node, f"the number “{printed}” is typed: the indictment has none here", _REMEDY
        elif known and not printed:
            yield node, f"{what} {known} is printed without its number", _REMEDY
        elif _core(printed) != _core(known):
            yield node, f"{what} {known} is printed with the number “{printed}”", _REMEDY
        elif anchor in self.order:
            if self.order[anchor] < self._last:
                yield node, f"{what} {known} is printed behind a later one", _REMEDY
            self._last = max(self._last, self.order[anchor])


def of(indictment: Indictment) -> Numbers:
    """The numbers of `indictment` as its page must print them."""
    numbers = Numbers()
    for key, number in indictment.heading_numbers.items():
        if number:
            numbers.by_anchor[key] = numbers.by_anchor[f"part-{key}"] = number
    sections = (*indictment.statement, *indictment.annexes, *indictment.schedules)
    titles = [(one.anchor, one.heading_number) for one in indictment.accused]
    titles += [(one.anchor, one.heading_number) for one in sections]
    numbers.by_anchor.update((anchor, number) for anchor, number in titles if number)
    for _, blocks in parts(indictment):
        numbers.by_anchor.update(_printed(blocks))
    paragraphs = (one.anchor for one in indictment.numbered if one.kind == "paragraph")
    numbers.order.update((anchor, at) for at, anchor in enumerate(paragraphs))
    return numbers


def _printed(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Heading(anchor=anchor, number=number) if number:
                yield anchor, number
            case Paragraph(anchor=anchor, number=number, attached=attached):
                if number:
                    yield anchor, str(number)
                yield from _printed(attached)
            case SubParagraphs(items=items, ordered=ordered):
                for item in items:
                    if ordered and item.anchor:
                        yield item.anchor, item.number
                    yield from _printed(item.attached)
            case _:
                pass


def _core(number: str) -> str:
    return re.sub(r"\W", "", number)
