"""Paragraphs that are new in a file, or come from elsewhere -> where they go, and how they are typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from indictment.absorb.escaping import Hand, hand_of, line_start
from indictment.absorb.line import Kind, Line
from indictment.absorb.places import Source, following
from indictment.absorb.target import Lost, Target
from indictment.absorb.writing import Edit, Writer

_WIDEST, _NARROWEST = 140, 60


class Placed(Protocol):
    """What is told whether a new paragraph found its place."""

    def __call__(self, *, there: bool) -> None:
        """Tell it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A new paragraph: its words, or (`ready`) the source that goes elsewhere."""

    kind: Kind
    block: str
    placed: "Placed"
    """Told whether a place was found."""
    level: int = 0
    target: Target | None = None
    ready: bool = False


@dataclass(slots=True)
class Fresh:
    """Follows the document in its order and puts new paragraphs behind what stands before them."""

    source: Callable[[str], Source]
    lose: Callable[[Lost], None]
    edits: list[Edit] = field(default_factory=list)
    last: Line | None = None
    """The source line before the place, None behind what the tool wrote."""
    like: Kind = "numbered"
    waiting: list[Paragraph] = field(default_factory=list)
    behind: list[Paragraph] = field(default_factory=list)

    def after(self, line: Line) -> None:
        """What follows comes after `line`."""
        self._flush()
        if self.waiting:
            self._before(line)
        self.last = line
        if line.kind in ("numbered", "unnumbered"):
            self.like = line.kind

    def computed(self) -> None:
        """What follows comes after something that the tool wrote."""
        self._flush()
        self._drop()
        self.last = None

    def end(self) -> None:
        """Nothing follows."""
        self._flush()
        self._drop()

    def put(self, paragraph: Paragraph) -> None:
        """Put a paragraph at the place."""
        (self.waiting if self.last is None else self.behind).append(paragraph)

    def _drop(self) -> None:
        for paragraph in self.waiting:
            words = paragraph.target.text if paragraph.target else paragraph.block
            self.lose(Lost("structure", "", words, "no place"))
            paragraph.placed(there=False)
        self.waiting = []

    # --- behind a line --------------------------------------------------------------------------

    def _flush(self) -> None:
        if not self.behind or self.last is None:
            return
        line = self.last
        source = self.source(line.span.file)
        at = line.held.whole if line.kind == "cell" else line.held.last
        made, before = "", line
        mark = ""
        for paragraph in self.behind:
            text, mark = self._typed(paragraph, before, source, mark)
            made += text
            before = self._stand_in(line, paragraph)
            paragraph.placed(there=True)
        if not source.is_blank(at + 1) and not self._stays_in_list(self.behind[-1], line):
            made += "\n"
        self.edits.append(Edit(line.span.file, source.end(at), source.end(at), made))
        self.behind = []

    def _stays_in_list(self, last: Paragraph, line: Line) -> bool:
        return last.kind in ("item", "bullet")

    def _stand_in(self, line: Line, paragraph: Paragraph) -> Line:
        return replace(line, kind=paragraph.kind, level=paragraph.level or line.level)

    def _before(self, line: Line) -> None:
        """Put what waits before `line`, the first of its file."""
        if line.kind in ("cell", "item", "bullet") or line.held.prefix:
            self._drop()
            return
        source = self.source(line.span.file)
        made = ""
        for paragraph in self.waiting:
            made += self._own(paragraph, source, "") + "\n\n"
            paragraph.placed(there=True)
        at = source.start(line.held.first)
        self.edits.append(Edit(line.span.file, at, at, made))
        self.waiting = []

    # --- how it is typed ------------------------------------------------------------------------

    def _typed(
        self, paragraph: Paragraph, before: Line, source: Source, mark: str
    ) -> tuple[str, str]:
        kind = paragraph.kind
        if paragraph.ready or kind not in ("item", "bullet", "quoted", "continuing"):
            return "\n\n" + self._own(paragraph, source, ""), ""
        if kind in ("item", "bullet"):
            return self._item(paragraph, before, source, mark)
        if kind == "quoted":
            prefix = before.held.prefix
            if before.kind == "quoted":
                return f"\n{prefix.rstrip()}\n{prefix}" + self._words(paragraph, source, prefix), ""
            return f"\n\n{prefix}> " + self._words(paragraph, source, f"{prefix}> "), ""
        prefix = before.held.prefix if before.kind in ("item", "bullet") else ""
        if prefix:
            return f"\n\n{prefix}" + self._words(paragraph, source, prefix), ""
        return "\n\n{.continues}\n" + self._words(paragraph, source, ""), ""

    def _item(
        self, paragraph: Paragraph, before: Line, source: Source, mark: str
    ) -> tuple[str, str]:
        is_list = before.kind in ("item", "bullet")
        depth = paragraph.level or 1
        known = self._fellow(before, depth, source) if is_list else None
        if known is not None:
            indent, was, space = known
            mark = following(mark or was)
            prefix = indent + " " * len(mark + space)
            return f"\n{indent}{mark}{space}" + self._words(paragraph, source, prefix), mark
        first = "1." if paragraph.kind == "item" else "-"
        indent = before.held.prefix if is_list else ""
        prefix = indent + " " * (len(first) + 1)
        gap = "\n" if is_list else "\n\n"
        return f"{gap}{indent}{first} " + self._words(paragraph, source, prefix), first

    def _fellow(self, before: Line, depth: int, source: Source) -> tuple[str, str, str] | None:
        """How the item is marked that a new one of this depth stands beside."""
        if before.level < depth:
            return None
        indent, mark, space = source.marker(before)
        if before.level == depth:
            return indent, mark, space
        for number in range(before.held.first - 1, 0, -1):
            line = source.lines[number - 1]
            found = re.match(r"([>\s]*)([-*+]|\d{1,9}[.)])(\s+)", line)
            if found and len(found[1]) < len(indent):
                indent = found[1]
                depth += 1
                if depth == before.level:
                    return found[1], found[2], found[3]
        return None

    def _own(self, paragraph: Paragraph, source: Source, prefix: str) -> str:
        if paragraph.ready:
            return paragraph.block
        words = self._words(paragraph, source, prefix)
        if paragraph.kind == "heading":
            return "#" * max(self._level(paragraph, source), 1) + " " + words
        if paragraph.kind == "unnumbered" and self.like != "unnumbered":
            return "{.unnumbered}\n" + words
        return words

    def _level(self, paragraph: Paragraph, source: Source) -> int:
        shift = 1
        if self.last is not None and self.last.kind == "heading":
            shift = self.last.level - self.last.typed_level
        return max(paragraph.level - shift, 1)

    def _words(self, paragraph: Paragraph, source: Source, prefix: str) -> str:
        assert paragraph.target is not None
        hand = hand_of(source.text)
        writer = Writer(source.file, source.text, Hand(hand.straight), {source.file: source.text})
        made = writer.fresh(paragraph.target, prefix)
        lines = made.split("\n")
        if paragraph.kind == "heading":
            return " ".join(line.rstrip("\\") for line in lines)
        wrapped = _wrapped(lines[0], _width(source.lines), prefix)
        wrapped[0] = line_start(wrapped[0])
        return "\n".join([*wrapped, *lines[1:]])


def _width(lines: list[str]) -> int:
    """How wide a file's lines are; 0 where its paragraphs are lines of their own."""
    longest = max((len(line) for line in lines), default=0)
    return longest if _NARROWEST <= longest <= _WIDEST + 40 else 0


def _wrapped(text: str, width: int, prefix: str) -> list[str]:
    """`text` in lines of the file's width; none begins with a sign that would be markup."""
    if not width or len(text) + len(prefix) <= width:
        return [text]
    out: list[str] = []
    line = ""
    for word in re.split(r" (?=\S)", text):
        begun = f"{line} {word}" if line else word
        if line and len(begun) + len(prefix) > width and line_start(word) == word and not word.startswith("["):  # fmt: skip
            out.append(line)
            begun = word
        line = begun
    out.append(line)
    return [out[0], *(prefix + one for one in out[1:])]
