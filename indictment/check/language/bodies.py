"""A sentence -> the bodies without a face in it that act, decide or know: "the leadership", "management".

A body is found by its head, and the words before it are read backwards to its article. What the verb
must be depends on the body: of a regime any act, of a board no vote, of a brigade what it knew.
"""

from collections.abc import Iterator

from indictment.check.language import Exact, keys
from indictment.check.language.body_words import (
    ACRONYM,
    BY_VOTE,
    CAPITALS,
    DONE_BY,
    FACELESS,
    FORMAL,
    GUILT,
    IN_OFFICE,
    KNEW,
    LEADERS,
    NEUTRAL,
    OF_BODIES,
    OF_UNITS,
    OUTSIDE,
    PLAINLY_GUILTY,
    RANK_AND_FILE,
    THOSE,
    UNITS,
    WILLED,
)
from indictment.check.language.competence import (
    AUTHORITIES,
    BY_MIND,
    IGNORANT,
    IN_SESSION,
    INSTRUMENT,
    MET,
    OFFICIAL,
    UNWORTHY,
)
from indictment.check.language.named_bodies import ends_of, named_bodies
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

_HEDGED = Exact(HEDGED.removesuffix("?"))
_OF_THOSE = {"thos", "powe", "pres", "conc", "invo", "occu", "enem", "ruli", "pupp"}


def bodies(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand."""
    for found in ACRONYM.finditer(text) if CAPITALS.search(text) else ():
        if KNEW.match(text, found.end()) and is_subject(text, found.start()):
            yield found.span()
    here = keys(text)
    if OF_BODIES.isdisjoint(here):
        return
    if not here.isdisjoint(_OF_THOSE):
        for found in THOSE.finditer(text):
            for last in ends_of(text, found.end()):
                if _stands_for_persons(text, found.start(), last, "leaders", is_unit=False):
                    yield found.start(), last
                    break
    for begin, end, head in named_bodies(text):
        ends = ends_of(text, end)
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


def _stands_for_persons(text: str, begin: int, end: int, head: str, *, is_unit: bool) -> bool:
    if is_agent(text, begin):
        return _is_doer(text[:begin], head, is_unit=is_unit)
    if not is_subject(text, begin) or TAKES.search(text[:begin]):
        return False
    if IGNORANT.match(text, end) and head not in FACELESS | LEADERS:
        return False
    said = _said(text, end)
    if head not in FACELESS | LEADERS and said in BY_MIND and _is_in_session(text, end):
        return False
    if KNEW.match(text, end):
        return True
    if is_unit or (head in AUTHORITIES and said in OFFICIAL):
        return False
    if WILLED.match(text, end):
        return head not in FORMAL or "ordered" in text[end : end + 30]
    if head in FACELESS:
        return acts(text, begin, end)
    if head in NEUTRAL:
        return said in PLAINLY_GUILTY
    if MET.match(text, end):
        return True
    if head in FORMAL:
        return said in UNWORTHY
    return GUILT.match(text, end) is not None or _does(text, begin, end, head)


def _is_in_session(text: str, end: int) -> bool:
    """True where the clause says how a body decides, or decides what only a body can."""
    clause = text.find(";", end)
    return IN_SESSION.search(text, end, len(text) if clause < 0 else clause) is not None


def _is_doer(ahead: str, head: str, *, is_unit: bool) -> bool:
    """True where a deed is said to be done by a body: not where it gives an office."""
    if INSTRUMENT.search(ahead):
        return False
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


def _does(text: str, begin: int, end: int, head: str) -> bool:
    """True where a body does what its members do, not what only a body can do: it does not vote."""
    verb = _said(text, end)
    as_such = IN_OFFICE if head in LEADERS else BY_VOTE
    is_deed = is_verb(verb) and verb not in as_such
    if not is_deed or PREPOSITION.search(text[:begin]):
        return False
    return not SUFFERS.match(text, end)
