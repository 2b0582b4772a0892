"""What a reviewer says ("41(a)", "fn 87", "count 2", "bundle 57") -> the kind of thing and its number."""

import re
from dataclasses import dataclass
from typing import Literal

from indictment.model.court import Words

Kind = Literal["paragraph", "note", "exhibit", "count", "annex", "row", "bundle", "any"]

_WORDS: dict[Kind, tuple[str, ...]] = {
    "paragraph": ("paragraph", "paragraphs", "para", "para.", "paras", "§", "¶", "sub-paragraph"),
    "note": ("footnote", "fn", "fn.", "note", "n."),
    "exhibit": ("exhibit", "exh.", "exh"),
    "count": ("count", "counts"),
    "annex": ("annex", "schedule", "appendix"),
    "bundle": ("bundle", "bundle page", "bundle p."),
}
_FIRST = re.compile(r"^(?P<word>[^\W\d_][^\d(]*?|[§¶])[\s\u00a0]*(?P<number>[\d(].*|[A-Z]|[IVXLC]+)$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of thing, its number as printed, and in which annex or schedule ("" for the main text)."""

    kind: Kind
    number: str
    of: str = ""
    word: str = ""
    """The word that was said for a kind that the tool does not know: incident, victim."""


def read(printed: str, words: Words) -> Asked:
    """Understand what was asked; anything that is no kind of number may still be a mark or a label."""
    text = " ".join(printed.replace("\u00a0", " ").split()).strip("“”\"'.")
    text, _, of = text.partition(f" {words.of} ")
    number = of.split(" ")[-1] if of else ""
    match = _FIRST.match(text)
    if match is None:
        is_number = text[:1].isdigit()
        return Asked("paragraph" if is_number else "any", text.rstrip("."), number)
    word = match["word"].strip().casefold()
    for kind, known in _said(words).items():
        if word in known:
            return Asked(kind, match["number"].rstrip("."), number, word)
    return Asked("any", text, number, word)


def _said(words: Words) -> dict[Kind, tuple[str, ...]]:
    """The words for each kind: English ones, and those of the court's form."""
    own: dict[Kind, tuple[str, ...]] = {
        "paragraph": (words.paragraph, words.paragraphs),
        "note": (words.footnote,),
        "exhibit": (words.exhibit,),
        "count": (words.count, words.counts),
        "annex": (words.annex, words.schedule),
        "bundle": (),
    }
    return {k: (*known, *(w.casefold() for w in own[k])) for k, known in _WORDS.items()}
