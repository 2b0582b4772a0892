"""Indictment -> the lines of its pages that were typed in files of text, in the order in which they are printed.

What the templates print besides (the caption, offices, charges, lists) is not among them: it was typed
in YAML, or nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from indictment.absorb.cells import Cells
from indictment.absorb.line import Held, Kind, Line, Piece
from indictment.absorb.pieces import Offsets, Pieces
from indictment.absorb.source_map import text_of
from indictment.diagnostics import Span
from indictment.model.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    SubParagraph,
    SubParagraphs,
    Table,
)
from indictment.model.indictment import Indictment, Section
from indictment.model.matter import Matter
from indictment.model.prose import (
    Attributes,
    ProseBlock,
    ProseHeading,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuotation,
)
from indictment.model.word import Cell


@dataclass(frozen=True, slots=True)
class Printed:
    """`lines` as printed; `pages` the text that the places of each line's page count in."""

    lines: tuple[Line, ...]
    pages: Mapping[str, str]
    cells: Cells


def printed(indictment: Indictment) -> Printed:
    """The typed lines of the document, in its order."""
    walk = _Walk(indictment)
    lines = tuple(
        replace(line, text=text_of(line.pieces))
        for line in walk.lines()
        if line.has_source or line.page in walk.cells.pages
    )
    return Printed(lines, walk.pages, walk.cells)


@dataclass(slots=True)
class _Walk:
    indictment: Indictment
    pages: dict[str, str] = field(default_factory=dict)
    cells: Cells = field(init=False)
    starts: dict[str, list[int]] = field(default_factory=dict)
    known: "_Prose" = field(init=False)
    tables: int = 0
    counted: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.cells = Cells(self.indictment.matter)
        self.known = _Prose(self.indictment.matter)

    def lines(self) -> Iterator[Line]:
        document = self.indictment
        statement = document.statement
        parts: dict[str, Iterable[Sequence[Block]]] = {
            "accused": (one.blocks for one in document.accused),
            "counts": (group.blocks for group in document.counts),
            "annexes": (section.blocks for section in document.annexes),
            **{
                part: [section.blocks for section in statement if section.part == part]
                for part in ("opening", "facts", "closing")
            },
        }
        for part in document.court.order:
            if part == "schedules":
                for section in document.schedules:
                    yield from self._schedule(section)
            for blocks in parts.get(part, ()):
                yield from self._blocks(blocks, "unnumbered")

    # --- blocks --------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block], loose: Kind, number: str = "") -> Iterator[Line]:
        for block in blocks:
            if block.span.file.endswith(".yaml"):
                continue
            match block:
                case Heading():
                    yield self._heading(block)
                case Paragraph():
                    yield self._paragraph(block, loose, number)
                    yield from self._blocks(block.attached, "continuing", block.number or number)
                case SubParagraphs(depth, ordered, items, listed):
                    for item in items:
                        line = self._item(item, depth, ordered=ordered, quoted=loose == "quoted")
                        yield replace(line, listed=listed)
                        yield from self._blocks(item.attached, "continuing", item.full or number)
                case Quotation(blocks=inner):
                    yield from self._blocks(inner, "quoted", number)
                case Table():
                    yield from self._table(block)
                case Figure():
                    pass

    def _heading(self, block: Heading) -> Line:
        prose = self.known.headings.get(block.span)
        attributes = prose.attributes if prose else None
        return Line(
            "heading", block.span.file, block.span, self._read(block.content, block.span),
            _held(block.span, block.span, attributes, self._text(block.span.file)),
            level=block.level, typed_level=prose.level if prose else block.level, label=block.label,
            attributes=attributes,
        )  # fmt: skip

    def _paragraph(self, block: Paragraph, loose: Kind, number: str) -> Line:
        prose = self.known.paragraphs.get(block.span)
        attributes = prose.attributes if prose else None
        if loose == "quoted":
            kind: Kind = "quoted"
        elif block.number:
            kind = "numbered"
        else:
            kind = loose
        return Line(
            kind, block.span.file, block.span, self._read(block.content, block.span),
            _held(block.span, block.span, attributes, self._text(block.span.file)),
            label=block.label, number=block.number or number, attributes=attributes,
        )  # fmt: skip

    def _item(self, item: SubParagraph, depth: int, *, ordered: bool, quoted: bool) -> Line:
        prose = self.known.items.get(item.span)
        begun = prose.blocks[0] if prose and prose.blocks else None
        own = begun.span if isinstance(begun, ProseParagraph) else item.span
        pieces = self._read(item.content, item.span)
        kind: Kind = "item" if ordered else "bullet"
        if quoted and ordered:
            kind, pieces = "quoted", (Piece(f"{item.number} ", "tool"), *pieces)
        held = _held(item.span, own, None, self._text(item.span.file))
        return Line(
            kind, item.span.file, item.span, pieces, held,
            level=depth, label=item.label, number=item.full,
            attributes=prose.attributes if prose else None,
        )  # fmt: skip

    def _table(self, table: Table) -> Iterator[Line]:
        self.tables += 1
        file = table.span.file
        held = _held(table.span, table.span, None, self._text(file))
        rows = (table.head, *(row.cells for row in table.rows))
        # the second line of a Markdown table says how its columns are aligned
        lines = (0, *range(2, len(table.rows) + 2))
        for n, (row, below) in enumerate(zip(rows, lines, strict=True)):
            at = table.span.line + below
            for column, content in enumerate(row):
                yield Line(
                    "cell", file, Span(file, at, 1, at, 1), self._read(content, table.span),
                    replace(held, first=at, last=at),
                    cell=Cell(self.tables, n, column),
                )  # fmt: skip

    def _schedule(self, section: Section) -> Iterator[Line]:
        for block in section.blocks:
            if not isinstance(block, Table):
                continue
            self.tables += 1
            for n, row in enumerate(block.rows, start=1):
                # the number of a row may stand before its cells
                shift = len(row.cells) - self.cells.columns(section.label)
                for column, content in enumerate(row.cells):
                    if column < shift:
                        continue
                    cell = self.cells.of(section.label, n - 1, column - shift)
                    if cell is None:
                        continue
                    self._text(cell.file)
                    self.pages[cell.page] = cell.text
                    pieces = Pieces(cell.page, cell.text, cell.offsets, self.counted)
                    yield Line(
                        "cell", cell.page, row.span, tuple(pieces.read(content)),
                        Held(row.span.line, row.span.end_line, row.span.end_line),
                        label=row.label, cell=Cell(self.tables, n, column),
                    )  # fmt: skip

    # --- text ----------------------------------------------------------------------------------

    def _read(self, content: Iterable[Inline], span: Span) -> tuple[Piece, ...]:
        source = self._text(span.file)
        return tuple(
            Pieces(span.file, source, self._offsets(span.file), self.counted).read(content)
        )

    def _text(self, file: str) -> str:
        if file not in self.pages:
            self.pages[file] = "\n".join(self.indictment.matter.texts.get(file, ()))
            starts = [0]
            for line in self.pages[file].split("\n"):
                starts.append(starts[-1] + len(line) + 1)
            self.starts[file] = starts
        return self.pages[file]

    def _offsets(self, file: str) -> Offsets:
        starts = self.starts[file]

        def offsets(span: Span) -> tuple[int, int]:
            return (
                starts[span.line - 1] + span.column - 1,
                starts[span.end_line - 1] + span.end_column - 1,
            )

        return offsets


