"""A sentence -> the bodies without a face in it that act, decide or know: "the leadership", "management".

A body is found by its head, and the words before it are read backwards to its article. What the verb
must be depends on the body: of a regime any act, of a board no vote, of a brigade what it knew.
"""

import re
from collections.abc import Iterator

from indictment.check.language import keys, lowered
from indictment.check.language.body_words import (
    ACRONYM,
    ALONE,
    AUTHORITIES,
    BARE_AHEAD,
    BY_VOTE,
    CORPORATE,
    DETERMINERS,
    DONE_BY,
    FACELESS,
    FORMAL,
    GUILT,
    HEADS,
    IN_OFFICE,
    KNEW,
    LEADERS,
    NEEDS_RANK,
    NEUTRAL,
    NUMBERS,
    OF,
    OF_BODIES,
    OF_UNITS,
    OFFICIAL,
    OUTSIDE,
    PLAINLY_GUILTY,
    RANK_AND_FILE,
    SENIOR,
    STOP,
    THOSE,
    UNITS,
    WILLED,
)
from indictment.check.language.passives import is_participle
from indictment.check.language.subjects import (
    HEDGED,
    NAMED_AFTER,
    PREPOSITION,
    SPELLED,
    SUFFERS,
    TAKES,
    VERB,
    acts,
    is_agent,
    is_subject,
    is_verb,
)

_WORD = re.compile(r"(?<![\w'’])[a-z]+(?:[-'’][a-z]+)*")
_HEDGED = re.compile(HEDGED.removesuffix("?"))
_LAST = re.compile(r"[^\s,]+(?=\s|,|$)")
_OF_THOSE = {"thos", "powe", "pres", "conc", "invo"}
_LINKS = frozenset(
    [
        "of",
        "in",
        "at",
        "within",
        "from",
        "for",
        "and",
        "the",
        "its",
        "his",
        "her",
        "their",
        "that",
        "this",
        "around",
        "behind",
        "under",
    ]
)
_GAPS = (" ", "' ", "’ ")
_LONGEST = 6
"""Words before a head that may be of it."""


def bodies(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand."""
    for found in ACRONYM.finditer(text):
        if KNEW.match(text, found.end()) and is_subject(text, found.start()):
            yield found.span()
    here = keys(text)
    if OF_BODIES.isdisjoint(here):
        return
    if not here.isdisjoint(_OF_THOSE):
        for found in THOSE.finditer(text):
            for last in _ends(text, found.end()):
                if _stands_for_persons(text, found.start(), last, "leaders", is_unit=False):
                    yield found.start(), last
                    break
    for begin, end, head in _named(text):
        ends = _ends(text, end)
        whole = text[begin : ends[-1]]
        if OUTSIDE.search(text[begin:end]) or any(
            NAMED_AFTER.match(text, each) or SPELLED.match(text, each) for each in ends
        ):
            continue
        is_unit = head in UNITS or (head in RANK_AND_FILE and OF_UNITS.search(whole) is not None)
        for last in ends:
            if _stands_for_persons(text, begin, last, head, is_unit=is_unit):
                yield begin, last
                break


def _ends(text: str, end: int) -> list[int]:
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


def _named(text: str) -> Iterator[tuple[int, int, str]]:
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


def _stands_for_persons(text: str, begin: int, end: int, head: str, *, is_unit: bool) -> bool:
    if is_agent(text, begin):
        return _is_doer(text[:begin], head, is_unit=is_unit)
    if not is_subject(text, begin) or TAKES.search(text[:begin]):
        return False
    if KNEW.match(text, end):
        return True
    if is_unit or (head in AUTHORITIES and _said(text, end) in OFFICIAL):
        return False
    if WILLED.match(text, end):
        return head not in FORMAL or "ordered" in text[end : end + 30]
    if head in FACELESS:
        return acts(text, begin, end)
    if head in NEUTRAL:
        return _said(text, end) in PLAINLY_GUILTY
    return GUILT.match(text, end) is not None or _does(text, begin, end, head)


def _is_doer(ahead: str, head: str, *, is_unit: bool) -> bool:
    """True where a deed is said to be done by a body: not where it gives an office."""
    if not ahead.endswith("by "):
        return head in FACELESS
    return not is_unit and head in FACELESS | LEADERS and DONE_BY.search(ahead) is not None


def _said(text: str, end: int) -> str:
    """The verb of which the body is the subject, without its auxiliary."""
    verb = VERB.match(text, end)
    hedged = verb and _HEDGED.match(text, verb.start("verb"))
    if hedged:
        after = VERB.match(text, hedged.end() - 1)
        if after and (is_participle(after["verb"]) or is_verb(after["verb"])):
            return after["verb"]
    return verb["verb"] if verb else ""


def _as_such(head: str) -> frozenset[str]:
    """The verbs of which a body is the subject as such."""
    if head in FORMAL:
        return CORPORATE
    return IN_OFFICE if head in LEADERS else BY_VOTE


def _does(text: str, begin: int, end: int, head: str) -> bool:
    """True where a body does what its members do, not what only a body can do: it does not vote."""
    verb = _said(text, end)
    is_deed = is_verb(verb) and verb not in _as_such(head)
    if not is_deed or PREPOSITION.search(text[:begin]):
        return False
    return not SUFFERS.match(text, end)
