"""Two periods -> by how much one is wider or narrower than the other, in words."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from indictment.compare.facts.pleaded import Alleged
from indictment.model.dates import Period
from indictment.value import dataclass

Kind = Literal["widened", "narrowed", "re-dated", "reworded"]


@dataclass(frozen=True, slots=True)
class Shift:
    """How a period changed. `words` follow "the period": "is widened by 14 days at its end"."""

    kind: Kind
    words: str

    @property
    def covers_more(self) -> bool:
        """True where days are charged that were not."""
        return self.kind in ("widened", "re-dated")


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that a period can mean. `last` is the last day of all where its end is open."""

    first: date
    last: date
    is_loose: bool
    """Whether it may have begun earlier ("at least")."""
    is_about: bool
    """Whether the day is approximate."""

    def covers(self, other: "_Days") -> bool:
        return (
            self.first <= other.first
            and other.last <= self.last
            and self.is_loose >= other.is_loose
            and self.is_about >= other.is_about
        )


def shift(old: Sequence[Alleged], new: Sequence[Alleged]) -> Shift | None:
    """How the periods charged changed; None where they are the same, also in print."""
    if [one.period for one in old] == [one.period for one in new]:
        return None
    if len(old) == 1 and len(new) == 1:
        return _one(old[0].period, new[0].period)
    return _several(old, new)


def _one(old: Period | None, new: Period | None) -> Shift | None:
    if old is None or new is None:
        if old is None:
            return Shift("narrowed", "is alleged now, where none was")
        return Shift("widened", "is no longer alleged")
    was, now = _days(old), _days(new)
    wider, narrower = _moved(was, now)
    if wider and narrower:
        apart = now.first > was.last or now.last < was.first
        words = f"is widened {_and(wider)} and narrowed {_and(narrower)}"
        return Shift("re-dated", f"{words}; no day of it is the same" if apart else words)
    if wider:
        return Shift("widened", f"is widened {_and(wider)}")
    if narrower:
        return Shift("narrowed", f"is narrowed {_and(narrower)}")
    return Shift("reworded", "is written otherwise; its days are the same")


def _moved(was: _Days, now: _Days) -> tuple[list[str], list[str]]:
    """Where it is wider, and where it is narrower: "by 14 days at its end"."""
    wider: list[str] = []
    narrower: list[str] = []
    if was.first != now.first:
        by = f"{_days_in(abs((was.first - now.first).days))} at its beginning"
        (wider if now.first < was.first else narrower).append(f"by {by}")
    if was.last != now.last:
        if now.last == date.max:
            wider.append("at its end, which is left open")
        elif was.last == date.max:
            narrower.append("at its end, which was open")
        else:
            by = f"{_days_in(abs((was.last - now.last).days))} at its end"
            (wider if now.last > was.last else narrower).append(f"by {by}")
    for before, after, words in (
        (was.is_loose, now.is_loose, "at least"),
        (was.is_about, now.is_about, "on or about"),
    ):
        if after and not before:
            wider.append(f"by the words “{words}”")
        elif before and not after:
            narrower.append(f"by leaving out the words “{words}”")
    return wider, narrower


def _several(old: Sequence[Alleged], new: Sequence[Alleged]) -> Shift:
    """Periods of several charges on one basis: does each lie within one that was there?"""
    was = [_days(one.period) for one in old if one.period]
    now = [_days(one.period) for one in new if one.period]
    inside = len(now) == len(new) and all(any(w.covers(n) for w in was) for n in now)
    outside = len(was) == len(old) and all(any(n.covers(w) for n in now) for w in was)
    if inside and outside:
        return Shift("reworded", "is written otherwise; its days are the same")
    if inside or len(was) < len(old):
        return Shift("narrowed", "is narrowed: each day of it was charged before")
    if outside or len(now) < len(new):
        return Shift("widened", "is widened: days are charged that were not")
    return Shift("re-dated", "is another: days are charged that were not, and others no longer are")


def _days(period: Period) -> _Days:
    return _Days(*period.days, period.at_least, period.on_or_about is not None)


def _days_in(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"


def _and(words: list[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
