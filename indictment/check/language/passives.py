"""A sentence -> its passives in the past, each with whether the sentence says who acted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indictment.check.language.verbs import (
    ACTIVE,
    ACTS_ON_PERSONS,
    ADVERBS,
    IRREGULAR,
    NO_PARTICIPLE,
    STATES,
    UNAMBIGUOUS,
)

_BE = re.compile(
    r"""\b(?:(?:had|has|have|having)(?:n['’]t)?\s(?:(?:\w+\s){0,2}|,[^,.;]{1,50},\s)been(?:\sbeing)?
        | (?:was|were)(?:n['’]t)?(?:\s(?:not\s|also\s|still\s|then\s|\w+ly\s)*being)?
        | (?:after|before|while|without|when|on|upon|despite)\sbeing
        | (?:got|gets))(?:,[^,.;]{1,50},)?\s""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_PARTICLE = re.compile(
    r"\s(?:up|down|out|off|away|over|through|aside|back|together|in|on fire|on foot|into effect|to death"
    r"|to (?!the\b|a\b|an\b|his\b|her\b|their\b)(?:[a-z]+)(?=[\s,.;]))\b"
)
_BY = re.compile(r"\bby\s+(?P<what>\S+(?:\s+\S+)?(?:\s+\S+)?)")
_NO_AGENT = re.compile(
    r"""(?:\w+ing\b(?<!\bbuilding)(?<!\bmeeting)(?<!\bking)
        | (?:the\s)?(?:then|now|noon|midday|midnight|dawn|dusk|nightfall|evening|morning|night|end|middle|beginning|time|date|day|next|following|early|late|mid)\b
        | (?:about|around|approximately|some|early|late|mid|nearly)?\s?\d | (?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b
        | (?:armed\s|physical\s|brute\s)?(?:force|air|sea|land|rail|road|train|bus|car|lorry|truck|boat|ship|ferry|helicopter|aircraft|plane|van|tractor|cart|barge|foot|hand|telephone|phone|letter|radio|e-?mail|post|wire|fax|telegram|courier|cheque|check|cash|mistake|accident|chance|name|surprise|way|means|virtue|reason|reference|law|right|consent|lot|rank|age|sex|weight|half|degrees|turns|themselves|himself|herself|itself|themselves|default|agreement|rote|heart|instalments)\b
        | (?:the|a|an|his|her|their)\s(?:hair|throat|arm|arms|neck|hands?|legs?|feet|collar|ankles?|wrists?|hundreds?|thousands?|dozens?|window|door|side|river|road|wall|gate|roadside|entrance|evening|morning|end|time|following|next|same)\b
        | (?:a\s)?(?:shots?|bullets?|gunfire|shelling|beatings?|electric|fire|blows|strangulation|starvation|suffocation|hanging|explosives?|stabbing)\b(?!\s(?:from|of|by)\s)
        | (?:hundreds|thousands|dozens|scores|two|three|four)\b\s?(?:$|[,.;]|metres|per))""",
    re.VERBOSE,
)
_ORDERED = re.compile(
    r"""\b(?:(?:on|upon|under|by|at|in|following|pursuant\sto|acting\son)\s(?:(?:[\w.-]+\s){0,3}?[\w.\ufffc]+['’]s?\s(?:\w+\s)?|(?:his|her)\s(?:\w+\s)?)(?:orders?|instructions?|commands?|directions?|behest|request|authority|insistence)\b
        | \b(?:on|upon|under|by|at|following|pursuant\sto)\s(?:the\s|an?\s)?(?:\w+\s)?(?:orders?|instructions?|commands?|directions?|behest|request|authority|insistence)\sof\b
        | \bfrom\s\ufffc)""",
    re.VERBOSE | re.IGNORECASE,
)
_BREAK = re.compile(
    r"""[;:—–]|,?\s\b(?:which|who|whom|whose|where|when|while|whereupon|after|before|because|since|so\sthat|as\sif|but|until|although|though|if)\b
        |,?\sand\s(?=(?:the|a|an|his|her|its|their|he|she|it|they|this|that|those|these|some|no|one|two|three|\d+|[A-Z\ufffc])\b)
        |,\s(?=(?:\ufffc|he|she|it|they)\b)|\(""",
    re.VERBOSE,
)
_AND = re.compile(
    r"[^.;:—(]{0,70}?(?:,|\b(?:and|or|but|then|nor))\s(?:(?:then|later|also|not|never|there|finally|afterwards|subsequently|immediately|even|in turn|either|\w+ly)\s)*(?P<word>[a-z][a-z-]*)\b"
)
_OBJECT = re.compile(
    r"\s(?:the|a|an|his|her|its|their|him|them|it|that|this|these|those|two|three|for|\ufffc|\d|[A-Z])"
)


_PERSON = re.compile(
    r"(?:\ufffc|\b(?:he|she|they|who|(?:pris|host|vict|wom|m|detain|civil|villag|inhab|resid|wound|guard|work|famil|child|girl|boy|mother|father|brother|sister|wi[fv]e|husband|son|daughter|patient|passenger|refugee|captive|inmate|student|teacher|doctor|nurse|soldier|pensioner|trustee|witness)\w*|persons?|people|ones?|others|them|\d+|[A-Z][a-z]+\s[A-Z][a-z]+))(?:\s\([^)]*\))?,?$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:\s\w+ly)?\s(?:on\s(?:the\s)?\d|at\s(?:about\s)?\d|from\s|to\s|into\s|onto\s|that\s(?:day|night|evening)|away|off|up\b|out\b|within\s|behind\b|in\s(?:January|February|March|April|May|June|July|August|September|October|November|December|early|late))"
)


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive: from "was" to its participle, and how the sentence goes on.

    `subject` are the words before it in its clause. `is_state` is true where it says how something
    is. `has_agent` is true where the sentence says who acted.
    """

    begin: int
    end: int
    participle: str
    subject: str
    is_state: bool
    has_agent: bool


def passives(text: str) -> Iterator[Passive]:
    """The passives in the past of a sentence, in order; the second of a pair as well."""
    heads = list(_heads(text))
    for (begin, end, word), following in pairwise([*heads, None]):
        upto = following[0] if following else len(text)
        series = [(begin, end, word), *_series(text, end, upto)]
        subject = _before(text, begin)
        ordered = _ORDERED.search(subject) is not None
        ordered = ordered or _ORDERED.search(_up_to_break(text[series[-1][1] : upto])) is not None
        for number, (first, last, participle) in enumerate(series):
            following_one = series[number + 1 :]
            rest = _up_to_break(text[last:upto])
            own = text[last : following_one[0][0]] if following_one else rest
            has_agent = ordered or _has_by(own) or _has_by(rest)
            is_state = not number and _is_state(participle, text[last:upto], subject)
            yield Passive(first, last, participle, subject, is_state, has_agent)
            if _has_by(own):
                break  # "was wounded by a guard and asked for a doctor"


def is_participle(word: str) -> bool:
    """True of a word that may be a past participle."""
    lower = word.lower()
    if lower in NO_PARTICIPLE:
        return False
    return (
        lower in IRREGULAR
        or (lower.endswith("ed") and len(lower) > 3)
        or ("-" in lower and is_participle(lower.rpartition("-")[2]))
    )


def _heads(text: str) -> Iterator[tuple[int, int, str]]:
    for be in _BE.finditer(text):
        at = be.end()
        word = _WORD.match(text, at)
        steps = 0
        while word and steps < 3 and _is_adverb(word[0]):
            at = word.end() + 1
            word = _WORD.match(text, at)
            steps += 1
        if word and is_participle(word[0]):
            particle = _PARTICLE.match(text, word.end())
            yield be.start(), particle.end() if particle else word.end(), word[0].lower()


def _is_adverb(word: str) -> bool:
    lower = word.lower()
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4)


def _series(text: str, end: int, upto: int) -> Iterator[tuple[int, int, str]]:
    """The participles that go on with the same "was": "was stripped, beaten and left there"."""
    while found := _next(text, end, upto):
        yield found
        end = found[1]


def _next(text: str, end: int, upto: int) -> tuple[int, int, str] | None:
    found = _AND.match(text, end, upto)
    if not found or _BREAK.search(text, end, found.start("word")):
        return None
    word = found["word"]
    if (
        not is_participle(word)
        or word in ACTIVE
        and word not in ("made", "told", "left", "kept", "held", "read", "lost", "called")
    ):
        return None
    if word in STATES and word not in ACTS_ON_PERSONS:
        return None
    if word not in UNAMBIGUOUS and _OBJECT.match(text, found.end("word")):
        return None
    particle = _PARTICLE.match(text, found.end("word"))
    return found.start("word"), min(particle.end() if particle else found.end("word"), upto), word


def _is_state(word: str, after: str, subject: str) -> bool:
    if word not in STATES:
        return False
    if word in ACTS_ON_PERSONS:
        return _PERSON.search(subject) is None and _WHEN.match(after) is None
    return True


def _before(text: str, begin: int) -> str:
    """The clause up to its verb."""
    last = 0
    for found in re.finditer(r"[;:—–(]|,?\s(?:when|while|where|after|before|because|but)\s|,?\sand\s(?=(?:the|a|an|his|her|its|their|he|she|it|they|no|[A-Z\ufffc])\b)", text[:begin]):  # fmt: skip
        last = found.end()
    return text[last:begin].strip()


def _up_to_break(clause: str) -> str:
    found = _BREAK.search(clause)
    return clause[: found.start()] if found else clause


def _has_by(words: str) -> bool:
    """True where "by" names who acted, not how or when."""
    return any(not _NO_AGENT.match(found["what"]) for found in _BY.finditer(words)) or bool(
        re.search(r"\bat the hands of\b", words)
    )
