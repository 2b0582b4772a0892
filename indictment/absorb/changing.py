"""What one state of a document makes of the sources, and what these must print then."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from indictment.absorb.comparing import Comparing
from indictment.absorb.line import Kind, Line
from indictment.absorb.source_map import signs
from indictment.absorb.target import Lost, Target, kept
from indictment.value import dataclass

Unit = tuple[Literal["old", "new"], int]
"""What lands or is told as a whole: a paragraph or a row, by the position of its first paragraph in the base,
or in the document where it is new.
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a unit cannot be written. `words`: the errors it would make, what would be printed, or what
    the sources say now, at `now`.

    "later": what another author did to it, with what is done here, cannot be written.
    """

    why: Literal["form", "gate", "meanwhile", "later"]
    words: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A line that the changed sources must print: its words, and what it is (None: as before)."""

    target: Target
    kind: Kind | None = None
    joined: tuple[Line, ...] = ()
    unit: Unit | None = None
    """What fails where the line is not printed so."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one state of the document makes of the sources.

    `files`: every file that changes, whole. `lost`: what has no place in them. `expected`: the lines
    that the changed sources must print, in order. `held`: for a paragraph of the document, the line of the
    old sources behind it.
    """

    files: Mapping[str, str]
    lost: tuple[Lost, ...]
    expected: tuple[Expected, ...]
    stays: tuple[Expected, ...] = ()
    """Lines that the sources still print although Word shows them elsewhere, or not: their edits are lost."""
    held: Mapping[int, Line] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
    """All that changes something, in order."""
    members: Mapping[Unit, tuple[Unit, ...]] = field(default_factory=dict)
    """Of a unit of several paragraphs of the base: each of these."""


def as_it_was(comparing: Comparing, line: Line) -> Target:
    """A line that stays as it is."""
    old = signs(line, comparing.pages[line.page])
    return Target(line, old, tuple(kept(old, n) for n in range(len(old))), line.whole_note)
