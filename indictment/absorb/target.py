"""What a line is to become, sign by sign; and what cannot be written."""

import re
from collections.abc import Sequence
from typing import Literal

from indictment.absorb.line import MARK, Kind, Line, Sign
from indictment.absorb.source_map import text_of
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One character of what a line is to become.

    `old` is the position of the sign that is kept, None for a new one. `note`: of a mark, what its note
    is to become; of a new mark, its words as they are typed or the line it is taken from.
    """

    text: str
    emphasis: frozenset[str]
    old: int | None = None
    note: "Target | None" = None
    split: Kind | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a line is to become. `line` is None for one that is new."""

    line: Line | None
    signs: tuple[Sign, ...]
    items: tuple[Item, ...]
    whole_note: bool = True
    """Of a note: to be written as `^[…]`."""
    begins: tuple[int, ...] = ()
    """Of lines that were joined: the signs at which the second and later ones begin."""

    @property
    def is_kept(self) -> bool:
        """True where nothing changes."""
        return (
            not self.begins
            and len(self.items) == len(self.signs)
            and all(
                item.old == n
                and (item.note is None or item.note.is_kept)
                and (is_free(self.signs[n]) or item.emphasis == self.signs[n].emphasis)
                for n, item in enumerate(self.items)
            )
        )

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(item.text for item in self.items)

    @property
    def told(self) -> str:
        """Its words with those of its notes, as somebody is told of them."""
        if self.line is not None and not self.signs:
            return told(self.line)
        return "".join(
            f" [note: {item.note.told}] " if item.note is not None else item.text
            for item in self.items
        )


@dataclass(frozen=True, slots=True)
class Lost:
    """An edit that cannot be written: `old` words became `new`."""

    why: Literal[
        "computed", "field", "structure", "style", "comment", "attributes",
        "form", "gate", "meanwhile", "later",
    ]  # fmt: skip
    old: str
    new: str
    where: str = ""
    """What was typed at the place: `@label`, `[@a, p. 2]`."""
    page: str = ""
    at: int = -1
    place: str = ""
    """As a lawyer names it: "paragraph 32", "footnote 5"; "" where it has no number."""
    how: Literal["", "moved", "joined"] = ""
    """Of what was changed as a whole."""
    went: str = ""
    """Of a paragraph that was joined to another: what was typed in braces above it, and goes with it."""
    now: str = ""
    """Where the sources on disk have it, `file:line`, where they are no longer those of the document."""


def told(line: Line) -> str:
    """The words of a line with those of its notes, as somebody is told of them."""
    notes = (piece.note for piece in line.pieces if piece.note is not None)
    words = line.text or _text(line)
    return re.sub(MARK, lambda _: f" [note: {told(next(notes))}] ", words)


def place_of(line: Line) -> str:
    """The place of a line, as a lawyer names it."""
    if not line.number:
        return ""
    return f"{'footnote' if line.kind == 'note' else 'paragraph'} {line.number}"


def typed_above(line: Line) -> str:
    """What the braces above a line say, as it was typed; "" where there are none."""
    found = line.attributes
    if found is None:
        return ""
    said = [f"the label “{found.label}”"] if found.label else []
    for key, value in (
        ("elements", ", ".join(found.elements)), ("defendants", ", ".join(found.defendants)),
        ("kind", found.kind), ("lang", found.lang),
    ):  # fmt: skip
        if value:
            said.append(f'{key}="{value}"')
    return ", ".join(said)


def kept(old: Sequence[Sign], at: int) -> Item:
    """The sign as it was."""
    sign = old[at]
    note = None
    if sign.note is not None:
        note = untouched(sign.note)
    return Item(sign.text, sign.emphasis, at, note)


def untouched(line: Line) -> Target:
    """A line that stays as it is, its signs not looked at."""
    return Target(line, (), (), line.whole_note)


def is_free(sign: Sign) -> bool:
    """True where the emphasis is the tool's, or cannot be seen."""
    return sign.source != "typed" or sign.text.isspace()


def _text(line: Line) -> str:
    return text_of(line.pieces)
