"""Markdown, or the rows of a schedule -> their blocks. Every sign of the text is in one of them."""

import re
from collections.abc import Iterator

from indictment.merge.series import Kind, Series, series

_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_LABEL = re.compile(r"\{#([a-z][a-z0-9-]*)[^{}]*\}\s*$")
_COMMENT = re.compile(r"\s*<!--")
_BEGINS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"#{1,6}(?:\s|$)")),
    ("item", re.compile(r"\s*(?:\d+[.)]|[-*+])(?:\s|$)")),
    ("row", re.compile(r"\s*\|")),
    ("definition", re.compile(r"\s*\[\^([^\[\]\s]+)\]:")),
)


def blocks(text: str) -> Series:
    """The paragraphs of a count file below its front matter, each with its attribute line; list
    items, rows of tables, headings, notes and comments.
    """
    return series(text, _spans(text))


def rows(text: str) -> Series:
    """The rows of a CSV file; a row's label is its first cell. A quoted cell may hold line ends."""
    return series(text, _rows(text))


def _spans(text: str) -> Iterator[tuple[int, int, Kind, str]]:
    begin, end, at = -1, 0, 0
    kind: Kind | None = None  # None while only attribute lines and comments have been seen
    label = ""
    commenting = False

    def ended() -> Iterator[tuple[int, int, Kind, str]]:
        if begin >= 0:
            yield begin, end, kind or "comment", label

    for line in text.split("\n"):
        if commenting:
            end = at + len(line)
            commenting = "-->" not in line
        elif not line.strip():
            yield from ended()
            begin, kind, label = -1, None, ""
        elif _ATTRIBUTES.match(line) or _COMMENT.match(line):
            # In front of a block it belongs to it; behind one it begins the next.
            if begin < 0 or kind is not None:
                yield from ended()
                begin, kind, label = at, None, ""
            if found := _LABEL.search(line):
                label = label or found[1]
            commenting = bool(_COMMENT.match(line)) and "-->" not in line
            end = at + len(line)
        else:
            new = _begun(line, kind)
            if kind is not None and new is not None:
                yield from ended()
                begin, label = -1, ""
            if begin < 0:
                begin = at
            if kind is None or new is not None:
                kind = new or ("quotation" if line.lstrip().startswith(">") else "paragraph")
                label = label or _own_label(line, kind)
            end = at + len(line)
        at += len(line) + 1
    yield from ended()


def _begun(line: str, before: Kind | None) -> Kind | None:
    """What begins with this line; None where the line goes on in what is `before`."""
    for kind, form in _BEGINS:
        if form.match(line):
            return kind
    return "paragraph" if before in ("heading", "row") else None


def _own_label(line: str, kind: Kind) -> str:
    if kind == "definition":
        return "^" + line.split("]:")[0].split("[^")[1]
    found = _LABEL.search(line) if kind == "item" else None
    return found[1] if found else ""


def _rows(text: str) -> Iterator[tuple[int, int, Kind, str]]:
    begin = at = 0
    quoted = False
    for line in text.split("\n"):
        quoted ^= line.count('"') % 2 == 1
        at += len(line) + 1
        if quoted:
            continue
        if row := text[begin : at - 1].strip():
            yield begin, at - 1, "row", row.split(",")[0]
        begin = at
    if quoted and text[begin:].strip():
        yield begin, len(text.rstrip()), "row", ""
