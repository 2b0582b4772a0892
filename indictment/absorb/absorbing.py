"""The base of a document, and the document as somebody left it -> what changes in the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from indictment.absorb import computed, contents, joined, pairing, rows
from indictment.absorb.cells import quoted
from indictment.absorb.changing import Change, Expected, Refusal, Unit, as_it_was
from indictment.absorb.compared import Compared
from indictment.absorb.comparing import Comparing
from indictment.absorb.escaping import Hand, hand_of
from indictment.absorb.fresh import Fresh, Paragraph
from indictment.absorb.grouping import Group, groups
from indictment.absorb.line import Line
from indictment.absorb.places import Overlap, Source, apply, renumbered
from indictment.absorb.seen import (
    SPLIT,
    kind_of,
    level_of,
    seen,
    text,
    with_notes,
)
from indictment.absorb.source_map import plain, text_of
from indictment.absorb.sources import Base
from indictment.absorb.target import Lost, Target, place_of, told
from indictment.absorb.writing import Edit, Writer
from indictment.model.word import WordDocument, WordParagraph


def change(
    base: Base, view: WordDocument, held_back: Mapping[Unit, Refusal] = MappingProxyType({}),
    compared: Compared | None = None,
) -> Change:  # fmt: skip
    """Write what differs between the base and `view` into the sources of the base.

    What is `held_back` stays as it was, and is told with its reason. `compared` keeps what is found, for
    the next call with the same base and view.
    """
    return Absorbing(base, view, held_back, compared or Compared()).change()


@dataclass(slots=True)
class Absorbing:
    """One state of a document on its way into the sources of its base."""

    base: Base
    view: WordDocument
    held_back: Mapping[Unit, Refusal] = field(default_factory=dict)
    compared: Compared = field(default_factory=Compared)
    units: dict[Unit, None] = field(default_factory=dict)
    members: dict[Unit, tuple[Unit, ...]] = field(default_factory=dict)
    comparing: Comparing = field(init=False)
    pairs: pairing.Pairs = field(init=False)
    edits: list[Edit] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    stays: list[Expected] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    held: dict[int, Line] = field(default_factory=dict)
    fresh: Fresh = field(init=False)
    styled: bool = True
    without: list[Line] = field(default_factory=list)
    """The items that were taken out."""

    def __post_init__(self) -> None:
        pages = self.base.printed.pages
        self.comparing = Comparing(pages, self.view, _notes(self.base.printed.lines))
        if self.compared.pairs is None:
            self.compared.pairs = pairing.pairs(self.base.document.paragraphs, self.view.paragraphs)
        self.pairs = self.compared.pairs
        self.fresh = Fresh(self.source, self.lose)
        names = {kind_of(paragraph) for paragraph in self.view.paragraphs}
        # Google Docs drops styles: what they would say is then not compared
        self.styled = "numbered" in names or "unnumbered" in names

    def source(self, file: str) -> Source:
        """The text of a file, by lines."""
        if file not in self.sources:
            self.sources[file] = Source(file, self.base.printed.pages[file])
        return self.sources[file]

    def lose(self, lost: Lost) -> None:
        """Tell of an edit that has no place."""
        self.comparing.lost.append(lost)

    def change(self) -> Change:
        """All that changes."""
        by_new = groups(self.pairs)
        done: set[int] = set()
        for new in range(len(self.pairs.new)):
            group = by_new.get(new)
            if group is None:
                self._unpaired(new)
            elif group.new[0] == new:
                done.update(group.old)
                self._paired(group)
        self.fresh.end()
        for old in range(len(self.pairs.old)):
            if old not in done:
                self._gone(old)
        for words in contents.typed_among(self.base.document, self.view):
            self.lose(Lost("computed", "", words))
        self._first_items()
        self.edits += self.fresh.edits
        return Change(
            self._files(),
            tuple(self.comparing.lost),
            tuple(self.expected),
            tuple(self.stays),
            self.held,
            tuple(self.units),
            self.members,
        )

    def is_held_back(
        self, unit: Unit, old: str, new: str, line: Line | None = None,
        how: Literal["", "moved", "joined"] = "", went: str = "",
    ) -> bool:  # fmt: skip
        """True for a unit that is not to be written; it is told that `old`, at `line`, did not become `new`."""
        self.units[unit] = None
        why = self.held_back.get(unit)
        if why is None:
            return False
        if line is None:
            self.lose(Lost(why.why, old, new, why.words, how=how, now=why.now))
        else:
            place = (line.page, line.begin, place_of(line))
            self.lose(Lost(why.why, old, new, why.words, *place, how=how, went=went, now=why.now))
        return True

    def _first_items(self) -> None:
        """The first item that is left of a list begins as the first did: a list begins with 1."""
        lists = {line.listed: line.page for line in self.without}
        for listed, page in lists.items():
            items = [line for line in self.base.printed.lines if line.listed == listed and line.page == page]  # fmt: skip
            left = [line for line in items if line not in self.without]
            if left and left[0] is not items[0]:
                source = self.source(page)
                edit = source.first_of_list(left[0], source.marker(items[0])[1])
                if edit is not None:
                    self.edits.append(edit)

    # --- what belongs together -----------------------------------------------------------------

    def _line(self, old: int) -> Line | None:
        return self.base.lines[self.pairs.old[old].paragraphs[0]]

    def _paragraphs(self, new: Sequence[int]) -> list[WordParagraph]:
        return [self.view.paragraphs[self.pairs.new[n].paragraphs[0]] for n in new]

    # --- paragraphs that are there still --------------------------------------------------------

    def _paired(self, group: Group) -> None:
        first_old, first_new = self.pairs.old[group.old[0]], self.pairs.new[group.new[0]]
        if first_old.is_table or first_new.is_table:
            self._table(group)
            return
        lines = [self._line(old) for old in group.old]
        shown = self._paragraphs(group.new)
        known = [line for line in lines if line is not None]
        for new, line in zip(group.new, [*known, *known[-1:] * len(group.new)], strict=False):
            self.held[self.pairs.new[new].paragraphs[0]] = line
        if len(known) != len(lines) or not known:
            computed.paired(self, group, shown)
            self.stays += [Expected(as_it_was(self.comparing, line)) for line in known]
            self.fresh.computed()
            return
        if len(known) > 1 and not joined.can_be(self, known):
            before, now = (
                "\n".join(told(one) for one in known),
                "\n".join(with_notes(self.view, one) for one in shown),
            )
            place = (known[0].page, known[0].begin, place_of(known[0]))
            self.lose(Lost("structure", before, now, "", *place, how="joined"))
            self.stays += [Expected(as_it_was(self.comparing, line)) for line in known]
            self.fresh.after(known[-1])
            return
        line = known[0]
        if len(known) == 1:
            self._style(line, group, shown)
        target, is_kept = self.compared.target(
            group.new[0], self.comparing, lambda: self._target(known, shown)
        )
        if group.moved and not self._can_move(line):
            place = (line.page, line.begin, place_of(line))
            self.lose(Lost("structure", told(line), target.told, "", *place, how="moved"))
            self.stays.append(Expected(as_it_was(self.comparing, line)))
            return
        unit: Unit = ("old", first_old.paragraphs[0])
        is_same = is_kept and not group.moved
        how: Literal["", "moved", "joined"] = (
            "moved" if group.moved else "joined" if len(known) > 1 else ""
        )
        before = "\n".join(told(one) for one in known)
        went = joined.goes(known)
        if len(known) > 1:
            every = (self.pairs.old[old].paragraphs[0] for old in group.old)
            self.members[unit] = tuple(("old", at) for at in every)
        if not is_same and self.is_held_back(unit, before, target.told, line, how, went):
            self.stays += [Expected(as_it_was(self.comparing, one)) for one in known]
            self.fresh.after(known[-1])
            return
        joined.tell(self, known[1:], line)
        edit, more = (None, []) if is_kept else self.written(line, target)
        self.edits += more
        self.expected.append(Expected(target, line.kind, tuple(known), unit))
        if group.moved:
            self._moved(line, edit, self.expected[-1])
            return
        if edit is not None:
            self.edits.append(edit)
        self.fresh.after(known[-1])

    def _target(self, known: Sequence[Line], shown: Sequence[WordParagraph]) -> Target:
        signs = seen(shown)
        if len(shown) > 1 and known[0].kind == "cell":
            signs = tuple(sign for sign in signs if sign.text != SPLIT)
        if len(known) > 1:
            return self.comparing.of_several(known, signs)
        return self.comparing.target(known[0], signs)

    def written(self, line: Line, target: Target) -> tuple[Edit | None, list[Edit]]:
        """The change of a line's source, and those of notes that are written elsewhere."""
        if target.is_kept:
            return None, []
        page = self.base.printed.pages[line.page]
        writer = Writer(line.page, page, self._hand(line), self.base.printed.pages)
        edit = writer.edited(target, line.held.prefix)
        if edit is None and target.items and not any(sign.begin >= 0 for sign in target.signs):
            edit = Edit(line.page, 0, len(page), writer.fresh(target))
        if edit is not None and line.kind == "heading" and SPLIT not in target.text:
            edit = Edit(edit.page, edit.begin, edit.end, " ".join(edit.new.split("\n")))
        return edit, writer.edits

    def _hand(self, line: Line) -> Hand:
        file = line.span.file
        source = self.base.printed.pages.get(file) or self.base.printed.pages[line.page]
        hand = hand_of(source)
        in_table = line.kind == "cell" and line.page == file
        return Hand(hand.straight, in_cell=in_table)

    def _can_move(self, line: Line) -> bool:
        kinds = ("numbered", "unnumbered", "heading", "continuing")
        return line.kind in kinds and not line.held.prefix

    def _moved(self, line: Line, edit: Edit | None, expected: Expected) -> None:
        """The paragraph stands elsewhere: its source goes there, with its attribute line."""
        source = self.source(line.page)
        begin = source.start(line.held.first)
        block = source.block(line)
        if edit is not None:
            block = block[: edit.begin - begin] + edit.new + block[edit.end - begin :]

        def placed(*, there: bool) -> None:
            if there:
                self.edits.append(source.taken_out(line))
                return
            self._unexpect(expected)
            self.stays.append(Expected(as_it_was(self.comparing, line)))

        self.fresh.put(Paragraph(line.kind, block, placed, line.level, ready=True))

    def _unexpect(self, expected: Expected) -> None:
        self.expected = [one for one in self.expected if one is not expected]

    def _style(self, line: Line, group: Group, shown: Sequence[WordParagraph]) -> None:
        was = self.base.document.paragraphs[self.pairs.old[group.old[0]].paragraphs[0]]
        now = shown[0]
        kind = kind_of(now)
        if not self.styled or kind is None or was.style.casefold() == now.style.casefold():
            return
        self.lose(
            Lost(
                "style",
                line.text,
                f"{was.style} -> {now.style}",
                "",
                line.page,
                line.begin,
                place_of(line),
            )
        )

    # --- what has no source ---------------------------------------------------------------------

    def _gone(self, old: int) -> None:
        entry = self.pairs.old[old]
        if entry.is_table:
            rows.gone(self, entry)
            return
        line = self._line(old)
        if line is None:
            shown = self.base.document.paragraphs[entry.paragraphs[0]]
            self.lose(Lost("computed", text(shown), ""))
            return
        source = self.source(line.page)
        if line.kind in ("item", "bullet") and line.held.whole > line.held.last and self._has_rest(line):  # fmt: skip
            self.lose(
                Lost("structure", line.text, "", "taken out", line.page, line.begin, place_of(line))
            )
            self.stays.append(Expected(as_it_was(self.comparing, line)))
            return
        if self.is_held_back(("old", entry.paragraphs[0]), told(line), "", line):
            self.stays.append(Expected(as_it_was(self.comparing, line)))
            return
        joined.tell_if_in_another(self, entry, line)
        if line.kind == "item":
            self.without.append(line)
        self.edits.append(source.taken_out(line))

    def _has_rest(self, line: Line) -> bool:
        """True where something of what belongs to an item stays."""
        return any(
            other is not None and other is not line and other.page == line.page
            and line.held.last < other.held.first <= line.held.whole
            for new, old in self.pairs.of_new.items()
            if (other := self._line(old)) is not None and new >= 0
        )  # fmt: skip

    def _unpaired(self, new: int) -> None:
        entry = self.pairs.new[new]
        if entry.is_table:
            self.lose(Lost("structure", "", entry.key.replace("\n", " | "), "table"))
            return
        at = entry.paragraphs[0]
        paragraph = self.view.paragraphs[at]
        target = self.comparing.fresh(seen((paragraph,)))
        kind = kind_of(paragraph) or self.fresh.like
        unit: Unit = ("new", at)
        if self.is_held_back(unit, "", target.told):
            return
        expected = Expected(target, kind, unit=unit)
        self.expected.append(expected)

        def placed(*, there: bool) -> None:
            if not there:
                self._unexpect(expected)

        self.fresh.put(Paragraph(kind, "", placed, level_of(paragraph), target=target))

    # --- tables ---------------------------------------------------------------------------------

    def _table(self, group: Group) -> None:
        rows.paired(self, self.pairs.old[group.old[0]], self.pairs.new[group.new[0]], moved=group.moved)  # fmt: skip

    # --- the files ------------------------------------------------------------------------------

    def _files(self) -> Mapping[str, str]:
        by_file: dict[str, list[Edit]] = {}
        cells = self.base.printed.cells.pages
        for edit in self.edits:
            cell = cells.get(edit.page)
            if cell is None:
                by_file.setdefault(edit.page, []).append(edit)
                continue
            raw = self.base.printed.pages[cell.file][cell.begin : cell.end] if cell.file in self.base.printed.pages else ""  # fmt: skip
            made = quoted(apply(cell.text, [edit]), raw)
            by_file.setdefault(cell.file, []).append(Edit(cell.file, cell.begin, cell.end, made))
        out: dict[str, str] = {}
        for file in sorted(by_file):
            try:
                before = self.base.printed.pages[file]
                out[file] = apply(before, by_file[file])
                if file.endswith(".md") and renumbered(before) == before:
                    out[file] = renumbered(out[file])
                if not before.endswith("\n\n"):
                    out[file] = out[file].rstrip("\n") + before[len(before.rstrip("\n")) :]
            except Overlap as fault:
                self.lose(Lost("structure", "", fault.edit.new, "twice", file, fault.edit.begin))
        return out


def _notes(lines: Sequence[Line]) -> Mapping[str, Line]:
    """The notes of the document by their words: for one that is put elsewhere."""
    out: dict[str, Line] = {}
    for line in lines:
        for piece in line.pieces:
            if piece.note is not None:
                out.setdefault(plain(text_of(piece.note.pieces)), piece.note)
    return out
