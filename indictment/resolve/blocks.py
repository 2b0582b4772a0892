"""Numbered pieces -> the blocks of the indictment, bound, and an index of what has a number."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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
    TableRow,
    Target,
)
from indictment.model.indictment import Numbered
from indictment.model.prose import ProseCell
from indictment.resolve.before import Before
from indictment.resolve.inlines import Binder, Owner
from indictment.resolve.labels import Scope
from indictment.resolve.pieces import (
    FigurePiece,
    HeadingPiece,
    ItemPiece,
    ListPiece,
    ParagraphPiece,
    Piece,
    QuotationPiece,
    TablePiece,
)
from indictment.resolve.pleads import Pleads
from indictment.resolve.references import between
from indictment.resolve.typography import NBSP, set_words


@dataclass(slots=True)
class Blocks:
    """Writes blocks in reading order."""

    binder: Binder
    before: Before | None = None
    """The files as they were bound the last time, where that is known."""
    pleads: list[Pleads] = field(default_factory=list)
    _around: tuple[Target, tuple[str, ...]] | None = None
    """The paragraph or sub-paragraph that is being written, and of whom it speaks."""

    def write(
        self,
        pieces: Sequence[Piece],
        place: tuple[str, ...],
        scope: Scope,
        within: Target | None = None,
    ) -> tuple[Block, ...]:
        """The blocks of one file; `within`: the annex or schedule that it is."""
        self.binder.owner = outside = Owner(place=place, scope=scope, within=within)

        def bound() -> tuple[Block, ...]:
            out = []
            for piece in pieces:
                if not isinstance(piece, ParagraphPiece):
                    self.binder.owner = outside
                out.append(self._block(piece))
            return tuple(out)

        if self.before is None:
            written = bound()
        else:
            asked = place, scope, within
            written = self.before.bound(self.binder, self.pleads, pieces, asked, bound)
        self.binder.owner = outside
        return written

    def _all(self, pieces: Sequence[Piece]) -> tuple[Block, ...]:
        return tuple(self._block(piece) for piece in pieces)

    def _block(self, piece: Piece) -> Block:
        match piece:
            case HeadingPiece():
                return self._heading(piece)
            case ParagraphPiece():
                return self._paragraph(piece)
            case ListPiece(prose, depth, items):
                written = tuple(self._item(item) for item in items)
                return SubParagraphs(depth, prose.ordered, written, prose.span)
            case QuotationPiece(prose, pieces, lang):
                return Quotation(self._all(pieces), lang, prose.span)
            case TablePiece():
                return self._table(piece)
            case FigurePiece(prose):
                return Figure(prose.path, prose.alt, set_words(prose.caption), prose.span)

    def _heading(self, piece: HeadingPiece) -> Heading:
        words = self.binder.matter.court.words
        numbers = [target.text for target in piece.range]
        word = words.paragraphs if len(numbers) > 1 else words.paragraph
        printed = "".join(part.text for part in between(piece.range, words))
        printed = f"{word}{NBSP}{printed}" if printed else ""
        section = f"{words.section}{NBSP}{piece.full}" if piece.full else ""
        span = piece.prose.span
        # a reader may name a heading by its own number and by the paragraphs below it
        for number in [each for each in (printed, section) if each] or [""]:
            self.binder.index.append(
                Numbered("heading", number, piece.anchor, piece.label, span, piece.place)
            )
        return Heading(
            piece.level, self.binder.text(piece.prose.content), piece.anchor, span, piece.label,
            numbers[0] if numbers else "", numbers[-1] if numbers else "", piece.number,
        )  # fmt: skip

    def _paragraph(self, piece: ParagraphPiece) -> Paragraph:
        span = piece.prose.span
        kept = self.binder.owner
        target = piece.target
        if target:
            self.binder.owner = replace(
                kept, target=target, anchors=(piece.anchor,), place=piece.place
            )
            self.binder.index.append(
                Numbered("paragraph", piece.number, piece.anchor, piece.label, span, piece.place)
            )
        elif not kept.anchors:
            self.binder.owner = replace(kept, anchors=(piece.anchor,), place=piece.place)
        around = self._around
        word = self.binder.matter.court.words.paragraph
        shown = target or Target(piece.anchor, word, "paragraph")
        if (target and not piece.is_withdrawn) or piece.held.serves:
            self._plead(shown, piece)
        if not kept.anchors:
            # what is attached to a paragraph is part of it
            self._around = shown, piece.held.defendants
        written = Paragraph(
            number=piece.number,
            anchor=piece.anchor,
            content=self.binder.text(piece.prose.content),
            span=span,
            label=piece.label,
            attached=self._all(piece.attached),
            lang=piece.held.lang,
            serves=piece.held.serves,
            defendants=piece.held.defendants,
            kind=piece.held.kind,
            place=piece.place,
            is_withdrawn=piece.is_withdrawn,
        )
        self.binder.owner, self._around = kept, around
        return written

    def _item(self, piece: ItemPiece) -> SubParagraph:
        span = piece.prose.span
        kept, around = self.binder.owner, self._around
        if piece.full:
            target = Target(piece.anchor, piece.full, "subparagraph")
            self.binder.owner = replace(
                kept, anchors=(*kept.anchors, piece.anchor), place=piece.place
            )
            self.binder.index.append(
                Numbered("subparagraph", piece.full, piece.anchor, piece.label, span, piece.place)
            )
            if piece.held.serves or piece.held.defendants:
                self._plead(target, piece)
            self._around = target, piece.held.defendants
        elif around and piece.held.serves and piece.held.defendants != around[1]:
            # a bullet has no number: its paragraph is shown, for the accused whom it names
            self._plead(around[0], piece)
        written = SubParagraph(
            number=piece.number,
            full=piece.full,
            anchor=piece.anchor,
            content=self.binder.text(piece.content),
            span=span,
            label=piece.label,
            attached=self._all(piece.attached),
            serves=piece.held.serves,
            defendants=piece.held.defendants,
        )
        self.binder.owner, self._around = kept, around
        return written

    def _plead(self, target: Target, piece: ParagraphPiece | ItemPiece) -> None:
        held = piece.held
        within = tuple(a for a in self.binder.owner.anchors if a != target.anchor)
        self.pleads.append(
            Pleads(
                target, held.serves, held.defendants, piece.prose.span, piece.label, held.kind,
                piece.place, within,
            )
        )  # fmt: skip

    def _table(self, piece: TablePiece) -> Table:
        prose = piece.prose

        def cells(row: Sequence[ProseCell]) -> tuple[tuple[Inline, ...], ...]:
            return tuple(self.binder.text(cell.content) for cell in row)

        head = cells(prose.head)
        rows = tuple(
            TableRow(cells(row), row[0].span.to(row[-1].span) if row else prose.span)
            for row in prose.rows
        )
        return Table(head, rows, prose.aligns, prose.span, anchor=piece.anchor)
