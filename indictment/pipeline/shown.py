"""An indictment and its PDF -> what a preview shows of them: pages, paragraphs, exhibits."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from indictment.diagnostics import Span
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment, ListedExhibitRow
from indictment.model.matter import ListedExhibit
from indictment.render.screen import Leaves
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.render.pdf import PartAlone

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
    """The PDF of one good state of the matter, part by part, and what stands where in it.

    `citations` has, by a citation's number, the exhibit's label and the page of its file that is cited;
    `chart` is the chart of elements as HTML; `texts` are the lines of the files from which it was made.
    """

    title: str
    language: str
    confidential: bool
    sheets: "tuple[PartAlone, ...]"
    leaves: Leaves
    pieces: tuple[Piece, ...]
    citations: Mapping[int, tuple[str, int]]
    exhibits: Mapping[str, Exhibit]
    chart: str
    texts: Texts
    begins: Mapping[Span, Span]
    """Where a piece begins with its attribute line, by where it begins without."""


def pages(
    indictment: Indictment,
    sheets: "tuple[PartAlone, ...]",
    leaves: Leaves,
    chart: str,
    texts: Texts,
) -> Pages:
    """What is shown of an indictment whose PDF is made of `sheets`; `leaves` are those of all."""
    caption = indictment.matter.caption
    return Pages(
        title=caption.title,
        language=caption.language,
        confidential=indictment.confidential,
        sheets=sheets,
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
