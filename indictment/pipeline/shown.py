"""An indictment and its PDF -> what a preview shows of them: pages, paragraphs, faults, exhibits."""

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from indictment.diagnostics import Diagnostic, Span
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment, ListedExhibitRow
from indictment.model.matter import ListedExhibit
from indictment.render.screen import Leaves

_WEIGHTS = ("error", "warning", "note")

Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something a reader can be at: a paragraph, a heading, a note, a line of the exhibit list.

    `page` counts from 1, `top` in points from its upper edge; `key` finds the piece again after a
    change that moved it: its label, else what was written.
    """

    anchor: str
    key: str
    kind: str
    printed: str
    place: tuple[str, ...]
    page: int
    top: float
    file: str
    line: int
    column: int


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


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit as it is listed, its file, and what is known of that."""

    label: str
    mark: str
    title: str
    known: tuple[tuple[str, str], ...]
    path: str
    facts: ExhibitFacts | None


@dataclass(frozen=True, slots=True)
class Pages:
    """The PDF of one good state of the matter, and what stands where in it.

    `citations` has, by a citation's number, the exhibit's label and the page of its file that is cited;
    `chart` is the chart of elements as HTML; `texts` are the lines of the files from which it was made.
    """

    title: str
    language: str
    confidential: bool
    content: bytes
    leaves: Leaves
    pieces: tuple[Piece, ...]
    citations: Mapping[int, tuple[str, int]]
    exhibits: Mapping[str, Exhibit]
    chart: str
    texts: Texts
    begins: Mapping[Span, Span]
    """Where a piece begins with its attribute line, by where it begins without."""


def pages(
    indictment: Indictment, content: bytes, leaves: Leaves, chart: str, texts: Texts
) -> Pages:
    """What is shown of an indictment whose PDF is `content`."""
    caption = indictment.matter.caption
    return Pages(
        title=caption.title,
        language=caption.language,
        confidential=indictment.confidential,
        content=content,
        leaves=leaves,
        pieces=tuple(_pieces(indictment, leaves, texts)),
        citations={one.number: (one.label, one.page) for one in indictment.citations},
        exhibits={one.label: one for one in _exhibits(indictment)},
        chart=chart,
        texts=texts,
        begins={
            block.span: block.attributes.span
            for chapter in indictment.matter.chapters
            for block in chapter.prose.blocks
            if block.attributes
        },
    )


def _pieces(indictment: Indictment, leaves: Leaves, texts: Texts) -> Iterator[Piece]:
    """Every piece that is on a page, from the first page to the last."""
    seen: Counter[str] = Counter()
    named = [
        ("accused", a.heading, a.anchor, a.label, a.span, (indictment.headings["accused"], a.heading))
        for a in indictment.accused
    ] + [(n.kind, n.printed, n.anchor, n.label, n.span, n.place) for n in indictment.numbered]  # fmt: skip
    found: list[Piece] = []
    for kind, printed, anchor, label, span, place in named:
        if anchor not in leaves.anchors:
            continue
        page, top = leaves.anchors[anchor]
        key = f"{kind} @{label}" if label else f"{kind} {_written(texts, span)}"
        seen[key] += 1
        key = f"{key} {seen[key]}"
        found.append(
            Piece(anchor, key, kind, printed, place, page, top, span.file, span.line, span.column)
        )
    yield from sorted(found, key=lambda piece: (piece.page, piece.top))


def _written(texts: Texts, span: Span) -> str:
    """What stands in a span, as a name: a paragraph without a label is known again by its words."""
    lines = texts.get(span.file, ())[span.line - 1 : span.end_line]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _exhibits(indictment: Indictment) -> Iterator[Exhibit]:
    listed = {each.label: each for each in indictment.matter.exhibits}
    for row in indictment.exhibits:
        each = listed.get(row.label)
        facts = indictment.exhibit_facts.get(row.label)
        known = tuple(_known(row, each)) if each else ()
        path = each.path if each else ""
        yield Exhibit(row.label, row.mark, row.title, known, path, facts)


def _known(row: ListedExhibitRow, exhibit: ListedExhibit) -> Iterator[tuple[str, str]]:
    """What the list says of an exhibit, with the names that a reader would give to it."""
    entry = exhibit.entry
    said = (
        ("Author", row.author), ("Symbol", row.symbol), ("Date", row.date), ("Address", row.url),
        ("Read on", row.captured), ("Original held", row.held), ("Registration number", row.ern),
        ("Language", row.language), ("Proves", "; ".join(entry.facts)),
        ("Classification", row.classification if entry.classification != "public" else ""),
    )  # fmt: skip
    yield from ((name, value) for name, value in said if value)


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
