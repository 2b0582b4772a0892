"""A page of a part -> what is laid out from there on, and when the pages are as they were before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from indictment.render.pdf.again.changed import Versions, looked_at
from indictment.render.pdf.again.shortened import Shortened
from indictment.render.pdf.laid_out import PageStart


class LostTrack(Exception):
    """The pages cannot be set from there on alone."""


Key = tuple[Any, ...]


def key(start: PageStart, place: int) -> Key:
    """What two pages have in common that start alike, the second of them with the passage at a place."""
    return place, start.inner, start.asked, start.frame


@dataclass(slots=True)
class Window:
    """Pages to be laid out: from page `number` (from 0) of the new text on, which starts `at`.

    `same` are the pages of before, by how they start in the new text, and which of them that is; the
    passages from `end` on are not there. When the pages are laid out, `starts` says where each of them
    starts but for the first, `reached` which page of before follows them (None: they go on to the end), and
    `count` how many they are; or it `is_lost`.
    """

    versions: Versions
    text: Shortened
    number: int
    at: PageStart | None
    same: Mapping[Key, int]
    end: int
    starts: list[PageStart | None] = field(default_factory=list)
    reached: int | None = None
    count: int = 0
    is_lost: bool = False

    @property
    def elements(self) -> tuple[Element, ...]:
        """The passage of `at` and what it stands in, from the body on."""
        return () if self.at is None else self.text.way(self.at.path)

    def is_reached(self, start: PageStart | None) -> bool:
        """True if the next page is one of before. Raises LostTrack where that will be true of none."""
        is_short = self.end < len(self.versions.new)
        if start is None and is_short:
            raise LostTrack
        self.starts.append(start)
        if start is None:
            return False
        place = self.versions.at(start.path)
        if is_short and looked_at(self.versions.new, place, start.ahead) >= self.end - 1:
            raise LostTrack
        self.reached = self.same.get(key(start, place))
        return self.reached is not None
