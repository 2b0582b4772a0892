"""Text as typed -> the same text with the spaces that must not break made non-breaking.

Nothing else is changed: the printed text has the characters that were typed, one for one.
"""

from itertools import pairwise

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
_LETTERED = frozenset({"annex", "schedule", "chapter", "part", "appendix", "phase", "book"})
_UNITS = _words(
    """km km² m m² cm mm kg g t ha kv mw kw km/h °c % per percent tonne tonnes kilometre kilometres
    metre metres hour hours million billion thousand a.m. p.m eur usd uah bis ter quater грн км кг
    тис млн"""
)
_TITLES = _words(
    """Mr Mrs Ms Dr Messrs Prof Mr. Mrs. Ms. Dr. Prof. Gen. Col. Lt. Maj. Capt. Judge Witness St
    пан пані"""
)
_ROMAN = frozenset("IVXLC")
_OPENING = "([“‘«\"'—–/"
_CLOSING = ".,;:!?)]”’»\"'…"


def set_spaces(text: str) -> str:
    """`text` with non-breaking spaces in dates, references, quantities and titles."""
    if " " not in text:
        return text
    words = text.split(" ")
    out = [words[0]]
    for before, after in pairwise(words):
        out.append(NBSP if _belong_together(before, after) else " ")
        out.append(after)
    return "".join(out)


def _belong_together(before: str, after: str) -> bool:
    """True where no line may end between the two words.

    `after` is "" at the end of a text, where a name or a number follows in another piece.
    """
    first = before.lstrip(_OPENING)
    if first in _TITLES:
        return after[:1].isupper() or not after
    if after[:1].isdigit():
        return _before_a_number(first, after)
    if first[-1:].isdigit():
        second = after.rstrip(_CLOSING)
        if second in _MONTHS:
            return first.isdigit() and len(first) <= 2
        return second.lower() in _UNITS
    if first.lower() in _LETTERED:
        second = after.rstrip(_CLOSING)
        return bool(second) and (second in "ABCDEFGHJKLMNOPQRSTUVWXYZ" or set(second) <= _ROMAN)
    return False


def _before_a_number(first: str, after: str) -> bool:
    if first.lower() in _BEFORE_A_NUMBER:
        return True
    digits = after.rstrip(_CLOSING)
    if first in _MONTHS:
        return digits.isdigit() and len(digits) <= 2
    # groups of thousands: 10 000
    return first.isdigit() and len(first) <= 3 and digits.isdigit() and len(digits) == 3
