"""Diagnostics -> text with excerpts and carets, for a person at a terminal."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from indictment.diagnostics.diagnostic import Diagnostic, Severity
from indictment.diagnostics.span import Span

Texts = Mapping[str, Sequence[str]]
"""The lines of each file, by path: a writer opens no file."""

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36;1"}
_WIDEST = 160


def write(diagnostics: Iterable[Diagnostic], texts: Texts, *, colour: bool = False) -> str:
    """One block a diagnostic, an empty line between; ends with a line feed unless empty."""
    blocks = [_block(diagnostic, texts, colour) for diagnostic in diagnostics]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def short(diagnostics: Iterable[Diagnostic]) -> str:
    """One line a diagnostic: `file:line:column: error[CODE] name: message`."""
    return "".join(f"{d.span.start}: {_title(d)}\n" for d in diagnostics)


def _title(d: Diagnostic) -> str:
    return f"{d.severity}[{d.rule.code}] {d.rule.name}: {d.message}"


def _block(d: Diagnostic, texts: Texts, colour: bool) -> str:
    def paint(text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if colour and text else text

    style = _COLOURS[d.severity]
    spans = [(d.span, d.label, style)] + [(r.span, r.label, "34") for r in d.related]
    gutter = max(len(str(span.end_line)) for span, _, _ in spans)
    margin = " " * gutter
    head = f"{d.severity}[{d.rule.code}] {d.rule.name}"
    lines = [f"{paint(head, style)}: {paint(d.message, '1')}"]
    for position, (span, label, look) in enumerate(spans):
        arrow = "-->" if position == 0 else ":::"
        lines.append(f"{margin}{arrow} {span.start}")
        lines.extend(_excerpt(span, label, texts, gutter, partial(paint, style=look)))
    if d.place:
        lines.append(f"{margin} = in: {' › '.join(d.place)}")
    lines.extend(f"{margin} = note: {note}" for note in d.notes)
    if d.rule.authority:
        lines.append(f"{margin} = rule: {d.rule.authority}")
    if d.help:
        lines.append(f"{margin} = help: {d.help}")
    return "\n".join(lines)


def _excerpt(
    span: Span, label: str, texts: Texts, gutter: int, paint: Callable[[str], str]
) -> list[str]:
    source = texts.get(span.file, ())
    if not 1 <= span.line <= len(source):
        return []
    margin = " " * gutter
    line = source[span.line - 1].replace("\t", " ")
    last = span.end_column if span.end_line == span.line else len(line) + 1
    begin, end = span.column - 1, max(last - 1, span.column)
    shown, begin, end = _window(line, begin, end)
    lead = _width(shown[:begin])
    carets = "^" * max(1, _width(shown[begin:end]))
    words = f" {label}" if label else ""
    if _runs_right_to_left(shown):
        under = f"{margin} |  “{shown[begin:end]}”{words}"
    else:
        under = f"{margin} | {' ' * lead}{paint(carets + words)}"
    return [f"{margin} |", f"{span.line:>{gutter}} | {shown}", under, f"{margin} |"]


def _window(line: str, begin: int, end: int) -> tuple[str, int, int]:
    """A stretch of a long line around the fault, with the offsets in it."""
    if len(line) <= _WIDEST:
        return line, begin, min(end, len(line)) if end > begin else end
    start = max(0, min(begin - 60, len(line) - _WIDEST))
    cut = line[start : start + _WIDEST]
    before = "… " if start else ""
    after = " …" if start + _WIDEST < len(line) else ""
    shift = len(before) - start
    return before + cut + after, begin + shift, min(end + shift, len(before) + len(cut))


def _width(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _runs_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Such as "2 errors and 1 warning in 3 files"; empty where there are none."""
    kinds = (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.NOTE, "note", "notes"),
    )
    parts = []
    for severity, one, many in kinds:
        count = sum(d.severity is severity for d in diagnostics)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    if not parts:
        return ""
    files = len({d.span.file for d in diagnostics})
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"{listed} in {files} file{'s' if files > 1 else ''}"
