"""A part, and where one of its pages starts -> its pages from there on, without those before."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

from indictment.render.pdf.again.page_starts import start
from indictment.render.pdf.again.passages import Passage
from indictment.render.pdf.laid_out import PageStart
from indictment.render.pdf.replaced import replaced
from indictment.render.pdf.style import REACH

_HIDDEN = "display: none !important"
_MADE = {"content_changed": False, "pages_wanted": False}
"""What WeasyPrint says of a page that it need not make another time."""
_IN_TABLE = frozenset({"colgroup", "caption", "thead"})


class LostTrack(Exception):
    """The pages cannot be set from there on alone."""


def shortened(body: Element, passages: Sequence[Passage], begin: int, end: int) -> None:
    """Leave in `body` no more than the passages `begin` <= n < end and what they need around them. What
    stands beside them is empty and takes no room; it is there because a style sheet may ask for what
    stands before (`h2 + h3`), or whether anything does (`:first-child`).
    """
    wanted = set(range(begin, end))
    inside = {place for n in wanted for place in passages[n].around}
    known = {id(one.element): n for n, one in enumerate(passages) if one.kind != "end"}

    def shorten(parent: Element) -> None:
        children = list(parent)
        full = [
            n for n, child in enumerate(children)
            if child.tag in _IN_TABLE or known[id(child)] in inside or known[id(child)] in wanted
        ]  # fmt: skip
        if parent.tag == "tbody":
            # The borders of a table, and of its head, depend on its first and its last row.
            full = sorted({0, *full, len(children) - 1})
        near = {n + by for n in full for by in range(-REACH, REACH + 1)} | {0, len(children) - 1}
        for n, child in reversed(list(enumerate(children))):
            if n in full:
                if id(child) in known and known[id(child)] in inside:
                    shorten(child)
            elif n in near:
                del child[:]
                child.text = None
                child.set("style", _HIDDEN)
            else:
                parent.remove(child)

    for child in body:
        if known[id(child)] in inside:
            shorten(child)
        elif known[id(child)] not in wanted and child.tag not in ("header", "footer"):
            del child[:]
            child.text = None
            child.set("style", _HIDDEN)


@contextmanager
def from_there(
    first: int,
    at: PageStart | None,
    elements: Sequence[Element],
    paths: Mapping[int, tuple[int, ...]],
    is_reached: Callable[[PageStart | None], bool],
) -> Iterator[None]:
    """Inside the block, the pages of a document are laid out from page `first` (from 0) on, which starts at
    `at` (None: at its beginning), until `is_reached` says of the start of the next page that it is as it was
    before; it is asked of no start when all is laid out. `elements` are the passage of `at` and what it
    stands in, from the body on, `paths` those of passages (`passages.paths`).

    Raises LostTrack where that place is not to be found.
    """
    from weasyprint import layout as whole
    from weasyprint.layout import page as layout

    def make(context: Any, root: Any, html: Any, pages: Any) -> Iterator[Any]:
        # The first page of a document is another one: a margin at the top of others is left out.
        context.page_maker = [
            (*held, {}) for *held, _ in context.page_maker * first
        ] + context.page_maker
        if at is not None:
            way, asked = _way(root, elements, at), {"break": at.asked[0], "page": at.asked[1]}
            context.page_maker[first] = way, asked, *context.page_maker[first][2:]
        context.rendered_notes = []
        number = first
        is_last = False
        while not is_last:
            context.page_maker[number][-1].update(_MADE)
            made, resume_at = layout.remake_page(number, context, root, html)
            if number == first and at is not None:
                _run(context, root)
            number += 1
            yield made
            asked, following = context.page_maker[number][1], context.page_maker[number][-1]
            if resume_at is None:
                is_last = not context.reported_footnotes
                is_reached(None)
            else:
                is_last = is_reached(start(context, root, resume_at, asked, paths))
        following.update(_MADE)
        context.page_maker = context.page_maker[first : number + 1]
        for held in context.running_elements.values():
            # WeasyPrint counts from 1 again, to see what runs on which page.
            numbered = {page - first: boxes for page, boxes in held.items()}
            held.clear()
            held.update(numbered)

    with replaced(whole, "make_all_pages", make):
        yield


def _way(root: Any, elements: Sequence[Element], at: PageStart) -> Any:
    """WeasyPrint's way to a place in the last of `elements`, which stand in one another."""
    from weasyprint.formatting_structure.boxes import TableBox

    places: list[int] = []
    frame: list[float] = []
    box = root
    for element in elements:
        found = [n for n, child in enumerate(box.children) if child.element is element]
        if len(found) != 1:
            raise LostTrack
        places.append(found[0])
        box = box.children[found[0]]
        if element is not elements[-1] and box.is_table_wrapper:
            (n,) = (n for n, child in enumerate(box.children) if isinstance(child, TableBox))
            places.append(n)
            box = box.children[n]
            frame += (
                getattr(box, f"border_{side}_width") for side in ("top", "right", "bottom", "left")
            )
    if tuple(frame) != at.frame:
        raise LostTrack
    inner = at.inner
    while inner is not None:
        place, inner = inner
        places.append(place)
    way: Any = None
    for place in reversed(places):
        way = {place: way}
    return way


def _run(context: Any, root: Any) -> None:
    """Let the running lines run that stand before the first of these pages."""
    (body,) = (box for box in root.children if box.element.tag == "body")
    for box in body.children:
        if box.is_running():
            name = box.style["position"][1]
            context.running_elements[name][context.current_page].append(box)
