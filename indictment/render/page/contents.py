"""Headings of the page -> lines of the contents. The contents are what the headings are."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from indictment.value import dataclass

if TYPE_CHECKING:
    from markupsafe import Markup

HEADING_LINE = re.compile(r"<h([1-4])((?:\s[^>]*)?)>(.*?)</h\1>", re.DOTALL)
ANCHOR = re.compile(r'\sid="([^"]*)"')
TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
KEPT = frozenset({"em", "strong"})
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its level (1 to 3), the anchor of the heading, its words."""

    level: int
    anchor: str
    text: "Markup"


def entries(page: str) -> Iterator[Entry]:
    """The headings of levels 1 to 3 in `page` that have an anchor, in order."""
    from markupsafe import Markup

    for found in HEADING_LINE.finditer(page):
        anchor = ANCHOR.search(found[2])
        if anchor and int(found[1]) <= DEEPEST:
            yield Entry(int(found[1]), anchor[1], Markup(words(found[3])))


def words(inner: str) -> str:
    """The heading's words: without its notes, links and anchors; a line break becomes a space."""
    said: list[str] = []
    kept: list[bool] = []
    note = 0
    end = 0
    for tag in TAG.finditer(inner):
        if not note:
            said.append(inner[end : tag.start()])
        end = tag.end()
        if tag[2] == "br":
            said.append("" if note else " ")
        elif tag[1]:
            keeps = kept.pop() if kept else False
            if note and len(kept) < note:
                note = 0
            elif keeps and not note:
                said.append(tag[0])
        else:
            lang = re.search(r' lang="[^"]*"', tag[3])
            keeps = not note and (tag[2] in KEPT or (tag[2] == "span" and lang is not None))
            kept.append(keeps)
            if 'class="footnote"' in tag[3] and not note:
                note = len(kept)
            elif keeps:
                said.append(f"<{tag[2]}{lang[0] if lang else ''}>")
    said.append("" if note else inner[end:])
    return " ".join("".join(said).split())
