"""Paragraphs that became one -> what was typed in braces above the second, and goes with the joining.

Word shows nothing of a label, or of what a paragraph proves and against whom: who joins two paragraphs does
not know that the second had them. They are told, or the joining is held back where the label is named.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indictment.absorb.line import Line
from indictment.absorb.pairing import Entry
from indictment.absorb.target import Lost, place_of, typed_above

if TYPE_CHECKING:
    from indictment.absorb.absorbing import Absorbing


def can_be(work: "Absorbing", lines: Sequence[Line]) -> bool:
    """True where nothing stands between the lines in their file."""
    files = {line.page for line in lines}
    return len(files) == 1 and all(
        all(work.source(a.page).is_blank(n) for n in range(a.held.last + 1, b.held.first))
        for a, b in itertools.pairwise(lines)
    )


def goes(lines: Sequence[Line]) -> str:
    """What the braces above the second and later of the lines say; "" where they say nothing."""
    return "; ".join(said for line in lines[1:] if (said := typed_above(line)))


def tell(work: "Absorbing", lines: Iterable[Line], into: Line | None) -> None:
    """Tell what stood above `lines`, whose words are now in the paragraph `into`."""
    for line in lines:
        if said := typed_above(line):
            lost = Lost("attributes", line.text, "", page=line.page, at=line.begin, place=place_of(line), went=said)  # fmt: skip
            if into is not None:
                lost = replace(lost, where=place_of(into), page=into.page, at=into.begin)
            work.lose(lost)


def tell_if_in_another(work: "Absorbing", entry: Entry, line: Line) -> None:
    """Tell it of a paragraph that is gone, where a part of it stands in another: its bookmark is there."""
    for new, shown in enumerate(work.pairs.new):
        if set(shown.anchors).intersection(entry.anchors):
            old = work.pairs.of_new.get(new)
            into = None if old is None else work.base.lines[work.pairs.old[old].paragraphs[0]]
            tell(work, [line], into)
            return
