"""The marks of a redline on the page -> tracked changes of the Word document.

What each mark of the page says: docs/analysis/redline.md. What it is in Word: ISO/IEC 29500-1,
17.13.5. An element of the page belongs to the new version, to the old one, or to both.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from indictment.render.word.xml import Element, W, child, classes, has_class, outside
from indictment.value import dataclass

Version = Literal["new", "old"]
BOTH: tuple[Version, ...] = ("new", "old")

KINDS = {"ins": "ins", "del": "del", "inserted": "ins", "deleted": "del"}
"""The tracked change by the element, or by the class of a marked block or row."""
MOVES = {"ins": "moveTo", "del": "moveFrom"}
OLD_KINDS = ("del", "moveFrom")
CLASSES = ("inserted", "deleted", "moved")
"""Classes of a redline: they do not say what kind of paragraph it is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change.

    `kind` is ins, del, moveTo or moveFrom; `date` an instant in UTC (ISO 8601) or empty; `move`
    the name that the two places of a move share, empty for the other kinds.
    """

    kind: str
    author: str
    date: str
    move: str = ""

    @property
    def is_old(self) -> bool:
        """True for what only the old version has."""
        return self.kind in OLD_KINDS

    @property
    def standing(self) -> "Mark":
        """The same without a move: Word moves no rows, and nothing inside a table."""
        return replace(self, kind="del" if self.is_old else "ins", move="")

    def opposite(self) -> "Mark":
        """The other kind, by the same author at the same time."""
        return replace(self, kind="ins" if self.is_old else "del", move="")


@dataclass(frozen=True, slots=True)
class Formatted:
    """The same words in another emphasis: `was` is what they had (em, strong, term)."""

    author: str
    date: str
    was: frozenset[str]


def versions(mark: Mark | None) -> tuple[Version, ...]:
    """The versions that have what is marked so."""
    if mark is None:
        return BOTH
    return ("old",) if mark.is_old else ("new",)


def mark_of(node: Element) -> Mark | None:
    """The tracked change that a marked element stands for."""
    kinds = [KINDS[name] for name in (str(node.tag), *classes(node)) if name in KINDS]
    if not kinds:
        if has_class(node, "moved"):
            raise outside(node, "in Word: a move is an insertion and a deletion")
        return None
    made = Mark(kinds[0], node.get("data-author") or "", _instant(node))
    if has_class(node, "moved") and node.get("data-move"):
        return replace(made, kind=MOVES[made.kind], move=node.get("data-move") or "")
    return made


def end_of(node: Element) -> Mark | None:
    """The change of a paragraph's own mark alone: it was divided here, or joined to the next."""
    kind = KINDS.get(node.get("data-mark") or "")
    return Mark(kind, node.get("data-author") or "", _instant(node)) if kind else None


def inside(node: Element, outer: Mark | None, inner: Mark | None) -> Mark | None:
    """The mark of what stands in `node`: an outer mark holds for all in it."""
    if outer is None or inner is None:
        return outer or inner
    if outer.is_old != inner.is_old:
        raise outside(node, "in what is inserted or deleted as a whole")
    return outer


def signed(node: Element) -> Mark:
    """Who put something in an element, and when, whatever it is."""
    return Mark("ins", node.get("data-author") or "", _instant(node))


def formatted(node: Element) -> Formatted:
    """What `span.formatted` says of the words in it."""
    was = frozenset((node.get("data-was") or "").split())
    return Formatted(node.get("data-author") or "", _instant(node), was)


def _instant(node: Element) -> str:
    day = node.get("data-date") or ""
    return f"{day}T00:00:00Z" if day and "T" not in day else day


def tracked(parent: Element, mark: Mark | Formatted, name: str = "") -> Element:
    """The element of a tracked change at the end of `parent`; `name` is that of its kind.

    Its number is given at the end, by `count`.
    """
    kind = name or (mark.kind if isinstance(mark, Mark) else "rPrChange")
    made = child(parent, kind, id=0, author=mark.author)
    if mark.date:
        made.set(W + "date", mark.date)
    return made


def end_paragraph(paragraph: Element, mark: Mark) -> None:
    """Mark the paragraph's own mark, in properties that have none yet (17.13.5.15)."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:  # every paragraph of ours has a style
        raise AssertionError("a paragraph without properties")
    tracked(child(properties, "rPr"), mark)


def keep_end(paragraph: Element) -> None:
    """Take the change from the paragraph's own mark: only words in it change."""
    for properties in paragraph.findall(f"{W}pPr"):
        for marked in properties.findall(f"{W}rPr"):
            properties.remove(marked)


def is_marked(paragraph: Element) -> bool:
    """True where the paragraph's own mark is a tracked change."""
    return paragraph.find(f"{W}pPr/{W}rPr") is not None


_NUMBERED = tuple(
    W + name
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "moveFromRangeStart",
                 "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
)  # fmt: skip


def count(parts: Iterable[Element]) -> None:
    """Number the tracked changes of all parts in order: no number stands twice in the file.

    The end of a move's range has the number of its beginning.
    """
    number = 0
    begun: dict[str, int] = {}
    for part in parts:
        for one in part.iter(*_NUMBERED):
            name = str(one.tag).removeprefix(W)
            kind = name.removesuffix("RangeStart").removesuffix("RangeEnd")
            if name.endswith("RangeEnd"):
                one.set(W + "id", str(begun[kind]))
                continue
            number += 1
            one.set(W + "id", str(number))
            if name.endswith("RangeStart"):
                begun[kind] = number
