"""The page with marks -> the words of the old version, or of the new one: all rejected, all accepted.

What marks mean is in docs/analysis/redline.md. Numbers that are counted again by whoever reads the page
are no words here; those that stand in words are, each side's own. The contents follow from the headings.
"""

import hashlib
from collections.abc import Iterator
from typing import Literal

from lxml import html

from indictment.value import dataclass

Side = Literal["old", "new"]

INLINE = frozenset(("em", "strong", "span", "a", "ins", "del"))
"""Elements that stand inside a line."""

_GONE: dict[Side, tuple[str, str]] = {"old": ("ins", "inserted"), "new": ("del", "deleted")}
_NUMBERS = frozenset(
    ("number", "old-number", "ref-number", "page-number", "page-count", "page-of", "contents")
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one version: how many, and the SHA-256 of them, one space between, as UTF-8."""

    number: int
    sha256: str


def words(page: str, side: Side) -> str:
    """The words of one side of a page, one space between. A page without marks has one side."""
    body = html.document_fromstring(page).find("body")
    return "" if body is None else " ".join("".join(_text(body, *_GONE[side])).split())


def counted(page: str, side: Side) -> Words:
    """How many words one side of a page has, and their hash."""
    text = words(page, side)
    return Words(text.count(" ") + bool(text), hashlib.sha256(text.encode()).hexdigest())


def _text(element: html.HtmlElement, tag: str, mark: str) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        name = inner.tag
        classes = (inner.get("class") or "").split() if isinstance(name, str) else []
        apart = name not in INLINE or "footnote" in classes
        if apart:
            yield " "
        if (
            isinstance(name, str)
            and name != tag
            and mark not in classes
            and not _NUMBERS & {*classes}
        ):
            if "renumbered" in classes and tag == "ins":
                yield inner.get("data-was") or ""
            else:
                yield from _text(inner, tag, mark)
        if apart:
            yield " "
        yield inner.tail or ""
