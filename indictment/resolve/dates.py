"""Dates and periods -> the words that a court prints."""

from indictment.model.court import Court
from indictment.model.dates import Period, WrittenDate
from indictment.resolve.typography import NBSP

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Written out here, because the names that Python gives depend on the machine's language."""


def date(written: WrittenDate | None, court: Court) -> str:
    """A day, month or year in the court's form; "" for none. The day never parts from its month."""
    if written is None:
        return ""
    if written.month is None:
        return str(written.year)
    names = court.months or MONTHS
    if written.day is None:
        return f"{(court.months_alone or names)[written.month - 1]} {written.year}"
    month = names[written.month - 1]
    if court.date_form == "February 24, 2022":
        return f"{month}{NBSP}{written.day}, {written.year}"
    return f"{written.day}{NBSP}{month} {written.year}"


def period(alleged: Period | None, court: Court) -> str:
    """A period as printed: "on or about …", "between … and …", "from at least … to …"."""
    if alleged is None:
        return ""
    words = court.words
    if alleged.on:
        return date(alleged.on, court)
    if alleged.on_or_about:
        return f"{words.on_or_about} {date(alleged.on_or_about, court)}"
    first, last = date(alleged.from_, court), date(alleged.to, court)
    begin = words.from_at_least if alleged.at_least else words.from_
    if not last:
        return f"{begin} {first}"
    if alleged.at_least:
        return f"{begin} {first} {words.to} {last}"
    return f"{words.between} {first} {words.and_} {last}"


def tenure(first: WrittenDate | None, last: WrittenDate | None, court: Court) -> str:
    """When an office was held: "7 May 2012 to 2018", "from 2012", "to 2018" or ""."""
    words = court.words
    begin, end = date(first, court), date(last, court)
    if begin and end:
        return begin if begin == end else f"{begin} {words.to} {end}"
    if begin:
        return f"{words.from_} {begin}"
    return f"{words.to} {end}" if end else ""
