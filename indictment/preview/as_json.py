"""What the browser is told, as JSON."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from indictment.pipeline.problems import Problem
from indictment.pipeline.shown import Exhibit, Piece
from indictment.render.screen import Leaf, Line

if TYPE_CHECKING:
    from indictment.preview.brief import Brief, Shown

Json = dict[str, Any]
_OF_PROBLEM = tuple(field.name for field in fields(Problem))
_OF_PIECE = tuple(field.name for field in fields(Piece))


def state(now: "Brief", shown: "Shown | None") -> Json:
    """A state, with the names of its texts."""
    pages = {
        "title": shown.title, "language": shown.language, "isConfidential": shown.confidential,
    } if shown else None  # fmt: skip
    return {
        "number": now.number,
        "isCurrent": now.is_current,
        "isBlocked": now.is_blocked,
        "said": now.said,
        "lists": {what: list(names) for what, names in now.lists.items()},
        "pages": pages,
    }


def problems(some: Sequence[Problem]) -> str:
    """Faults, in their order."""
    return json.dumps([_plain(one, _OF_PROBLEM) for one in some])


def pieces(some: Sequence[Piece]) -> str:
    """Paragraphs, headings, notes, in their order."""
    return json.dumps([_plain(one, _OF_PIECE) for one in some])


def leaves(some: Sequence[Leaf]) -> str:
    """The pages of a part, without what stands on them."""
    told = [
        {"name": one.name, "words": words_of(one), "width": one.width, "height": one.height}
        for one in some
    ]
    return json.dumps(told)


def rows(some: Sequence[tuple[object, ...]]) -> str:
    """Tuples: of an anchor its name, page and top; of a citation its number, exhibit and page."""
    return json.dumps(some)


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
