"""A laid-out document -> words that run over the edge of their page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Span
from indictment.render.pdf.divide.open_numbers import SLOT
from indictment.render.rules import OVER_THE_EDGE

if TYPE_CHECKING:
    from weasyprint.document import Document

SLACK = 2.0
"""How far, in CSS pixels, a line may reach into the margin before a reader sees it."""


def check(
    document: "Document",
    places: Mapping[str, Span],
    before: int = 0,
    numbers: Sequence[str] = (),
) -> Iterator[Diagnostic]:
    """What leaves the text area of its page, once for each page and passage.

    `before` is the number of pages before the first one of `document`, `numbers` are those that it
    leaves open. `places` says where the passage of an anchor is written; a passage without an anchor
    of its own is named by the last one before it.
    """
    from weasyprint.formatting_structure.boxes import MarginBox

    anchor = ""
    for number, sheet in enumerate(document.pages, start=before + 1):
        over: dict[tuple[Span, str], str] = {}
        for part in sheet._page_box.children:
            if isinstance(part, MarginBox):
                continue
            for box in part.descendants():
                if box.element is not None:
                    anchor = box.element.get("id") or anchor
                if remedy := _remedy(box, sheet._page_box):
                    span = places.get(anchor, Span("matter.yaml"))
                    over.setdefault((span, remedy), _words(box, numbers))
        for (span, remedy), words in over.items():
            yield _over(number, words, span, remedy)


def _words(box: Any, numbers: Sequence[str]) -> str:
    """What a box prints, also where its number is left open."""
    slot = None if box.element is None else box.element.get(SLOT)
    if slot is None:
        return str(box.text)
    digits = iter(numbers[int(slot)])
    return "".join(next(digits, one) if one == "0" else one for one in box.text)


def _remedy(box: Any, page: Any) -> str:
    """What to do about a box with words that leaves the page; empty where it does not."""
    if not getattr(box, "text", "").strip():
        return ""
    left, top = page.content_box_x(), page.content_box_y()
    if box.position_x < left - SLACK or box.position_x + box.width > left + page.width + SLACK:
        return "give the table fewer or wider columns, or break the word"
    if box.position_y < top - SLACK or box.position_y + box.height > top + page.height + SLACK:
        return "divide it: it is longer than a page"
    return ""


def _over(page: int, words: str, span: Span, remedy: str) -> Diagnostic:
    shown = words.strip()
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return OVER_THE_EDGE.at(span, f"words run over the edge of page {page}: “{shown}”", help=remedy)
