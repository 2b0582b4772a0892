"""A part that was set before, and its new text -> which of its pages have to be set again.

What stands before a change is laid out as it was, up to the page on which the change begins; and what
stands behind it, from the first page on that starts with the same passage as it did. Where that is not
certain, the part is set as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from indictment.render.pdf import tree
from indictment.render.pdf.again.changed import (
    Common,
    children,
    common,
    end_of,
    looked_at,
    renamed,
    within,
)
from indictment.render.pdf.again.passages import Passage, passages
from indictment.render.pdf.again.resumed import LostTrack, shortened
from indictment.render.pdf.laid_out import PageStart, SetBefore

TRIES = (2, 30, None)
"""How many pages may be laid out behind the first that may start as before, one try after the other; without
end at last. To lay out so many, all that is on them has to be read, and not more.
"""
_NOT_MANY = 3
"""So many pages are read with those before them, rather than in another try."""


class Plan:
    """What to set again of a part: from page `first` (from 0) on, which starts `at` the last of `elements`.

    `root` has no other passages than are needed for that; `paths` are those of all passages, `names` all anchors
    in them, `slots` and `anchors` what those of kept pages are called now. When the pages are laid out, `starts` says where
    each of them starts but for the first, and `kept` from which of the old pages on (from 0) the others
    are kept.
    """

    def __init__(
        self,
        before: SetBefore,
        root: Element,
        old: Sequence[Passage],
        new: Sequence[Passage],
        shared: Common,
        named: tuple[Mapping[str, str], Mapping[str, str]],
        reach: int,
        most: int | None,
    ) -> None:
        self.root, self._before = root, before
        self.names = frozenset(name for one in root.iter() if (name := one.get("id")))
        self._reach = reach
        self._old, self._new, self._shared = old, new, shared
        self.slots, self.anchors = named
        self._old_at = {one.path: n for n, one in enumerate(old) if one.kind != "end"}
        self._new_at = {one.path: n for n, one in enumerate(new) if one.kind != "end"}
        self.paths = {id(one.element): one.path for one in new}
        self.starts: list[PageStart | None] = []
        self.first, self.at = self._begin()
        self._same = self._same_starts()
        self.kept = len(before.pages)
        body = _body(root)
        begin, self._end = 0, self._last(most)
        self.elements: tuple[Element, ...] = ()
        if self.at is not None:
            begin = self._new_at[self.at.path]
            around = new[begin].around
            self.elements = body, *(new[n].element for n in around), new[begin].element
        self._is_short = self._end < len(new)
        shortened(body, new, max(0, begin - 1), self._end)

    def keeps_some(self) -> bool:
        """True if some pages may be kept."""
        return self.first > 0 or bool(self._same)

    def is_reached(self, start: PageStart | None) -> bool:
        """True if the next page is one that is kept. Raises LostTrack where that will be true of none."""
        if start is None and self._is_short:
            raise LostTrack
        if start is None:
            self.starts.append(None)
            return False
        self.starts.append(start)
        place = self._new_at[start.path]
        if self._is_short and looked_at(self._new, place, start.ahead) >= self._end - 1:
            raise LostTrack
        found = self._same.get(_key(start, place))
        if found is not None:
            self.kept = found
        return found is not None

    def now(self, start: PageStart | None) -> PageStart | None:
        """Where a kept page behind the change starts in the new text."""
        if start is None:
            return None
        moved = len(self._new) - len(self._old)
        return replace(start, path=self._new[self._old_at[start.path] + moved].path)

    # --- what was before ---

    def _begin(self) -> tuple[int, PageStart | None]:
        """The last page before which nothing changes."""
        limit = self._unchanged_before()
        found: tuple[int, PageStart | None] = 0, None
        for number, page in enumerate(self._before.pages):
            if page.start is None or (place := self._old_at.get(page.start.path)) is None:
                continue
            if looked_at(self._old, place, page.start.ahead) < limit:
                found = number, page.start
        return found

    def _same_starts(self) -> dict[Any, int]:
        """The pages behind the change, by where they start in the new text."""
        limit = self._unchanged_from()
        moved = len(self._new) - len(self._old)
        found: dict[Any, int] = {}
        for number, page in enumerate(self._before.pages):
            if page.start is None or number <= self.first:
                continue
            place = self._old_at.get(page.start.path)
            if place is not None and place >= limit:
                found[_key(page.start, place + moved)] = number
        return found

    def _last(self, most: int | None) -> int:
        """Up to which passage of the new text pages are laid out, at the most."""
        if not self._same or most is None:
            return len(self._new)
        wanted = min(self._same.values()) + most
        if wanted + _NOT_MANY >= len(self._before.pages):
            return len(self._new)
        moved = len(self._new) - len(self._old)
        for page in self._before.pages[wanted:]:
            if page.start is not None and (place := self._old_at.get(page.start.path)) is not None:
                return place + moved + 1
        return len(self._new)

    def _unchanged_before(self) -> int:
        """The passage from which on something may look otherwise: that before the change may have become the
        last one, or be it no longer.
        """
        beside = children(self._old, self._within, 0, self._shared.begin)
        return beside[-1] if beside else self._shared.begin

    def _unchanged_from(self) -> int:
        """The passage from which on all looks as before: not those that stand close behind the change."""
        end = len(self._old)
        beside = children(self._old, self._within, self._shared.old_end, end)
        if len(beside) > self._reach:
            return beside[self._reach]
        return end_of(self._old, self._within[-1]) + 1 if self._within else end

    @property
    def _within(self) -> tuple[int, ...]:
        return within(self._old, self._new, self._shared) or ()


def planned(before: SetBefore, html: str, reach: int, most: int | None) -> Plan | None:
    """What to set again of a part that is now `html`; None where it is to be set as a whole.

    How a passage looks may depend on so many passages before it as `reach` says. `most` is one of TRIES.
    """
    was, root = tree.parsed(before.html), tree.parsed(html)
    if was is None or root is None:
        return None
    old, new = _passages(was), _passages(root)
    shared = common(old, new)
    if within(old, new, shared) is None:
        return None
    same = [*zip(old[: shared.begin], new, strict=False)]
    same += zip(old[shared.old_end :], new[shared.new_end :], strict=True)
    named = renamed(same)
    if named is None:
        return None
    made = Plan(before, root, old, new, shared, named, reach, most)
    return made if made.keeps_some() else None


def _body(root: Element) -> Element:
    body = root.find("body")
    assert body is not None, "a part has a body"
    return body


def _passages(root: Element) -> list[Passage]:
    return passages(_body(root))


def _key(start: PageStart, place: int) -> tuple[Any, ...]:
    return place, start.inner, start.asked, start.frame
