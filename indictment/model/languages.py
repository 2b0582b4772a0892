"""Language tags (BCP 47, RFC 5646): hyphenation and screen readers go by them."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv "
    "sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
_TWO_LETTERS = frozenset(_ISO_639_1.split())
"""The codes of two letters, of ISO 639-1."""

_MEANT = {
    meant: tag
    for tag, words in {
        "ar": "arabic ara", "be": "belarusian bel by", "bg": "bulgarian bul",
        "bs": "bosnian bos", "cs": "czech ces cze cz", "da": "danish dan dk",
        "de": "german deu ger deutsch", "el": "greek ell gre gr", "en": "english eng gb us",
        "es": "spanish spa español castellano", "et": "estonian est", "fa": "persian farsi fas per ir",
        "fi": "finnish fin", "fr": "french fra fre français", "he": "hebrew heb iw il",
        "hi": "hindi hin", "hr": "croatian hrv", "hu": "hungarian hun", "hy": "armenian hye arm",
        "it": "italian ita", "ja": "japanese jpn jp", "ka": "georgian kat geo",
        "kk": "kazakh kaz", "km": "khmer khm", "ko": "korean kor", "ku": "kurdish kur",
        "lt": "lithuanian lit", "lv": "latvian lav", "mk": "macedonian mkd mac",
        "my": "burmese mya bur", "nl": "dutch nld dut", "no": "norwegian nor", "pl": "polish pol",
        "pt": "portuguese por", "ro": "romanian moldovan ron rum", "ru": "russian rus русский",
        "rw": "kinyarwanda kin", "sk": "slovak slk slo", "sl": "slovenian slovene slv",
        "sq": "albanian sqi alb", "sr": "serbian srp rs", "sv": "swedish swe",
        "sw": "swahili swa", "tr": "turkish tur", "uk": "ukrainian ukr ua українська",
        "ur": "urdu urd", "vi": "vietnamese vie vn", "zh": "chinese mandarin zho chi cn",
    }.items()
    for meant in words.split()
}  # fmt: skip
"""What is written for a language, other than its tag."""


def is_tag(written: str) -> bool:
    """True for a language tag whose language is known, or has a code of three letters."""
    first = written.split("-")[0]
    is_known = len(first) == 3 or first in _TWO_LETTERS
    return bool(_TAG.fullmatch(written)) and is_known and first not in _MEANT


def suggestion(written: str) -> str:
    """The tag that `written` is meant to be; "" where that is not known."""
    subtags = re.split(r"[-_ ]", written.strip())
    first = subtags[0].lower()
    first = _MEANT.get(first, first)
    if len(first) != 2 or first not in _TWO_LETTERS:
        return ""
    rest = [tag for tag in subtags[1:] if re.fullmatch(r"[A-Za-z]{2}|[A-Za-z]{4}|\d{3}", tag)]
    return "-".join([first, *(tag.upper() if len(tag) == 2 else tag.title() for tag in rest)])


def _read(value: Any) -> Any:
    if not isinstance(value, str) or not value or is_tag(value):
        return value
    remedy = suggestion(value) or "the code of the language, such as en, fr or uk"
    raise ValueError(f"“{value}” is not a language tag; write {remedy}")


Language = Annotated[
    str,
    BeforeValidator(_read),
    WithJsonSchema({"type": "string", "pattern": f"^({_TAG.pattern})?$"}),
]
"""A language tag: en, uk, fr, und-Cyrl for a language that is not known; "" where none is given."""
