"""Lists, quotations, tables and images -> pieces that belong to the paragraph before them."""

from dataclasses import replace

from indictment.model.prose import (
    ProseBlock,
    ProseFigure,
    ProseHeading,
    ProseInline,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuotation,
    ProseTable,
)
from indictment.resolve import series
from indictment.resolve.numbering import NOTHING_HELD, Numberer, Open, Setting, label_of, once
from indictment.resolve.pieces import (
    FigurePiece,
    ItemPiece,
    ListPiece,
    ParagraphPiece,
    Piece,
    QuotationPiece,
    TablePiece,
)
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Attaching:
    """Attaches the blocks of one file."""

    numberer: Numberer
    setting: Setting

    def attach(self, block: ProseBlock, owner: Open, depth: int = 1) -> None:
        """Add `block` to what belongs to `owner`, a paragraph or an item."""
        if isinstance(block, ProseList):
            self.numberer.name(block.attributes, owner.kind, owner.targets, self.setting)
            owner.attached.append(self._list(block, owner, depth))
            return
        own = block.attributes
        held = self.numberer.held(own, owner.held, self.setting)
        owner.serves.extend(held.serves)
        anchor = owner.anchor
        if isinstance(block, ProseParagraph):
            anchor = self.numberer.anchor(label_of(own), "u", "", self.setting)
            piece: Piece = ParagraphPiece(
                block, "", anchor, label_of(own), (), replace(held, serves=()), owner.place
            )
        else:
            if isinstance(block, ProseTable) and own and own.label:
                anchor = f"x-{own.label}"
            piece = self._plain(block, owner, held.lang)
        own_targets = tuple(replace(target, anchor=anchor) for target in owner.targets)
        self.numberer.name(own, owner.kind, own_targets, self.setting)
        owner.attached.append(piece)

    def _plain(self, block: ProseBlock, owner: Open, lang: str) -> Piece:
        label = label_of(block.attributes)
        if isinstance(block, ProseTable):
            return TablePiece(block, f"x-{label}" if label else "")
        if isinstance(block, ProseQuotation):
            return QuotationPiece(block, tuple(self._quoted(b, owner) for b in block.blocks), lang)
        assert isinstance(block, ProseFigure)
        return FigurePiece(block)

    # --- quotations ----------------------------------------------------------------------------

    def _quoted(self, block: ProseBlock, owner: Open) -> Piece:
        """A block inside a quotation: it keeps its own numbers, which are those of the original."""
        if isinstance(block, ProseHeading):
            block = ProseParagraph(block.content, block.span, block.attributes)
        if not isinstance(block, (ProseParagraph, ProseList)):
            return self._plain(block, owner, "")
        self.numberer.name(block.attributes, owner.kind, owner.targets, self.setting)
        if isinstance(block, ProseList):
            return self._quoted_list(block, owner)
        lang = block.attributes.lang if block.attributes else ""
        anchor = self.numberer.anchor(None, "u", "", self.setting)
        held = replace(NOTHING_HELD, lang=lang)
        return ParagraphPiece(block, "", anchor, None, (), held, owner.place)

    def _quoted_list(self, block: ProseList, owner: Open) -> ListPiece:
        items = []
        for offset, item in enumerate(block.items):
            number = f"{block.start + offset}." if block.ordered else ""
            words, rest = _begin(item)
            attached = tuple(self._quoted(b, owner) for b in rest)
            items.append(
                ItemPiece(item, words, number, "", "", None, attached, NOTHING_HELD, owner.place)
            )
        return ListPiece(block, 1, tuple(items))

    # --- sub-paragraphs and bullets ------------------------------------------------------------

    def _list(self, block: ProseList, owner: Open, depth: int) -> ListPiece:
        above = Open("", "", replace(owner.held, serves=()), owner.place)
        above.held = self.numberer.held(block.attributes, above.held, self.setting)
        items = tuple(self._item(item, block.ordered, owner, above, depth) for item in block.items)
        return ListPiece(block, depth, items)

    def _item(
        self, item: ProseItem, ordered: bool, owner: Open, above: Open, depth: int
    ) -> ItemPiece:
        own = item.attributes
        if own is None and item.blocks and isinstance(item.blocks[0], ProseParagraph):
            own = item.blocks[0].attributes
        held = self.numberer.held(own, above.held, self.setting)
        inside = Open(owner.full, owner.anchor, held, owner.place, owner.kind, owner.position)
        number = anchor = full = ""
        if ordered:
            owner.subs += 1
            number = self._number(owner.subs, depth)
            full = owner.full + number
            known = full if owner.full else ""
            anchor = self.numberer.anchor(label_of(own), "s", known, self.setting)
            inside.anchor = anchor
            if owner.full:
                inside.full, inside.kind = full, "subparagraph"
                words = self.numberer.court.words
                inside.place = (*self.setting.place, f"{words.paragraph} {full}")
        else:
            # a bullet has no number: what is numbered in it counts on with what stands around it
            inside.subs = owner.subs
            if own and own.label:
                anchor = inside.anchor = f"x-{own.label}"
        self.numberer.name(own, inside.kind, inside.targets, self.setting)
        words_of_item, rest = _begin(item)
        for block in rest:
            self.attach(block, inside, depth + 1 if ordered else depth)
        held = replace(held, serves=once(held.serves + tuple(inside.serves)))
        if not ordered:
            owner.subs = inside.subs
            # nobody can refer to a bullet: what it pleads, its paragraph pleads, of the same accused
            if held.defendants == owner.held.defendants:
                owner.serves.extend(held.serves)
        return ItemPiece(
            item, words_of_item, number, full, anchor, label_of(own),
            tuple(inside.attached), held, inside.place,
        )  # fmt: skip

    def _number(self, position: int, depth: int) -> str:
        forms = self.numberer.court.sub_numbering or ("({1})",)
        return series.printed(forms[min(depth, len(forms)) - 1], position)


def _begin(item: ProseItem) -> tuple[tuple[ProseInline, ...], tuple[ProseBlock, ...]]:
    """The words an item begins with, and the blocks that follow them."""
    if item.blocks and isinstance(item.blocks[0], ProseParagraph):
        return item.blocks[0].content, item.blocks[1:]
    return (), item.blocks
