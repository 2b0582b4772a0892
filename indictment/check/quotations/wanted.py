"""A quotation as it is written -> what must stand in the exhibit.

In the legal manner: "…" leaves words out, "[t]he" changes letters, "[the Minister]" stands for
other words, "[sic]" is the drafter's own.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from indictment.check.passages import OPAQUE
from indictment.check.quotations.words import plain
from indictment.value import dataclass

_LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]|…|\.(?:\s?\.){2,3}|\*(?:\s?\*){2}")
_BRACKET = re.compile(r"(\w*)\[([^\[\]]*)\](\w*)")
_OWN = re.compile(
    r"\s*(?:sic[!.]?|recte.*|emphasis .*|(?:foot|end)?notes? omitted|citations? omitted|"
    r"internal .* omitted)\s*",
    re.IGNORECASE,
)
_WIDEST_GAP = 15
"""Words of the exhibit for which one bracket may stand."""
_LETTERS = 3
"""Letters of the exhibit that brackets inside a word may replace."""


@dataclass(frozen=True)
class Fragment:
    """Words that stand together. A piece is a word, or a pattern where brackets stand."""

    pieces: tuple[tuple[str, bool], ...]
    """Each with whether it is a pattern."""
    written: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that are not in brackets."""
        return tuple(piece for piece, is_pattern in self.pieces if not is_pattern)

    @cached_property
    def is_literal(self) -> bool:
        """True where no word is in brackets."""
        return not any(is_pattern for _, is_pattern in self.pieces)

    @cached_property
    def spaced(self) -> str:
        """The words with a space around each; without brackets, this must stand in the exhibit."""
        return " " + "".join(f"{word} " for word in self.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What must match the spaced words of the exhibit."""
        return re.compile(" " + "".join(p if is_p else f"{re.escape(p)} " for p, is_p in self.pieces))  # fmt: skip


def fragments(quoted: str) -> tuple[Fragment, ...]:
    """What must stand in the exhibit, in this order. Empty where nothing is left that can be sought."""
    made = (
        Fragment(tuple(_pieces(part)), " ".join(part.split())) for part in _LEFT_OUT.split(quoted)
    )
    return tuple(fragment for fragment in made if fragment.words)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    # where the tool printed a name or a number the exhibit may have another form of it
    text = text.replace(OPAQUE, " [name] ")
    at = 0
    for found in _BRACKET.finditer(text):
        before, inner, after = found.groups()
        if before and _is_gap(inner):
            # "the order[s of the day]" is rare; "word[note omitted]" is not: the word stands as it is
            before, start = "", found.start(2) - 1
        else:
            start = found.start()
        yield from ((word, False) for word in plain(text[at:start]))
        at = found.end()
        if _OWN.fullmatch(inner):
            yield from ((word, False) for word in plain(before + after))
        elif before or (after and not _is_gap(inner)):
            yield _changed(before, after), True
        else:
            yield f"(?:[^ ]+ ){{0,{_WIDEST_GAP}}}?", True
            yield from ((word, False) for word in plain(after))
    yield from ((word, False) for word in plain(text[at:]))


def _is_gap(inner: str) -> bool:
    return " " in inner.strip() or bool(_OWN.fullmatch(inner))


def _changed(before: str, after: str) -> str:
    """A word of which some letters were changed: "[t]he", "State[s]", "wom[e]n"."""
    front = "".join(plain(before))
    back = "".join(plain(after))
    return f"{re.escape(front)}[^ ]{{0,{_LETTERS}}}{re.escape(back)} "
