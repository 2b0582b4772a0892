"""Text -> the back references to notes that were typed by hand in it."""

import re
from collections.abc import Iterator

from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """A back reference typed by hand: where in the text, the words, and the remedy."""

    begin: int
    end: int
    words: str
    help: str


_CITE_AGAIN = "cite the exhibit again with its label and pinpoint: the tool writes the short form"
_LABEL_NOTE = "give the footnote a label, as in ^[…]{#my-note}, and write @my-note"

_TO_A_NOTE = re.compile(
    r"\b(?:supra|infra),?[ \u00a0](?:foot)?(?:notes?|n\.|nn\.|fn\.)[ \u00a0]?\d+"
    r"|\b(?:foot)?(?:notes?|n\.|nn\.|fn\.)[ \u00a0]?\d+(?: and \d+)?,?"
    r"[ \u00a0](?:above|below|supra|infra)\b"
    r"|\bfootnotes?[ \u00a0]\d+(?! (?:of|in|to)\b)",
    re.IGNORECASE,
)
_SIGNS_OF_A_NOTE = ("upra", "nfra", "above", "below", "footnote")
"""One of these stands in whatever _TO_A_NOTE finds, whatever the case of i and s. Most text has none."""
_LATIN = re.compile(
    r"(?<![\w-])(?:ibid(?:em)?\b\.?|op\. ?cit\.?|loc\. ?cit\.?|supra\b)"
    r"|(?:^|(?<=[;(] )|(?<=[.,] )|(?<=\()|(?<=see ))id\.(?=,| at| |$)",
    re.IGNORECASE,
)
_MAY_BE_LATIN = re.compile(r"ibid|cit|supra|id\.")


def back_references(text: str, *, in_note: bool) -> Iterator[Typed]:
    """Each back reference in `text`.

    Footnotes named by number count everywhere, the Latin words only inside notes, because the
    text of an indictment may quote Latin.
    """
    folded = text.casefold()
    may_be = any(sign in folded for sign in _SIGNS_OF_A_NOTE)
    to_notes = list(_TO_A_NOTE.finditer(text)) if may_be else []
    for match in to_notes:
        yield Typed(match.start(), match.end(), match[0], _LABEL_NOTE)
    for match in _LATIN.finditer(text) if in_note and _MAY_BE_LATIN.search(folded) else ():
        if not any(found.start() <= match.start() < found.end() for found in to_notes):
            yield Typed(match.start(), match.end(), match[0], _CITE_AGAIN)
