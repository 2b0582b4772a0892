"""Runs of text -> lines of a terminal: broken at words, painted or between marks."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from indictment.value import dataclass

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PIECES = re.compile(r"[ \n\t]+|[^ \n\t]+")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: an SGR code of the terminal, or the signs that stand around it instead."""

    code: str = ""
    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    look: Look = Look()


def plain(text: str) -> str:
    """`text` without signs that would steer the terminal, or turn the order of its letters."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def painted(text: str, look: Look, colour: bool) -> str:
    """`text` in the colour of `look`, if there are colours."""
    return f"\x1b[{look.code}m{text}\x1b[0m" if colour and look.code and text else text


def filled(runs: Sequence[Run], wide: int | None, margin: str = "", *, colour: bool) -> list[str]:
    """The runs as lines of at most `wide` columns (None: one line), each after `margin`."""
    lines: list[list[Run]] = [[]]
    room = (wide or 0) - len(margin)
    used = 0
    for word in _words(runs, colour):
        size = sum(width(one.text) for one in word)
        if wide and used and used + 1 + size > room:
            lines.append([])
            used = 0
        if used:
            same = lines[-1][-1].look == word[0].look
            lines[-1].append(Run(" ", word[0].look if same else Look()))
            used += 1
        lines[-1].extend(word)
        used += size
    return [margin + _drawn(line, colour) for line in lines if line]


def _words(runs: Sequence[Run], colour: bool) -> Iterator[list[Run]]:
    """What must not be broken: a word, which may be of several looks."""
    word: list[Run] = []
    for run in runs:
        text = plain(run.text)
        if not colour and run.look.opens:
            inner = text.strip()
            text = (
                text.replace(inner, f"{run.look.opens}{inner}{run.look.closes}", 1)
                if inner
                else text
            )
        for piece in _PIECES.findall(text):
            if not piece.isspace():
                word.append(Run(piece, run.look))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _drawn(line: Sequence[Run], colour: bool) -> str:
    joined: list[Run] = []
    for run in line:
        if joined and joined[-1].look == run.look:
            joined[-1] = Run(joined[-1].text + run.text, run.look)
        else:
            joined.append(run)
    # A space that must not be broken has done its work, and would be in the way of a search.
    return "".join(painted(run.text.replace("\u00a0", " "), run.look, colour) for run in joined)


def width(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
