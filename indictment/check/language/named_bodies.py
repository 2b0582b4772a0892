"""Where the words of a body stand: its head, read back to its article and on to what it is of."""

import re
from collections.abc import Iterator

from indictment.check.language import Exact, listed, lowered
from indictment.check.language.body_words import (
    ALONE,
    BARE_AHEAD,
    DETERMINERS,
    HEADS,
    NEEDS_RANK,
    NUMBERS,
    OF,
    SENIOR,
    STOP,
)
from indictment.check.language.subjects import is_verb

_WORD = Exact(r"(?<![\w'’])[a-z]+(?:[-'’][a-z]+)*")
_LAST = Exact(r"[^\s,]+(?=\s|,|$)")
_LINKS = listed("of in at within from for and the its his her their that this around behind under")
_GAPS = (" ", "' ", "’ ")
_LONGEST = 6
"""Words before a head that may be of it."""


def ends_of(text: str, end: int) -> list[int]:
    """Where the words of a body may end: behind its head, and behind each word that says of what."""
    of = OF.match(text, end)
    ends = [end]
    for found in _LAST.finditer(text, end + 1, of.end()) if of else ():
        word = found[0]
        if word in _LINKS:
            continue
        if word.endswith("ly") or word in STOP or (is_verb(word) and len(ends) > 1):
            break
        ends.append(found.end())
    return ends


def named_bodies(text: str) -> Iterator[tuple[int, int, str]]:
    """Each body: where its words stand, and which is its head."""
    words = list(_WORD.finditer(lowered(text)))
    for at, word in enumerate(words):
        head = word[0]
        if head not in HEADS:
            continue
        if (
            at + 1 < len(words)
            and words[at + 1][0] in HEADS
            and text[word.end() : words[at + 1].start()] == " "
        ):
            continue  # the group members
        begin = _begin(text, words, at)
        if begin is not None and _is_ranked(text[begin : word.end()], head):
            yield begin, word.end(), head


def _begin(text: str, words: list[re.Match[str]], at: int) -> int | None:
    """Where the words of a body begin, or None where it has neither an article nor stands alone."""
    begin = words[at].start()
    is_plain = True
    for back in range(at - 1, max(at - 1 - _LONGEST, -1), -1):
        word = words[back]
        if text[word.end() : begin] not in _GAPS:
            break
        if word[0] in NUMBERS:
            return None
        if word[0] in DETERMINERS:
            return word.start()
        if word[0] == "and":
            if not _joins(text, words, back):
                break
        elif word[0] in STOP:
            break
        else:
            is_plain = is_plain and (word[0] in SENIOR or text[word.start()].isupper())
        begin = word.start()
        if word[0].endswith(("'s", "’s", "s'", "s’")):
            return begin
    if re.search(r"\ufffc['’]s?\s$", text[:begin]):
        return text.rindex("\ufffc", 0, begin)
    if is_plain and words[at][0] in ALONE and BARE_AHEAD.search(text[:begin]):
        return begin
    return None


def _is_ranked(words: str, head: str) -> bool:
    """True unless it is "the figures", which may be of an account."""
    return head not in NEEDS_RANK or not SENIOR.isdisjoint(words.lower().split())


def _joins(text: str, words: list[re.Match[str]], back: int) -> bool:
    """True of "and" between two adjectives or two names: the political and military leadership."""
    ahead = words[back - 1] if back else None
    if ahead is None or ahead[0] in HEADS or text[ahead.end() : words[back].start()] != " ":
        return False
    return ahead[0] in SENIOR or text[ahead.start() : ahead.end()].isupper()
