"""Text -> the words that are compared, each with where it stands.

What differs between a printed page and a quotation of it without being another text does not
differ here: case, ligatures, curled marks, hyphens at line ends, how thousands are parted.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from indictment.value import dataclass

_HYPHENS = "-\u2010\u2011\u00ad\ufffe\x02"
"""With those by which programs that read PDF files stand for a hyphen at the end of a line."""
_WORD = re.compile(
    rf"""
    \d+ (?: [.,]\d+ )*                                    # a figure: 1,563 and 4.2
    (?: [^\W\d_]+ )?                                      # 1st, 24a
    | [^\W_]+ (?: (?: ['’ʼ`´] | [{_HYPHENS}]\s*\n\s* | [{_HYPHENS}] ) [^\W_]+ )*
    | [%€$£§]
    """,
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"(?<=\d)(?:,(?=\d{3}(?!\d))|(?=(?:\d{3})+(?!\d))(?<![.,]\d)(?<![.,]\d\d))")
_INSIDE = re.compile(rf"[{_HYPHENS}'’ʼ`´\s]")
_RAISED = re.compile("[¹²³⁰⁴-⁹]+")
_MARK_OF_A_NOTE = re.compile(r"[^\W\d_][.,;:!?”\"’')»]+$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared. `begin` and `end` are offsets into the text as it stands.

    `is_noise` is true of a figure that the page prints and nobody quotes: the mark of a note, the
    number of a line.
    """

    text: str
    begin: int
    end: int
    is_noise: bool = False


@dataclass(frozen=True)
class Words:
    """A text and its words. `turns_at` is the offset at which the next page begins, if one does."""

    raw: str
    words: tuple[Word, ...]
    turns_at: int | None = None

    @cached_property
    def spaced(self) -> str:
        """The words that count, a space around each."""
        return "".join((" ", *(f"{w.text} " for w in self.words if not w.is_noise)))

    @cached_property
    def compact(self) -> str:
        """The words that count, with no space between them."""
        return self.spaced.replace(" ", "")

    @cached_property
    def all_spaced(self) -> str:
        """Every word, noise as well."""
        return "".join((" ", *(f"{w.text} " for w in self.words)))

    @cached_property
    def counting(self) -> tuple[Word, ...]:
        """The words that count."""
        return tuple(w for w in self.words if not w.is_noise)

    def excerpt(self, first: int, last: int) -> str:
        """What stands from one word that counts to another, in one line."""
        words = self.counting
        text = self.raw[words[first].begin : words[last].end]
        text = re.sub(rf"[{_HYPHENS}]\s*\n\s*", "", text)
        return " ".join(text.split())


def words(raw: str) -> Words:
    """The words of a text."""
    numbers = _line_numbers(raw)
    return Words(raw, tuple(_words(raw, numbers)))


def plain(text: str) -> tuple[str, ...]:
    """The words of a text that is quoted, as they are compared."""
    return tuple(word.text for word in _words(text, frozenset()))


def _words(raw: str, numbers: frozenset[int]) -> Iterator[Word]:
    for found in _WORD.finditer(raw):
        at, text = found.start(), _as_compared(found[0])
        noise = at in numbers or (
            len(text) <= 3
            and text.isdigit()
            and _MARK_OF_A_NOTE.search(raw, max(at - 4, 0), at) is not None
        )
        # A large figure is compared by its thousands: 3,776 and 3776 are 3 776.
        for part in _THOUSANDS.sub(" ", text).split() if text[:1].isdigit() else [text]:
            yield Word(part, at, found.end(), noise)


def _as_compared(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()  # most words: nothing of what follows is in them
    word = _RAISED.sub("", word)
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return _INSIDE.sub("", word).casefold()


_FIRST_FIGURE = re.compile(r"^[ \t]*(\d{1,4})(?=[ \t]+\S|[ \t]*$)", re.MULTILINE)
_LAST_FIGURE = re.compile(r"(?<=\s)(\d{1,4})[ \t]*$", re.MULTILINE)
_FEWEST = 5
"""Lines that count on from one another before their numbers are taken for those of lines."""


def _line_numbers(raw: str) -> frozenset[int]:
    """Where the numbers of a transcript's lines stand: each line's is the next, or five further."""
    found: set[int] = set()
    for pattern in (_FIRST_FIGURE, _LAST_FIGURE):
        run: list[re.Match[str]] = []
        for figure in pattern.finditer(raw):
            step = int(figure[1]) - int(run[-1][1]) if run else 0
            if run and step not in (1, 5):
                found |= _counted(run)
                run = []
            run.append(figure)
        found |= _counted(run)
    return frozenset(found)


def _counted(run: list[re.Match[str]]) -> set[int]:
    return {figure.start(1) for figure in run} if len(run) >= _FEWEST else set()
