"""YAML text -> plain data in which every scalar is a string, with the place of each key and value.

libyaml reads the signs; what is made of them is decided here, because the usual constructors
turn a symbol such as `1e5` into a number and let the second of two equal keys win.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from indictment.diagnostics import Diagnostic, Outcome, Related, Span
from indictment.model.prose import Allowance
from indictment.model.source import Path
from indictment.parse import rules, yaml_comments, yaml_faults

Data = dict[str, Any] | list[Any] | str | None
_DEEPEST = 12
_MENDINGS = 40
_UNREADABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class Composed:
    """What a YAML text says.

    `values` and `keys` have the span of each value and key by its path; a key without a value has
    a key's span alone. `lost` are the lines that could not be read: what is missing because of
    them is not to be reported again.
    """

    data: Data
    values: Mapping[Path, Span]
    keys: Mapping[Path, Span]
    allowances: tuple[Allowance, ...] = ()
    lost: frozenset[int] = frozenset()


class _Stop(Exception):
    """What follows cannot be read in an orderly way; the fault is already noted."""


def compose(text: str, file: str, first_line: int = 1) -> Outcome[Composed]:
    """Read the YAML `text`, which begins at line `first_line` of `file`. Never raises.

    Always gives a value: lines that libyaml cannot read are reported and left out, one after
    the other, so that the mistakes below them are found as well. Characters that cannot stand
    in a file are reported by `characters.decode`.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = _UNREADABLE.sub("\ufffd", text).split("\n")
    faults: list[Diagnostic] = []
    lost: set[int] = set()
    while True:
        reader = _Reader(file, first_line, lines)
        try:
            data = reader.document()
            break
        except MarkedYAMLError as fault:
            said, guilty = yaml_faults.explain(fault, lines, file, first_line)
            if not lost & set(guilty):
                faults.append(said)
            left = [number for number in guilty if lines[number].strip()]
            if not left or len(faults) > _MENDINGS:
                data = None
                lost.update(range(len(lines)))
                break
            lost.update(left)
            yaml_faults.leave_out(lines, left)
    allowed, unread = yaml_comments.allowances(lines, file, first_line, reader.values, reader.keys)
    composed = Composed(
        data, reader.values, reader.keys, tuple(allowed), frozenset(n + first_line for n in lost)
    )
    return Outcome(composed, (*faults, *reader.faults, *unread))


