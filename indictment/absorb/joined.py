"""Paragraphs that became one -> what was typed in braces above the second, and goes with the joining.

Word shows nothing of a label, or of what a paragraph proves and against whom: who joins two paragraphs does
not know that the second had them. They are told, or the joining is held back where the label is named.
"""

import itertools
from collections.abc import Iterable, Sequence
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


def tell(work: "Absorbing", lines: Iterable[Line]) -> None:
    """Tell what stood above `lines`, which went into another paragraph."""
    for line in lines:
        if said := typed_above(line):
            work.lose(
                Lost(
                    "attributes", line.text, "", page=line.page, at=line.begin,
                    place=place_of(line), went=said,
                )
            )  # fmt: skip


def is_in_another(work: "Absorbing", entry: Entry) -> bool:
    """True for a paragraph that is gone, and of which something stands in another: its bookmark is there."""
    shown = {anchor for paragraph in work.view.paragraphs for anchor in paragraph.anchors}
    return bool(shown.intersection(entry.anchors))
