"""page.html -> its running lines on pages without words, to be set by themselves (`bound.running`)."""

import re

from indictment.value import dataclass

PLAIN = ""
"""The name of a page that has none."""
_LINES = re.compile(r"<(header|footer)\b[^>]*>.*?</\1>", re.DOTALL)
_NOT_ALONE = re.compile(r"<(?:a|img)\b|\bid=|\bclass=\"footnote\"")
"""What a page would have to know of its running lines: links, anchors, images, notes."""


@dataclass(frozen=True, slots=True)
class RunningPage:
    """The running lines of a page: the HTML of them that stands before the pages that they are set for, and the
    `names` of those pages that may look otherwise.
    """

    begin: str
    names: tuple[str, ...]

    def places(self, lengths: int) -> list[tuple[str, int]]:
        """For which pages they are set in a whole whose number of pages has so many digits as `lengths`: the name of
        each, and the number of digits of its number.
        """
        return [(name, length) for name in self.names for length in range(1, lengths + 1)]

    def html(self, lengths: int) -> str:
        """A page for each of the `places`."""
        pages = (_page(name) for name, _ in self.places(lengths))
        return "".join((self.begin, *pages, "</body></html>"))


def of_page(page: str, names: tuple[str, ...]) -> RunningPage | None:
    """The running lines of `page`, for pages of these `names`, if they can be set by themselves."""
    found = [one[0] for one in _LINES.finditer(page)]
    body = re.search(r"<body\b[^>]*>", page)
    if body is None or any(map(_NOT_ALONE.search, found)):
        return None
    return RunningPage(f"{page[: body.end()]}{''.join(found)}", names)


def _page(name: str) -> str:
    look = (
        f"break-before: page; page: {name or 'auto'}; height: 1px; margin: 0; padding: 0; border: 0"
    )
    return f'<div style="{look}"></div>'
