"""The prose of a file -> pieces: headings with their range, paragraphs with their numbers."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from indictment.diagnostics import Span
from indictment.model.blocks import Target
from indictment.model.prose import ProseBlock, ProseHeading, ProseParagraph, Words
from indictment.resolve.attaching import Attaching
from indictment.resolve.filed import Filed
from indictment.resolve.numbering import (
    NOTHING_HELD,
    Numberer,
    Open,
    Setting,
    by_number,
    ends,
    label_of,
    once,
)
from indictment.resolve.pieces import HeadingPiece, Held, ParagraphPiece, Piece
from indictment.resolve.reading import plain
from indictment.resolve.rules import HEADING_LEVEL, NOTHING_TO_CONTINUE

DEEPEST = 4
"""The vocabulary of the page has headings of four levels."""


def section(
    numberer: Numberer, blocks: Sequence[ProseBlock], setting: Setting
) -> tuple[tuple[Piece, ...], tuple[Target, ...]]:
    """The pieces of a file, and its first and last paragraph number (one or none)."""
    return _Section(numberer, setting).read(blocks)


def withdrawn(
    numberer: Numberer, setting: Setting, gone: Sequence[Filed] = ()
) -> tuple[Piece, ...]:
    """What is printed below the heading of a withdrawn count: `gone`, else what the plan has there."""
    return _Section(numberer, setting).withdrawn(gone)


class _Section:
    """One file being numbered."""

    def __init__(self, numberer: Numberer, setting: Setting) -> None:
        self.numberer = numberer
        self.setting = setting
        self.attaching = Attaching(numberer, setting)
        self.out: list[Piece] = []
        self.open: tuple[Open, ProseParagraph] | None = None
        self.holding: list[tuple[int, Held]] = [(0, setting.held)]
        self.level = setting.level
        self.counting = numberer.counting
        self.numbers: list[tuple[int, Target]] = []

    def read(self, blocks: Sequence[ProseBlock]) -> tuple[tuple[Piece, ...], tuple[Target, ...]]:
        # a file may begin its headings with one # or with two: its title stands above both
        title = self.setting.place[-1] if self.setting.place else ""
        self.counting.begin_section(title, self.setting.within)
        top = min([2, *(b.level for b in blocks if isinstance(b, ProseHeading))])
        for block in blocks:
            own = block.attributes
            if isinstance(block, ProseHeading):
                self._heading(block, self.setting.level + 1 + block.level - top)
            elif isinstance(block, ProseParagraph) and not (own and own.continues and self.open):
                self._paragraph(block)
            elif self.open:
                self.attaching.attach(block, self.open[0])
            else:
                self.out.append(self._alone(block))
        self._end()
        self._ranges()
        return tuple(self.out), ends([target for _, target in self.numbers])

    # --- headings ------------------------------------------------------------------------------

    def _heading(self, block: ProseHeading, level: int) -> None:
        self._end()
        allowed = min(self.level + 1, DEEPEST)
        if level > allowed:
            self._say_level(block, level - allowed, too_deep=level == self.level + 1)
        self.level = level = min(level, allowed)
        while self.holding[-1][0] >= level:
            self.holding.pop()
        held = self.numberer.held(block.attributes, self.holding[-1][1], self.setting)
        self.holding.append((level, held))
        label = label_of(block.attributes)
        self.counting.begin_section(plain(block.content), replace(self.setting.within, level=level))
        anchor = self.numberer.anchor(label, "h", "", self.setting)
        number = self.numberer.next_heading(level) if self.setting.numbers_headings else ""
        full = self.numberer.full_heading if number else ""
        self.out.append(
            HeadingPiece(block, level, anchor, label, (), self.setting.place, number, full)
        )

    def _say_level(self, block: ProseHeading, excess: int, *, too_deep: bool) -> None:
        written = "#" * block.level
        fault = "is deeper than the headings that the form prints" if too_deep else "skips a level"
        self.numberer.faults.append(
            HEADING_LEVEL.at(
                block.span,
                f"the heading written with {written} {fault}",
                label="too deep" if too_deep else "skips a level",
                help=f"write it with {'#' * max(1, block.level - excess)}",
            )
        )

    def _ranges(self) -> None:
        """Give every heading the paragraphs down to the next heading that is not below it."""
        headings = [(i, p) for i, p in enumerate(self.out) if isinstance(p, HeadingPiece)]
        positions = [i for i, _ in self.numbers]
        for n, (index, piece) in enumerate(headings):
            end = next((i for i, p in headings[n + 1 :] if p.level <= piece.level), len(self.out))
            below = self.numbers[bisect_left(positions, index) : bisect_left(positions, end)]
            found = ends([target for _, target in below])
            self.out[index] = replace(piece, range=found)
            why = "" if self.setting.why_unnumbered else "no numbered paragraph stands below it"
            named = found or by_number(piece.anchor, piece.full)
            self.numberer.name(
                piece.prose.attributes, "heading", named, self.setting, why, self.setting.of
            )

    # --- paragraphs ----------------------------------------------------------------------------

    def _paragraph(self, block: ProseParagraph) -> None:
        self._close()
        own = block.attributes
        if own and own.continues:
            self.numberer.faults.append(
                NOTHING_TO_CONTINUE.at(
                    own.span,
                    "no paragraph stands before this one that it could continue",
                    help="take .continues out, or write .unnumbered",
                )
            )
        held = self.numberer.held(own, self.holding[-1][1], self.setting)
        number, position = "", 0
        if not held.unnumbered and not self.setting.why_unnumbered:
            for one in self.counting.before(self.setting.scope):
                self._gone(one)
            number, position = self.counting.next(self.setting.scope, label_of(own), block.span)
        anchor = self.numberer.anchor(label_of(own), "u", number, self.setting)
        place = self.setting.place
        if number:
            place = self._place(number)
            self.numbers.append((len(self.out), Target(anchor, number, "paragraph", position)))
        opened = Open(number, anchor, held, place, position=position)
        self.open = opened, block
        self.numberer.name(own, "paragraph", opened.targets, self.setting)

    def _close(self) -> None:
        """Nothing more belongs to the paragraph before."""
        if self.open is None:
            return
        opened, prose = self.open
        held = opened.held
        serves = once(held.serves + tuple(opened.serves))
        if serves != held.serves:
            held = replace(held, serves=serves)
        label, attached = label_of(prose.attributes), tuple(opened.attached)
        self.out.append(
            ParagraphPiece(prose, opened.full, opened.anchor, label, attached, held, opened.place)
        )
        self.open = None
        if opened.full:
            for one in self.counting.after(self.setting.scope):
                self._gone(one)

    def _end(self) -> None:
        """The section ends. Behind it stand those that were filed there and are withdrawn."""
        self._close()
        for of, found in groupby(self.counting.at_end(self.setting.scope), key=self._heading_of):
            gone = tuple(found)
            if of and any(one.label not in self.numberer.elsewhere for one in gone):
                self._gone_heading(*of, gone[0].span)
            for one in gone:
                self._gone(one)

    def _heading_of(self, one: Filed) -> tuple[str, int] | None:
        """The heading of a withdrawn section, or the title of its file; None where it is still there."""
        here = self.counting.begun[self.counting.section]
        if here.within.of != one.within.of:
            return (one.within.title, self.setting.level) if one.within.title else None
        return (one.heading, one.within.level) if here.heading != one.heading else None

    def _gone_heading(self, heading: str, level: int, span: Span) -> None:
        words = f"{heading} {self.numberer.court.words.withdrawn}".strip()
        level = max(1, min(level, self.level + 1, DEEPEST))
        prose = ProseHeading(level, (Words(words, span),), span)
        anchor = self.numberer.anchor(None, "h", "", self.setting)
        self.out.append(HeadingPiece(prose, level, anchor, None, (), self.setting.place))

    def withdrawn(self, gone: Sequence[Filed]) -> tuple[Piece, ...]:
        """What was filed below the heading of a withdrawn count."""
        for one in gone or self.counting.below(self.setting.scope):
            self._gone(one)
        return tuple(self.out)

    def _gone(self, filed: Filed) -> None:
        """Print a filed number without its paragraph: "32. [withdrawn]", or where it is now."""
        position = self.counting.gone(self.setting.scope, filed)
        anchor = self.numberer.anchor_of_gone(
            filed.label, self.numberer.anchor(None, "u", filed.printed, self.setting)
        )
        self.numbers.append((len(self.out), Target(anchor, filed.printed, "paragraph", position)))
        prose = ProseParagraph(self.numberer.instead(filed), filed.span)
        place = self._place(filed.printed)
        self.out.append(
            ParagraphPiece(prose, filed.printed, anchor, None, (), NOTHING_HELD, place, True)
        )

    def _place(self, number: str) -> tuple[str, ...]:
        return (*self.setting.place, f"{self.numberer.court.words.paragraph} {number}")

    def _alone(self, block: ProseBlock) -> Piece:
        """A block before any paragraph: it belongs to none."""
        nobody = Open("", "", self.holding[-1][1], self.setting.place)
        self.attaching.attach(block, nobody)
        return nobody.attached[0]
