"""dl.particulars -> a paragraph for each term with its first detail, and one for each further one.

A term and its first detail share a line, as in a form, where the term leaves room for it. In a
redline that holds for each of the two versions: what one has first and the other has not stands on
the same line, marked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from indictment.render.word.inline import Line
from indictment.render.word.look import Look, within
from indictment.render.word.marks import BOTH, Mark, end_paragraph, is_marked, keep_end, versions
from indictment.render.word.xml import Element, elements, outside, words

if TYPE_CHECKING:
    from indictment.render.word.blocks import Place
    from indictment.render.word.story import Story

LONGEST_TERM = 24
"""Letters that have room in the 5 cm before the detail; after a longer term it stands below."""


@dataclass(slots=True)
class _Entry:
    """Terms, mostly one, and their details. A term that took another's place stands beside it."""

    terms: list[Element] = field(default_factory=list)
    details: list[Element] = field(default_factory=list)


def write(story: "Story", node: Element, place: "Place") -> None:
    """The particulars in `node`."""
    look = within(node, place.look)
    for entry in _entries(node, look):
        if entry.terms:
            _entry(story, entry, look)
        else:
            for detail in entry.details:
                story.fill(detail, "Particulars Detail", look)


def _entries(node: Element, look: Look) -> Iterator[_Entry]:
    entry = _Entry()
    for piece in elements(node):
        if piece.tag == "dd":
            entry.details.append(piece)
        elif piece.tag != "dt":
            raise outside(piece, "among particulars")
        elif entry.terms and not entry.details and _replaces(piece, entry.terms, look):
            entry.terms.append(piece)
        else:
            if entry.terms or entry.details:
                yield entry
            entry = _Entry([piece])
    if entry.terms or entry.details:
        yield entry


def _replaces(term: Element, before: list[Element], look: Look) -> bool:
    """True where one of two terms is deleted and the other inserted."""
    marks = [within(one, look).mark for one in (*before, term)]
    return len(marks) == 2 and len({mark.is_old for mark in marks if mark is not None}) == 2


def _entry(story: "Story", entry: _Entry, look: Look) -> None:
    named = replace(look, style="Particulars Label")
    mark = within(entry.terms[0], look).mark if len(entry.terms) == 1 else None
    made = story.fill(entry.terms[0], "Particulars Term", named)
    for term in entry.terms[1:]:
        keep_end(made)
        story.go_on(made, term, named)
    marks = [within(one, look).mark for one in entry.details]
    having = [version for version in BOTH if any(version in versions(one) for one in marks)]
    if not having:
        return
    gap = mark or (None if len(having) == 2 else marks[0])
    line = Line(story.desk, story.desk.package.part, made)
    if max(len(words(term)) for term in entry.terms) > LONGEST_TERM:
        line.line_break(replace(look, mark=gap))
    else:
        line.tab(gap)
    _details(story, entry.details, marks, look, made)


def _details(
    story: "Story", details: list[Element], marks: list[Mark | None], look: Look, made: Element
) -> None:
    had = dict.fromkeys(BOTH, False)
    last: Mark | None = None
    for detail, mark in zip(details, marks, strict=True):
        if not any(had[version] for version in versions(mark)):
            story.go_on(made, detail, look)
        else:
            is_first = not all(had[version] for version in versions(mark))
            if is_first and last is not None and not is_marked(made):
                # the version without the details before has this one on the line of the term
                end_paragraph(made, last)
            made = story.fill(detail, "Particulars Detail", look)
        for version in versions(mark):
            had[version] = True
        last = mark or last
