"""Official symbols of documents, as a text names them: whole, or by their last parts."""

import re
from functools import lru_cache


def names_symbol(text: str, symbol: str) -> bool:
    """True if the text names A/RES/ES-11/1 whole or as ES-11/1."""
    return bool(symbol) and any(pattern.search(text) for pattern in _patterns(symbol))


@lru_cache(maxsize=4096)
def _patterns(symbol: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<![\w/-]){re.escape(form)}(?![\w/]|-\w|\.\d)") for form in forms(symbol)
    )


@lru_cache(maxsize=4096)
def forms(symbol: str) -> tuple[str, ...]:
    """The forms by which a symbol is named: A/RES/ES-11/1 and ES-11/1; S/PV.8974 only as it is."""
    found = [symbol]
    parts = symbol.split("/")
    if len(parts) > 2 and all(re.search(r"\d", part) for part in parts[-2:]):
        found.append("/".join(parts[-2:]))
    return tuple(found)
