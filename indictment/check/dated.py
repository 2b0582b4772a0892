"""Words -> the dates that stand in them, in the language of the court's form and in English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indictment.model.court import Court
from indictment.model.dates import WrittenDate

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_YEAR = re.compile(r"\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a month that stands at `text[begin:end]`."""

    begin: int
    end: int
    date: WrittenDate


def dates(text: str, court: Court) -> list[Dated]:
    """The dates of a text, in order: "24 February 2022", "21 and 22 February 2022", "May to June 2022"."""
    if not _YEAR.search(text):
        return []
    return list(_found(text, tuple(court.months), tuple(court.months_alone)))


@lru_cache(maxsize=4)
def _pattern(
    months: tuple[str, ...], alone: tuple[str, ...]
) -> tuple[re.Pattern[str], dict[str, int]]:
    numbers: dict[str, int] = {}
    for names in (_ENGLISH, months, alone):
        numbers |= {name.casefold(): number for number, name in enumerate(names, start=1)}
    month = "|".join(re.escape(name) for name in sorted(numbers, key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"""(?<![\w.,])(?:
            (?P<days>{day}(?:\s*(?:,|and|to|or|[-–])\s*{day})*)\s+(?P<month>{month})\s+(?P<year>\d{{4}})
          | (?P<us_month>{month})\s+(?P<us_day>{day}),\s+(?P<us_year>\d{{4}})
          | (?P<first>{month})\s*(?:,|and|to|or|[-–])\s*(?P<last>{month})\s+(?P<years>\d{{4}})
          | (?P<only>{month})\s+(?P<only_year>\d{{4}})
        )(?!\w)""",
        re.VERBOSE | re.IGNORECASE,
    ), numbers


def _found(text: str, months: tuple[str, ...], alone: tuple[str, ...]) -> Iterator[Dated]:
    pattern, numbers = _pattern(months, alone)
    for found in pattern.finditer(text):
        if found["first"]:
            for name in (found["first"], found["last"]):
                date = WrittenDate(int(found["years"]), numbers[name.casefold()])
                yield Dated(found.start(), found.end(), date)
            continue
        month = found["month"] or found["us_month"] or found["only"]
        year = int(found["year"] or found["us_year"] or found["only_year"])
        days = re.findall(r"\d+", found["days"] or found["us_day"] or "")
        number = numbers[month.casefold()]
        for day in days or [""]:
            try:
                date = WrittenDate.read(f"{year:04d}-{number:02d}" + (f"-{int(day):02d}" if day else ""))  # fmt: skip
            except ValueError:
                continue
            yield Dated(found.start(), found.end(), date)
