"""An Indictment and its page -> what is known of each anchor and number on the page."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from indictment.diagnostics import Span
from indictment.model.blocks import Block, Paragraph
from indictment.model.indictment import Indictment
from indictment.model.redline import Revision

Element = etree._Element

ATTACHED = re.compile(r"\w+\u00a0(\w+): ")
"""How the heading of a part begins that is attached: “Annex C: ”."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One version: its name, the indictment, and its page as HTML (docs/vocabulary.md)."""

    revision: Revision
    indictment: Indictment
    page: str


@dataclass(eq=False)
class Side:
    """One version while it is compared. `root` is its page as a tree."""

    printed: Printed
    names: Mapping[str, str] = field(default_factory=dict)
    """What an anchor without a label is called in the comparison, once paragraphs are paired."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """The new anchor of each exhibit and accused of the old version with another label now."""
    written: dict[Element, str] = field(default_factory=dict)
    """Elements as they were written before any mark was put on them, numbers apart (items.fingerprint)."""

    @cached_property
    def root(self) -> Element:
        """The page as a tree."""
        # lxml's own elements: the classes of lxml.html would be looked up by Python for each of them
        parser = etree.HTMLParser(remove_comments=True, encoding="utf-8")
        found: Element = etree.fromstring(self.printed.page.encode(), parser)
        if self.renamed:
            self._rename(found)
        return found

    def _rename(self, root: Element) -> None:
        """Call exhibits and accused as the new version does: a label is printed nowhere."""
        for node in root.iter(etree.Element):
            for name in ("id", "href", "data-target"):
                if value := node.get(name):
                    own = value.removeprefix("#")
                    node.set(name, value[: len(value) - len(own)] + self._anchor(own))
            if exhibit := node.get("data-exhibit"):
                node.set("data-exhibit", self._exhibit(exhibit))
            if label := node.get("data-label"):
                node.set("data-label", self._anchor(f"x-{label}").removeprefix("x-"))

    def _anchor(self, anchor: str) -> str:
        return self.renamed.get(anchor, anchor)

    def _exhibit(self, label: str) -> str:
        return self._anchor(f"exhibit-{label}").removeprefix("exhibit-")

    @property
    def body(self) -> Element:
        """What is printed."""
        body = self.root.find("body")
        assert body is not None, "a page has a body"
        return body

    @cached_property
    def _marks(self) -> Mapping[str, frozenset[str]]:
        return {
            self._exhibit(row.label): frozenset({row.mark})
            for row in self.printed.indictment.exhibits
            if row.mark
        }

    def marks_of(self, exhibit: str) -> frozenset[str]:
        """The mark of an exhibit, as printed in its citations; nothing where it has none."""
        return self._marks.get(exhibit, frozenset())

    @cached_property
    def _cited(self) -> Mapping[str, Hashable]:
        return {
            str(one.number): (
                self._exhibit(one.label),
                tuple((place.unit, place.value) for place in one.places),
            )
            for one in self.printed.indictment.citations
        }

    def cited(self, number: str) -> Hashable:
        """The exhibit and the places of a citation, by its number on the page."""
        return self._cited.get(number)

    def identity(self, anchor: str) -> str:
        """An anchor as it is compared: a label is the same in both versions, a number is not."""
        return self.names.get(anchor, anchor)

    @cached_property
    def headed(self) -> Mapping[str, str]:
        """The number in the heading of a count, an annex, a schedule, by the heading's anchor."""
        indictment = self.printed.indictment
        found = {
            anchor: count.printed
            for group in indictment.counts
            for count in group.counts
            for anchor in (count.anchor, f"elements-{count.label}")
        }
        sections = (*indictment.annexes, *indictment.schedules)
        found.update((section.anchor, section.number) for section in sections if section.number)
        for part, words in indictment.headings.items():
            if number := ATTACHED.match(words):
                found[f"part-{part}"] = number[1]
        return found

    @cached_property
    def _begun(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        heading = ""
        for node in self.body.iter("h1", "h2", "h3", "h4", "p"):
            anchor = node.get("id") or ""
            if node.tag != "p":
                heading = anchor
            elif heading and node.get("class") == "numbered":
                found[anchor] = heading
                heading = ""
        return found

    def begins(self, anchor: str) -> str:
        """The heading that the paragraph `anchor` is the first below; "" where it is not the first."""
        return self.identity(self._begun.get(anchor, ""))

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Printed numbers by anchor: of paragraphs, sub-paragraphs, rows, and marks of exhibits."""
        indictment = self.printed.indictment
        kinds = ("paragraph", "subparagraph", "row")
        found = {one.anchor: one.printed for one in indictment.numbered if one.kind in kinds}
        found.update((self._anchor(row.anchor), row.mark) for row in indictment.exhibits)
        return {anchor: printed for anchor, printed in found.items() if anchor and printed}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The anchors of filed paragraphs and counts that are printed as withdrawn."""
        indictment = self.printed.indictment
        parts: list[Sequence[Block]] = [one.blocks for one in indictment.accused]
        parts += [one.blocks for one in (*indictment.statement, *indictment.annexes)]
        parts += [group.blocks for group in indictment.counts]
        paragraphs = (
            block.anchor
            for blocks in parts
            for block in blocks
            if isinstance(block, Paragraph) and block.is_withdrawn
        )
        counts = (count for group in indictment.counts for count in group.counts)
        return frozenset((*paragraphs, *(one.anchor for one in counts if one.is_withdrawn)))

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Where what has an anchor was written."""
        indictment = self.printed.indictment
        found: dict[str, Span] = {one.anchor: one.span for one in indictment.numbered if one.anchor}
        found.update((self._anchor(a.anchor), whole(a.span.file)) for a in indictment.accused)
        found.update((self._anchor(row.anchor), row.span) for row in indictment.exhibits)
        for group in indictment.counts:
            found.update((count.anchor, whole(group.file)) for count in group.counts)
        for section in (*indictment.statement, *indictment.annexes, *indictment.schedules):
            found.setdefault(section.anchor, whole(section.file))
        return found


def whole(file: str) -> Span:
    """The span of a whole file, however long it is."""
    return Span(file, 1, 1, 1_000_000, 1)
