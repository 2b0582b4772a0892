"""What those who draw the marks share: the two versions, who changed what, where each line belongs."""

from dataclasses import dataclass, field

from lxml import etree

from indictment.compare.authors import Authors
from indictment.compare.lines import Signed, attributes
from indictment.compare.marks import number
from indictment.compare.matching import Matching
from indictment.compare.page import whole
from indictment.compare.tokens import Token, line

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Place:
    """The anchors of what a block belongs to, on the old page and on the new one."""

    old: str = ""
    new: str = ""
    is_computed: bool = False
    """True in what the tool makes of the rest: the table of elements, where exhibits are cited."""

    def at(self, old: Element | None, new: Element | None) -> "Place":
        """The place of a block in it."""
        kinds = (new.get("class") or "").split() if new is not None else []
        return Place(
            (old.get("id") if old is not None else "") or self.old,
            (new.get("id") if new is not None else "") or self.new,
            self.is_computed or "elements-table" in kinds,
        )


@dataclass(eq=False)
class Ground:
    """One comparison while it is drawn. `places` has the anchors of each line of the page, `deleted`
    what was put back from the old page.
    """

    matching: Matching
    authors: Authors
    tidy: bool = True
    places: dict[Element, Place] = field(default_factory=dict)
    deleted: list[Element] = field(default_factory=list)

    def tokens(self, node: Element) -> tuple[Token, ...]:
        """The tokens of a line of either page."""
        matching = self.matching
        is_old = node.getroottree().getroot() is matching.before.root
        return line(node, matching.before if is_old else matching.after)

    def printed(self, node: Element, *, before: bool) -> str:
        """The number of a paragraph, or of the sub-paragraph that the element is."""
        side = self.matching.before if before else self.matching.after
        return side.numbers.get(node.get("id") or "", "")

    def old_number(self, old: Element, new: Element) -> str:
        """The number of the old line where it is another; "" where it is the same."""
        was, now = number(old), number(new)
        if was is None or now is None or (was.text or "") == (now.text or ""):
            return ""
        return was.text or ""

    def signed(self, place: Place) -> Signed:
        """Who put in and who took out what stands in a place."""
        before, after = self.matching.before, self.matching.after
        here = whole("matter.yaml")
        by = self.authors.inserted(after.spans.get(place.new, here))
        gone = self.authors.deleted(before.spans.get(place.old, here))
        return Signed(attributes(by.author, by.date), attributes(gone.author, gone.date))
