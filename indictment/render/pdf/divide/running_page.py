"""page.html -> its running lines on pages without words, to be set by themselves (`bound.running`)."""

import re
from collections.abc import Sequence

from indictment.value import dataclass

PLAIN = ""
"""The name of a page that has none."""
_LINES = re.compile(r"<(header|footer)\b[^>]*>.*?</\1>", re.DOTALL)
_NOT_ALONE = re.compile(r"<(?:a|img)\b|\bid=|\bclass=\"footnote\"")
"""What a page would have to know of its running lines: links, anchors, images, notes."""


@dataclass(frozen=True, slots=True)
class RunningPage:
    """The running lines of a page (HTML): what stands before and behind the pages that they are set for."""

    begin: str
    end: str

    def html(self, names: Sequence[str], lengths: int) -> str:
        """A page for each of the `names` and each number of digits that its number may have, in the order of `places`."""
        return "".join((self.begin, *(_page(name) for name, _ in places(names, lengths)), self.end))


def of_page(page: str) -> RunningPage | None:
    """The running lines of `page`, if they can be set by themselves."""
    found = [one[0] for one in _LINES.finditer(page)]
    body = re.search(r"<body\b[^>]*>", page)
    if body is None or any(map(_NOT_ALONE.search, found)):
        return None
    return RunningPage(f"{page[: body.end()]}{''.join(found)}", "</body></html>")


def places(names: Sequence[str], lengths: int) -> list[tuple[str, int]]:
    """For which pages running lines are set: the name of each, and the number of digits of its number."""
    return [(name, length) for name in names for length in range(1, lengths + 1)]


def _page(name: str) -> str:
    look = (
        f"break-before: page; page: {name or 'auto'}; height: 1px; margin: 0; padding: 0; border: 0"
    )
    return f'<div style="{look}"></div>'
