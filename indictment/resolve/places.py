"""A span of a source file -> its address in the law's terms.

("Count 1 (Crime of aggression)", "Particulars", "paragraph 41"): what a lawyer calls the place
that file, line and column name for an editor.
"""

from bisect import bisect_right
from collections import defaultdict

from indictment.diagnostics import Span
from indictment.model.indictment import Indictment
from indictment.model.matter import Chapter, Defendant, Matter, Particulars
from indictment.resolve import addresses

Place = tuple[str, ...]
_Point = tuple[int, int]


class Places:
    """The addresses of one indictment; make it once for many spans."""

    def __init__(self, indictment: Indictment) -> None:
        self.indictment = indictment
        self.files = _files(indictment)
        self.starts: dict[str, list[_Point]] = {}
        self.places: dict[str, list[Place]] = {}
        for file, found in _blocks(indictment).items():
            found.sort(key=lambda each: each[0])
            self.starts[file] = [start for start, _ in found]
            self.places[file] = [place for _, place in found]

    def of(self, span: Span) -> Place:
        """The address of `span`; () for a place that is in no part of the document."""
        at = bisect_right(self.starts.get(span.file, []), (span.line, span.column))
        if at:
            return self.places[span.file][at - 1]
        return self.files.get(span.file) or in_matter(self.indictment.matter, span)


def of(indictment: Indictment, span: Span) -> Place:
    """The address of one span."""
    return Places(indictment).of(span)


def in_matter(matter: Matter, span: Span) -> Place:
    """The address before numbers exist: ("counts/03-murder.md (Murder)",)."""
    for chapter in matter.chapters:
        if chapter.prose.file == span.file and (title := _title(chapter)):
            return (f"{span.file} ({title})",)
    for schedule in matter.schedules:
        if span.file.rsplit(".", 1)[0] == schedule.head.file.rsplit(".", 1)[0]:
            return (f"{span.file} ({schedule.head.title})",)
    return ()


def _title(chapter: Chapter) -> str:
    head = chapter.head
    if isinstance(chapter, Defendant):
        return chapter.head.short or chapter.head.name
    if isinstance(chapter, Particulars) and chapter.head.counts:
        return "; ".join(count.title for count in chapter.head.counts)
    return getattr(head, "title", None) or ""


def _files(indictment: Indictment) -> dict[str, Place]:
    """The address of what stands in a file above its first block, in the front matter."""
    files: dict[str, Place] = {}
    for group in indictment.counts:
        places = list(
            dict.fromkeys(
                n.place
                for n in indictment.numbered
                if n.kind == "count" and n.span.file == group.file
            )
        )
        files[group.file] = tuple(dict.fromkeys(p for place in places for p in place))[:1]
        if len(places) > 1:
            files[group.file] = (" and ".join(place[0] for place in places),)
    accused = {a.label: a.heading for a in indictment.accused}
    for defendant in indictment.matter.defendants:
        if defendant.label in accused:
            above = indictment.headings["accused"]
            files[defendant.prose.file] = addresses.place(above, accused[defendant.label])
    for section in (*indictment.statement, *indictment.annexes, *indictment.schedules):
        above = indictment.headings[section.part] if section.part else ""
        files[section.file] = addresses.place(above, addresses.plain(section.heading))
    return files


def _blocks(indictment: Indictment) -> dict[str, list[tuple[_Point, Place]]]:
    """Where each addressed piece begins: with the attribute line above it, if there is one."""
    found: dict[str, list[tuple[_Point, Place]]] = defaultdict(list)
    begins = {
        block.span: block.attributes.span
        for prose in (c.prose for c in indictment.matter.chapters)
        for block in prose.blocks
        if block.attributes
    }
    for numbered in indictment.numbered:
        if numbered.kind in ("note", "count", "annex"):
            continue
        span = begins.get(numbered.span, numbered.span)
        found[span.file].append(((span.line, span.column), numbered.place))
    return found