_OPENS = re.compile(r"[^>\s]")


def _held(span: Span, own: Span, attributes: Attributes | None, source: str) -> Held:
    first = min(span.line, attributes.span.line) if attributes else span.line
    lines = source.split("\n", own.end_line)
    line = lines[own.line - 1] if own.line <= len(lines) else ""
    mark = re.match(r"[>\s]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*", line)
    prefix = _OPENS.sub(" ", mark[0]) if mark else ""
    return Held(first, own.end_line, span.end_line, prefix)


class _Prose:
    """The blocks as the drafter wrote them, by their spans."""

    def __init__(self, matter: Matter) -> None:
        self.headings: dict[Span, ProseHeading] = {}
        self.paragraphs: dict[Span, ProseParagraph] = {}
        self.items: dict[Span, ProseItem] = {}
        for chapter in matter.chapters:
            self._know(chapter.prose.blocks)

    def _know(self, blocks: Iterable[ProseBlock | ProseItem]) -> None:
        for block in blocks:
            match block:
                case ProseHeading():
                    self.headings[block.span] = block
                case ProseParagraph():
                    self.paragraphs[block.span] = block
                case ProseItem():
                    self.items[block.span] = block
                    self._know(block.blocks)
                case ProseQuotation():
                    self._know(block.blocks)
                case ProseList():
                    self._know(block.items)
                case _:
                    pass
