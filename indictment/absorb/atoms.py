"""What the tool wrote for a label or a citation: whether an edit is inside of it, or grows on it."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from indictment.absorb.line import Sign
from indictment.absorb.seen import SeenSign, is_number
from indictment.absorb.source_map import plain

_OPENERS = "([{\"'“”„«‘’‹—–-/"
"""What a label may stand behind."""


def alike_at(old: Sign, new: SeenSign) -> bool:
    """True for the same character."""
    return old.note is None and new.note is None and plain(old.text) == plain(new.text)


def inside(old: Sequence[Sign], at: int) -> bool:
    """True where `at` is between two characters of one thing that the tool wrote."""
    if not 0 < at < len(old):
        return False
    first, second = old[at - 1], old[at]
    return first.source == second.source == "atom" and first.piece == second.piece


def worked_out(old: Sequence[Sign], i: int, j: int, added: Sequence[SeenSign]) -> bool:
    """True where a field has another number: Word and LibreOffice work them out anew."""
    first, last = i, j
    while first > 0 and inside(old, first) and not old[first - 1].text.isspace():
        first -= 1
    while last < len(old) and inside(old, last) and not old[last].text.isspace():
        last += 1
    around = old[first:last]
    return (
        bool(around)
        and all(sign.reference for sign in around)
        and bool(added)
        and all(sign.computed for sign in added)
        and is_number("".join(sign.text for sign in around))
        and is_number("".join(sign.text for sign in added))
    )


def grows(old: Sequence[Sign], at: int, added: Sequence[SeenSign]) -> bool:
    """True where digits are put at a number that the tool wrote, or a label could not begin."""
    before = old[at - 1] if at else None
    after = old[at] if at < len(old) else None
    return bool(added) and (
        (before is not None and before.source == "atom" and before.text.isdigit() and added[0].text.isdigit())
        or (after is not None and after.source == "atom" and (
            (after.text.isdigit() and added[-1].text.isdigit())
            or not (added[-1].text.isspace() or added[-1].text in _OPENERS)
        ))
    )  # fmt: skip


def resembles(was: str, typed: str) -> bool:
    """True where `typed` is meant as what the tool wrote: a number, or most of its letters."""
    if any(sign.isdigit() for sign in was) and any(sign.isdigit() for sign in typed):
        return True
    return fuzz.ratio(was.casefold(), typed.casefold()) >= 60
