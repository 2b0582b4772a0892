"""The pieces of an indictment that changes -> a PDF of each, made again only where it is another one."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from indictment.machine.cache import Cache
from indictment.render.pdf.bound import binding
from indictment.render.pdf.bound.filled import Finished
from indictment.render.pdf.divide.divided import DividedBefore
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class PartAlone:
    """A part of the indictment as a PDF of its own, with the numbers that it has in the whole.

    A link into another part leads to a destination by its name, which is not in the file. `name`
    stands for the bytes: as long as it is the same, so are they.
    """

    name: str
    content: bytes
    page_count: int


class Apart:
    """The parts of one indictment as they were made last."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known: Mapping[str, PartAlone] = {}
        self.divided = DividedBefore()
        """The parts of the last page."""

    def bound(self, parts: Sequence[tuple[Finished, int]]) -> tuple[PartAlone, ...]:
        """A PDF of each part; the second of each pair is how many pages it has."""
        total = sum(pages for _, pages in parts)
        before, made = 0, {}
        for part, pages in parts:
            name = _name(part, before, total)
            if name not in made:
                made[name] = self._known.get(name) or PartAlone(
                    name, binding.bind_alone(part, before, total, self._cache), pages
                )
            before += pages
        self._known = made
        return tuple(made.values())


def _name(part: Finished, before: int, total: int) -> str:
    around = part.running.digest.hex() if part.running else ""
    numbers = json.dumps([before, total, list(part.numbers), dict(part.anchors), around])
    return sha256(sha256(part.content).digest() + numbers.encode()).hexdigest()[:32]
