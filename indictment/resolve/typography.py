"""Text as typed -> the same text with the spaces that must not break made non-breaking.

Nothing else is changed: the printed text has the characters that were typed, one for one.
"""

import re

NBSP = "\u00a0"

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_BEFORE_A_NUMBER = (
    r"[Aa]rts?\.?|[Aa]rticles?|[Pp]aras?\.?|[Pp]aragraphs?|[Ss]ub-paragraphs?|pp?\.|Nos?\.?|"
    r"[Ss]ect?s?\.|[Ss]ections?|[Cc]hap?\.|[Cc]hapter|[Rr]ules?|[Rr]egulation|[Rr]eg\.|rr?\.|"
    r"cls?\.|ll?\.|[Vv]ols?\.|[Ff]ns?\.|[Ff]ootnotes?|[Ff]igs?\.|T\.|§§?|№|"
    r"[Cc]ounts?|[Aa]nnex|[Ss]chedule|Exhibits?|Exh\.|"
    r"ст\.|ч\.|п\.|пп\.|с\.|стор\.|Rs|EUR|USD|UAH|GBP|RUB|US\$|€|£|\$|₴"
)
_UNITS = (
    r"km²?|m²?|cm|mm|kg|g|t|ha|kV|MW|kW|km/h|°C|%|per cent|percent|tonnes?|kilometres?|metres?|"
    r"hours?|million|billion|thousand|a\.m\.|p\.m\.|EUR|USD|UAH|bis|ter|quater|грн|км|кг|тис\.|млн"
)
_TITLES = r"Mr|Mrs|Ms|Dr|Messrs|Prof|Gen|Col|Lt|Maj|Capt|St|Judge|Witness|п\.|пан|пані"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<!\d)(\d{{1,2}}) (?=(?:{_MONTHS})\b)"), rf"\1{NBSP}"),
    (re.compile(rf"\b({_MONTHS}) (?=\d{{1,2}}\b(?!\d))"), rf"\1{NBSP}"),
    (re.compile(rf"(?<![\w.])({_BEFORE_A_NUMBER}) (?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"\b([Aa]nnex|[Ss]chedule|[Cc]hapter|[Pp]art) (?=[A-Z]\b|[IVX]+\b)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"), NBSP),
    (re.compile(r"(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))"), rf"\1{NBSP}"),
    (re.compile(rf"\b({_TITLES}\.?) (?=[A-ZА-ЯІЇЄҐ]|$)"), rf"\1{NBSP}"),
)


def set_spaces(text: str) -> str:
    """`text` with non-breaking spaces in dates, references, quantities and titles."""
    if " " not in text:
        return text
    for pattern, bound in _RULES:
        text = pattern.sub(bound, text)
    return text
