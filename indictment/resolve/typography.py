"""Text as typed -> the same text with its spaces and quotation marks as a printer sets them.

One character for one: spaces that must not break become non-breaking, straight quotation marks in
the values of YAML files are curled as they are in prose.
"""

import re

NBSP = "\u00a0"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_MONTHS = _words(
    """January February March April May June July August September October November December
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря"""
)
_BEFORE_A_NUMBER = _words(
    """art. arts art article articles para. paras paras. paragraph paragraphs sub-paragraph
    sub-paragraphs p. pp. no. nos no nos. sec. secs sect. section sections ss. s. ch. chap. chapter
    chapters rule rules r. rr. reg. regulation regulations cl. cls cls. l. ll. vol. vols volume fn.
    fns n. nn. footnote footnotes note fig. figs figure t. § §§ ¶ ¶¶ № count counts annex schedule
    exhibit exhibits exh. item items ст. ч. п. пп. с. стор. rs eur usd uah gbp rub us$ € £ $ ₴
    """
)
_UNITS = _words(
    """km km² m m² cm mm kg g t ha kv mw kw km/h °c % per percent tonne tonnes kilometre kilometres
    metre metres hour hours million billion thousand a.m. p.m eur usd uah bis ter quater грн км кг
    тис млн"""
)
_TITLES = """Mr Mrs Ms Dr Messrs Prof Mr. Mrs. Ms. Dr. Prof. Gen. Col. Lt. Maj. Capt. St
    Judge Witness пан пані"""
_LETTERED = "Annex Schedule Chapter Part Appendix Phase Book annex schedule chapter part appendix"


def _any_of(listed: str) -> str:
    return "|".join(re.escape(word) for word in listed.split())


# at the end of a text a name follows in another piece
_BEFORE_A_CAPITAL = re.compile(r" (?=[A-ZÀ-ÞА-ЯІЇЄҐ]|$)")
_TITLE = re.compile(rf"(?<!\w)(?:{_any_of(_TITLES)})\Z")
_LETTERED_THING = re.compile(rf"(?<!\w)(?:{_any_of(_LETTERED)})\Z")
_LETTER = re.compile(r"(?:[A-HJ-Z]|[IVXLC]+)(?!\w)")
_ALL = tuple(f"{_TITLES} {_LETTERED}".split())
_LONGEST = max(map(len, _ALL))
_BESIDE_A_NUMBER = re.compile(r" (?:(?=\d)|(?<=\d ))")
"""These begin with the space, which is found much faster than what stands around it."""
_OPENING = "([“‘«\"'—–/"
_CLOSING = ".,;:!?)]”’»\"'…"


_OPENS_AFTER = " \u00a0([{“‘«„—–-/"


def set_words(text: str) -> str:
    """A value of a YAML file as it is printed: quotation marks curled, spaces set."""
    if '"' in text or "'" in text:
        out = ""
        for sign in text:
            opens = not out or out[-1] in _OPENS_AFTER
            out += {'"': "”“"[opens], "'": "’‘"[opens]}.get(sign, sign)
        text = out
    return set_spaces(text)


def set_spaces(text: str) -> str:
    """`text` with non-breaking spaces in dates, references, quantities and titles."""
    if " " not in text:
        return text
    fixed = [
        m.start() for m in _BESIDE_A_NUMBER.finditer(text) if _belong_together(text, m.start())
    ]
    fixed += [m.start() for m in _BEFORE_A_CAPITAL.finditer(text) if _is_named(text, m.start())]
    if not fixed:
        return text
    signs = list(text)
    for at in fixed:
        signs[at] = NBSP
    return "".join(signs)


def _is_named(text: str, space: int) -> bool:
    """True where a title stands before the space, or what has a letter for its number."""
    begin = max(0, space - _LONGEST)
    if not text.endswith(_ALL, begin, space):
        return False
    if _TITLE.search(text, begin, space):
        return True
    return bool(_LETTER.match(text, space + 1) and _LETTERED_THING.search(text, begin, space))


def _belong_together(text: str, space: int) -> bool:
    """True where no line may end at the space, which stands beside a digit."""
    before = text[text.rfind(" ", 0, space) + 1 : space].lstrip(_OPENING)
    end = text.find(" ", space + 1)
    after = text[space + 1 : end if end > 0 else None]
    second = after.rstrip(_CLOSING)
    if not after[:1].isdigit():
        if second in _MONTHS:
            return before.isdigit() and len(before) <= 2
        return second.lower() in _UNITS
    if before.lower() in _BEFORE_A_NUMBER:
        return True
    if before in _MONTHS:
        return second.isdigit() and len(second) <= 2
    # groups of thousands: 10 000
    return before.isdigit() and len(before) <= 3 and second.isdigit() and len(second) == 3
