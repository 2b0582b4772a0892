"""Whether a sentence goes on to name what it speaks of, or says where it is listed."""

import re

from indictment.check.language import AnyCase, Exact

_REACH = 160
_NEAR = 90
_COUNTED = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOSED = AnyCase(
    rf"""\b(?:named|listed|identified|enumerated|specified|itemi[sz]ed|numbered|tabulated|set\s(?:out|forth)|set-out
          | detailed|described|marked|whose\snames|names?\s(?:are|is|and|appear|stand)|by\sname|namely|that\sis\sto\ssay|to\swit|viz
          | following(?!\s(?:\w+\s)?(?:days?|weeks?|months?|years?|nights?|mornings?|afternoons?|evenings?|hours?)\b)|below|hereto|annex(?:es)?|schedules?|appendix|appendices|table|column|as\sfollows|each\sof\swhom|each\sof\swhich
          | corresponding\sto|according\sto\sthe\s{_COUNTED}|charged\sin|in\sthat\s\S+\s\((?=i\)|a\)|1\)))(?:\b|(?<=\())
        | :\s*(?:\(|\ufffc|[a-z])"""
)
_WHO = Exact(r"\b(?:who|which)\s(?:are|were)\s(?:the\s)?[A-Z\ufffc]")
"""Names follow."""
_ANOTHER_ACT = Exact(
    r",?\s(?:and|but)\s(?:(?:\w+ly|then|also)\s)*(?:\w{3,}ed|took|gave|shot|beat|sent|told|went|made|put|led|held|brought|sold|bought|drove|stole|threw|burnt|struck|broke|fled|saw|knew|wrote|kept|left)\s(?!in\b|at\b|by\b)"
)
_OBJECT = Exact(
    r"(?<!which)(?<!that)(?<!were)(?<!was)\s(?!numbered|listed|named|called|headed|entitled|dated|marked|detailed)(?:[a-z]{3,}ed|took|gave|sent|told|made|sold|bought|stole|wrote)\s(?!in\b|at\b|by\b|on\b|to\b|from\b|with\b|of\b|as\b|between\b|during\b|under\b|through\b|and\b|for\b|over\b|after\b|before\b|into\b|out\b|up\b|forth\b)"
)
"""A verb with its object: what follows "namely" is then that object."""
_LISTED = Exact(
    r"""(?:,(?!\d)|\(|:|,?\snamely,?|,?\sbeing)\s?(?:of\s|on\s|at\s|to\s|from\s)?
        (?:(?:(?:of|on|at|to|from|by)\s)?(?:the\s|Mr\s|Mrs\s|Miss\s|Dr\s)?(?:[£$€]?\d|[A-Z\ufffc])[^,;()]{0,40},\s){0,12}(?:(?:(?:of|on|at|to|from|by)\s)?(?:the\s|Mr\s|Mrs\s|Miss\s|Dr\s)?(?:[£$€]?\d|[A-Z\ufffc])[^,;()]{0,40}?),?\sand\s(?:(?:on|the|of|at|to|from|by|Mr|Mrs|Miss|Dr)\s){0,2}(?:[£$€]?\d|[A-Z\ufffc])""",
    re.VERBOSE,
)
_IN_TURN = Exact(
    r",\s(?P<each>from|on|to|at|by|of|in|for|with)\s(?=[^,;]*[A-Z\d\ufffc])[^,;]{3,60}(?:,\s(?P=each)\s[^,;]{3,60}){0,12},?\sand\s(?P=each)\s(?=[^,;.]*[A-Z\d\ufffc])"
)
"""Each of a list has its preposition: "from Miss Adeyemi on 18 February, from the surveyor and from Leonard Shaw"."""
_LEADS_ON = Exact(r",\s(?:by|in|at|on|from|to|with|for|and|but|while|when|where)\s")
_DATES = Exact(r"\bon\s(?:\d{1,2}|the\s\d)[^.;]*?(?:,|\band\b)\s(?:on\s)?\d{1,2}")


def closes(text: str, begin: int, end: int | None = None) -> bool:
    """True where the clause goes on to name what it speaks of, or says where it is listed."""
    clause = text.find(";", begin)
    end = min(len(text) if clause < 0 else clause, len(text) if end is None else end)
    upto = min(end, begin + _REACH)
    for stop in (_ANOTHER_ACT, _OBJECT):
        other = stop.search(text, begin, upto)
        if other:
            upto = other.start()
    return bool(
        _CLOSED.search(text, begin, upto)
        or _WHO.search(text, begin, upto)
        or _LISTED.search(text, begin, min(upto, begin + _NEAR))
        or _IN_TURN.search(text, begin, upto)
    )


def is_said_below(text: str, begin: int) -> bool:
    """True where an annex, a schedule or a charge has what is spoken of, whatever names stand here."""
    return _CLOSED.search(text, begin, begin + _REACH) is not None


def within_phrase(text: str, begin: int) -> int:
    """Where the words that may say more of what stands at `begin` end: at a comma that leads on."""
    found = _LEADS_ON.search(text, begin)
    return found.start() if found else len(text)


def is_dated(text: str, begin: int) -> bool:
    """True where the days are listed."""
    return _DATES.search(text, begin) is not None
