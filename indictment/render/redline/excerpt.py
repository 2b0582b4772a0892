"""The passages of a change -> what a table shows of them: what changed, and the words around it."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from indictment.model.redline import Change, Passage
from indictment.value import dataclass

AROUND = 8
"""How many words that stay are shown before and after what changed."""
GAP = " … "
_WORD = re.compile(r"^\s+\S*\s*|\S+\s*")


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of text as a table shows it. `note`: the number of the footnote it stands in."""

    kind: Literal["kept", "inserted", "deleted", "formatted", "computed"]
    text: str
    note: str = ""


def excerpt(change: Change, *, longest: int = 0) -> tuple[Shown, ...]:
    """The changed words of a change, and a few of the words around them.

    A block that only moved is shown by its first words. With `longest`, what changed is shortened to that
    many words a stretch, "…" in the place of the rest.
    """
    runs = [_run(list(run)) for _, run in groupby(change.passages, lambda p: (p.kind, p.note))]
    if all(run.kind == "kept" for run in runs):
        return _begin(runs)
    shown: list[Shown] = []
    for at, run in enumerate(runs):
        if run.kind == "kept":
            first, last = at == 0, at == len(runs) - 1
            text = _around(run.text, before=not last, after=not first)
        else:
            text = _shortened(run.text, longest) if longest else run.text
        shown.append(Shown(run.kind, text, run.note))
    return tuple(one for one in shown if one.text)


def whole(change: Change) -> tuple[Shown, ...]:
    """All words of a change."""
    runs = [_run(list(run)) for _, run in groupby(change.passages, lambda p: (p.kind, p.note))]
    return tuple(one for one in runs if one.text)


def _run(passages: Sequence[Passage]) -> Shown:
    return Shown(passages[0].kind, "".join(p.text for p in passages), passages[0].note)


def _begin(runs: Sequence[Shown]) -> tuple[Shown, ...]:
    words = " ".join(run.text.strip() for run in runs if not run.note).split(" ")
    short = words[: AROUND * 2]
    return (Shown("kept", " ".join(short) + (" …" if len(words) > len(short) else "")),)


def _around(text: str, *, before: bool, after: bool) -> str:
    """The words next to what changed: the last of them before it, the first of them after it."""
    words = _words(text)
    kept = AROUND * (before + after)
    if len(words) <= kept + 1:
        return text
    head = "".join(words[:AROUND]) if after else ""
    tail = "".join(words[-AROUND:]) if before else ""
    if not head:
        return f"… {tail.lstrip()}"
    return f"{head.rstrip()}{GAP}{tail.lstrip()}" if tail else f"{head.rstrip()} …"


def _words(text: str) -> list[str]:
    """Words, each with the space behind it, the first one with the space before it."""
    return _WORD.findall(text)


def _shortened(text: str, longest: int) -> str:
    words = _words(text)
    if len(words) <= longest:
        return text
    half = longest // 2
    return f"{''.join(words[:half]).rstrip()}{GAP}{''.join(words[-half:])}"
