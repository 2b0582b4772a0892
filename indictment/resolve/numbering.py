"""The prose of a file -> pieces: every paragraph, sub-paragraph and heading with its number and anchor."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indictment.diagnostics import Diagnostic, Span
from indictment.model.blocks import Serves, Target
from indictment.model.court import Court
from indictment.model.prose import (
    Attributes,
    ProseBlock,
    ProseHeading,
    ProseInline,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuotation,
    ProseTable,
)
from indictment.resolve import series
from indictment.resolve.labels import Kind, Named, Scope
from indictment.resolve.pieces import (
    FigurePiece,
    HeadingPiece,
    Held,
    ItemPiece,
    ListPiece,
    ParagraphPiece,
    Piece,
    QuotationPiece,
    TablePiece,
)
from indictment.resolve.pleading import Pleading
from indictment.resolve.rules import HEADING_LEVEL, NOTHING_TO_CONTINUE

DEEPEST = 4
_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a file's blocks stand: their series of numbers, the level of the heading above them,
    the address in the law's terms, what holds for all of them, and the counts they plead."""

    scope: Scope
    level: int
    place: tuple[str, ...]
    held: Held = Held()
    counts: tuple[str, ...] = ()
    why_unnumbered: str = ""
    """In a lawyer's words, why no paragraph here has a number; "" where they have."""


@dataclass(slots=True)
class _Open:
    """A paragraph or an item that still takes what follows it. `subs` counts its sub-paragraphs."""

    full: str
    anchor: str
    held: Held
    place: tuple[str, ...]
    kind: Kind = "paragraph"
    subs: int = 0
    attached: list[Piece] = field(default_factory=list)
    serves: list[Serves] = field(default_factory=list)


@dataclass(slots=True)
class Numberer:
    """Gives numbers through the whole document; call `section` once a file, in reading order."""

    court: Court
    pleading: Pleading
    faults: list[Diagnostic]
    named: list[Named] = field(default_factory=list)
    paragraphs: dict[str, int] = field(default_factory=dict)
    anonymous: int = 0

    def section(
        self, blocks: Sequence[ProseBlock], setting: Setting
    ) -> tuple[tuple[Piece, ...], tuple[Target, ...]]:
        """The pieces of a file, and its first and last paragraph number (one or none)."""
        return _Section(self, setting).read(blocks)

    def next_paragraph(self, scope: Scope) -> str:
        number = self.paragraphs.get(scope.key, 0) + 1
        self.paragraphs[scope.key] = number
        return str(number)

    def next_anchor(self, letter: str) -> str:
        self.anonymous += 1
        return f"{letter}-{self.anonymous}"


