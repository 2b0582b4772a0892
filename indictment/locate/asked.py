"""What a reviewer says ("41(a)", "fn 87", "bundle 57") -> the kind of thing and its number."""

from collections.abc import Iterator
from typing import Literal

from indictment.model.court import Words
from indictment.value import dataclass

Kind = Literal["paragraph", "note", "exhibit", "count", "annex", "bundle", "any"]

_SAID: tuple[tuple[Kind, str], ...] = (
    ("paragraph", "paragraph paragraphs sub-paragraph para para. paras § §§ ¶"),
    ("note", "footnote footnotes fn fn. note notes n."),
    ("exhibit", "exhibit exhibits exh exh."),
    ("count", "count counts"),
    ("annex", "annex schedule appendix"),
    ("bundle", "bundle"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of thing, and its number as printed.

    `word` is the word that was said for it ("schedule"), `of` the number of the annex or schedule
    in which it stands ("7 of Schedule B"); both may be empty.
    """

    kind: Kind
    number: str
    word: str = ""
    of: str = ""


def read(printed: str, words: Words) -> Asked:
    """Understand what was asked.

    What begins with no known word may still be a mark, a row of a schedule or a label.
    """
    text = " ".join(printed.replace("\u00a0", " ").split()).strip("“”\"'").rstrip(".")
    text, _, within = text.partition(f" {words.of} ")
    of = within.split(" ")[-1]
    said = text.casefold()
    for kind, word in _known(words):
        rest = text[len(word) :].removeprefix(" page").removeprefix(" p.").lstrip(" ")
        begins = said.startswith(word) and not text[len(word) : len(word) + 1].isalpha()
        if begins and rest:
            return Asked(kind, rest, word, of)
    return Asked("paragraph" if text[:1].isdigit() else "any", text, "", of)


def _known(words: Words) -> Iterator[tuple[Kind, str]]:
    """Each word for a kind of thing, longer words first: English ones, and those of the court."""
    own: tuple[tuple[Kind, str], ...] = (
        ("paragraph", words.paragraph),
        ("paragraph", words.paragraphs),
        ("note", words.footnote),
        ("exhibit", words.exhibit),
        ("count", words.count),
        ("count", words.counts),
        ("annex", words.annex),
        ("annex", words.schedule),
    )
    every = {word: kind for kind, listed in _SAID for word in listed.split()}
    every |= {word.casefold(): kind for kind, word in own}
    for word in sorted(every, key=len, reverse=True):
        yield every[word], word
