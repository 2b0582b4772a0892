"""A printed line, and how Word shows it now -> what the line is to become, and what cannot be written.

Words are compared, not characters. What the tool wrote (a name, a reference, a citation) is kept or taken
out as a whole; whoever changed a part of it is told, and the part stays as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from indictment.absorb.atoms import alike_at, grows, inside, resembles, worked_out
from indictment.absorb.line import MARK, Line, Sign
from indictment.absorb.seen import SeenSign, seen
from indictment.absorb.source_map import plain, signs, text_of
from indictment.absorb.target import Item, Lost, Target, is_free, kept, place_of
from indictment.absorb.tokens import alike, hunks, tokens, words
from indictment.model.word import WordDocument

_SAME_NOTE = 0.4
_SPACES = {" ", "\u00a0"}


@dataclass(slots=True)
class Comparing:
    """Compares lines with a Word document. `lost` collects what cannot be written.

    `notes` are the lines of notes by their printed words, for marks that were put elsewhere.
    """

    pages: Mapping[str, str]
    document: WordDocument
    notes: Mapping[str, Line] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)

    def target(self, line: Line, new: Sequence[SeenSign]) -> Target:
        """What `line` is to become to read as `new`."""
        source = self.pages[line.page]
        old = signs(line, source)
        return self._compare(line, old, new)

    def of_several(self, lines: Sequence[Line], new: Sequence[SeenSign]) -> Target:
        """What a run of lines is to become that were joined."""
        source = self.pages[lines[0].page]
        every = [signs(line, source) for line in lines]
        begins = tuple(sum(len(each) for each in every[:n]) for n in range(1, len(every)))
        old = tuple(sign for each in every for sign in each)
        made = self._compare(lines[0], old, new)
        return replace(made, begins=begins, items=tuple(_spaced(made.items, old, begins)))

    def fresh(self, new: Sequence[SeenSign]) -> Target:
        """What was not there before."""
        return Target(None, (), tuple(self._new(sign) for sign in new))

    def _compare(self, line: Line, old: Sequence[Sign], new: Sequence[SeenSign]) -> Target:
        before = tokens("".join(sign.text for sign in old))
        after = tokens("".join(sign.text for sign in new))
        out: list[Item] = []
        for same, a, b, c, d in hunks(self._keys(before, old), self._new_keys(after, new)):
            i, j = before[a][1] if a < len(before) else len(old), before[b - 1][2] if b > a else -1
            k, n = after[c][1] if c < len(after) else len(new), after[d - 1][2] if d > c else -1
            j, n = (i if j < 0 else j), (k if n < 0 else n)
            if same:
                out += self._kept(old, new, range(i, j), range(k, n))
            else:
                out += self._hunk(line, old, new, (i, j), (k, n))
        return Target(line, tuple(old), tuple(out), line.whole_note)

    # --- what is compared ----------------------------------------------------------------------

    def _keys(self, found: Sequence[tuple[str, int, int]], old: Sequence[Sign]) -> list[str]:
        return [
            MARK + plain(note.text or _text(note))
            if (note := old[begin].note) is not None
            else token
            for token, begin, _ in found
        ]  # fmt: skip

    def _new_keys(
        self, found: Sequence[tuple[str, int, int]], new: Sequence[SeenSign]
    ) -> list[str]:
        return [
            MARK + plain(self._note_words(note)) if (note := new[begin].note) is not None else token
            for token, begin, _ in found
        ]

    def _note_words(self, note: int) -> str:
        return "".join(sign.text for sign in self._note_signs(note))

    def _note_signs(self, note: int) -> tuple[SeenSign, ...]:
        known = self.document.notes
        return seen(known[note]) if 0 <= note < len(known) else ()

    # --- what is kept --------------------------------------------------------------------------

    def _kept(
        self, old: Sequence[Sign], new: Sequence[SeenSign], kept: range, there: range
    ) -> list[Item]:
        out: list[Item] = []
        for i, k in zip(kept, there, strict=True):
            sign, shown = old[i], new[k]
            free = is_free(sign) or _beside_a_mark(old, i)
            emphasis = sign.emphasis if free else shown.emphasis
            note = None
            if sign.note is not None and shown.note is not None:
                note = self.target(sign.note, self._note_signs(shown.note))
            if (
                sign.source == "typed"
                and sign.text != shown.text
                and {sign.text, shown.text} == _SPACES
            ):
                out.append(Item(shown.text, shown.emphasis))  # a space that breaks, or does not
            else:
                out.append(Item(sign.text, emphasis, i, note))
        return out

    def _new(self, sign: SeenSign) -> Item:
        note = None
        if sign.note is not None:
            words = self._note_words(sign.note)
            if (taken := self.notes.get(plain(words))) is not None:
                note = self.target(taken, self._note_signs(sign.note))
            else:
                note = self.fresh(self._note_signs(sign.note))
        return Item(sign.text, sign.emphasis, None, note, sign.split)

    # --- what differs --------------------------------------------------------------------------

    def _hunk(
        self, line: Line, old: Sequence[Sign], new: Sequence[SeenSign],
        was: tuple[int, int], now: tuple[int, int],
    ) -> list[Item]:  # fmt: skip
        (i, j), (k, n) = was, now
        before: list[Item] = []
        after: list[Item] = []
        if any(sign.source in ("atom", "tool") for sign in old[i:j]):
            while i < j and k < n and alike_at(old[i], new[k]):
                before += self._kept(old, new, range(i, i + 1), range(k, k + 1))
                i, k = i + 1, k + 1
            while j > i and n > k and alike_at(old[j - 1], new[n - 1]):
                after[:0] = self._kept(old, new, range(j - 1, j), range(n - 1, n))
                j, n = j - 1, n - 1
        if self._pairs(old, new, i, j, k, n):
            return [*before, *self._with_notes(line, old, new, (i, j), (k, n)), *after]
        removed, added = old[i:j], new[k:n]
        if worked_out(old, i, j, added):
            return [*before, *self._as_it_was(old, i, j), *after]
        if self._is_refused(line, old, i, j, added):
            self._lose(line, old, i, j, added)
            return [*before, *self._as_it_was(old, i, j), *after]
        return [*before, *(self._new(sign) for sign in added), *after] if removed or added else [*before, *after]  # fmt: skip

    def _pairs(
        self, old: Sequence[Sign], new: Sequence[SeenSign], i: int, j: int, k: int, n: int
    ) -> bool:
        return any(s.note is not None for s in old[i:j]) and any(
            s.note is not None for s in new[k:n]
        )

    def _with_notes(
        self, line: Line, old: Sequence[Sign], new: Sequence[SeenSign],
        was: tuple[int, int], now: tuple[int, int],
    ) -> list[Item]:  # fmt: skip
        """A stretch with notes in both: the first two of them that read alike are one, edited."""
        (i, j), (k, n) = was, now
        for at in range(i, j):
            note = old[at].note
            if note is None:
                continue
            mine = words(note.text or _text(note))
            for there in range(k, n):
                shown = new[there].note
                if shown is None:
                    continue
                theirs = words(self._note_words(shown))
                only = sum(s.note is not None for s in old[i:j]) == sum(s.note is not None for s in new[k:n])  # fmt: skip
                if alike(mine, theirs) >= _SAME_NOTE or (only and _overlap(mine, theirs)):
                    return [
                        *self._hunk(line, old, new, (i, at), (k, there)),
                        *self._kept(old, new, range(at, at + 1), range(there, there + 1)),
                        *self._hunk(line, old, new, (at + 1, j), (there + 1, n)),
                    ]
        removed = range(i, j)
        if self._is_refused(line, old, i, j, new[k:n]):
            self._lose(line, old, i, j, new[k:n])
            return self._as_it_was(old, i, j)
        assert removed
        return [self._new(sign) for sign in new[k:n]]

    def _is_refused(
        self, line: Line, old: Sequence[Sign], i: int, j: int, added: Sequence[SeenSign]
    ) -> bool:
        """True where a part of what the tool wrote was changed, or it was typed over."""
        removed = old[i:j]
        if not removed:
            return inside(old, i) or grows(old, i, added)
        if inside(old, i) or inside(old, j):
            return True
        if all(sign.source == "tool" for sign in removed):
            return True
        if any(sign.begin < 0 and sign.source in ("atom", "break") for sign in removed):
            return True
        typed = "".join(sign.text for sign in added).strip()
        for piece in {sign.piece for sign in removed if sign.source == "atom"}:
            was = "".join(sign.text for sign in removed if sign.piece == piece)
            if typed and resembles(was, typed):
                return True
        return bool(line.kind == "note" and len(removed) == len(old) and not typed)

    def _lose(
        self, line: Line, old: Sequence[Sign], i: int, j: int, added: Sequence[SeenSign]
    ) -> None:
        removed = old[i:j] or old[max(i - 1, 0) : i + 1]
        atom = next((s for s in removed if s.source == "atom" and s.begin >= 0), None)
        typed, begin, first, last = "", -1, i, j
        if atom:
            typed, begin = self.pages[line.page][atom.begin : atom.end], atom.begin
            whole = [n for n, s in enumerate(old) if s.piece == atom.piece and s.source == "atom"]
            first, last = min(i, whole[0]), max(j, whole[-1] + 1)
        if begin < 0:
            begin = next((s.begin for s in (*removed, *old) if s.begin >= 0), -1)
        was = "".join(s.text for s in old[first:last])
        now = (
            "".join(s.text for s in old[first:i])
            + "".join(s.text for s in added)
            + "".join(s.text for s in old[j:last])
        )
        self.lost.append(Lost("computed", was, now, typed, line.page, begin, place_of(line)))

    def _as_it_was(self, old: Sequence[Sign], i: int, j: int) -> list[Item]:
        return [kept(old, at) for at in range(i, j)]


def _spaced(items: Sequence[Item], old: Sequence[Sign], begins: Sequence[int]) -> Iterator[Item]:
    """A label cannot begin right behind the bracket of a note: a line that was joined there, without a
    space, gets one.
    """
    before = ""
    for item in items:
        at = item.old
        if at is not None and at in begins and before == MARK and old[at].source == "atom":
            yield Item(" ", frozenset())
        yield item
        before = item.text


def _beside_a_mark(old: Sequence[Sign], at: int) -> bool:
    """True for punctuation before the mark of a note: it may be typed on either side."""
    while at < len(old) and old[at].text in ".,;:!?…":
        at += 1
        if at < len(old) and old[at].source == "mark":
            return True
    return False


def _overlap(first: Sequence[str], second: Sequence[str]) -> bool:
    return bool({w for w in first if len(w) > 3} & {w for w in second if len(w) > 3})


def _text(line: Line) -> str:
    return text_of(line.pieces)
