"""A part that was set before, and its new text -> which of its pages have to be set again.

What stands before a change is laid out as it was, up to the page on which the change begins; and what
stands behind it, from the first page on that starts with the same passage as it did; up to the next
change. Where that is not certain, the part is set as a whole.
"""

from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from xml.etree.ElementTree import Element, tostring

from indictment.render.pdf import tree
from indictment.render.pdf.again.changed import Change, Versions, children, end_of, looked_at
from indictment.render.pdf.again.passages import passages
from indictment.render.pdf.again.shortened import Shortened
from indictment.render.pdf.again.window import Key, LostTrack, Window, key
from indictment.render.pdf.divide.parts import RUNNING
from indictment.render.pdf.laid_out import PageStart, SetBefore, SetPage
from indictment.value import dataclass

_TRIES = (0, 3, 30, None)
"""How many pages may be laid out behind the first that may start as before, one try after the other; without
end at last. To lay out so many, all that is on them has to be read, and not more.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that follow one another, `first` <= n < `end` (from 0): of the new ones, or of those of before."""

    is_new: bool
    first: int
    end: int


class Plan:
    """What to set again of a part: windows, one after the other; what lies between them is kept.

    `slots` and `anchors` say what those of kept pages are called now, `names` are all anchors of the new text.
    `runs` are all pages in their order, when all windows are laid out.
    """

    def __init__(self, before: SetBefore, root: Element, versions: Versions, reach: int) -> None:
        self._before, self._root, self._versions = before, root, versions
        self._reach = reach
        self.slots, self.anchors = versions.named()
        self.names = frozenset(name for one in root.iter() if (name := one.get("id")))
        self.runs: list[Run] = []
        places = {one.path: n for n, one in enumerate(versions.old) if one.kind != "end"}
        self._starts = [
            None if page.start is None else (page.start, places[page.start.path])
            for page in before.pages
        ]
        """Where the pages of before start, and the place of that passage in the old text."""
        if not versions.changes:
            raise ValueError("nothing has changed")
        self._limits = [(self._from(one), self._up_to(one)) for one in versions.changes]

    def keeps_some(self) -> bool:
        """True if some pages may be kept."""
        return self._begin(0, self._limits[0]) > 0 or bool(self._same(0))

    def windows(self) -> Iterator[Window]:
        """What is to be laid out. Before the next one is asked for, the pages of the one before are made, or it is
        lost. Raises LostTrack where it is lost for good.
        """
        at, new = 0, 0
        while ahead := self._ahead(at):
            first = self._begin(at, ahead[0])
            self._run(is_new=False, first=at, end=first)
            window = yield from self._tries(first)
            self._run(is_new=True, first=new, end=new + window.count)
            new += window.count
            at = len(self._starts) if window.reached is None else window.reached
        self._run(is_new=False, first=at, end=len(self._starts))

    def _tries(self, first: int) -> Generator[Window, None, Window]:
        """The window that begins with the page `first` of before, as short as it can be."""
        versions, same, start = self._versions, self._same(first), self._start(first)
        at = 0 if start is None else versions.at(start.path)
        ends = dict.fromkeys(self._end(same, most) for most in _TRIES)
        for end in ends:
            text = Shortened(self._root, versions.new, max(0, at - 1), at, end)
            window = Window(versions, text, self._count(), start, same, end)
            yield window
            if not window.is_lost:
                return window
        raise LostTrack

    def pages(self, made: tuple[SetPage, ...]) -> tuple[SetPage, ...]:
        """All pages, of which those that were `made` are new."""
        found: list[SetPage] = []
        for run in self.runs:
            if run.is_new:
                found += made[run.first : run.end]
            else:
                found += (
                    replace(self._before.pages[n], start=self._start(n))
                    for n in range(run.first, run.end)
                )
        return tuple(found)

    def _run(self, *, is_new: bool, first: int, end: int) -> None:
        if first < end:
            self.runs.append(Run(is_new, first, end))

    def _count(self) -> int:
        return sum(run.end - run.first for run in self.runs)

    # --- changes ---

    def _ahead(self, at: int) -> list[tuple[int, int]]:
        """The limits of the changes that come on the page `at` or behind it."""
        if at >= len(self._starts):
            return []
        start = self._starts[at]
        return [one for one in self._limits if start is None or one[1] > start[1]]

    def _from(self, change: Change) -> int:
        """The passage from which on something may look otherwise: that before the change too, where it may have
        become the last one in something, or be it no longer.
        """
        old = self._versions.old
        behind = old[change.end] if change.end < len(old) else None
        if behind and behind.around == change.around and behind.kind != "end":
            return change.begin
        beside = children(old, change.around, 0, change.begin)
        return beside[-1] if beside else change.begin

    def _up_to(self, change: Change) -> int:
        """The passage from which on all looks as before: not those that stand close behind the change."""
        old = self._versions.old
        beside = children(old, change.around, change.end, len(old))
        if len(beside) > self._reach:
            return beside[self._reach]
        return end_of(old, change.around[-1]) + 1 if change.around else len(old)

    # --- pages ---

    def _start(self, page: int) -> PageStart | None:
        """Where a page of before starts in the new text; None where it is no clean cut."""
        if (known := self._starts[page]) is None:
            return None
        start, place = known
        now = self._versions.now(place)
        return None if now is None else replace(start, path=self._versions.new[now].path)

    def _begin(self, at: int, limits: tuple[int, int]) -> int:
        """The last page from `at` on before which nothing changes."""
        found = at
        for number in range(at + 1, len(self._starts)):
            known = self._starts[number]
            if known and looked_at(self._versions.old, known[1], known[0].ahead) < limits[0]:
                found = number
        return found

    def _same(self, first: int) -> dict[Key, int]:
        """The pages behind the page `first` that may start as before, by how they do in the new text."""
        found: dict[Key, int] = {}
        for number in range(first + 1, len(self._starts)):
            known = self._starts[number]
            if known is None or not self._is_apart(*known):
                continue
            now = self._versions.now(known[1])
            if now is not None:
                found[key(known[0], now)] = number
        return found

    def _is_apart(self, start: PageStart, place: int) -> bool:
        """True if no change is near the place where a page starts."""
        last = looked_at(self._versions.old, place, start.ahead)
        return all(last < begin or place >= end for begin, end in self._limits)

    def _end(self, same: Mapping[Key, int], most: int | None) -> int:
        """Up to which passage of the new text so many pages behind the first of `same` can be laid out."""
        new = self._versions.new
        if not same or most is None:
            return len(new)
        for known in self._starts[min(same.values()) + most :]:
            if known is not None and (now := self._versions.now(known[1])) is not None:
                # One more is there than is looked at to find out that the page ends.
                return min(len(new), looked_at(new, now, known[0].ahead) + 2)
        return len(new)


def planned(before: SetBefore, html: str, reach: int) -> Plan | None:
    """What to set again of a part that is now `html`; None where it is to be set as a whole.

    How a passage looks may depend on so many passages before it as `reach` says.
    """
    was, now = tree.parsed(before.html), tree.parsed(html)
    if was is None or now is None or _of_all_pages(was) != _of_all_pages(now):
        return None
    with suppress(ValueError):
        plan = Plan(before, now, Versions(passages(_body(was)), passages(_body(now))), reach)
        return plan if plan.keeps_some() else None
    return None


def _of_all_pages(root: Element) -> list[bytes | dict[str, str]]:
    """What is on each page or of the whole, but for the passages: the head, the running lines, the language."""
    body = _body(root)
    whole = [
        *(one for one in root if one is not body),
        *(one for one in body if one.tag in RUNNING),
    ]
    return [root.attrib, body.attrib, *(tostring(one) for one in whole)]


def _body(root: Element) -> Element:
    body = root.find("body")
    assert body is not None, "a part has a body"
    return body