@dataclass(slots=True)
class _Reader:
    file: str
    first_line: int
    lines: list[str]
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    parser: CParser = field(init=False)

    def document(self) -> Data:
        """The data of the one document. Raises MarkedYAMLError where libyaml gives up."""
        self.parser = CParser("\n".join(self.lines))
        try:
            return self._document()
        except _Stop:
            return None

    def _document(self) -> Data:
        self._next()
        begin = self._next()
        if isinstance(begin, StreamEndEvent):
            return None
        assert isinstance(begin, DocumentStartEvent)
        if begin.version or begin.tags:
            line = self._point(begin.start_mark)[0]
            length = len(self.lines[line - self.first_line].rstrip())
            self._refuse(
                Span.on_line(self.file, line, 1, length),
                "a line that begins with % gives orders to YAML readers",
                "remove the line",
            )
        data = self._node((), self._next(), 1)
        self._next()
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._refuse(
                self._span(after),
                "a second document begins here",
                "remove the line of hyphens, or move what follows to a file of its own",
            )
        return data

    def _node(self, path: Path, event: Event, depth: int) -> Data:
        if isinstance(event, AliasEvent):
            span = self._span(event)
            self._refuse(
                span,
                f"“{self._source(span)}” is read as a reference to another entry",
                "put the value in quotation marks, or write out what it refers to",
            )
            self.values[path] = span
            return ""
        self._plain(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(path, event)
        if depth > _DEEPEST:
            self._refuse(
                self._span(event),
                "entries are nested too deeply to be read",
                "remove the surplus brackets or indentation",
            )
            raise _Stop
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, event, depth)
        assert isinstance(event, MappingStartEvent)
        return self._mapping(path, event, depth)

    def _scalar(self, path: Path, event: ScalarEvent) -> str | None:
        if event.style in ("", None) and event.value in ("", "~", "null", "Null", "NULL"):
            return None
        self.values[path] = self._span(event)
        text: str = event.value
        return text.rstrip("\n") if event.style in ("|", ">") else text

    def _sequence(self, path: Path, start: SequenceStartEvent, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            here = (*path, len(items))
            items.append(self._node(here, event, depth + 1))
            if here not in self.values:
                self.values[here] = self._behind(event)
        self.values[path] = self._whole(path, start, event, len(items))
        return items

    def _mapping(self, path: Path, start: MappingStartEvent, depth: int) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        last: Path = path
        while isinstance(
            event := self._next(), (ScalarEvent, AliasEvent, SequenceStartEvent, MappingStartEvent)
        ):
            key = self._key(event)
            span = self._span(event)
            here = (*path, key)
            if key in entries:
                self._twice(span, key, self.keys[here])
                here = (*path, f"{key} again")
            if key == "<<" and not getattr(event, "style", ""):
                self._refuse(
                    span,
                    "“<<” would take in another entry",
                    "write out the keys of that entry here",
                )
                here = (*path, "<<")
            else:
                entries.setdefault(key, None)
            self.keys[here] = span
            value = self._node(here, self._next(), depth + 1)
            if here[-1] == key and key in entries:
                entries[key] = value
            last = here
        self.values[path] = self._whole(path, start, event, 0 if last == path else last[-1])
        return entries

    def _key(self, event: Event) -> str:
        self._plain(event)
        if isinstance(event, ScalarEvent):
            return str(event.value)
        span = self._span(event)
        if isinstance(event, AliasEvent) or self._source(span)[:1] not in "[{":
            self._refuse(
                span, "a key is one word", "write the key as one word, without signs before it"
            )
            raise _Stop
        self._refuse(
            span,
            "a pair of brackets stands where a key is wanted",
            "put a value that begins with a bracket in quotation marks",
        )
        raise _Stop

    def _plain(self, event: Event) -> None:
        """Refuse an anchor or a tag on a value or key."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is None and tag is None:
            return
        for sign, name, what in (
            ("&", anchor, "a mark for references to this entry"),
            ("!", tag, "an order about the kind of value"),
        ):
            if name is not None:
                begin = self._point(event.start_mark)
                source = self.lines[begin[0] - self.first_line][begin[1] - 1 :]
                word = re.search(re.escape(sign) + r"\S*", source) or re.match(r"\S+", source)
                length = len(word[0]) if word else 1
                column = begin[1] + (word.start() if word else 0)
                said = word[0] if word else sign
                self._refuse(
                    Span.on_line(self.file, begin[0], column, length),
                    f"“{said}” is read as {what}",
                    "remove it, or put the whole value in quotation marks",
                )

    def _twice(self, span: Span, key: str, first: Span) -> None:
        self.faults.append(
            rules.DUPLICATE_KEY.at(
                span,
                f"“{key}” is written twice",
                label="the second time",
                related=(Related(first, "the first time"),),
                help="remove one of the two, or rename one if they are two entries",
            )
        )

    def _refuse(self, span: Span, message: str, help: str) -> None:
        self.faults.append(rules.REFUSED_YAML.at(span, message, help=help))

    # --- places ----------------------------------------------------------------------------

    def _next(self) -> Event:
        event = self.parser.get_event()
        assert event is not None
        return event

    def _point(self, mark: Any) -> tuple[int, int]:
        """The line and column, from 1, of one of libyaml's marks."""
        return mark.line + self.first_line, mark.column + 1

    def _span(self, event: Event) -> Span:
        """The event's place, without the blank lines behind a block of text; never empty."""
        line, column = self._point(event.start_mark)
        end_line, end_column = self._point(event.end_mark)
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            end_line, end_column = self._last_words(line, end_line)
        if (end_line, end_column) <= (line, column):
            column = min(column, max(len(self.lines[line - self.first_line]), 1))
            end_line, end_column = line, column + 1
        return Span(self.file, line, column, end_line, end_column)

    def _last_words(self, line: int, end: int) -> tuple[int, int]:
        """The end of the last line that is not blank, from `line` up to `end` (exclusive)."""
        number = end - 1
        while number > line and not self.lines[number - self.first_line].strip():
            number -= 1
        return number, len(self.lines[number - self.first_line].rstrip()) + 1

    def _behind(self, event: Event) -> Span:
        """The hyphen (or comma) behind which a value is wanted."""
        line, column = self._point(event.start_mark)
        return Span.on_line(self.file, line, max(column - 1, 1), 1)

    def _whole(self, path: Path, start: Event, end: Event, last: str | int) -> Span:
        """From the start of a list or mapping to its bracket, or to the end of its last value."""
        line, column = self._point(start.start_mark)
        end_line, end_column = self._point(end.end_mark)
        if start.flow_style:  # type: ignore[attr-defined]
            return Span(self.file, line, column, end_line, end_column)
        inner = (*path, last - 1) if isinstance(last, int) else (*path, last)
        until = (
            self.values.get(inner)
            or self.keys.get(inner)
            or Span(self.file, line, column, line, column + 1)
        )
        return Span(self.file, line, column, until.end_line, until.end_column)

    def _source(self, span: Span) -> str:
        return self.lines[span.line - self.first_line][span.column - 1 : span.end_column - 1]
