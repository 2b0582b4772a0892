"""The parts of one page -> what is asked of those who set them, and what is kept of what they give."""

from collections.abc import Mapping, Sequence

from indictment.diagnostics import Span
from indictment.machine.crew import Call
from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import Placed, SetBefore, SetPart
from indictment.render.pdf.share.kept import Kept

_SECONDS = 120.0
_SECONDS_A_SIGN = 1 / 1000
"""Seconds on the clock that a part may take, and those for each sign of its HTML: twenty times what it takes."""


class Asking:
    """What is asked for each of `parts`, whose HTML with page numbers is `html`, and the pages of some of
    which are held `by` somebody; both change. `written` says where passages are written and images named,
    `reach` on how many elements before it a passage's look may depend (None: nobody knows).
    """

    def __init__(
        self,
        kept: Kept,
        parts: Sequence[Part],
        html: Sequence[str],
        by: Mapping[int, int],
        written: Mapping[str, Span],
        reach: int | None,
    ) -> None:
        self._kept, self._parts, self._html, self._by = kept, parts, html, by
        self._written, self._reach = written, reach
        self._known: dict[int, SetBefore | None] = {}
        """The parts as they were set last."""

    def about(self, number: int) -> tuple[tuple[str, ...], Mapping[str, Span]]:
        """The notes of a part, and where its passages are written and its images named."""
        part = self._parts[number]
        names = {name: part.anchors.get(name, name) for name in part.own_names()}
        known = self._written
        written = {name: known[anchor] for name, anchor in names.items() if anchor in known}
        # What an image is called in its address is not what the drafter called it: all, then.
        return part.note_slots, {**known, **written} if "<img" in part.html else written

    def pages_before(self, number: int) -> int:
        """How many pages a part had when it was set last, with other words; 0 where that is not known."""
        before = self._before(number)
        return len(before.pages) if before else 0

    def first(self, number: int, placed: Placed) -> Call:
        """To set a part; only those of its pages that have changed, if it was set before."""
        html, about = self._html[number], self.about(number)
        if self._can_keep_pages(placed) and (before := self._before(number)):
            return self.call("again", number, html, placed, *about, before, self._reach)
        return self.call("set", number, html, placed, *about)

    def call(self, method: str, number: int, *arguments: object) -> Call:
        """To do something with a part: by those who hold its pages, and not for ever."""
        most = _SECONDS + len(self._html[number]) * _SECONDS_A_SIGN
        return Call(method, arguments, self._by.get(number), most)

    def keep(self, placed: Placed, part: SetPart, pages: int) -> None:
        """Keep a part that was set, and its pages where another version of it may keep some of them."""
        html, divided = self._html[placed.number], self._parts[placed.number]
        self._kept.keep(html, placed, part, pages)
        is_open = divided.opened is not None and not part.is_tied and not part.diagnostics
        if is_open and self._can_keep_pages(placed):
            self._kept.keep_before(html, placed, part)

    def _before(self, number: int) -> SetBefore | None:
        if self._reach is None:
            return None
        if number not in self._known:
            self._known[number] = self._kept.before(self._html[number])
        return self._known[number]

    def _can_keep_pages(self, placed: Placed) -> bool:
        """True for a part without images, of which each link leads somewhere."""
        part = self._parts[placed.number]
        if self._reach is None or "<img" in part.html:
            return False
        return part.links() <= {*part.own_names(), *placed.elsewhere}
