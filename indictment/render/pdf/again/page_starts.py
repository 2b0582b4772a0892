"""A document while it is laid out -> where each of its pages starts, so that it can be gone on with from there."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from indictment.render.pdf.laid_out import Inner, PageStart
from indictment.render.pdf.replaced import replaced

_SETS_APART = frozenset({"em", "strong", "i", "b", "q", "cite"})
"""Elements in a line that may go on on the next page: nothing counts in how many pieces they are."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class PageStarts:
    """Where the pages of one document start. `found` has an entry for each page from the second on: None
    for one that can be gone on with only together with the one before, because a note or a link runs on.
    """

    found: list[PageStart | None] = field(default_factory=list)


@contextmanager
def noted(paths: Mapping[int, tuple[int, ...]]) -> Iterator[PageStarts]:
    """Inside the block, it is noted where the pages of the document that is laid out start. `paths` are those
    of its passages (`passages.paths`).
    """
    from weasyprint.layout import page as layout

    starts = PageStarts()
    make = layout.remake_page

    def remade(index: int, context: Any, root: Any, html: Any) -> Any:
        page, resume_at = make(index, context, root, html)
        del starts.found[index:]
        if resume_at is not None:
            asked = context.page_maker[index + 1][1]
            starts.found.append(start(context, root, resume_at, asked, paths))
        return page, resume_at

    with replaced(layout, "remake_page", remade):
        yield starts


def start(
    context: Any, root: Any, resume_at: Any, asked: Any, paths: Mapping[int, tuple[int, ...]]
) -> PageStart | None:
    """Where the next page starts, for which WeasyPrint has `resume_at`; None where that is no clean cut."""
    if context.reported_footnotes or context.broken_out_of_flow:
        return None
    at = _passage(root, resume_at)
    if at is None:
        return None
    beside, place, rest, frame = at
    box = beside[place]
    path = paths.get(id(box.element))
    inner = _inner(rest)
    if rest is not None and (inner is None or not _may_go_on(box, inner)):
        return None
    ahead = 0 if rest is not None else _kept_together(beside, place)
    if ahead is None or path is None:
        return None
    return PageStart(path, inner, ahead, (asked["break"], asked["page"]), tuple(frame))


def _passage(root: Any, resume_at: Any) -> tuple[Sequence[Any], int, Any, list[float]] | None:
    """The box of the passage that `resume_at` leads to: among which boxes it stands, and at what place;
    the way on from there; borders of tables on the way.
    """
    from weasyprint.formatting_structure.boxes import BlockBox, TableBox, TableRowGroupBox

    box, rest, frame = root, resume_at, list[float]()
    while rest is not None and len(rest) == 1:
        ((place, rest),) = rest.items()
        beside, around = box.children, box.element
        box = beside[place]
        if isinstance(box, TableBox) and box.element is around:
            if box.style["table_layout"] != "fixed" or box.style["width"] == "auto":
                return None
            frame += (
                getattr(box, f"border_{side}_width") for side in ("top", "right", "bottom", "left")
            )
            continue
        if box.element is None or box.element is around or "::" in box.element_tag:
            return None
        tag = box.element.tag
        if tag in ("body", "section") and type(box) is BlockBox:
            continue
        if tag == "table" and box.is_table_wrapper:
            continue
        if isinstance(box, TableRowGroupBox) and tag == "tbody":
            continue
        return beside, place, rest, frame
    return None


def _inner(rest: Any) -> Inner:
    """The way in a passage as a value; None also where there are several."""
    if rest is None or len(rest) != 1:
        return None
    ((place, further),) = rest.items()
    return place, _inner(further)


def _may_go_on(box: Any, inner: Inner) -> bool:
    """True if a passage can go on on the next page: nothing in it counts on which page it is."""
    from weasyprint.formatting_structure.boxes import BlockBox, InlineBox, LineBox, TextBox

    if box.element.tag in _HEADINGS:
        return False
    while inner is not None:
        if isinstance(box, TextBox):
            return inner[1] is None
        if not isinstance(box, BlockBox | LineBox | InlineBox):
            return False
        if isinstance(box, InlineBox) and box.element.tag not in _SETS_APART:
            return False
        place, inner = inner
        if place >= len(box.children):
            return False
        box = box.children[place]
    return True


def _kept_together(beside: Sequence[Any], place: int) -> int | None:
    """How many boxes behind that at `place` must be on its page; None where that is not known."""
    from weasyprint.layout.block import block_level_page_break

    ahead = 0
    for one, other in zip(beside[place:], beside[place + 1 :], strict=False):
        if not other.is_in_normal_flow():
            return None
        if not block_level_page_break(one, other).startswith("avoid"):
            return ahead
        ahead += 1
    return ahead if not ahead else None
