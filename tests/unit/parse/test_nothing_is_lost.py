"""Whatever a drafter types is printed, belongs to a recognised mark, or is reported."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from indictment.diagnostics import Span
from indictment.model.prose import (
    Prose,
    ProseCell,
    ProseHeading,
    ProseItem,
    ProseList,
    ProseParagraph,
)
from indictment.parse import prose

_PIECES = (
    "The forces", " entered ", "Ukraine", ".", "\n", "\n\n", "## ", "# ", "> ", "1. ", "2. ", "- ", "   ", "    ",
    "*", "**", "_", "@putin", "@{putin}", "[@order, p. 3]", "[see @a; cf. @b, paras 2-4]", "[", "]", "{", "}", "^[", "[^1]",
    "[^1]: ", "{#label}", '{elements="x"}', "]{.term}", ']{lang="uk"}', "«Рішення»", "<!-- ", "-->", "<b>", "`", "```",
    "&amp;", "\\", "\\@", "|", "| a | b |", "|---|---|", "---", "===", "![", "](x.png)", "~~", "'", '"', "é", "漢", "\t", "  \n",
    "<!-- indict: allow CIT004: reason -->",
)  # fmt: skip


_MARKS = re.compile(r"<!--.*?-->|\[\^[^\[\]\s]+\]", re.DOTALL)
"""Comments, and the names by which notes are called: marks, not text."""


def leaves(value: object) -> Iterator[Span]:
    """The spans of everything recognised, but not of blocks that merely hold other things."""
    if isinstance(value, tuple):
        for part in value:
            yield from leaves(part)
    elif is_dataclass(value) and not isinstance(value, Span):
        span = getattr(value, "span", None)
        holds = isinstance(value, ProseParagraph | ProseHeading | ProseList | ProseItem | ProseCell)
        if (
            isinstance(span, Span)
            and not holds
            and not hasattr(value, "blocks")
            and not hasattr(value, "rows")
        ):
            yield span
        for field in fields(value):
            if field.name not in ("span", "lines"):
                yield from leaves(getattr(value, field.name))


def covered(text: str, spans: list[Span]) -> list[set[int]]:
    lines = text.split("\n")
    found: list[set[int]] = [set() for _ in lines]
    for s in spans:
        for line in range(s.line, min(s.end_line, len(lines)) + 1):
            begin = s.column - 1 if line == s.line else 0
            end = s.end_column - 1 if line == s.end_line else len(lines[line - 1])
            found[line - 1].update(range(begin, end))
    return found


def lost(text: str) -> list[str]:
    """Words of `text` that are neither printed, nor part of a mark, nor reported."""
    outcome = prose.read(text, "f.md")
    assert isinstance(outcome.value, Prose)
    comments = [(m.start(), m.end()) for m in _MARKS.finditer(text)]
    spans = [*leaves(outcome.value.blocks), *(d.span for d in outcome.diagnostics)]
    found = []
    seen = covered(text, spans)
    offset = 0
    for number, line in enumerate(text.split("\n")):
        for at, sign in enumerate(line):
            in_comment = any(b <= offset + at < e for b, e in comments)
            mark = re.match(r"[\s>]*(?:(?:[-*+]|\d+[.)])[\s>]*)+", line)
            numbering = bool(mark and at < mark.end())
            if sign.isalnum() and at not in seen[number] and not in_comment and not numbering:
                found.append(f"{number + 1}:{at + 1} {sign}")
        offset += len(line) + 1
    return found


@given(st.lists(st.sampled_from(_PIECES), max_size=24))
@settings(max_examples=600, deadline=None)
def test_no_letter_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    assert lost(text) == []


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_reading_never_raises(text: str) -> None:
    prose.read(text.replace("\r", "").replace("\x00", ""), "f.md")


@given(st.lists(st.sampled_from(_PIECES), max_size=24))
@settings(max_examples=300, deadline=None)
def test_every_span_lies_in_its_file(parts: list[str]) -> None:
    text = "".join(parts)
    lines = text.split("\n")
    outcome = prose.read(text, "f.md")
    assert outcome.value is not None
    for span in [*leaves(outcome.value.blocks), *(d.span for d in outcome.diagnostics)]:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2