class _Section:
    """One file being numbered."""

    def __init__(self, numberer: Numberer, setting: Setting) -> None:
        self.numberer = numberer
        self.setting = setting
        self.court = numberer.court
        self.out: list[Piece] = []
        self.open: _Open | None = None
        self.open_prose: ProseParagraph | None = None
        self.open_label: str | None = None
        self.holding: list[tuple[int, Held]] = [(0, setting.held)]
        self.level = setting.level
        self.numbers: list[tuple[int, Target]] = []

    # --- the file ------------------------------------------------------------------------------

    def read(self, blocks: Sequence[ProseBlock]) -> tuple[tuple[Piece, ...], tuple[Target, ...]]:
        levels = [b.level for b in blocks if isinstance(b, ProseHeading)]
        top = min([2, *levels])
        for block in blocks:
            if isinstance(block, ProseHeading):
                self._heading(block, top)
            elif isinstance(block, ProseParagraph):
                self._paragraph(block)
            elif self.open is not None:
                self._attach(block, self.open, depth=1)
            else:
                self.out.append(self._alone(block))
        self._close()
        self._ranges()
        return tuple(self.out), _ends([target for _, target in self.numbers])

    def _held(self, own: Attributes | None, above: Held) -> Held:
        if own is None:
            return above
        pleading = self.numberer.pleading
        return Held(
            serves=_once(above.serves + pleading.serves(own, self.setting.counts)),
            defendants=pleading.defendants(own) or above.defendants,
            kind=own.kind or above.kind,
            lang=own.lang or above.lang,
            unnumbered=own.unnumbered or above.unnumbered,
        )

    # --- headings ------------------------------------------------------------------------------

    def _heading(self, block: ProseHeading, top: int) -> None:
        self._close()
        level = self.setting.level + 1 + block.level - top
        self._check_level(block, level)
        level = min(level, self.level + 1, DEEPEST)
        self.level = level
        while self.holding[-1][0] >= level:
            self.holding.pop()
        self.holding.append((level, self._held(block.attributes, self.holding[-1][1])))
        label = block.attributes.label if block.attributes else None
        anchor = f"x-{label}" if label else self.numberer.next_anchor("h")
        self.out.append(HeadingPiece(block, level, anchor, label, (), self.setting.place))

    def _check_level(self, block: ProseHeading, level: int) -> None:
        if level > self.level + 1:
            self.numberer.faults.append(
                HEADING_LEVEL.at(
                    block.span,
                    f"a heading written with {'#' * block.level} follows one that is more than one level above it",
                    label="skips a level",
                    help=f"write it with {'#' * (block.level - (level - self.level - 1))}",
                )
            )
        elif level > DEEPEST:
            self.numberer.faults.append(
                HEADING_LEVEL.at(
                    block.span,
                    f"a heading written with {'#' * block.level} is deeper than the document's headings go",
                    label="too deep",
                    help=f"write it with {'#' * (block.level - (level - DEEPEST))}",
                )
            )

    def _ranges(self) -> None:
        """Give every heading the paragraphs between it and the next heading that is not below it."""
        headings = [(i, p) for i, p in enumerate(self.out) if isinstance(p, HeadingPiece)]
        positions = [i for i, _ in self.numbers]
        for n, (index, piece) in enumerate(headings):
            end = next((i for i, p in headings[n + 1 :] if p.level <= piece.level), len(self.out))
            below = self.numbers[bisect_left(positions, index) : bisect_left(positions, end)]
            found = _ends([target for _, target in below])
            self.out[index] = replace(piece, range=found)
            attributes = piece.prose.attributes
            if attributes and attributes.label:
                self._name(attributes, "heading", found, "no numbered paragraph stands below it")

    # --- paragraphs ----------------------------------------------------------------------------

    def _paragraph(self, block: ProseParagraph) -> None:
        own = block.attributes
        if own and own.continues:
            if self.open is not None:
                self._attach(block, self.open, depth=1)
                return
            self.numberer.faults.append(
                NOTHING_TO_CONTINUE.at(
                    own.span,
                    "no paragraph stands before this one that it could continue",
                    help="take .continues out, or write .unnumbered",
                )
            )
        self._close()
        held = self._held(own, self.holding[-1][1])
        number = ""
        if not held.unnumbered and not self.setting.why_unnumbered:
            number = self.numberer.next_paragraph(self.setting.scope)
        label = own.label if own else None
        anchor = self._anchor(label, number)
        place = self.setting.place
        if number:
            place = (*place, f"{self.court.words.paragraph} {number}")
            self.numbers.append((len(self.out), Target(anchor, number, "paragraph")))
        self.open = _Open(number, anchor, held, place)
        self.open_prose, self.open_label = block, label
        if own and label:
            self._name(own, "paragraph", self._targets(anchor, number, "paragraph"))

    def _close(self) -> None:
        if self.open is None or self.open_prose is None:
            return
        held = replace(
            self.open.held, serves=_once(self.open.held.serves + tuple(self.open.serves))
        )
        self.out.append(
            ParagraphPiece(
                self.open_prose, self.open.full, self.open.anchor, self.open_label,
                tuple(self.open.attached), held, self.open.place,
            )
        )  # fmt: skip
        self.open = None

    def _anchor(self, label: str | None, number: str) -> str:
        if label:
            return f"x-{label}"
        if not number:
            return self.numberer.next_anchor("u")
        key = self.setting.scope.key
        return _slug(f"p-{key}-{number}" if key else f"p-{number}")

    def _targets(self, anchor: str, number: str, kind: Kind) -> tuple[Target, ...]:
        if not number:
            return ()
        return (Target(anchor, number, "subparagraph" if kind == "subparagraph" else "paragraph"),)

    def _name(
        self, own: Attributes, kind: Kind, targets: tuple[Target, ...], why: str = ""
    ) -> None:
        if own.label is None:
            return
        why = why or self.setting.why_unnumbered or "it is not numbered"
        span: Span = own.label_span or own.span
        self.numberer.named.append(
            Named(own.label, kind, span, targets, self.setting.scope, why_none=why)
        )

    # --- what belongs to a paragraph -----------------------------------------------------------

    def _attach(self, block: ProseBlock, owner: _Open, depth: int) -> None:
        own = block.attributes
        held = owner.held
        if own and not isinstance(block, ProseList):
            held = self._held(own, owner.held)
            owner.serves.extend(held.serves)
        if own and own.label:
            anchor = owner.anchor
            if isinstance(block, (ProseTable, ProseParagraph)):
                anchor = f"x-{own.label}"
            self._name(own, owner.kind, self._targets(anchor, owner.full, owner.kind))
        if isinstance(block, ProseList):
            owner.attached.append(self._list(block, owner, depth))
        elif isinstance(block, ProseParagraph):
            label = own.label if own else None
            anchor = f"x-{label}" if label else self.numberer.next_anchor("u")
            held = replace(held, serves=())
            owner.attached.append(ParagraphPiece(block, "", anchor, label, (), held, owner.place))
        else:
            owner.attached.append(self._plain(block, held.lang))

    def _alone(self, block: ProseBlock) -> Piece:
        """A block before any paragraph: it belongs to none."""
        above = self.holding[-1][1]
        nobody = _Open("", "", above, self.setting.place)
        self._attach(block, nobody, depth=1)
        return nobody.attached[0]

    def _plain(self, block: ProseBlock, lang: str) -> Piece:
        own = block.attributes
        label = own.label if own else None
        if isinstance(block, ProseTable):
            return TablePiece(block, f"x-{label}" if label else "")
        if isinstance(block, ProseQuotation):
            return QuotationPiece(block, tuple(self._quoted(b) for b in block.blocks), lang)
        assert not isinstance(block, (ProseHeading, ProseParagraph, ProseList))
        return FigurePiece(block)

    def _quoted(self, block: ProseBlock) -> Piece:
        """A block inside a quotation: it keeps its own numbers, which are those of the original."""
        if isinstance(block, ProseParagraph):
            lang = block.attributes.lang if block.attributes else ""
            anchor = self.numberer.next_anchor("u")
            return ParagraphPiece(block, "", anchor, None, (), Held(lang=lang), self.setting.place)
        if isinstance(block, ProseList):
            items = []
            for offset, item in enumerate(block.items):
                number = f"{block.start + offset}." if block.ordered else ""
                content, rest = _first_words(item)
                attached = tuple(self._quoted(b) for b in rest)
                items.append(
                    ItemPiece(
                        item, content, number, "", "", None, attached, Held(), self.setting.place
                    )
                )
            return ListPiece(block, 1, tuple(items))
        if isinstance(block, ProseHeading):
            words = ProseParagraph(block.content, block.span, block.attributes)
            return self._quoted(words)
        return self._plain(block, "")

    # --- sub-paragraphs ------------------------------------------------------------------------

    def _list(self, block: ProseList, owner: _Open, depth: int) -> ListPiece:
        held = self._held(block.attributes, replace(owner.held, serves=()))
        items = tuple(self._item(item, block.ordered, owner, held, depth) for item in block.items)
        return ListPiece(block, depth, items)

    def _item(
        self, item: ProseItem, ordered: bool, owner: _Open, above: Held, depth: int
    ) -> ItemPiece:
        content, rest = _first_words(item)
        own = item.attributes
        if own is None and item.blocks and isinstance(item.blocks[0], ProseParagraph):
            own = item.blocks[0].attributes
        label = own.label if own else None
        number, full = "", owner.full
        if ordered:
            owner.subs += 1
            forms = self.court.sub_numbering
            form = forms[min(depth, len(forms)) - 1] if forms else "({1})"
            number = series.printed(form, owner.subs)
            full = owner.full + number
        anchor = f"x-{label}" if label else ""
        if ordered and not label:
            anchor = (
                _slug(f"{owner.anchor}-{number}")
                if owner.anchor
                else self.numberer.next_anchor("s")
            )
        place = owner.place
        if ordered and owner.full:
            place = (*self.setting.place, f"{self.court.words.paragraph} {full}")
        inside = _Open(full, anchor or owner.anchor, self._held(own, above), place)
        inside.kind = "subparagraph" if ordered and owner.full else owner.kind
        if own and label:
            kind = inside.kind
            self._name(own, kind, self._targets(anchor, full if owner.full else "", kind))
        for block in rest:
            self._attach(block, inside, depth + 1 if ordered else depth)
        held = replace(inside.held, serves=_once(inside.held.serves + tuple(inside.serves)))
        return ItemPiece(item, content, number, full if ordered else "", anchor, label,
                         tuple(inside.attached), held, place)  # fmt: skip


def _first_words(item: ProseItem) -> tuple[tuple[ProseInline, ...], tuple[ProseBlock, ...]]:
    """The words an item begins with, and the blocks that follow them."""
    if item.blocks and isinstance(item.blocks[0], ProseParagraph):
        return item.blocks[0].content, item.blocks[1:]
    return (), item.blocks


def _ends(targets: Sequence[Target]) -> tuple[Target, ...]:
    if len(targets) < 2:
        return tuple(targets)
    return targets[0], targets[-1]


def _once(serves: tuple[Serves, ...]) -> tuple[Serves, ...]:
    return tuple(dict.fromkeys(serves))


def _slug(text: str) -> str:
    return _NOT_IN_ANCHORS.sub("-", text).strip("-")
