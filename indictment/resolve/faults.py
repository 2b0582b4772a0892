"""Where inside a source line a fault stands: spans of parts of a text."""

import re
from collections.abc import Mapping

from indictment.diagnostics import Span

Texts = Mapping[str, tuple[str, ...]]
"""The lines of each file."""


def part(span: Span, text: str, begin: int, end: int, texts: Texts) -> Span:
    """The span of `text[begin:end]`, where `span` is the span of the whole `text`.

    Text and source differ where the source has escapes, marks or line ends; the words are then
    looked for in the lines of `span`, and the whole span is the answer of last resort.
    """
    if span.line == span.end_line and span.end_column - span.column == len(text):
        return Span.on_line(span.file, span.line, span.column + begin, end - begin)
    wanted = text[begin:end]
    lines = texts.get(span.file, ())
    earlier = text[:begin].count(wanted)
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        column = line.find(wanted, span.column - 1 if number == span.line else 0)
        while column >= 0:
            if earlier == 0:
                return Span.on_line(span.file, number, column + 1, len(wanted))
            earlier -= 1
            column = line.find(wanted, column + 1)
    return span


def word(span: Span, wanted: str, texts: Texts) -> Span:
    """The span of one word of the list at `span` ("leadership, conduct").

    The whole span where the word cannot be found.
    """
    lines = texts.get(span.file, ())
    if span.line != span.end_line or span.line > len(lines):
        return span
    listed = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    found = re.search(rf"(?<![\w:-]){re.escape(wanted)}(?![\w:-])", listed)
    if found is None:
        return span
    return Span.on_line(span.file, span.line, span.column + found.start(), len(wanted))
