"""A sentence -> the words in it that leave open what is charged."""

from collections.abc import Iterator

from indictment.check.language import AnyCase, Exact, apart, lowered
from indictment.check.language.closing import closes, is_said_below
from indictment.check.language.open_phrases import (
    EXAMPLES,
    EXTENSIONS,
    MEANS,
    OF_RARE,
    PERIODS,
    RARE,
)
from indictment.check.language.open_quantities import (
    ELEMENT_NAMES,
    is_title,
    minima,
    others,
    quantities,
)
from indictment.check.language.provisions import of_provision
from indictment.check.language.thresholds import LAW, is_threshold

_PROVISION = AnyCase(r"\bfacilitat\w+,?\s\(?$")
"""The arrangement of the Proceeds of Crime Act facilitates "by whatever means"."""
_IN_TITLE = Exact(r"etc\.?\)?,?\s(?:\([^)]*\)\s)?(?:Act|Order|Regulations|Bill|Ordinance)\b")
_OF_NAMES = Exact(r"(?<=s)\sof\s[A-Z\ufffc][\w-]+(?:,|\sand)\s[A-Z\ufffc]")
"""The villages round about are named."""
_PLACES = Exact(
    r",?\s(?:as\s(?:listed|set|shown|described)|(?:in|at)\sthe\splaces\s(?:named|listed|set|shown))"
)
_VENUE = AnyCase(
    r"\b(?:the|and)\s(?:(?:northern|southern|eastern|western|middle|central)\s)?district\sof\s[\w\s,]{1,60}?and\selsewhere"
)
_NAMED_NEXT = AnyCase(
    r",?\s(?:to\swit|namely|that\sis\sto\ssay|viz)\b|,?\s(?:all\sof\s|each\sof\s)?(?:who|whom|which|whose)\s(?:\w+\s){0,4}?(?:named|listed|lists|identified|identifies|names|sets|enumerated)\b"
)
"""What is open for a moment only: "and by others, whom Schedule B names"."""
_BEGINS = AnyCase(r"(?:starting|beginning|commencing)\b")
_GOES_ON = AnyCase(
    r"\band\s(?:has\s|have\s)?continu(?:ing|ed|es)\b|\b(?:until|to|till|up\sto)\sa\s(?:date|day|time)\b|\bonwards?\b|\bto\s(?:the\spresent|this\sday|date)\b|\band\sthereafter\b|\bor\s(?:earlier|later)\b"
)
_AMONG = AnyCase(r",\s(?:among(?:st)?\s(?:them|whom|which|these|those))\b")
_PART = AnyCase(r",\s(?:including|in\sparticular|especially|particularly)\b")
_BARE = Exact(
    r"(?<=[a-z],\s)including(?=\s(?!persons\b|those\b|people\b|wilful)(?:[a-z-]+\s)?[a-z-]+(?<!ing)s(?:,\s(?:[a-z-]+\s)?[a-z-]+s)*,?\sand\s(?:[a-z-]+\s)?[a-z-]+s\b)"
)
"""Kinds as examples: "documents, including charts and tide tables". With an article or a name it points at one."""
_NEAR = 70
_SAID_NUMBER = AnyCase(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\s(?:\w+\s){0,5}$"
)
_DEFINES = Exact(
    r"_ means\b|\b(?:shall mean|has the meaning|have the meaning|is defined as|are defined as|as defined in|the (?:term|word|expression)s?)\b"
)
"""A definition charges nothing."""
_STATES_OFFENCE = Exact(
    r"\b(?:contrary\sto\s(?:section|common|article|the)|punishable\s(?:under|by)|[Ss]tatement\sof\s[Oo]ffence:[^.]*$)|^(?:Count|COUNT)\s\w+:\s.*\b[Aa]rticle\s\d"
)
"""The statement of an offence has the words of the provision."""


_CLOSABLE = (EXAMPLES, MEANS)
_NEVER_CLOSED = AnyCase(
    r"limit|confined|restricted|exclusive|alia|example|instance|\bsuch\b|e\.g|exhaustive|illustrative|least|ly\b|unstated|undisclosed|other"
)


def open_ended(text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand, in order, each place once."""
    vague = list(quantities(text))
    found = [
        *_always(text),
        *vague,
        *_parts(text, vague),
        *minima(text),
        *others(text),
    ]
    if found and not _DEFINES.search(text) and not _STATES_OFFENCE.search(text):
        law = set(of_provision(text, found))
        yield from apart(each for each in found if each not in law)


def _always(text: str) -> Iterator[tuple[int, int]]:
    lower = lowered(text)
    venues = [m.span() for m in _VENUE.finditer(text)] if "elsewhere" in lower else []
    for sort in (EXAMPLES, EXTENSIONS, PERIODS, MEANS):
        for found in sort.finditer(text):
            begin, end = found.span()
            if any(b <= begin and end <= e for b, e in venues):
                continue
            if _IN_TITLE.match(text, begin) or _PLACES.match(text, end) or is_title(text, found):
                continue
            if _OF_NAMES.match(text, end):
                continue
            if sort in _CLOSABLE and not _NEVER_CLOSED.search(found[0]) and closes(text, end):
                continue
            if _NAMED_NEXT.match(text, end):
                continue
            if sort is MEANS and LAW.search(text[:begin]):
                continue
            if "other" in found[0] and ELEMENT_NAMES.search(text, begin, end + 25):
                continue
            if _PROVISION.search(text[:begin]) and found[0].startswith("by "):
                continue
            if (
                sort is PERIODS
                and _BEGINS.match(text, begin)
                and _GOES_ON.search(text, end, end + _NEAR)
            ):
                continue  # what leaves the period open is said once
            if sort is MEANS and is_threshold(text, begin, end):
                continue
            yield begin, end
    if any(each in lower for each in OF_RARE):
        yield from (found.span() for found in RARE.finditer(text))
    for found in _BARE.finditer(text) if "including" in lower else ():
        if not is_said_below(text, found.end()):
            yield found.span()
    for found in _AMONG.finditer(text) if "among" in lower else ():
        if not is_said_below(text, found.end()) and not _SAID_NUMBER.search(text[: found.start()]):
            yield found.start() + 2, found.end()


def _parts(text: str, vague: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a part of an open quantity is named: "various places, including Dolna"."""
    for found in _PART.finditer(text) if vague else ():
        is_near = any(0 < found.start() - end < _NEAR for _, end in vague)
        if is_near and not is_said_below(text, found.end()):
            yield found.start() + 2, found.end()
