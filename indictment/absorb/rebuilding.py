"""What a line is to become -> its Markdown, sign by sign: what is kept is copied with the markup around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from indictment.absorb.escaping import Hand, escaped
from indictment.absorb.line import MARK, Around, Sign
from indictment.absorb.markup import EMPHASIS, common, divided, emphasis, first_sign, region
from indictment.absorb.seen import SPLIT
from indictment.absorb.target import Item, Target

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LABEL = re.compile(r"@[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_PUNCTUATION = ".,;:!?…”’»“\"'"


class Writes(Protocol):
    """What a line is written by: the text of its page, how it is typed, and its notes."""

    source: str
    hand: Hand

    def note(self, target: Target) -> str:
        """A note that is new."""

    def kept_note(self, sign: Sign, target: Target | None) -> str:
        """A note that stays."""


@dataclass(slots=True)
class Rebuilt:
    """The source of one line as it is to be: kept signs copied, new ones written."""

    writer: Writes
    target: Target
    prefix: str
    out: str = ""
    open: tuple[Around, ...] = ()
    made: int = -1
    ranks: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    """The positions of signs in the order of the source, an atom once."""
    paths: list[tuple[Around, ...]] = field(default_factory=list)
    intact: set[int] = field(default_factory=set)

    def written(self) -> str:
        """The source of the line."""
        self._rank()
        items = self._in_source_order(self._sourced())
        self.paths = self._paths(items)
        self._find_intact(items)
        before: Item | None = None
        for n, item in enumerate(items):
            self._gap(before, item, n)
            self._item(item, items, n)
            before = item
        self._gap(before, None, len(items))
        return self.out

    def _rank(self) -> None:
        signs = self.target.signs
        seen: set[tuple[str, int]] = set()
        for at in sorted((n for n, s in enumerate(signs) if s.begin >= 0), key=lambda n: (signs[n].begin, n)):  # fmt: skip
            sign = signs[at]
            if sign.source == "atom":
                key = ("atom", sign.begin)
                if key in seen:
                    self.ranks[at] = len(self.order) - 1
                    continue
                seen.add(key)
            self.ranks[at] = len(self.order)
            self.order.append(at)

    def _sourced(self) -> list[Item]:
        """Without what the tool wrote; an atom is one item."""
        out: list[Item] = []
        for item in self.target.items:
            if item.old is None:
                out.append(item)
            elif item.old in self.ranks:
                if (
                    out
                    and out[-1].old is not None
                    and self._rank_of(out[-1]) == self._rank_of(item)
                ):
                    continue
                out.append(item)
        return out

    def _rank_of(self, item: Item) -> int:
        return -1 if item.old is None else self.ranks[item.old]

    def _in_source_order(self, items: list[Item]) -> list[Item]:
        """Punctuation that is printed before the mark of a note goes back behind its bracket."""
        signs = self.target.signs
        out = list(items)
        at = 0
        while at < len(out):
            if out[at].text != MARK or out[at].old is None:
                at += 1
                continue
            last = at
            while last + 1 < len(out) and out[last + 1].text == MARK:
                last += 1
            mark = signs[out[at].old or 0]
            moved = self._moved_behind(mark)
            first = at
            while (
                first
                and moved
                and out[first - 1].text in _PUNCTUATION
                and (
                    out[first - 1].old is None
                    or self._rank_of(out[first - 1]) > self._rank_of(out[at])
                )
            ):
                first -= 1
            out[first : last + 1] = [*out[at : last + 1], *out[first:at]]
            at = last + 1
        return out

    def _moved_behind(self, mark: Sign) -> bool:
        """True where punctuation that is typed behind the note is printed before its mark."""
        signs = self.target.signs
        at = signs.index(mark)
        while at and signs[at - 1].source in ("mark", "tool"):
            at -= 1
        return bool(at) and signs[at - 1].begin > mark.begin

    # --- markup --------------------------------------------------------------------------------

    def _paths(self, items: Sequence[Item]) -> list[tuple[Around, ...]]:
        signs = self.target.signs
        paths: list[tuple[Around, ...]] = []
        for n, item in enumerate(items):
            if item.old is not None:
                path = signs[item.old].around
                paths.append(self._fitting(path, item.emphasis, paths))
                continue
            left = paths[-1] if paths else None
            right = next((signs[i.old].around for i in items[n:] if i.old is not None), None)
            options = [path for path in (left, right) if path is not None]
            shared = common(*options) if len(options) == 2 else ()
            choice = next(
                (path for path in (shared, *options) if emphasis(path) == item.emphasis), None
            )
            paths.append(choice if choice is not None else self._fitting(shared, item.emphasis, paths))  # fmt: skip
        for n, item in enumerate(items):
            if item.text == " " and 0 < n < len(items) - 1 and not self._is_kept(items, n):
                paths[n] = common(paths[n - 1], paths[n + 1])
        return paths

    def _is_kept(self, items: Sequence[Item], n: int) -> bool:
        old = items[n].old
        return old is not None and self.paths_of(old) == self.target.signs[old].around

    def paths_of(self, old: int) -> tuple[Around, ...]:
        """What stands around a sign in the source."""
        return self.target.signs[old].around

    def _fitting(
        self, path: tuple[Around, ...], wanted: frozenset[str], before: Sequence[tuple[Around, ...]]
    ) -> tuple[Around, ...]:
        """`path` with the emphasis that is wanted; what is new goes on from the sign before."""
        if emphasis(path) == wanted:
            return path
        rest = tuple(one for one in path if one.kind not in EMPHASIS or one.kind in wanted)
        lacking = [kind for kind in ("strong", "em", "term") if kind in wanted - emphasis(rest)]
        if before and before[-1][: len(rest)] == rest and [o.kind for o in before[-1][len(rest) :]] == lacking:  # fmt: skip
            return before[-1]
        for kind in lacking:
            rest = (*rest, Around(self.made, kind, *EMPHASIS[kind]))
            self.made -= 1
        return rest

    def _find_intact(self, items: Sequence[Item]) -> None:
        """Markup whose both ends are copied: what stands at them is kept, with its neighbours."""
        at = {item.old: n for n, item in enumerate(items) if item.old is not None}
        for item in items:
            if item.old is not None and self.ranks[item.old] < len(self.order):
                at.setdefault(self.order[self.ranks[item.old]], at[item.old])
        bounds: dict[int, list[int]] = {}
        for rank, old in enumerate(self.order):
            for one in self.target.signs[old].around:
                bounds.setdefault(one.number, []).append(rank)
        for number, ranks in bounds.items():
            if self._adjacent(items, at, min(ranks) - 1, min(ranks)) and self._adjacent(
                items, at, max(ranks), max(ranks) + 1
            ):
                self.intact.add(number)

    def _adjacent(self, items: Sequence[Item], at: Mapping[int, int], first: int, second: int) -> bool:  # fmt: skip
        """True where the signs of two neighbouring ranks are neighbours still, both as they were."""
        a = -1 if first < 0 else at.get(self.order[first])
        b = len(items) if second >= len(self.order) else at.get(self.order[second])
        if a is None or b is None or b != a + 1:
            return False
        return all(
            self.paths[n] == self.paths_of(items[n].old or 0)
            for n in (a, b)
            if 0 <= n < len(items) and items[n].old is not None
        )

    # --- what stands between two items ---------------------------------------------------------

    def _gap(self, before: Item | None, item: Item | None, n: int) -> None:
        source = self.writer.source
        first = -1 if before is None else self._rank_of(before)
        second = len(self.order) if item is None else self._rank_of(item)
        path = () if item is None else self.paths[n]
        joint = (
            before is not None and item is not None and item.old is not None and before.old is not None
            and any(before.old < begin <= item.old for begin in self.target.begins)
        )  # fmt: skip
        known = not joint and (before is None or before.old is not None) and (item is None or item.old is not None)  # fmt: skip
        if known and self.order and second == first + 1 and self._is_copied(before, item, n):
            begin, end = region(self.target.signs, source)
            a = begin if before is None else self.target.signs[before.old or 0].end
            b = end if item is None else self.target.signs[item.old or 0].begin
            self.out += source[a:b]
            self.open = path
            return
        self._turn(path)
        if known and before is not None and item is not None and second > first:
            a, b = self.target.signs[before.old or 0].end, self.target.signs[item.old or 0].begin
            for comment in _COMMENT.findall(source[a:b]):
                self.out += f" {comment}"
        if item is not None and item.text == MARK and item.old is not None:
            self.out += self._lead(self.target.signs[item.old])
        elif item is not None and item.text == MARK and item.note and item.note.line is not None:
            self.out += "" if self.out[-1:].isspace() else " "

    def _is_copied(self, before: Item | None, item: Item | None, n: int) -> bool:
        """True where what stands between two kept signs can be copied with its markup."""
        left = () if before is None else self.paths[n - 1]
        right = () if item is None else self.paths[n]
        was_left = () if before is None else self.paths_of(before.old or 0)
        was_right = () if item is None else self.paths_of(item.old or 0)
        if left != was_left or right != was_right or self.open != left:
            return False
        shared = len(common(left, right))
        return all(one.number in self.intact for one in (*left[shared:], *right[shared:]))

    def _lead(self, mark: Sign) -> str:
        """The space before the bracket of a note, as it is typed."""
        if not self.out or self.out[-1:].isspace():
            return ""
        begin = mark.begin
        while begin and self.writer.source[begin - 1] in " \t\n>":
            begin -= 1
        return " " if begin < mark.begin else ""

    def _turn(self, path: tuple[Around, ...]) -> None:
        """Close and open markup until `path` stands around what follows."""
        shared = len(common(self.open, path))
        space = ""
        for one in reversed(self.open[shared:]):
            bare = self.out.rstrip(" ")
            space = self.out[len(bare) :] + space
            self.out = bare + one.closing
        self.out += space
        for one in path[shared:]:
            self.out += one.opening
        self.open = path

    # --- items ---------------------------------------------------------------------------------

    def _item(self, item: Item, items: Sequence[Item], n: int) -> None:
        source = self.writer.source
        if item.text == SPLIT:
            self._turn(())
            line = self.target.line
            if line is not None and line.kind == item.split == "heading":
                self.out = f"{self.out.rstrip()}\n\n{'#' * line.typed_level} "
                return
            self.out = self.out.rstrip(" \n\t>") + divided(item.split or "numbered", self.prefix)
        elif item.old is not None:
            sign = self.target.signs[item.old]
            if sign.note is not None:
                self.out += self.writer.kept_note(sign, item.note)
            elif self._starts_part() and source[sign.begin : sign.end].isspace():
                pass
            else:
                self.out += self._copied(sign, items, n)
        elif item.note is not None:
            self.out += self.writer.note(item.note)
        elif item.text == "\n":
            self.out += f"\\\n{self.prefix}"
        elif not (item.text == " " and self._starts_part()):
            after = first_sign(items[n + 1 :], self.target.signs, source)
            self.out += escaped(
                item.text, self._printed_before(items, n), after, self._hand(items, n)
            )

    def _copied(self, sign: Sign, items: Sequence[Item], n: int) -> str:
        """What was typed; a label before new letters ends by hand: `@{label}`."""
        typed = self.writer.source[sign.begin : sign.end]
        after = items[n + 1] if n + 1 < len(items) else None
        if sign.source == "atom" and after is not None and _LABEL.fullmatch(typed):
            following = after.text + (items[n + 2].text if n + 2 < len(items) else "")
            if following[:1].isalnum() or (following[:1] == "-" and following[1:2].isalnum()):
                return f"@{{{typed[1:]}}}"
        return typed

    def _hand(self, items: Sequence[Item], n: int) -> Hand:
        if items[n].text not in "[]":
            return self.writer.hand
        new = "".join(one.text for one in items if one.old is None)
        odd = new.count("[") != new.count("]") or "@" in new
        return replace(self.writer.hand, in_note=self.writer.hand.in_note or odd)

    def _printed_before(self, items: Sequence[Item], n: int) -> str:
        return items[n - 1].text if n and items[n - 1].text != SPLIT else ""

    def _starts_part(self) -> bool:
        return bool(self.out) and (self.out.endswith("\n" + self.prefix) or (self.out.endswith(". ") and self._listed()))  # fmt: skip

    def _listed(self) -> bool:
        return bool(re.search(r"\n\s*\d+\. $", self.out))
