"""The acts that words tell of somebody: "on that order Kerrem set fire to the clinic" -> setting fire, to the clinic.

A passive tells of no one, and so does a participle behind a noun ("the men arrested in May").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.doers import is_doer
from indictment.check.language.inflection import bases
from indictment.check.language.kinds import names
from indictment.check.language.verbs import ADVERBS, is_participle

_WORD = Exact(r"\ufffc|_+|[A-Za-z][\w'’-]*(?:\.(?=\w)\w+)*")
_BE = listed("was were been being be got is are get gets")
_HAVE = listed("had has have having")
_JOINS = listed("and or but then also")
_BEFORE_ING = listed(
    "by after before while when in for of from began started kept without then and on"
)
_LINKS = listed("the a an his her its their this that these those of in at on from with no any")
_PRONOUNS = listed("he she they who i we")
_INITIALS = Exact(r"(?:\b[A-Z]\.)+\s?$")
_CLAUSE = Exact(
    r"[;:—–]|,?\s\b(?:which|where|when|while|because|since|until|although|though|if|whose|whom|as)\b|\(|\)"
)
_SUBJECT = Exact(
    r"\ufffc|_|\b(?:[Hh]e|[Ss]he|[Tt]hey|who|Who)\b|\b[A-Z][a-z]+\b|\b[A-Z]{2,}\b|(?:\b[A-Z]\.){2}"
)
_NOT_DONE = AnyCase(
    r"\b(?:refus\w+|declin\w+|fail\w+|den(?:y|ied|ying)|fear\w+|threaten\w+|offer\w+|promis\w+|want\w*|wished|hoped|intended|nobody|no\sone|never|not|nor|without|someone|somebody|unknown|unidentified|(?:would|could|might|should|(?<!\d\s)may(?!\s\d)|can|will|must)(?!\sthen))\b[^,;:.]*$"
)
_PARTICLE = Exact(
    r"\b(?:up|down|out|off|away|over|into|in|on fire|open|fire|alight|ablaze|to death|dead|from|to|at|on|through|together)\b"
)
_AHEAD_OF_OBJECT = Exact(
    r"\s*(?:(?:fire|from\s(?:him|her|them|\ufffc)|up|down|out|off|away|over|open|dead|alight|ablaze|on\sfire|upon|\w+ly)\s)*(?:(?:to|at|on|through|into|for|upon)\s)?"
)
_OBJECT_END = Exact(
    r"[;:—]|\s(?:from|to|in|into|at|onto|by|with|for|before|after|until|without|under|near|outside|behind|across|through|over|during|as|that|which|who|when|while|where)\b|,?\s(?:and|then|but)\s(?:then\s)?\w+(?:ed|ing)\b"
)
_NOT_OBJECT = Exact(
    r"\s*(?:$|[.,;:]|(?:by|in|with|during|under|near|outside|behind|until|between|and|after|before|that|when|while|for\sthe)\b)"
)

_NOUN = AnyCase(
    r"(?:\ufffc|_|\b\w+),?\s(?:\w+ly\s)?(?:order|direct|demand|request|propos|approv|supervis|arrang|authori[sz]|plann|organi[sz]|carried\sout|oversaw|began|led|command)\w*\s(?:the|an?)\s(?:\w+\s)?(?P<noun>\w+)\sof\s(?P<onto>[^.;:]*)"
)
_NOUNS = {
    "destruction": "destroy", "removal": "remove", "seizure": "seize", "execution": "execute", "deportation": "deport",
    "detention": "detain", "payment": "pay", "demolition": "demolish", "expulsion": "expel", "eviction": "evict", "abduction": "abduct",
    "confiscation": "confiscate", "imprisonment": "imprison", "interrogation": "interrogate", "burial": "bury", "sale": "sell",
    "distribution": "distribute", "publication": "publish", "dismissal": "dismiss", "movement": "move", "evacuation": "evacuate",
    "bombardment": "bombard", "construction": "construct", "closure": "close", "division": "divide", "recruitment": "recruit",
}  # fmt: skip
"""Nouns of acts that do not look like their verb; "arrest", "search" and "killing" do."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act that somebody does: how the verb may be named, and the words for what it is done to.

    `is_ordered` is true of an infinitive: "told his men to burn the mill".
    """

    names: frozenset[str]
    onto: str
    is_ordered: bool


def told(text: str) -> Iterator[Told]:
    """The acts of which the words say who does, did or is to do them."""
    yield from _of_nouns(text)
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        if not at or not word[0].islower() or not _may_be_verb(word[0]):
            continue
        how = _how(text, words, at)
        if how is None or _NOT_DONE.search(_clause(text, word.start())):
            continue
        rest = text[word.end() :]
        ahead = _AHEAD_OF_OBJECT.match(rest)
        after = rest[ahead.end() :] if ahead else rest
        end = _OBJECT_END.search(" " + after)
        onto = (" " + after)[: end.start()] if end else after
        if how == "after a noun" and _NOT_OBJECT.match(rest):
            continue
        yield Told(_names(word[0], rest), onto.strip(), how == "infinitive")


def _of_nouns(text: str) -> Iterator[Told]:
    """The acts that somebody had done: "ordered the arrest of the clerk"."""
    for found in _NOUN.finditer(text):
        if not _NOT_DONE.search(_clause(text, found.start())):
            onto = _OBJECT_END.split(found["onto"], maxsplit=1)[0]
            base = _NOUNS.get(found["noun"], found["noun"])
            yield Told(names(base, ""), onto.strip(), True)


def _may_be_verb(word: str) -> bool:
    return word not in ADVERBS | _LINKS and (bases(word) != frozenset({word}) or len(word) > 2)


def _names(verb: str, rest: str) -> frozenset[str]:
    """Its names with each particle that follows, before or behind its object."""
    found = names(verb, "")
    for particle in _PARTICLE.finditer(rest[:60]):
        found |= names(verb, particle[0])
    return found


def _how(text: str, words: list[re.Match[str]], at: int) -> str | None:
    """How the word stands to one who acts: behind him, behind "and", an infinitive; nothing where it does not."""
    verb = words[at][0]
    before = at - 1
    while before > 0 and words[before][0].islower() and _is_adverb(words[before][0]):
        before -= 1
    prior = words[before]
    ahead = text[: words[before + 1].start()].rstrip()
    has_actor = bool(_SUBJECT.search(ahead)) or _has_person(words[: before + 1])
    if prior[0] == "to":
        return "infinitive" if has_actor and bases(verb) == frozenset({verb}) else None
    is_past = bases(verb) != frozenset({verb}) or verb in _SAME_IN_PAST
    if not is_past or not has_actor:
        return None
    if prior[0].lower() in _BE:
        return "behind" if verb.endswith("ing") and prior[0] in ("was", "were") else None
    if verb.endswith("ing"):
        return "and" if ahead.endswith(",") or prior[0].lower() in _BEFORE_ING else None
    if prior[0].lower() in _HAVE or prior[0].lower() in _PRONOUNS:
        return "behind"
    if ahead.endswith(",") or prior[0].lower() in _JOINS:
        return None if _is_passive_series(_clause(text, words[at].start())) else "and"
    if prior[0].lower() in _LINKS:
        return None
    if _INITIALS.search(ahead) or not prior[0].islower():
        return "behind"
    if _OF_OFFICE.search(ahead) and _PLAIN_OBJECT.match(text, words[at].end()):
        return "behind"
    is_first = _FIRST.fullmatch(ahead) is not None and prior[0] not in _FORCES
    return "after a noun" if is_first or is_doer(prior[0]) else None


_FIRST = Exact(r"(?:[^,]{1,40},\s)?(?:[Tt]he|An?|[Tt]wo|[Tt]hree|His|Her)\s\w+")
"""A noun that begins the sentence, with an object behind its verb: "The bosun chained the boys"."""
_OF_OFFICE = Exact(
    r"(?:\ufffc|\b[A-Z][\w.]+)\s(?:of|from|in)\s(?:the|that|this|his|her|their)\s(?:\w+\s)?\w+$"
)
_PLAIN_OBJECT = Exact(r"\s(?:the|an?|his|her|its|their|him|them|it|two|three|all|\ufffc|\d|[A-Z])")
"""Behind "Lieutenant Faid of that office" a verb with its object is what he did."""
_FORCES = listed(
    "fire shell shells bullet bullets bomb bombs mine mines blast storm wind rain flood wave frost explosion letter order report decree law note document message statement plan account list"
)
_SAME_IN_PAST = listed(
    "beat cut hit hurt put read shut set split spread cast shed thrust burst let rid broadcast"
)


def _is_adverb(word: str) -> bool:
    return word.lower() in ADVERBS - {"then"} or (word.endswith("ly") and len(word) > 4)


def _has_person(words: list[re.Match[str]]) -> bool:
    return any(is_doer(word[0]) for word in words)


def _clause(text: str, end: int) -> str:
    """The words of the clause up to `end`."""
    last = 0
    for found in _CLAUSE.finditer(text, 0, end):
        last = found.end()
    return text[last:end]


def _is_passive_series(clause: str) -> bool:
    """True where "was", with a participle and no new subject behind it, governs what follows: "was taken and"."""
    words = [word[0] for word in _WORD.finditer(clause)]
    last = max((at for at, word in enumerate(words) if word.lower() in _BE), default=None)
    if last is None:
        return False
    rest = words[last + 1 :]
    is_new = any(
        word in ("he", "she", "they", "\ufffc") or word[:1].isupper() for word in rest[-2:]
    )
    return any(is_participle(word) for word in rest[:3]) and not is_new
