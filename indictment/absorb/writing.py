"""What a line is to become -> the Markdown that prints so. What is kept is copied from the source, letter for
letter, with its line ends and its markup; only what is new is written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from indictment.absorb.escaping import Hand, line_start
from indictment.absorb.line import Sign
from indictment.absorb.markup import region
from indictment.absorb.rebuilding import Rebuilt
from indictment.absorb.target import Target

_MARKS_OF_PARTS = ("{.continues}", "{.unnumbered}")
_BEGUN = re.compile(r"\d+\. \S")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `new` in the place of `begin` to `end` of a page's text."""

    page: str
    begin: int
    end: int
    new: str


@dataclass(slots=True)
class Writer:
    """Writes lines of one page. `edits` collects what stands elsewhere in it (notes written apart)."""

    page: str
    source: str
    hand: Hand
    sources: Mapping[str, str]
    """The text of every page, for notes that come from another."""
    edits: list[Edit] = field(default_factory=list)

    def fresh(self, target: Target, prefix: str = "") -> str:
        """The Markdown of words that are all new."""
        return self.between(target, prefix)

    def edited(self, target: Target, prefix: str) -> Edit | None:
        """The change of the source that makes the line read so."""
        begin, end = region(target.signs, self.source)
        if begin < 0:
            return None
        made = self.between(target, prefix)
        old = set(self.source[begin:end].split("\n"))
        lines = made.split("\n")
        for n, line in enumerate(lines):
            if n == 0 and self._begins_a_line(begin):
                lines[n] = line if line in old else line_start(line)
            elif n and line not in old:
                lines[n] = _after_prefix(line, prefix, target)
        made = "\n".join(lines)
        return Edit(self.page, begin, end, made) if made != self.source[begin:end] else None

    def _begins_a_line(self, at: int) -> bool:
        start = self.source.rfind("\n", 0, at) + 1
        return not re.sub(r"[>\s]|[-*+]\s|\d+[.)]\s", "", self.source[start:at])

    # --- a line --------------------------------------------------------------------------------

    def between(self, target: Target, prefix: str) -> str:
        """The source of the line's region, as it is to be."""
        return Rebuilt(self, target, prefix).written()

    def note(self, target: Target) -> str:
        """A note that is new: its words, or the source of the note that it was."""
        if target.line is None:
            hand = replace(self.hand, in_note=True)
            words = Writer(self.page, self.source, hand, self.sources).fresh(target)
            return f"^[{words}]"
        return self._known_note(target, self.sources[target.line.page])

    def _known_note(self, target: Target, source: str) -> str:
        line = target.line
        assert line is not None
        starts = [0]
        for one in source.split("\n"):
            starts.append(starts[-1] + len(one) + 1)
        begin = starts[line.span.line - 1] + line.span.column - 1
        end = starts[line.span.end_line - 1] + line.span.end_column - 1
        if source.startswith("[^", begin):  # written elsewhere in its file
            begin = source.index(":", begin) + 1
            return f"^[{' '.join(source[begin:end].split())}]"
        return source[begin:end]

    def _noted(self, sign: Sign, target: Target, at: int) -> str:
        """A citation with words behind its full stop: a note that is written out, `^[[@a, p. 2]. Words.]`."""
        cited = replace(target, items=target.items[:at])
        hand = replace(self.hand, in_note=True)
        rest = Writer(self.page, self.source, hand, self.sources)
        words = rest.fresh(Target(None, (), target.items[at:]))
        self.edits += rest.edits
        return f"^[{self.kept_note(sign, cited)}.{words}]"

    def kept_note(self, sign: Sign, target: Target | None) -> str:
        """A note that stays: its source, with what changed in it."""
        typed = self.source[sign.begin : sign.end]
        if target is None or target.is_kept:
            return typed
        if not target.whole_note and (at := _behind_its_stop(target)):
            return self._noted(sign, target, at)
        hand = replace(self.hand, in_note=True, in_citation=not target.whole_note)
        writer = Writer(self.page, self.source, hand, self.sources)
        begin, end = region(target.signs, self.source)
        made = writer.between(target, "")
        self.edits += writer.edits
        if not (sign.begin <= begin <= end <= sign.end):
            self.edits.append(Edit(self.page, begin, end, made))
            return typed
        return self.source[sign.begin : begin] + made + self.source[end : sign.end]


def _behind_its_stop(target: Target) -> int:
    """Where new words begin behind the full stop that the tool puts at the end of a citation; 0: nowhere."""
    last = len(target.signs) - 1
    at = next((n for n, item in enumerate(target.items) if item.old == last), -1)
    return at + 1 if target.signs[last].source == "tool" and 0 <= at < len(target.items) - 1 else 0


def _after_prefix(line: str, prefix: str, target: Target) -> str:
    is_heading = target.line is not None and target.line.kind == "heading"
    if line in _MARKS_OF_PARTS or not line.startswith(prefix) or is_heading:
        return line
    rest = line[len(prefix) :]
    # the mark of an item that begins here was written by us
    return line if prefix and _BEGUN.match(rest) else prefix + line_start(rest)
