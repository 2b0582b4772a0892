"""A BCP 47 tag -> how Word marks a passage in that language.

Word keeps three languages for each run: of Latin and Cyrillic letters (`w:val`), of East Asian ones
and of those written from right to left (ISO/IEC 29500-1, 17.3.2.20). Its proofing tools know a
language by its region, so a bare tag gets the region of the country it is named for.
"""

from indictment.render.word.xml import Element, element

REGIONS = {
    "ar": "ar-SA", "be": "be-BY", "bs": "bs-Latn-BA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE",
    "en": "en-GB", "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR",
    "he": "he-IL", "hr": "hr-HR", "hu": "hu-HU", "it": "it-IT", "ja": "ja-JP", "ka": "ka-GE",
    "km": "km-KH", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "nl": "nl-NL", "pl": "pl-PL",
    "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK", "sr": "sr-Cyrl-RS", "sv": "sv-SE",
    "tr": "tr-TR", "uk": "uk-UA", "zh": "zh-CN",
}  # fmt: skip
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
EAST_ASIAN = {"ja", "ko", "zh"}


def word_tag(lang: str) -> str:
    """The tag that Word knows: `uk` -> `uk-UA`; a tag with a region stays as it is."""
    return REGIONS.get(lang.lower(), lang)


def is_right_to_left(lang: str) -> bool:
    """True for a language written from right to left."""
    return _primary(lang) in RIGHT_TO_LEFT


def slot(lang: str) -> str:
    """Which of Word's three languages the tag sets: `val`, `eastAsia` or `bidi`."""
    primary = _primary(lang)
    if primary in RIGHT_TO_LEFT:
        return "bidi"
    return "eastAsia" if primary in EAST_ASIAN else "val"


def run_language(lang: str) -> Element:
    """The `w:lang` of a run."""
    return element("lang", **{slot(lang): word_tag(lang)})


def _primary(lang: str) -> str:
    return lang.split("-")[0].lower()
