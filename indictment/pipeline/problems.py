"""What is to be said of a matter -> where it stands on the pages that are shown, which may be older."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from indictment.diagnostics import Diagnostic, Span
from indictment.pipeline.shown import Pages, Texts
from indictment.value import dataclass

_WEIGHTS = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be said about one place. `anchor` is the piece that it concerns, "" where there is
    none; `text` is the line of the file, the fault from `begin` to `end` in it (from 0).
    """

    severity: str
    code: str
    name: str
    message: str
    notes: tuple[str, ...]
    help: str
    place: tuple[str, ...]
    file: str
    line: int
    column: int
    text: str
    begin: int
    end: int
    anchor: str


def problems(shown: Pages | None, said: Iterable[Diagnostic], texts: Texts) -> tuple[Problem, ...]:
    """What is to be said, errors first, each at the piece of the pages that are shown.

    The pages may be older than the files: lines are counted back to where they stood then.
    """
    places = _Places(shown, texts) if shown else None
    found = (_problem(d, places.anchor(d.span) if places else "", texts) for d in said)
    return tuple(sorted(found, key=lambda one: _WEIGHTS.index(one.severity)))


def _problem(d: Diagnostic, anchor: str, texts: Texts) -> Problem:
    lines = texts.get(d.span.file, ())
    text = lines[d.span.line - 1] if 0 < d.span.line <= len(lines) else ""
    end = d.span.end_column if d.span.end_line == d.span.line else len(text) + 1
    return Problem(
        str(d.severity), d.rule.code, d.rule.name, d.message, d.notes, d.help, d.place,
        d.span.file, d.span.line, d.span.column, text, d.span.column - 1, end - 1, anchor,
    )  # fmt: skip


class _Places:
    """Where each piece of the pages that are shown begins in its file."""

    def __init__(self, shown: Pages, texts: Texts) -> None:
        self._old, self._new = shown.texts, texts
        self._moved: dict[str, Sequence[int]] = {}
        begins = {(s.file, s.line, s.column): at for s, at in shown.begins.items()}
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for piece in shown.pieces:
            if piece.kind == "note":
                continue
            at = begins.get((piece.file, piece.line, piece.column))
            start = (at.line, at.column) if at else (piece.line, piece.column)
            found[piece.file].append((*start, piece.anchor))
        self._begins = {file: sorted(each) for file, each in found.items()}

    def anchor(self, span: Span) -> str:
        """The piece in which a span begins; the first of its file for what stands above it."""
        begins = self._begins.get(span.file)
        if not begins:
            return ""
        line = self._then(span)
        at = bisect_right(begins, (line, span.column if line == span.line else 1, "\U0010ffff"))
        return begins[max(at - 1, 0)][2]

    def _then(self, span: Span) -> int:
        """The line on which a span begins, counted as when the pages were made."""
        file = span.file
        old, new = self._old.get(file, ()), self._new.get(file, ())
        if old == new or not old:
            return span.line
        if file not in self._moved:
            self._moved[file] = _lines_then(old, new)
        moved = self._moved[file]
        return moved[min(span.line, len(moved)) - 1] if moved else 1


def _lines_then(old: Sequence[str], new: Sequence[str]) -> Sequence[int]:
    """For each line of `new` the line of `old` that it is, or in whose place it stands; from 1."""
    found: list[int] = []
    for kind, from_old, to_old, from_new, to_new in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        for step in range(to_new - from_new):
            same = from_old + step + 1
            found.append(same if kind == "equal" else min(same, max(to_old, 1)))
    return found
