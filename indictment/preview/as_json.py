"""What the browser is told, as JSON."""

import hashlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from indictment.pipeline.problems import Problem
from indictment.pipeline.serving import State
from indictment.pipeline.shown import Exhibit, Pages, Piece
from indictment.render.screen import Leaf, Line

Json = dict[str, Any]
_OF_PROBLEM = tuple(field.name for field in fields(Problem))
_OF_PIECE = tuple(field.name for field in fields(Piece))


def state(now: State) -> Json:
    """A state without the content of its pages."""
    return {
        "number": now.number,
        "isCurrent": now.is_current,
        "isBlocked": now.is_blocked,
        "said": now.said,
        "problems": [_plain(problem, _OF_PROBLEM) for problem in now.problems],
        "pages": _pages(now.pages) if now.pages else None,
    }


def _pages(pages: Pages) -> Json:
    return {
        "title": pages.title,
        "language": pages.language,
        "isConfidential": pages.confidential,
        "leaves": [
            {
                "name": leaf.name,
                "words": words_of(leaf),
                "width": leaf.width,
                "height": leaf.height,
            }
            for leaf in pages.leaves.pages
        ],
        "pieces": [_plain(piece, _OF_PIECE) for piece in pages.pieces],
        "anchors": {name: list(place) for name, place in pages.leaves.anchors.items()},
        "citations": {str(n): list(cited) for n, cited in pages.citations.items()},
    }


def _plain(one: object, names: Sequence[str]) -> Json:
    """What is held under these names; none of it holds more of its kind, which `asdict` would look for."""
    return {name: getattr(one, name) for name in names}


def page_of_lines(leaf: Leaf, lines: Sequence[Line]) -> Json:
    """The words and links of a page. `link` of a line counts the links from 0.

    Running heads and feet are drawn last: the first line that stands above all before it, and all
    that follow it, are `running`.
    """
    running = _running(lines)
    return {
        "words": words_of(leaf),
        "lines": [
            {
                "text": line.text,
                "box": [round(x, 2) for x in (line.left, line.top, line.right, line.bottom)],
                "link": line.link,
                "running": at >= running,
            }
            for at, line in enumerate(lines)
        ],
        "links": [
            {"anchor": link.anchor, "citation": link.citation, "goesOn": link.goes_on}
            for link in leaf.links
        ],
    }


def words_of(leaf: Leaf) -> str:
    """A name for the words and links of a page: as long as it is the same, so are they."""
    return hashlib.sha256(repr((leaf.name, leaf.links)).encode()).hexdigest()[:16]


def _running(lines: Sequence[Line]) -> int:
    """Where the running lines begin."""
    highest = lines[0].top if lines else 0.0
    for at, line in enumerate(lines):
        if line.bottom < highest:
            return at
        highest = min(highest, line.top)
    return len(lines)


def exhibit(one: Exhibit, count: int, why: str) -> Json:
    """An exhibit: what is known of it, and how many of its pages can be shown, or `why` none can."""
    return {
        "label": one.label,
        "mark": one.mark,
        "title": one.title,
        "known": [list(each) for each in one.known],
        "file": one.path,
        "pages": count,
        "why": why,
    }
