r"""The number of a paragraph must not be typed.

The tool numbers paragraphs and sub-paragraphs, and headings where the court's form says so. A typed
number is printed beside its own, or makes a sub-paragraph of what was meant as a paragraph, and is
wrong as soon as a paragraph is inserted.

For example, a paragraph that begins with "12. On 24 February" or "(a) the order".

Remove the number of a paragraph. Sub-paragraphs are written `1.` at the beginning of their lines,
below the paragraph to which they belong, and are printed (a), (b), (c). Where a sentence itself
begins with a number and a full stop or bracket, a backslash says so: `12\.` or `\(a)`.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import Passage, parts, passages
from indictment.diagnostics import Diagnostic, Severity, Span
from indictment.model.blocks import Heading
from indictment.model.indictment import Indictment
from indictment.model.matter import Annex, Matter
from indictment.model.prose import Prose, ProseBlock, ProseHeading, ProseList

RULE = rule(__name__, __doc__, Severity.ERROR)
_REMOVE = "remove the number"

_TYPED = re.compile(
    r"(?:\((?:[a-zA-Z]|[ivxl]{1,5}|\d{1,3})\)|(?:\d{1,3}|[a-z]|[ivxl]{2,5})[.)])[ \u00a0](?!-)"
)
_TYPED_HEADING = re.compile(
    r"(?:\([a-zA-Z\d]{1,4}\)|(?:[a-zA-Z]|[IVXL]{1,5}|[ivxl]{1,5}|\d{1,3})[.)])[ \u00a0]"
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each number typed at the beginning of a paragraph or line."""
    yield from _headings(indictment)
    if indictment.court.numbering == "none":
        return
    for prose in _numbered(indictment.matter):
        yield from _lists(prose)
    files = {prose.file for prose in _numbered(indictment.matter)}
    for passage in passages(indictment):
        found = _TYPED.match(passage.text)
        if (
            found
            and passage.kind in ("paragraph", "sub-paragraph")
            and passage.span.file in files
            and not passage.is_escaped(found.start(), found.end())
        ):
            yield _say_words(passage, found[0].strip())


def _headings(indictment: Indictment) -> Iterator[Diagnostic]:
    """Numbers typed before the words of a heading that has one."""
    said = "the tool writes the number of this heading"
    numbered = {
        block.span
        for _, _, blocks in parts(indictment)
        for block in blocks
        if isinstance(block, Heading) and block.number
    }
    for passage in passages(indictment) if numbered else ():
        found = _TYPED_HEADING.match(passage.text)
        if (
            found
            and passage.kind == "heading"
            and passage.span in numbered
            and not passage.is_escaped(found.start(), found.end())
        ):
            typed = found[0].strip()
            yield RULE.at(
                passage.at(0, len(typed)), f"“{typed}” is typed, and {said}", help=_REMOVE
            )
    titles = {facts.prose.file: facts.head.at("title") for facts in indictment.matter.facts}
    for section in indictment.statement:
        found = _TYPED_HEADING.match(section.title)
        if found and section.heading_number:
            yield RULE.at(
                titles[section.file],
                f"“{found[0].strip()}” is typed, and {said}",
                help=_REMOVE,
            )


def _numbered(matter: Matter) -> Iterator[Prose]:
    """The files whose paragraphs get numbers."""
    for chapter in matter.chapters:
        if not isinstance(chapter, Annex) or chapter.head.numbered:
            yield chapter.prose


def _lists(prose: Prose) -> Iterator[Diagnostic]:
    """Numbers at the beginning of a line, which Markdown takes for a list."""
    above: ProseBlock | None = None
    for block in prose.blocks:
        if isinstance(block, ProseList) and block.ordered:
            alone = above is None or isinstance(above, ProseHeading)
            if alone or block.start != 1:
                length = len(str(block.start)) + 1
                yield RULE.at(
                    Span.on_line(prose.file, block.span.line, block.span.column, length),
                    f"“{block.start}.” is typed where the tool writes the number",
                    help="remove the number: the tool numbers paragraphs"
                    if alone
                    else "remove the number of a paragraph; begin sub-paragraphs with 1.",
                )
            yield from _items(block, prose)
        above = block


def _items(block: ProseList, prose: Prose) -> Iterator[Diagnostic]:
    """Numbers out of sequence: paragraphs that were numbered by hand below a list."""
    for position, item in enumerate(block.items):
        if position and item.number not in (None, 1, block.start + position):
            yield RULE.at(
                Span.on_line(prose.file, item.span.line, item.span.column, len(f"{item.number}.")),
                f"“{item.number}.” is typed where the tool writes the number",
                help="begin sub-paragraphs with 1.; remove the number of a paragraph, and put a line of "
                "text or {.continues} between it and the list above",
            )


def _say_words(passage: Passage, typed: str) -> Diagnostic:
    return RULE.at(
        passage.at(0, len(typed)),
        f"“{typed}” is typed where the tool writes the number",
        help="remove the number; write sub-paragraphs as lines that begin with 1.",
    )
