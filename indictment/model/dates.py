"""Dates as charging documents know them: a day, a month, a year, or a period."""

import calendar
import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema, model_validator

from indictment.model.source import Written
from indictment.value import dataclass

_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day (2022-02-24), a month (2022-02) or a year (2022), as the drafter knows it."""

    year: int
    month: int | None = None
    day: int | None = None

    @staticmethod
    def read(text: str) -> "WrittenDate":
        """The date in ISO 8601 form. Raises ValueError, in a lawyer's words, where there is none."""
        found = _ISO.match(text)
        if not found:
            raise ValueError(f"“{text}” is not a date; write 2022-02-24, 2022-02 or 2022")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"there is no month {month:02d}")
        if month is not None and day is not None:
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                raise ValueError(f"{calendar.month_name[month]} {year} has no day {day}")
        return WrittenDate(year, month, day)

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def _read(value: Any) -> Any:
    if isinstance(value, WrittenDate):
        return value
    if not isinstance(value, str):
        raise ValueError("this is not a date; write 2022-02-24, 2022-02 or 2022")
    return WrittenDate.read(value)


Date = Annotated[
    WrittenDate,
    BeforeValidator(_read),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "examples": ["2022-02-24", "2022-02"],
        }
    ),
]
"""A date field: written in ISO 8601 form, whole or without day or month."""


class Period(Written):
    """When something is alleged to have happened. Write one day (`on`), an approximate day
    (`on-or-about`), or `from` and `to`.
    """

    on: Date | None = None
    """The day, where it is one day."""
    on_or_about: Date | None = None
    """An approximate day: printed "on or about 24 February 2022"."""
    from_: Date | None = None
    """The first day, month or year of the period."""
    to: Date | None = None
    """The last day, month or year of the period."""
    at_least: bool = False
    """True prints "from at least …": the period may have begun earlier."""

    @model_validator(mode="before")
    @classmethod
    def _from_scalar(cls, value: Any) -> Any:
        return {"on": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_form(self) -> "Period":
        single = [d for d in (self.on, self.on_or_about) if d]
        if len(single) + bool(self.from_ or self.to) != 1:
            raise ValueError(
                "the period is not written in one way; write either `on`, or `on-or-about`, or `from` and `to`"
            )
        if self.to and not self.from_:
            raise ValueError("the period has no beginning; add `from`")
        return self

    @property
    def first(self) -> WrittenDate:
        """The first date of the period."""
        found = self.on or self.on_or_about or self.from_
        assert found is not None
        return found

    @property
    def last(self) -> WrittenDate | None:
        """The last date of the period; None where it is open."""
        return self.on or self.on_or_about or self.to

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are written; the last is `date.max` where it is open."""
        return self.first.first_day, self.last.last_day if self.last else date.max
