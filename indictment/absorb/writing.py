"""What a line is to become -> the Markdown that prints so. What is kept is copied from the source, letter for
letter, with its line ends and its markup; only what is new is written.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from indictment.absorb.escaping import Hand, escaped, line_start
from indictment.absorb.line import MARK, Around, Kind, Sign
from indictment.absorb.seen import SPLIT
from indictment.absorb.target import Item, Target

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OPENED = re.compile(r"(?:[*_]+|\[)+$")
_CLOSED = re.compile(r"(?:[*_]+|\]\{[^{}\n]*\})+")
_MARKS_OF_PARTS = ("{.continues}", "{.unnumbered}")
_BEGUN = re.compile(r"\d+\. \S")
_LABEL = re.compile(r"@[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_PUNCTUATION = ".,;:!?…”’»“\"'"
_EMPHASIS: Mapping[str, tuple[str, str]] = {
    "em": ("*", "*"), "strong": ("**", "**"), "term": ("[", "]{.term}"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `new` in the place of `begin` to `end` of a page's text."""

    page: str
    begin: int
    end: int
    new: str


@dataclass(slots=True)
class Writer:
    """Writes lines of one page. `edits` collects what stands elsewhere in it (notes written apart)."""

    page: str
    source: str
    hand: Hand
    sources: Mapping[str, str]
    """The text of every page, for notes that come from another."""
    edits: list[Edit] = field(default_factory=list)

    def fresh(self, target: Target, prefix: str = "") -> str:
        """The Markdown of words that are all new."""
        return self.between(target, prefix)

    def edited(self, target: Target, prefix: str) -> Edit | None:
        """The change of the source that makes the line read so."""
        begin, end = region(target.signs, self.source)
        if begin < 0:
            return None
        made = self.between(target, prefix)
        old = set(self.source[begin:end].split("\n"))
        lines = made.split("\n")
        for n, line in enumerate(lines):
            if n == 0 and self._begins_a_line(begin):
                lines[n] = line if line in old else line_start(line)
            elif n and line not in old:
                lines[n] = _after_prefix(line, prefix, target)
        made = "\n".join(lines)
        return Edit(self.page, begin, end, made) if made != self.source[begin:end] else None

    def _begins_a_line(self, at: int) -> bool:
        start = self.source.rfind("\n", 0, at) + 1
        return not re.sub(r"[>\s]|[-*+]\s|\d+[.)]\s", "", self.source[start:at])

    # --- a line --------------------------------------------------------------------------------

    def between(self, target: Target, prefix: str) -> str:
        """The source of the line's region, as it is to be."""
        return _Text(self, target, prefix).written()

    def note(self, target: Target) -> str:
        """A note that is new: its words, or the source of the note that it was."""
        if target.line is None:
            hand = replace(self.hand, in_note=True)
            words = Writer(self.page, self.source, hand, self.sources).fresh(target)
            return f"^[{words}]"
        return self._known_note(target, self.sources[target.line.page])

    def _known_note(self, target: Target, source: str) -> str:
        line = target.line
        assert line is not None
        starts = [0]
        for one in source.split("\n"):
            starts.append(starts[-1] + len(one) + 1)
        begin = starts[line.span.line - 1] + line.span.column - 1
        end = starts[line.span.end_line - 1] + line.span.end_column - 1
        if source.startswith("[^", begin):  # written elsewhere in its file
            begin = source.index(":", begin) + 1
            return f"^[{' '.join(source[begin:end].split())}]"
        return source[begin:end]

    def kept_note(self, sign: Sign, target: Target | None) -> str:
        """A note that stays: its source, with what changed in it."""
        typed = self.source[sign.begin : sign.end]
        if target is None or target.is_kept:
            return typed
        hand = replace(self.hand, in_note=True, in_citation=not target.whole_note)
        writer = Writer(self.page, self.source, hand, self.sources)
        begin, end = region(target.signs, self.source)
        made = writer.between(target, "")
        self.edits += writer.edits
        if not (sign.begin <= begin <= end <= sign.end):
            self.edits.append(Edit(self.page, begin, end, made))
            return typed
        return self.source[sign.begin : begin] + made + self.source[end : sign.end]


def region(signs: Sequence[Sign], source: str) -> tuple[int, int]:
    """Where the words of a line stand, with the markup around the first and the last of them."""
    typed = [sign for sign in signs if sign.begin >= 0]
    if not typed:
        return -1, -1
    first = min(typed, key=lambda sign: sign.begin)
    last = max(typed, key=lambda sign: sign.end)
    begin, end = first.begin, last.end
    if first.around and (opened := _OPENED.search(source[max(0, begin - 12) : begin])):
        begin -= len(opened[0])
    if last.around and (closed := _CLOSED.match(source, end)):
        end = closed.end()
    return begin, end


def _after_prefix(line: str, prefix: str, target: Target) -> str:
    is_heading = target.line is not None and target.line.kind == "heading"
    if line in _MARKS_OF_PARTS or not line.startswith(prefix) or is_heading:
        return line
    rest = line[len(prefix) :]
    # the mark of an item that begins here was written by us
    return line if prefix and _BEGUN.match(rest) else prefix + line_start(rest)


@dataclass(slots=True)
class _Text:
    writer: Writer
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
            shared = _common(*options) if len(options) == 2 else ()
            choice = next(
                (path for path in (shared, *options) if _emphasis(path) == item.emphasis), None
            )
            paths.append(choice if choice is not None else self._fitting(shared, item.emphasis, paths))  # fmt: skip
        for n, item in enumerate(items):
            if item.text == " " and 0 < n < len(items) - 1 and not self._is_kept(items, n):
                paths[n] = _common(paths[n - 1], paths[n + 1])
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
        if _emphasis(path) == wanted:
            return path
        rest = tuple(one for one in path if one.kind not in _EMPHASIS or one.kind in wanted)
        lacking = [kind for kind in ("strong", "em", "term") if kind in wanted - _emphasis(rest)]
        if before and before[-1][: len(rest)] == rest and [o.kind for o in before[-1][len(rest) :]] == lacking:  # fmt: skip
            return before[-1]
        for kind in lacking:
            rest = (*rest, Around(self.made, kind, *_EMPHASIS[kind]))
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
        shared = len(_common(left, right))
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
        shared = len(_common(self.open, path))
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
            after = _first_sign(items[n + 1 :], self.target.signs, source)
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


def divided(kind: Kind, prefix: str) -> str:
    """What is typed where a paragraph ends and one of a kind begins."""
    match kind:
        case "continuing" if not prefix.strip() and not prefix:
            return "\n\n{.continues}\n"
        case "unnumbered" if not prefix:
            return "\n\n{.unnumbered}\n"
        case "quoted":
            return f"\n{prefix.rstrip()}\n{prefix}"
        case _:
            return f"\n{prefix.rstrip()}\n{prefix}"


def _first_sign(items: Sequence[Item], signs: Sequence[Sign], source: str) -> str:
    for item in items:
        if item.old is not None and signs[item.old].begin >= 0:
            return source[signs[item.old].begin : signs[item.old].begin + 1]
        return item.text
    return ""


def _common(first: Sequence[Around], second: Sequence[Around]) -> tuple[Around, ...]:
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    return tuple(first[:shared])


def _emphasis(path: Sequence[Around]) -> frozenset[str]:
    return frozenset(one.kind for one in path if one.kind in _EMPHASIS)
