"""Two states of a document -> which paragraph of the one is which of the other.

By label, where the label is believed; by equal words; by words that are alike, between what is paired
already; then what moved; then what was divided or joined.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from indictment.absorb.seen import is_contents, text
from indictment.absorb.source_map import plain
from indictment.absorb.tokens import alike, common, words
from indictment.model.word import WordDocument, WordParagraph

BELIEVED = 0.3
"""A label says which paragraph it is where at least so much of the words is the same."""
_ALIKE, _MOVED, _MOVED_WORDS = 0.5, 0.7, 6
_PART = 0.6
_TELLING = 3
"""Fewer words than this may stand in many places."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph of the body, or a table: positions of its paragraphs, its words, its anchors."""

    paragraphs: range
    key: str
    words: tuple[str, ...]
    anchors: tuple[str, ...]
    is_table: bool


@dataclass(slots=True)
class Pairs:
    """`of_new` gives for an entry of the new state that of the old; `rests` for one that is a later
    part of what was divided, `fronts` for an earlier part; `joined` for an old entry the new one that it
    went into.
    """

    old: Sequence[Entry]
    new: Sequence[Entry]
    of_new: dict[int, int] = field(default_factory=dict)
    rests: dict[int, int] = field(default_factory=dict)
    fronts: dict[int, int] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    """New entries that stand elsewhere."""


def entries(paragraphs: Sequence[WordParagraph]) -> list[Entry]:
    """The paragraphs of the body and its tables, in order, without lines of contents and empty ones."""
    out: list[Entry] = []
    at = 0
    while at < len(paragraphs):
        cell = paragraphs[at].cell
        end = at + 1
        if cell is not None:
            while end < len(paragraphs) and (
                (other := paragraphs[end].cell) is not None and other.table == cell.table
            ):
                end += 1
        span = range(at, end)
        texts = [plain(text(paragraphs[n])) for n in span]
        anchors = tuple(a for n in span for a in paragraphs[n].anchors)
        if cell is not None or (texts[0] and not is_contents(paragraphs[at])):
            key = "\n".join(texts)
            out.append(Entry(span, key, tuple(words(key)), anchors, cell is not None))
        at = end
    return out


def pairs(before: Sequence[WordParagraph], after: Sequence[WordParagraph]) -> Pairs:
    """Pair the paragraphs of two states."""
    found = Pairs(entries(before), entries(after))
    taken: set[int] = set()

    def bind(old: int, new: int) -> None:
        found.of_new[new] = old
        taken.add(old)

    for old, new in _unchanged(found.old, found.new):
        bind(old, new)
    for old, new in _by_label(found, taken):
        bind(old, new)
    for old, new in _by_words(found, taken):
        bind(old, new)
    for gap_old, gap_new in _gaps(found, taken):
        for old, new in _in_gap(found, gap_old, gap_new):
            bind(old, new)
    _divided(found, taken)
    _joined(found, taken)
    for old, new in _elsewhere(found, taken):
        bind(old, new)
    _divided(found, taken)
    _joined(found, taken)
    found.moved = set(found.of_new) - _in_place(found)
    return found


# --- by label, by words --------------------------------------------------------------------------


