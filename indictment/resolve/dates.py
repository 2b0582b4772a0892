"""Dates and periods -> the words that a court prints."""

from indictment.model.court import Court
from indictment.model.dates import Period, WrittenDate


def date(written: WrittenDate | None, court: Court) -> str:
    """A day, month or year in the court's form; "" for none. The day never parts from its month."""
    return court.printed_date(written)


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
