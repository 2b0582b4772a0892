"""Blocks as HTML, for as long as they are the same objects: in a preview those of all files but one.

Blocks are values, and the macros that come with the tool print of them what they are given and nothing
else: the same blocks give the same HTML. Of a matter's own macros nobody knows that.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markupsafe import Markup

_Key = tuple[int, str, tuple[str, ...]]


@dataclass(slots=True)
class BlocksBefore:
    """What macros made of tuples of blocks, for the last page and the one that is written now."""

    _before: "dict[_Key, tuple[Sequence[Any], Markup]]" = field(default_factory=dict)
    _now: "dict[_Key, tuple[Sequence[Any], Markup]]" = field(default_factory=dict)

    def begin(self) -> None:
        """Another page begins."""
        self._before, self._now = self._now, {}

    def written(
        self,
        macro: str,
        blocks: Sequence[Any],
        more: tuple[str, ...],
        write: "Callable[[], Markup]",
    ) -> "Markup":
        """What `macro` makes of `blocks` and `more`, as it was made before, or as `write` makes it now."""
        key = id(blocks), macro, more
        # The blocks are kept too, so that their id is not given to others.
        known = self._now.get(key) or self._before.get(key) or (blocks, write())
        self._now[key] = known
        return known[1]
