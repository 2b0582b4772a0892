"""The parts of one page as they are laid out -> on which page of the whole each of them stands."""

from collections.abc import Mapping, Sequence

from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import LaidOut, Placed
from indictment.render.pdf.share.forecast import foretold


class Counting:
    """How `parts` are laid out, as far as they are: `laid_out`, by number; their `html` with the page numbers
    that were known. `pages` are the pages (from 1) of all anchors, `total` is how many there are, since
    they were counted last. They are `bare` where none prints the numbers of its pages.
    """

    def __init__(self, parts: Sequence[Part], *, bare: bool) -> None:
        self._parts, self._bare = parts, bare
        self.html = [part.html for part in parts]
        self.laid_out: dict[int, LaidOut] = {}
        self.pages: Mapping[str, int] = {}
        self.total = 0

    def print_pages(self, number: int) -> str:
        """The HTML of a part, from now on with the page numbers that are known."""
        html = self.html[number] = self._parts[number].with_pages(self.pages)
        return html

    def of_part(self, number: int) -> int:
        """How many pages a part has."""
        return self.laid_out[number].page_count

    def count(self) -> list[int]:
        """Count the pages, now that all parts are laid out. Those parts that print other numbers than are true."""
        printed, pages = self.pages, dict[str, int]()
        self.total = 0
        for number, part in enumerate(self._parts):
            for anchor, page in self.laid_out[number].anchors.items():
                pages.setdefault(part.anchors.get(anchor, anchor), self.total + page)
            self.total += self.of_part(number)
        self.pages = pages
        return [
            number
            for number, part in enumerate(self._parts)
            if any(pages.get(one) != printed.get(one) for one in part.asks)
        ]

    def places(self) -> list[Placed]:
        """Where each part stands, when the pages are counted."""
        places: list[Placed] = []
        before = 0
        for number, part in enumerate(self._parts):
            led_to = part.links() - set(self.laid_out[number].anchors)
            elsewhere = {name for name in led_to if part.anchors.get(name, name) in self.pages}
            numbers = part.numbers(self.pages)
            places.append(
                Placed(number, before, self.total, frozenset(elsewhere), numbers, part.anchors)
            )
            before += self.of_part(number)
        return places

    def missing(self) -> list[int]:
        """The parts that are not laid out."""
        return [number for number in range(len(self._parts)) if number not in self.laid_out]

    def foretold(
        self, numbers: Sequence[int], pages_before: Mapping[int, int]
    ) -> dict[int, Placed]:
        """The places of those of these parts of which they are certain enough before all are laid out.

        `pages_before` are the pages that others had, when they were set with other words.
        """
        return foretold(
            numbers, self._parts, self.html, self.laid_out, pages_before, bare=self._bare
        )
