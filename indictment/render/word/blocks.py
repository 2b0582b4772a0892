"""Blocks of the page -> paragraphs, tables and pictures of the Word document, in order."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

from indictment.render.word import contents, figures, particulars, tables
from indictment.render.word.look import Look, within
from indictment.render.word.marks import CLASSES
from indictment.render.word.numbering import numbers
from indictment.render.word.paragraphs import Shape
from indictment.render.word.story import Story
from indictment.render.word.xml import Element, classes, elements, has_class, outside, words
from indictment.value import dataclass

FIRST_STEP, STEP, QUOTED = 709, 567, 425
"""Indentations in twips, as in reference.docx.

Text stands 1.25 cm in below a numbered paragraph, 1 cm more below each sub-paragraph; a quotation
0.75 cm more than what it belongs to.
"""

STYLES = {
    "tribunal": "Tribunal", "case-number": "Case Number", "instrument-title": "Instrument Title",
    "against": "Against", "caption-name": "Caption Name", "caption-and": "Caption And",
    "instrument": "Instrument", "version": "Version", "caption-date": "Caption Date",
    "caption-party": "Caption Party", "classification": "Classification",
    "unnumbered": "Unnumbered", "formula": "Formula", "count-number": "Count Number",
    "count-title": "Count Title", "count-citation": "Count Citation", "charge": "Charge",
    "charge-detail": "Charge Detail", "alternative": "Alternative",
    "signature-date": "Signature Date", "signature-line": "Signature Line",
    "signatory-name": "Signatory Name", "signatory-title": "Signatory Title",
}  # fmt: skip
"""The style, by name, of a paragraph of a class."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    `depth` counts the numbers around it (1 below a numbered paragraph, 2 below a sub-paragraph);
    `keep` holds its paragraphs on one page; `quoted` is 1 in a quotation, one more in each list there.
    """

    look: Look
    depth: int = 0
    keep: bool = False
    notice: bool = False
    quoted: int = 0


def blocks(story: Story, node: Element, place: Place) -> None:
    """The blocks in `node`."""
    for inner in elements(node):
        block(story, inner, place)


def block(story: Story, node: Element, place: Place) -> None:
    """One block."""
    write = _WRITERS.get(str(node.tag))
    if write is None:
        raise outside(node, "where blocks stand")
    write(story, node, place)


def _heading(story: Story, node: Element, place: Place) -> None:
    story.heading = words(node)
    level = int(str(node.tag)[1])
    if not len(node) or not has_class(node[0], "number"):
        story.fill(node, f"heading {level}", place.look)
        return
    texts = numbers(node, within(node, place.look).mark, story.divided)
    used = story.desk.headings.follow(level - 1, texts)
    made = story.fill(node, f"heading {level}", place.look, Shape((level - 1, used)))
    story.desk.number(made, story.desk.headings.place(made, texts))


def _paragraph(story: Story, node: Element, place: Place) -> None:
    kind = next((name for name in classes(node) if name not in CLASSES), "")
    shape = Shape(keep=place.keep or _introduces(node))
    if place.notice and not kind:
        story.fill(node, "Notice", place.look, shape)
    elif kind == "numbered":
        _numbered(story, node, "Indictment Paragraph", 0, place)
    elif kind == "quoted" or (kind == "continues" and place.quoted):
        story.fill(node, "Quotation", place.look, replace(shape, left=_quoted(place)))
    elif kind == "continues":
        story.fill(node, "Continuing", place.look, replace(shape, left=_indent(place.depth)))
    elif kind == "charge-detail" and place.depth:
        story.fill(node, STYLES[kind], place.look, replace(shape, left=_indent(place.depth)))
    elif kind in STYLES:
        story.fill(node, STYLES[kind], place.look, shape)
    else:
        raise outside(node, "where blocks stand")


def _introduces(node: Element) -> bool:
    """True where a list, a quotation, a table or a figure belongs to the paragraph.

    Its last line stays with the first of what it announces.
    """
    following = node.getnext()
    if following is None or not has_class(following, "attached") or not len(following):
        return False
    return following[0].tag != "p"


def _quoted(place: Place) -> int | None:
    """Where quoted text begins; None where the style says it."""
    if place.depth < 2 and place.quoted < 2:
        return None
    return _indent(place.depth) + QUOTED + STEP * max(place.quoted - 1, 0)


def _indent(depth: int) -> int:
    return FIRST_STEP + STEP * max(depth - 1, 0)


def _numbered(story: Story, node: Element, style: str, level: int, place: Place) -> None:
    number = node[0] if len(node) else None
    if number is None or not has_class(number, "number") or (node.text or "").strip():
        raise outside(node, "without span.number at its beginning")
    texts = numbers(node, within(node, place.look).mark, story.divided)
    used = story.desk.numbering.follow(level, texts)
    made = story.fill(
        node, style, place.look, Shape((level, used), keep=place.keep or _introduces(node))
    )
    story.desk.number(made, story.desk.numbering.place(made, texts))


def _list(story: Story, node: Element, place: Place) -> None:
    if not has_class(node, "sub" if node.tag == "ol" else "bullets"):
        raise outside(node, "where blocks stand")
    depth = int(node.get("data-depth") or 1)
    if not 1 <= depth <= 3:
        raise outside(node, "deeper than the third level")
    is_quoted = bool(place.quoted) and node.tag == "ol"
    if is_quoted:
        place = replace(place, look=within(node, place.look))
    else:
        place = replace(place, look=within(node, place.look), depth=depth + 1)
    for item in elements(node):
        if item.tag != "li":
            raise outside(item, "in a list")
        inner = replace(place, look=within(item, place.look))
        story.desk.anchors.wait(item.get("id"), inner.look)
        for inside in elements(item):
            if is_quoted and has_class(inside, "sub"):
                shape = Shape(left=_quoted(inner))
                story.fill(_with_its_number(inside), "Quotation", inner.look, shape)
            elif is_quoted:
                block(story, inside, replace(inner, quoted=inner.quoted + 1))
            elif has_class(inside, "sub"):
                _numbered(story, inside, f"Sub-paragraph {depth}", depth, inner)
            elif has_class(inside, "bullet"):
                shape = Shape((depth - 1, story.desk.bullets))
                story.fill(inside, f"Bullet {depth}", inner.look, shape)
            else:
                block(story, inside, inner)


def _with_its_number(node: Element) -> Element:
    """A quoted item: its number is the original's and not Word's to count."""
    copy = deepcopy(node)
    number = copy[0]
    copy.text = words(number) + (number.tail or "")
    copy.remove(number)
    return copy


def _group(story: Story, node: Element, place: Place) -> None:
    place = replace(place, look=within(node, place.look))
    story.desk.anchors.wait(node.get("id"), place.look)
    if has_class(node, "attached"):
        place = replace(place, depth=max(place.depth, 1))
    elif has_class(node, "notice"):
        place = replace(place, notice=True)
    elif node.tag == "blockquote":
        place = replace(place, quoted=max(place.quoted, 1))
    elif not has_class(node, "signatory"):
        raise outside(node, "where blocks stand")
    blocks(story, node, place)


def part(story: Story, node: Element, place: Place) -> None:
    """A part: a page of its own where it asks for one, turned where it asks for that."""
    look = within(node, place.look)
    if node.get("data-page") == "new":
        story.begin_page(look.mark)
    if has_class(node, "title-page") and story.is_empty:
        story.sections.has_title_page = True
    turned = node.get("data-orientation") == "landscape"
    before = story.turn("landscape") if turned else None
    story.desk.anchors.wait(node.get("id"), look)
    keep = place.keep or has_class(node, "signature")
    place = replace(place, look=look, keep=keep)
    if node.tag == "nav":
        contents.write(story, node, place)
    else:
        blocks(story, node, place)
    if before is not None:
        story.turn(before)


_WRITERS: dict[str, Callable[[Story, Element, Place], None]] = {
    "section": part,
    "nav": part,
    "p": _paragraph,
    "ol": _list,
    "ul": _list,
    "div": _group,
    "blockquote": _group,
    "dl": particulars.write,
    "table": tables.write,
    "figure": figures.write,
    **{f"h{level}": _heading for level in range(1, 5)},
}