def _unchanged(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """What has the same words, and is there once in both: a label that says otherwise is wrong."""
    mine = Counter(entry.key for entry in old)
    theirs = Counter(entry.key for entry in new)
    at = {entry.key: n for n, entry in enumerate(old)}
    for n, entry in enumerate(new):
        if len(entry.words) >= _TELLING and theirs[entry.key] == mine[entry.key] == 1:
            yield at[entry.key], n


def _by_label(found: Pairs, taken: set[int]) -> Iterator[tuple[int, int]]:
    mine, theirs = (
        Counter(a for entry in entries if not entry.is_table for a in entry.anchors)
        for entries in (found.old, found.new)
    )
    at = {a: n for n, entry in enumerate(found.old) if not entry.is_table for a in entry.anchors}
    for n, entry in enumerate(found.new):
        if entry.is_table or n in found.of_new:
            continue
        for anchor in entry.anchors:
            one = at.get(anchor)
            if one is None or one in taken or theirs[anchor] != 1 or mine[anchor] != 1:
                continue
            if _likeness(found.old[one], entry) >= BELIEVED:
                yield one, n
                break


def _likeness(old: Entry, new: Entry) -> float:
    """How much of the shorter is in the longer: half of a divided paragraph is like the whole."""
    shorter = min(len(old.words), len(new.words))
    return common(old.words, new.words) / shorter if shorter else float(old.key == new.key)


def _by_words(found: Pairs, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Equal words in the same order; then equal words that are there only once."""
    from indictment.absorb.tokens import hunks

    mine = [n for n in range(len(found.old)) if n not in taken]
    theirs = [n for n in range(len(found.new)) if n not in found.of_new]
    bound: set[int] = set()
    for same, i, j, k, _ in hunks([found.old[n].key for n in mine], [found.new[n].key for n in theirs]):  # fmt: skip
        if same:
            for step in range(j - i):
                bound.add(theirs[k + step])
                taken.add(mine[i + step])
                yield mine[i + step], theirs[k + step]
    left = {n for n in theirs if n not in bound}
    once = Counter(found.new[n].key for n in left)
    rest = [n for n in mine if n not in taken]
    mine_once = Counter(found.old[n].key for n in rest)
    at = {found.old[n].key: n for n in rest}
    for n in sorted(left):
        key = found.new[n].key
        if once[key] == 1 and mine_once[key] == 1 and len(found.new[n].words) >= _MOVED_WORDS:
            yield at[key], n


# --- by likeness ---------------------------------------------------------------------------------


def _in_place(found: Pairs) -> set[int]:
    """The longest run of pairs that are in one order, the longest words first."""
    import bisect

    ordered = sorted(found.of_new)
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for new in ordered:
        old = found.of_new[new]
        at = bisect.bisect_left(tails, old)
        if at == len(tails):
            tails.append(old)
            ends.append(new)
        else:
            tails[at], ends[at] = old, new
        if at:
            before[new] = ends[at - 1]
    out: set[int] = set()
    at_new = ends[-1] if ends else None
    while at_new is not None:
        out.add(at_new)
        at_new = before.get(at_new)
    return out


def _gaps(found: Pairs, taken: set[int]) -> Iterator[tuple[list[int], list[int]]]:
    """What is not paired between two neighbours that are, in order."""
    stays = sorted(_in_place(found))
    edges = [(-1, -1), *((found.of_new[n], n) for n in stays), (len(found.old), len(found.new))]
    out = []
    for (a, c), (b, d) in itertools.pairwise(edges):
        mine = [n for n in range(a + 1, b) if n not in taken]
        theirs = [n for n in range(c + 1, d) if n not in found.of_new]
        if mine and theirs:
            out.append((mine, theirs))
    yield from out


def _in_gap(found: Pairs, mine: list[int], theirs: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs in one order that are alike most, together."""
    if len(mine) * len(theirs) > 250_000:
        mine, theirs = mine[:500], theirs[:500]
    scores = [[_score(found.old[i], found.new[j]) for j in theirs] for i in mine]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for a in range(len(mine) - 1, -1, -1):
        for b in range(len(theirs) - 1, -1, -1):
            paired = scores[a][b] + best[a + 1][b + 1] if scores[a][b] >= _ALIKE else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], paired)
    a = b = 0
    while a < len(mine) and b < len(theirs):
        if scores[a][b] >= _ALIKE and best[a][b] == scores[a][b] + best[a + 1][b + 1]:
            yield mine[a], theirs[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def _score(old: Entry, new: Entry) -> float:
    if old.is_table != new.is_table:
        return 0.0
    if old.is_table:
        return max(alike(old.words, new.words), _ALIKE if _likeness(old, new) >= _MOVED else 0)
    return alike(old.words, new.words)


def _elsewhere(found: Pairs, taken: set[int]) -> list[tuple[int, int]]:
    mine = [n for n in range(len(found.old)) if n not in taken and n not in found.joined]
    theirs = [
        n for n in range(len(found.new))
        if n not in found.of_new and n not in found.rests and n not in found.fronts
        and len(found.new[n].words) >= _MOVED_WORDS
    ]  # fmt: skip
    if len(mine) * len(theirs) > 250_000:
        return []
    scored = sorted((-_score(found.old[i], found.new[j]), i, j) for i in mine for j in theirs)
    out: list[tuple[int, int]] = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for score, i, j in scored:
        if -score >= _MOVED and i not in used_old and j not in used_new:
            out.append((i, j))
            used_old.add(i)
            used_new.add(j)
    return out


# --- divided, joined -----------------------------------------------------------------------------


def _divided(found: Pairs, taken: set[int]) -> None:
    """An unpaired entry beside a pair that has the words which its pair lacks."""
    for new in range(len(found.new)):
        entry = found.new[new]
        if new in found.of_new or new in found.rests or new in found.fronts or entry.is_table:
            continue
        old = found.of_new.get(new - 1, found.rests.get(new - 1))
        if old is not None and not found.old[old].is_table:
            parts = [n for n in range(new) if found.of_new.get(n) == old or found.rests.get(n) == old or found.fronts.get(n) == old]  # fmt: skip
            there = tuple(w for n in parts for w in found.new[n].words)
            if _gains(found.old[old].words, there, (*there, *entry.words), entry.words):
                found.rests[new] = old
                continue
        old = found.of_new.get(new + 1)
        if old is not None and not found.old[old].is_table:
            there = found.new[new + 1].words
            if _gains(found.old[old].words, there, (*entry.words, *there), entry.words):
                found.fronts[new] = old


def _joined(found: Pairs, taken: set[int]) -> None:
    at = {old: new for new, old in found.of_new.items()}
    for old in range(len(found.old)):
        entry = found.old[old]
        if old in taken or old in found.joined or entry.is_table:
            continue
        new = at.get(old - 1, found.joined.get(old - 1))
        if new is not None and not found.new[new].is_table:
            parts = [n for n in range(old) if at.get(n) == new or found.joined.get(n) == new]
            there = tuple(w for n in parts for w in found.old[n].words)
            if _gains(found.new[new].words, there, (*there, *entry.words), entry.words):
                found.joined[old] = new
                taken.add(old)
                continue
        new = at.get(old + 1)
        if new is not None and not found.new[new].is_table:
            there = found.old[old + 1].words
            if _gains(found.new[new].words, there, (*entry.words, *there), entry.words):
                found.joined[old] = new
                taken.add(old)


def _gains(
    whole: Sequence[str], before: Sequence[str], after: Sequence[str], part: Sequence[str]
) -> bool:
    """True where `part` is most of it in `whole`, in a place that `before` leaves free."""
    if not part:
        return False
    return common(whole, after) - common(whole, before) >= max(1, _PART * len(part))


def likeness(before: WordDocument, after: WordDocument) -> float:
    """How many of the pairs of neighbouring words of two documents are in both: 0 to 1."""
    mine, theirs = (
        {pair for entry in entries(d.paragraphs) for pair in pairwise(entry.words)}
        for d in (before, after)
    )
    return len(mine & theirs) / max(1, len(mine), len(theirs))
