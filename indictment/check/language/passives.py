"""A sentence -> its passives in the past, each with whether the sentence says who acted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indictment.check.language import AnyCase, listed
from indictment.check.language.verbs import (
    ACTIVE,
    ACTS_ON_PERSONS,
    ADVERBS,
    IRREGULAR,
    MOVES,
    NO_PARTICIPLE,
    STATE_BY_COMPLEMENT,
    STATES,
    UNAMBIGUOUS,
)

_BE = AnyCase(
    r"""\b(?:(?:had|has|have|having)(?:n['’]t)?\s(?:(?:\w+\s){0,2}|,[^,.;]{1,50},\s)been(?:\sbeing)?
        | (?:was|were)(?:n['’]t)?(?:\s(?:not\s|also\s|still\s|then\s|\w+ly\s)*being)?)(?:,[^,.;]{1,50},)?\s"""
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_MODAL = re.compile(
    r"\b(?:could|would|might|should|may|must|can|will)(?:\s(?:not|never|also|only))?\s$"
)
_BETWEEN = re.compile(
    r"(?:(?:at once|at last|at length|by then|by now|in turn|in fact|in part|in the end|in haste|in secret|one by one|one after another|once again|once more|of course|as a result|there and then|on the spot|at gunpoint|neither|either)\s"
    r"|(?:that|the same|the next|the following)\s(?:day|night|morning|evening|afternoon|week)\s"
    r"|(?:on|at|in|for|by|from|without|within|after|before|during)\s(?:[\w:]+\s){0,3}?(?:days?|hours?|nights?|weeks?|months?|time|occasions?|once|[12]\d{3}|January|February|March|April|May|June|July|August|September|October|November|December)\s)"
)
_PARTICLE = re.compile(
    r"\s(?:up|down|out|off|away|over|through|aside|back|together|in(?!\s(?:the|a|an|his|her|its|their|cash|\d|[A-Z]|\w+ly)\b)(?=[\s.,;](?:and|by|to|$|at|from|on)?)|on fire|alight|to death)\b"
)
_MADE_TO = re.compile(r"\sto\s(?!the\b|a\b|an\b|his\b|her\b|their\b)[a-z]+\b")
_MADE = frozenset({"made", "forced", "compelled", "obliged", "required"})
_BY = re.compile(r"\bby\s+(?P<what>\S+(?:\s+\S+)?(?:\s+\S+)?)")
_NO_AGENT = re.compile(
    r"""(?:\w+ing\b(?<!\bbuilding)(?<!\bmeeting)(?<!\bking)
        | (?:the\s)?(?:then|now|noon|midday|midnight|dawn|dusk|nightfall|evening|morning|night|end|middle|beginning|time|date|day|next|following|early|late|mid)\b
        | (?:about|around|approximately|some|early|late|mid|nearly)?\s?\d | (?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b
        | (?:armed\s|physical\s|brute\s)?(?:force|air|sea|land|rail|road|train|bus|car|lorry|truck|boat|ship|ferry|helicopter|aircraft|plane|van|tractor|cart|barge|foot|hand|telephone|phone|letter|radio|e-?mail|post|wire|fax|telegram|courier|cheque|check|cash|mistake|accident|chance|name|surprise|way|means|virtue|reason|reference|law|right|consent|lot|rank|age|sex|weight|half|degrees|turns|themselves|himself|herself|itself|themselves|default|agreement|rote|heart|instalments)\b
        | (?:\w+\s){0,2}(?:means|route|road|path|train|bus|lorry|lorries|trucks?|vans?|boats?|ships?|planes?|helicopters?|wagons?|carts?|telegrams?|courier|post|rope|cable|night|day|torchlight|candlelight|lamplight|methods?|trick|stealth|ruse|fraud|threats?|blackmail|candle)\b(?=\s*(?:$|[.,;]|(?:to|from|on|in|at|and|over|across|through|that|under|with)\b))
        | (?:that|this|which)\s(?:time|date|day|evening|morning|night|point|stage|hour|means|way|method|route|order|account)\b
        | (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:o['’]clock|in\sthe)
        | (?:sunset|sunrise|daylight|daybreak|Christmas|Easter|summer|autumn|winter|spring|lunchtime|breakfast|bayonet|knife|axe|hammer|pistol)\b
        | the\s(?:light|hundred|dozen|day|hour|score|thousand|cartload|lorryload)\b
        | (?:the|a|an|his|her|their)\s(?:hair|throat|arm|arms|neck|hands?|legs?|feet|collar|ankles?|wrists?|hundreds?|thousands?|dozens?|window|door|side|river|road|wall|gate|roadside|entrance|evening|morning|end|time|following|next|same)\b
        | (?:(?:an?|the|two|three|several|single|artillery|mortar|rifle|machine-gun|sniper|heavy|small-arms|electric|repeated)\s){0,2}(?:shots?|bullets?|gunfire|shelling|beatings?|electricity|shocks?|fire|blows?|strangulation|starvation|suffocation|hanging|explosives?|explosion|blast|shells?|stabbing|poison|gas|drowning|burning)\b(?!\s(?:from|of|by)\s)
        | (?:hundreds|thousands|dozens|scores|two|three|four)\b\s?(?:$|[,.;]|metres|per))""",
    re.VERBOSE,
)
_ORDERED = AnyCase(
    r"""\b(?:(?:on|upon|under|by|at|in|without|following|pursuant\sto|acting\son)\s(?:(?:[\w.-]+\s){0,3}?[\w.\ufffc]+['’]s?\s(?:\w+\s)?|(?:his|her)\s(?:\w+\s)?)(?:orders?|instructions?|commands?|directions?|behest|request|authority|insistence|word|leave|say-so)\b
        | \b(?:on|upon|under|by|at|following|pursuant\sto)\s(?:the\s|an?\s)?(?:\w+\s)?(?:orders?|instructions?|commands?|directions?|behest|request|authority|insistence)\sof\b
        | \bfrom\s\ufffc)"""
)
_BREAK = re.compile(
    r"""[;:—–]|,?\s\b(?:which|who|whom|whose|where|when|while|whereupon|after|before|because|since|so\sthat|as\sif|but|until|although|though|if)\b
        |,?\sand\s(?=(?:the|a|an|his|her|its|their|he|she|it|they|this|that|those|these|some|no|one|two|three|\d+|[A-Z\ufffc])\b)
        |,\s(?=(?:\ufffc|he|she|it|they)\b)|\(""",
    re.VERBOSE,
)
_AND = re.compile(
    r"(?:,|\b(?:and|or|but|then|nor))\s(?:(?:then|later|also|not|never|there|finally|afterwards|subsequently|immediately|even|in turn|either|both|\w+ly)\s)*(?P<word>[a-z][a-z-]*)\b"
)
_GOES_ON = re.compile(
    r"(?:,|[^,.;]{0,40}?,?\s(?:and|or|but))\s(?:\w+ly\s|then\s|finally\s)?\w+(?:ed|en|n|t|ld|de|de)\b"
)
_BOTH = listed("made told left kept held read lost called")
_GAPPED = re.compile(
    r"[^.;:—(]{0,60}?(?:,|\band)\s(?:the|a|an|his|her|its|their|two|three|four|five|\d+)\s(?:(?!was\b|were\b|had\b)[\w'’-]+\s){1,4}?(?P<word>[a-z]+(?:n|ed|nt)|torn|sunk|hung|done|shot|cut)\b(?=[.,;]|$|\s(?:from|to|into|onto|over|among|between|in|at|on|with|off|away|up|down|out|by)\b)"
)
_OBJECT = re.compile(
    r"\s(?:(?:the|a|an|his|her|its|their|him|them|it|that|this|these|those|two|three|for)\b|\ufffc|\d|[A-Z])"
)
_PERSON = re.compile(
    r"(?:\ufffc|\b(?:he|she|they|who|(?:pris|host|vict|wom|men\b|detain|civil|villag|inhab|resid|wound|guard|work|famil|child|girl|boy|mother|father|brother|sister|wi[fv]e|husband|son|daughter|patient|passenger|refugee|captive|inmate|student|bod(?:y|ies)|hand|eye|leg|arm|teacher|doctor|nurse|soldier|pensioner|trustee|witness)\w*|persons?|people|ones?|others|them|\d+|(?-i:[A-Z][a-z]+\s[A-Z][a-z]+)))(?:\s\([^)]*\))?,?$",
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
    ends = [*(begin for begin, _, _ in heads[1:]), len(text)]
    for (begin, end, word), upto in zip(heads, ends, strict=False):
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
            if not following_one and not has_agent:
                yield from _gapped(text, last, upto, subject)
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
        if _MODAL.search(text[: be.start()]):
            continue
        at = be.end()
        word = _WORD.match(text, at)
        steps = 0
        while word and steps < 3 and (_is_adverb(word[0]) or _BETWEEN.match(text, at)):
            aside = _BETWEEN.match(text, at)
            at = aside.end() if aside else word.end() + 1
            word = _WORD.match(text, at)
            steps += 1
        if word and is_participle(word[0]):
            particle = _particle(text, word[0], word.end())
            yield be.start(), particle.end() if particle else word.end(), word[0].lower()


def _particle(text: str, word: str, end: int) -> re.Match[str] | None:
    """What belongs to the participle: "up", "to kneel"."""
    return _PARTICLE.match(text, end) or (_MADE_TO.match(text, end) if word in _MADE else None)


def _is_adverb(word: str) -> bool:
    lower = word.lower()
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4)


def _gapped(text: str, end: int, upto: int, subject: str) -> Iterator[Passive]:
    """The passive of another subject that goes without "was": "and their papers taken away"."""
    found = _GAPPED.match(text, end, upto)
    if found and _may_gap(found["word"]) and not _has_by(_up_to_break(text[found.end() : upto])):
        yield Passive(found.start("word"), found.end("word"), found["word"], subject, False, False)


def _may_gap(word: str) -> bool:
    return is_participle(word) and word not in ACTIVE and word not in STATES and word not in MOVES


def _series(text: str, end: int, upto: int) -> Iterator[tuple[int, int, str]]:
    """The participles that go on with the same "was": "was stripped, beaten and left there"."""
    while found := _next(text, end, upto):
        yield found
        end = found[1]


def _next(text: str, end: int, upto: int) -> tuple[int, int, str] | None:
    until = _BREAK.search(text, end, upto)
    for found in _AND.finditer(text, end, min(until.start() if until else upto, end + 110)):
        word = found["word"]
        if word in ACTIVE and word not in _BOTH:
            return None
        is_listed = text[found.start()] != "," or _GOES_ON.match(text, found.end("word"))
        if (
            not is_listed
            or not is_participle(word)
            or (word in STATES and word not in ACTS_ON_PERSONS)
        ):
            continue
        if word not in UNAMBIGUOUS and _OBJECT.match(text, found.end("word")):
            return None
        particle = _particle(text, word, found.end("word"))
        last = min(particle.end() if particle else found.end("word"), upto)
        return found.start("word"), last, word
    return None


def _is_state(word: str, after: str, subject: str) -> bool:
    if any(word in words and state.match(after) for words, state in STATE_BY_COMPLEMENT):
        return True
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
    """True where "by" names who acted, not how or when, and belongs to no participle of its own."""
    for found in _BY.finditer(words):
        ahead = words[: found.start()].split()
        is_of_another = bool(ahead) and is_participle(ahead[-1]) and ahead[-1] not in ("used",)
        if not _NO_AGENT.match(found["what"]) and not is_of_another:
            return True
    return "at the hands of" in words
