"""Words -> the dates that stand in them, in the language of the court's form and in English."""

import calendar
import re
from collections.abc import Iterator
from functools import lru_cache

from indictment.model.court import MONTHS, Court
from indictment.model.dates import WrittenDate
from indictment.value import dataclass

_YEAR = re.compile(r"\d\d\d\d")
r"""Not "\d{4}", which is slower: a pattern that begins with one sign is sought by that sign."""
_LATE_DAY = re.compile(r"[02-9](?<!\d.)(?:(?<=2)9|(?<=[3-9])\d|(?<=0)0?)(?!\d)")
"""A number that may be a day which some month lacks: 29 or more, 0 or 00.

What stands before it is looked at after its first figure, because figures are found faster than ends of words.
"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a month that stands at `text[begin:end]`."""

    begin: int
    end: int
    date: WrittenDate


@dataclass(frozen=True, slots=True)
class NoDay:
    """A day that no calendar has, at `text[begin:end]`: "31 April 2022". `year` is None where none is given."""

    begin: int
    end: int
    day: int
    month: int
    year: int | None


def has_year(text: str) -> bool:
    """False for a text in which no date stands: found out before what takes longer is asked."""
    return _YEAR.search(text) is not None


def dates(text: str, court: Court) -> list[Dated]:
    """The dates of a text, in order: "24 February 2022", "21 and 22 February 2022", "20 February to 9 March 2022"."""
    return list(_kept(text, court.months, court.months_alone))


def impossible(text: str, court: Court) -> Iterator[NoDay]:
    """The days of a text that no calendar has, in order: "31 April 2022", "30 February"."""
    if not _LATE_DAY.search(text):
        return
    pattern, numbers = _pattern(court.months, court.months_alone)
    begins: set[int] = set()
    for found in pattern.finditer(text):
        begins.add(found.start())
        name = found["month"] or found["us_month"] or found["open_month"]
        year = found["year"] or found["us_year"] or found["open_year"]
        for day in re.findall(r"\d+", found["days"] or found["us_day"] or found["open_day"] or ""):
            month = numbers[name.casefold()]
            if int(year) and not 0 < int(day) <= calendar.monthrange(int(year), month)[1]:
                yield NoDay(found.start(), found.end(), int(day), month, int(year))
    for found in _WITHOUT_YEAR.finditer(text):
        if found.start() in begins:
            continue
        month = MONTHS.index(found["month"]) + 1
        if int(found["day"]) > calendar.monthrange(2000, month)[1]:  # a year with 29 February
            yield NoDay(found.start(), found.end(), int(found["day"]), month, None)


# Only days that some months have: "45 May" may be a page and a surname.
_WITHOUT_YEAR = re.compile(
    rf"(?<![\w.,:/-])(?P<day>3[01])(?:st|th)?\s+(?P<month>{'|'.join(MONTHS)})(?!\w)(?!,?\s+\d{{4}})"
)


@lru_cache(maxsize=4)
def _pattern(
    months: tuple[str, ...], alone: tuple[str, ...]
) -> tuple[re.Pattern[str], dict[str, int]]:
    numbers: dict[str, int] = {}
    for names in (MONTHS, months, alone):
        numbers |= {name.casefold(): number for number, name in enumerate(names, start=1)}
    month = "|".join(re.escape(name) for name in sorted(numbers, key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"""(?<![\w.,])(?:
            (?P<open_day>{day})\s+(?P<open_month>{month})
            (?=\s*(?:,|and|to|until|or|[-–])\s+{day}\s+(?:{month})\s+(?P<open_year>\d{{4}})(?!\w))
          | (?P<days>{day}(?:\s*(?:,|and|to|or|[-–])\s*{day})*)\s+(?P<month>{month})\s+(?P<year>\d{{4}})
          | (?P<us_month>{month})\s+(?P<us_day>{day}),\s+(?P<us_year>\d{{4}})
          | (?P<first>{month})\s*(?:,|and|to|or|[-–])\s*(?P<last>{month})\s+(?P<years>\d{{4}})
          | (?P<only>{month})\s+(?P<only_year>\d{{4}})
        )(?!\w)""",
        re.VERBOSE | re.IGNORECASE,
    ), numbers


@lru_cache(maxsize=65536)
def _kept(text: str, months: tuple[str, ...], alone: tuple[str, ...]) -> tuple[Dated, ...]:
    """Several rules ask for the dates of the same sentences, most of which have none."""
    return tuple(_found(text, months, alone)) if has_year(text) else ()


def _found(text: str, months: tuple[str, ...], alone: tuple[str, ...]) -> Iterator[Dated]:
    pattern, numbers = _pattern(months, alone)
    for found in pattern.finditer(text):
        if found["first"]:
            for name in (found["first"], found["last"]):
                date = WrittenDate(int(found["years"]), numbers[name.casefold()])
                yield Dated(found.start(), found.end(), date)
            continue
        month = found["month"] or found["us_month"] or found["only"] or found["open_month"]
        year = int(found["year"] or found["us_year"] or found["only_year"] or found["open_year"])
        days = re.findall(r"\d+", found["days"] or found["us_day"] or found["open_day"] or "")
        number = numbers[month.casefold()]
        for day in days or [""]:
            try:
                date = WrittenDate.read(f"{year:04d}-{number:02d}" + (f"-{int(day):02d}" if day else ""))  # fmt: skip
            except ValueError:
                continue
            yield Dated(found.start(), found.end(), date)
