"""A laid-out document -> words that run over the edge of their page."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from indictment.diagnostics import Diagnostic, Span
from indictment.render.rules import OVER_THE_EDGE

if TYPE_CHECKING:
    from weasyprint.document import Document

SLACK = 2.0
"""How far, in CSS pixels, a line may reach into the margin before a reader sees it."""


def check(document: "Document", places: Mapping[str, Span]) -> Iterator[Diagnostic]:
    """What leaves the text area of its page, once for each page and passage.

    `places` says where the passage of an anchor is written; a passage without an anchor of its own
    is named by the last one before it.
    """
    anchor = ""
    for number, sheet in enumerate(document.pages, start=1):
        page = sheet._page_box
        left, right = page.content_box_x() - SLACK, page.content_box_x() + page.width + SLACK
        over: dict[Span, str] = {}
        for part in page.children[:2]:  # the text and the notes; the rest are margins
            for box in part.descendants():
                if box.element is not None:
                    anchor = box.element.get("id") or anchor
                if not getattr(box, "text", "").strip():
                    continue
                if box.position_x < left or box.position_x + box.width > right:
                    over.setdefault(places.get(anchor, Span("matter.yaml")), box.text)
        for span, words in over.items():
            yield _over(number, words, span)


def _over(page: int, words: str, span: Span) -> Diagnostic:
    shown = words.strip()
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return OVER_THE_EDGE.at(
        span,
        f"words run over the edge of page {page}: “{shown}”",
        help="give the table fewer or wider columns, or break the word",
    )
