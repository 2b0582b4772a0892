"""Three states of a source file -> one, or one with conflicts, each around its paragraph."""

import re
from collections.abc import Callable
from dataclasses import replace

from indictment.merge import keys, paragraphs, words
from indictment.merge.joining import Joined, Manner, Three, joined
from indictment.merge.series import Block, Conflict, Kind
from indictment.value import dataclass

_FRONT = re.compile(r"\A(---[ \t]*\n)(.*?)(^---[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)
_TIGHT = ({"item"}, {"row"}, {"definition"}, {"heading"})


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text; what could not be had together stands in it between git's markers."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


def merged(
    base: str,
    ours: str,
    theirs: str,
    *,
    names: tuple[str, str] = ("ours", "theirs"),
    path: str = "",
    marker: int = 7,
) -> Merged:
    """`base` with the changes of both sides.

    `names` stand at the markers of a conflict, which are `marker` signs long. `path` tells by its
    ending what the file is: keys (.yaml), rows (.csv), else paragraphs with keys in front. Line
    ends and the byte order mark are those of `ours`.
    """
    if base == ours:
        return Merged(theirs)
    if theirs in (base, ours):
        return Merged(ours)
    three = (_plain(base), _plain(ours), _plain(theirs))

    def shown(mine: str, yours: str) -> str:
        sides = (f"{text}\n" if text else "" for text in (mine, yours))
        first, second = sides
        return (
            f"{'<' * marker} {names[0]}\n{first}{'=' * marker}\n{second}{'>' * marker} {names[1]}"
        )

    found = _file(three, Manner(_paragraph, shown, _between), path)
    return Merged(_as(ours, found.text), _placed(found, shown))


def parted(text: str) -> tuple[str, str]:
    """The front matter of a file with its lines of hyphens, "" where it has none, and the rest."""
    found = _FRONT.match(text)
    return (text[: found.end()], text[found.end() :]) if found else ("", text)


def _file(three: tuple[str, str, str], manner: Manner, path: str) -> Joined:
    if path.endswith((".yaml", ".yml")):
        return keys.merged(three, manner) or _as_paragraphs(three, manner)
    if path.endswith(".csv"):
        base, ours, theirs = (paragraphs.rows(text) for text in three)
        tight = Manner(manner.content, manner.shown, lambda a, b: "\n")
        return joined(Three(base, ours, theirs), tight)
    fronts = [_FRONT.match(text) for text in three]
    if not any(fronts) or (fronts[0] and not all(fronts)):
        return _as_paragraphs(three, manner)
    opening, inside, closing = (
        [found[part] if found else "" for found in fronts] for part in (1, 2, 3)
    )
    below = [text[found.end() :] if found else text for text, found in zip(three, fronts, strict=True)]  # fmt: skip
    front = keys.merged((inside[0], inside[1], inside[2]), manner)
    if front is None:
        front = _as_paragraphs((inside[0], inside[1], inside[2]), manner)
    rest = _as_paragraphs((below[0], below[1], below[2]), manner)
    text = front.text if front.text.endswith("\n") or not front.text else front.text + "\n"
    head, foot = words.one_of(*opening), words.one_of(*closing)
    return Joined(f"{head}{text}{foot}{rest.text}", (*front.conflicts, *rest.conflicts))


def _as_paragraphs(three: tuple[str, str, str], manner: Manner) -> Joined:
    base, ours, theirs = (paragraphs.blocks(text) for text in three)
    return joined(Three(base, ours, theirs), manner)


def _paragraph(base: Block | None, ours: Block, theirs: Block) -> Joined | None:
    if base is None or not base.kind == ours.kind == theirs.kind:
        return None
    text = words.merged(base.text, ours.text, theirs.text, base.kind)
    return None if text is None else Joined(text)


def _between(above: Kind, below: Kind) -> str:
    """Two blocks are parted by a blank line, unless they are of those that stand close."""
    return "\n" if {above, below} in _TIGHT or above == "heading" else "\n\n"


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _as(ours: str, text: str) -> str:
    if 2 * ours.count("\r\n") > ours.count("\n"):
        text = text.replace("\n", "\r\n")
    return f"\ufeff{text}" if ours.startswith("\ufeff") else text


def _placed(found: Joined, shown: Callable[[str, str], str]) -> tuple[Conflict, ...]:
    """The conflicts with their lines."""
    placed, at = [], 0
    for conflict in found.conflicts:
        at = found.text.index(shown(conflict.ours, conflict.theirs), at)
        placed.append(replace(conflict, line=found.text.count("\n", 0, at) + 1))
        at += 1
    return tuple(placed)
