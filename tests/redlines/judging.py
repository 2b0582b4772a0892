"""A drawn version and the pages of both -> the least that must be marked; its redline -> what was marked.

The pairing is known from the drawing and the longest common subsequence is worked out here, so that nothing
of it comes from the comparison.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from tests.redlines import reading
from tests.redlines.drawing import Drawn, Para
from tests.redlines.resolving import Element, classes, tree

_SIGN = re.compile(rf"{reading.WORD.pattern}|\S")
_FIRST = 2
"""Paragraphs before the drawn ones: one for each accused."""

Token = tuple[str, int]
"""What is compared, and how many words it is."""


@dataclass
class Figures:
    """What was found of versions, added up."""

    versions: int = 0
    edits: int = 0
    least: int = 0
    marked: int = 0
    """Before clean-up for reading."""
    read: int = 0
    """After it."""
    stray: int = 0
    """Words marked in what nobody edited."""
    moves: int = 0
    missed: int = 0
    false: int = 0
    worst: list[tuple[float, str]] = field(default_factory=list)

    def __iadd__(self, other: "Figures") -> "Figures":
        for name in (
            "versions",
            "edits",
            "least",
            "marked",
            "read",
            "stray",
            "moves",
            "missed",
            "false",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.worst = sorted([*self.worst, *other.worst], reverse=True)[:5]
        return self

    def written(self) -> str:
        """One line for people."""
        return (
            f"{self.versions} versions, {self.edits} edits: least {self.least} words, "
            f"marked {self.marked} ({self.marked / max(1, self.least):.4f}), "
            f"for reading {self.read} ({self.read / max(1, self.least):.4f}); "
            f"{self.stray} words for nothing; "
            f"{self.moves} moves, {self.missed} missed, {self.false} false"
        )


def judge(base: Drawn, new: Drawn, old_page: str, new_page: str, bare: str, tidy: str) -> Figures:
    """The figures of one version; `bare` is its redline before clean-up for reading, `tidy` after it."""
    found = Figures(versions=1)
    root = tree(bare)
    moved = _moved(root, new)
    before, after = _Read(old_page, base), _Read(new_page, new)
    left_out = {one.uid for one in moved}
    found.least, untouched = _least(before, after, new, left_out)
    found.marked = reading.counted(root).marked
    found.read = reading.counted(tree(tidy)).marked
    found.stray = _stray(root, new, untouched, left_out)
    order = {para.uid: n for n, para in enumerate(new.paragraphs())}
    kept = [order[para.uid] for para in base.paragraphs() if para.uid in order]
    found.moves = len(kept) - _longest(kept)
    stayed = [order[p.uid] for p in base.paragraphs() if p.uid in order and p.uid not in left_out]
    found.missed = len(stayed) - _longest(stayed)
    # Of two that changed places either may be shown as moved, and one may cross a heading alone.
    if len(moved) > found.moves:
        found.false = sum(para.uid not in new.moved for para in moved)
    return found


def _moved(root: Element, new: Drawn) -> list[Para]:
    """The paragraphs that the redline shows as moved, by the number at their new place."""
    paragraphs = new.paragraphs()
    numbers = [
        _number(node)
        for node in root.iter("p")
        if {"numbered", "inserted", "moved"} <= set(classes(node))
    ]
    return [paragraphs[n - _FIRST - 1] for n in numbers if n > _FIRST]


def _number(node: Element) -> int:
    return int((node[0].text or "0").rstrip("."))


class _Read:
    """The lines of a page as tokens, by what the drawing calls them."""

    def __init__(self, page: str, drawn: Drawn) -> None:
        body = tree(page).find("body")
        assert body is not None
        self.lines: dict[int, list[Token]] = {}
        self.notes: dict[int, list[Token]] = {}
        self.order = [para.uid for para in drawn.paragraphs()]
        self.inside: dict[int, list[int]] = {}
        """Of each paragraph, its sub-paragraphs, rows and notes."""
        self.heads: dict[int, int] = {}
        """Of each paragraph with a table, the words in the head of it."""
        nodes = [p for p in body.iter("p") if "numbered" in classes(p)][_FIRST:]
        for node, para in zip(nodes, drawn.paragraphs(), strict=True):
            self._paragraph(node, para)
        headings = [h for h in body.iter("h2", "h3") if _is_drawn(h)]
        for node, head in zip(headings, drawn.headings(), strict=True):
            self.lines[head.uid] = _tokens(node, [], self.notes)

    def _paragraph(self, node: Element, para: Para) -> None:
        uids = [note.uid for sentence in para.sentences for note in sentence.notes]
        self.lines[para.uid] = _tokens(node, list(uids), self.notes)
        parts = [*para.subs, *para.rows]
        self.inside[para.uid] = [*uids, *(part.uid for part in parts)]
        attached = node.getnext()
        if not parts or attached is None:
            return
        self.heads[para.uid] = sum(
            weight for head in attached.iter("thead") for _, weight in _tokens(head, [], self.notes)
        )
        held = [li[0] for li in attached.iter("li")] or list(next(attached.iter("tbody")))
        for each, part in zip(held, parts, strict=True):
            self.lines[part.uid] = [
                token for cell in [each] for token in _tokens(cell, [], self.notes)
            ]


def _is_drawn(heading: Element) -> bool:
    anchor = heading.get("id", "")
    named = anchor in ("x-tollan", "x-casavant", "list-exhibits")
    return not named and not anchor.startswith(("elements-", "particulars-"))


def _tokens(node: Element, notes: list[int], texts: dict[int, list[Token]]) -> list[Token]:
    """The tokens of a line; of a note one that weighs nothing, its text apart."""
    found: list[Token] = []

    def words(text: str | None) -> None:
        found.extend(
            (one, int(reading.WORD.fullmatch(one) is not None)) for one in _SIGN.findall(text or "")
        )

    words(node.text)
    for child in node:
        kind = classes(child)
        if "number" in kind:
            pass
        elif "footnote" in kind:
            uid = notes.pop(0)
            texts[uid] = _tokens(child, [], texts)
            found.append((f"note {uid}", 0))
        elif "cite" in kind:
            text = "".join(child.itertext())
            found.append((f"{child.get('data-exhibit')} {re.split(r'P[0-9]{3}', text)[-1]}", 1))
        elif "ref" in kind:
            # A part of the facts is one thing, whichever paragraphs it begins and ends with.
            numbers = [one.get("data-target", "") for one in child.iter("span")]
            found.append((numbers[0] if len(numbers) == 1 else "a part of the facts", 1))
        else:
            found.extend(_tokens(child, notes, texts))
        words(child.tail)
    return found


def _least(before: _Read, after: _Read, new: Drawn, moved: set[int]) -> tuple[int, set[int]]:
    """The least words to mark, and what was not touched at all. What moved is left out."""
    total = 0
    untouched: set[int] = set()
    there = set(after.order)
    for uid in before.order:
        if uid in there and uid not in moved:
            one = [uid, *(gone for gone, first in new.joined.items() if first == uid)]
            other = [uid, *(rest for rest, first in new.divided.items() if first == uid)]
            words = _compared(before, one, after, other)
            total += words
            if not words and one == other:
                untouched.add(uid)
        elif uid not in there and uid not in new.joined:
            total += _whole(before, uid)
    here = set(before.order)
    total += sum(_whole(after, uid) for uid in after.order if uid not in here | new.divided.keys())
    for uid in set(before.lines) - _inside(before):
        total += _weighed(before.lines[uid], after.lines[uid])
    return total, untouched


def _inside(read: _Read) -> set[int]:
    return set(read.order) | {uid for inner in read.inside.values() for uid in inner}


def _whole(read: _Read, uid: int) -> int:
    own = [*read.lines[uid], *(t for one in read.inside[uid] for t in _line(read, one))]
    return sum(weight for _, weight in own) + read.heads.get(uid, 0)


def _line(read: _Read, uid: int) -> list[Token]:
    return read.notes[uid] if uid in read.notes else read.lines[uid]


def _compared(before: _Read, old: list[int], after: _Read, new: list[int]) -> int:
    """The least words of a paragraph, or of several that became one, with all in them."""
    total = _weighed(
        [t for uid in old for t in before.lines[uid]], [t for uid in new for t in after.lines[uid]]
    )
    left = [one for uid in old for one in before.inside[uid]]
    right = [one for uid in new for one in after.inside[uid]]
    for uid in {*left, *right}:
        total += _weighed(
            _line(before, uid) if uid in left else [], _line(after, uid) if uid in right else []
        )
    return total


def _weighed(old: Sequence[Token], new: Sequence[Token]) -> int:
    """The words outside the heaviest common subsequence."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    row = [0] * (len(new) + 1)
    for token, weight in old:
        last = row
        row = [0]
        for at, (other, _) in enumerate(new):
            row.append(last[at] + weight if token == other else max(last[at + 1], row[at]))
    return sum(w for _, w in old) + sum(w for _, w in new) - 2 * row[-1]


def _longest(numbers: Sequence[int]) -> int:
    """The length of the longest increasing run."""
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def _stray(root: Element, new: Drawn, untouched: set[int], moved: set[int]) -> int:
    """Words marked in paragraphs that nobody touched, and outside of paragraphs, headings and lists."""
    paragraphs = new.paragraphs()
    body = root.find("body")
    assert body is not None
    words = 0
    for node in body.iter("p"):
        kind = set(classes(node))
        around = {k for up in node.iterancestors() for k in classes(up)}
        # The rest of a paragraph that was joined to the one before has its old number.
        if {"inserted", "deleted"} & (kind | around) or node.get("id", "").startswith("was-"):
            continue
        if "numbered" in kind:
            number = _number(node)
            uid = paragraphs[number - _FIRST - 1].uid if number > _FIRST else 0
            if uid in untouched - moved or not uid:
                words += reading.counted(_as_body(node)).marked
        elif not around & {"attached", *reading.LISTS}:
            words += reading.counted(_as_body(node)).marked
    return words


def _as_body(node: Element) -> Element:
    root = etree.Element("html")
    etree.SubElement(root, "body").append(deepcopy(node))
    return root
