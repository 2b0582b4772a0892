"""Three states of one paragraph -> one, by words; None where both sides changed the same ones."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from indictment.merge.series import Kind
from indictment.value import dataclass

_TOKEN = re.compile(
    r"""(?P<word>
        \{[#.a-z][^{}\n]*\}                         # an attribute line
      | \[[^\[\]]*@[^\[\]]*\](?:\{[^{}\n]*\})?      # a citation
      | \w+(?:(?:[-'’./]|(?<=\d),(?=\d))\w+)*(?:\(\w+\))*  # a word; a number with its tail: 7(1), 12.5
      | [^\w\s]
    )(?P<space>(?:[ \t]*\n[ \t]*>?|[^\S\n])*)       # the sign of a quotation goes with the line's end
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d+")
_REWRITTEN = 0.5
"""Below this likeness a paragraph was written anew: its words are not mixed with another's."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word and the white space behind it. What is compared is `key`: line ends do not count."""

    key: str
    text: str
    space: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """The tokens `begin` to `end` of the base were replaced by others of one side."""

    begin: int
    end: int
    new: tuple[Token, ...]


def tokens(text: str, kind: Kind) -> tuple[str, tuple[Token, ...]]:
    """White space at the beginning, and the words. The number typed before an item counts for nothing."""
    body = text.lstrip()
    found = [Token(m["word"], m["word"], m["space"]) for m in _TOKEN.finditer(body)]
    if kind == "item" and found and _NUMBER.fullmatch(found[0].key):
        found[0] = Token("1", found[0].text, found[0].space)
    return text[: len(text) - len(body)], tuple(found)


def likeness(one: Sequence[Token], other: Sequence[Token], least: float = 0) -> float:
    """How much of two paragraphs is the same, from 0 to 1; 0 where it is less than `least`."""
    return Indel.normalized_similarity(
        [t.key for t in one], [t.key for t in other], score_cutoff=least
    )


def same(one: str, other: str, kind: Kind) -> bool:
    """True where two texts differ in nothing but their lines."""
    return [t.key for t in tokens(one, kind)[1]] == [t.key for t in tokens(other, kind)[1]]


def merged(base: str, ours: str, theirs: str, kind: Kind) -> str | None:
    """The paragraph with the edits of both sides, None where they touch."""
    (lead, old), (our_lead, mine), (their_lead, yours) = (
        tokens(text, kind) for text in (base, ours, theirs)
    )
    our_edits, their_edits = _edits(old, mine), _edits(old, yours)
    if our_edits and their_edits and _written_anew(old, mine, yours):
        return None
    edits = _together(old, our_edits, their_edits)
    if edits is None:
        return None
    kept = _kept(old, _where(len(old), our_edits), mine, _where(len(old), their_edits), yours)
    made: list[Token] = []
    at = 0
    for edit in edits:
        made += (kept[n] for n in range(at, edit.begin))
        made += edit.new
        at = edit.end
    made += (kept[n] for n in range(at, len(old)))
    return one_of(lead, our_lead, their_lead) + _written(made)


def one_of(base: str, ours: str, theirs: str) -> str:
    """The one that was changed; ours where both were."""
    return ours if ours != base else theirs


def _written(made: list[Token]) -> str:
    text = ""
    for token in made:
        # Two words that no side has beside each other would run together.
        if text and text[-1].isalnum() and token.text[0].isalnum():
            text += " "
        text += token.text + token.space
    return text.rstrip()


def _written_anew(old: tuple[Token, ...], *sides: tuple[Token, ...]) -> bool:
    return any(likeness(old, side) < _REWRITTEN for side in sides)


Run = tuple[int, int, int, int]
"""Tokens of the old state, from and to, and those of the new one in their place."""


def changes(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """Where two states differ, in order; between two of them something stayed."""
    found: list[Run] = []
    for code in Indel.opcodes([t.key for t in old], [t.key for t in new]):
        if code.tag == "equal":
            continue
        begin, start = code.src_start, code.dest_start
        if found and found[-1][1] == begin and found[-1][3] == start:
            begin, _, start, _ = found.pop()
        found.append((begin, code.src_end, start, code.dest_end))
    return found


def _edits(old: tuple[Token, ...], new: tuple[Token, ...]) -> list[_Edit]:
    """What one side changed, in order."""
    return [_Edit(begin, end, new[start:stop]) for begin, end, start, stop in changes(old, new)]


def _together(old: tuple[Token, ...], ours: list[_Edit], theirs: list[_Edit]) -> list[_Edit] | None:
    """The edits of both sides in order, None where two of them touch and are not the same."""
    mine, yours = list(ours), list(theirs)
    made: list[_Edit] = []
    while mine and yours:
        a, b = mine[0], yours[0]
        if a.end < b.begin:
            made.append(mine.pop(0))
        elif b.end < a.begin:
            made.append(yours.pop(0))
        elif (a.begin, a.end) == (b.begin, b.end) and _keys(a) == _keys(b):
            made.append(mine.pop(0))
            yours.pop(0)
        else:
            return None
    return [*made, *mine, *yours]


def _keys(edit: _Edit) -> list[str]:
    return [token.key for token in edit.new]


def _where(length: int, edits: list[_Edit]) -> list[int]:
    """For each token of the base its position on one side, -1 where it is not there."""
    found, at, shift = [-1] * length, 0, 0
    for edit in [*edits, _Edit(length, length, ())]:
        for n in range(at, edit.begin):
            found[n] = n + shift
        shift += len(edit.new) - (edit.end - edit.begin)
        at = edit.end
    return found


def _kept(
    old: tuple[Token, ...],
    our_place: list[int],
    ours: tuple[Token, ...],
    their_place: list[int],
    theirs: tuple[Token, ...],
) -> list[Token]:
    """The words of the base that stay, with line ends as the side has them that changed them."""
    made = []
    for token, a, b in zip(old, our_place, their_place, strict=True):
        mine, yours = ours[a] if a >= 0 else token, theirs[b] if b >= 0 else token
        made.append(
            Token(
                token.key,
                one_of(token.text, mine.text, yours.text),
                one_of(token.space, mine.space, yours.space),
            )
        )
    return made
