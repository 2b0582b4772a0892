"""nav.contents -> a table of contents: one TOC field, its cached result the page's own lines."""

from typing import TYPE_CHECKING

from indictment.render.word.fields import begin, end
from indictment.render.word.inline import Line
from indictment.render.word.look import Look
from indictment.render.word.xml import Element, classes, elements, has_class, outside

if TYPE_CHECKING:
    from indictment.render.word.blocks import Place
    from indictment.render.word.story import Story

CODE = 'TOC \\o "1-3" \\h \\z \\u'
LEVELS = {"toc-1": "toc 1", "toc-2": "toc 2", "toc-3": "toc 3"}


def write(story: "Story", node: Element, place: "Place") -> None:
    """The heading and the lines. Without the PDF's page numbers the lines have none."""
    lines: list[tuple[str, Element]] = []
    for piece in elements(node):
        if has_class(piece, "contents-heading"):
            story.fill(piece, "TOC Heading", place.look)
        elif has_class(piece, "toc"):
            lines += [_line(item) for item in elements(piece)]
        else:
            raise outside(piece, "in the contents")
    line: Line | None = None
    for number, (style, link) in enumerate(lines):
        made = story.paragraph(style, place.look)
        line = Line(story.desk, story.desk.package.part, made)
        if number == 0:
            begin(line, CODE, Look())
        _entry(line, link, place.look)
    if line is not None:
        end(line, Look())


def _line(item: Element) -> tuple[str, Element]:
    style = next((LEVELS[name] for name in classes(item) if name in LEVELS), None)
    links = list(elements(item))
    if style is None or len(links) != 1 or not (links[0].get("href") or "").startswith("#"):
        raise outside(item, "but with one link in the contents")
    return style, links[0]


def _entry(line: Line, link: Element, look: Look) -> None:
    anchor = (link.get("href") or "")[1:]
    page = (line.desk.pages or {}).get(anchor)
    line.open_link(f"#{anchor}")
    for piece in elements(link):
        if has_class(piece, "toc-text"):
            line.write(piece, look)
        elif not has_class(piece, "page-of"):
            raise outside(piece, "in a line of the contents")
        elif page is not None:
            line.tab()
            line.desk.fields.simple(
                line, f"PAGEREF {line.desk.anchors.name(anchor)} \\h", str(page), look
            )
    line.close_link()
