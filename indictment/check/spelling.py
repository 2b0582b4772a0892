"""Names -> how near one spelling is to another, across the usual transliterations."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("tsch", "c"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("ks", "x"), ("ou", "u"), ("w", "v"), ("q", "k"), ("g", "h"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """A name without what transliterations differ in: y, i and j, doubled letters, accents."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    word = "".join(sign for sign in parted if sign.isalpha())
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"[yij]+", "i", word)
    word = re.sub(r"i(?=[aeou])|(?<=[aeou])i|i$", "", word)
    return re.sub(r"(.)\1+", r"\1", word)


def is_near(written: str, listed: str) -> bool:
    """True for two spellings that are most often of one name: of one sound, or one letter apart."""
    if written == listed or min(len(written), len(listed)) < 5:
        return False
    if sound(written) == sound(listed):
        return True
    if written[0].casefold() != listed[0].casefold():
        return False
    if OSA.distance(written.casefold(), listed.casefold(), score_cutoff=1) != 1:
        return False
    # A plural or a genitive of the name is the name; so is an adjective that adds a letter.
    longer, shorter = sorted((written.casefold(), listed.casefold()), key=len, reverse=True)
    return min(len(written), len(listed)) >= 6 and not longer.startswith(shorter)
