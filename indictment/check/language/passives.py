"""A sentence -> its passives in the past, each with whether the sentence says who acted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.agents import has_by, is_on_orders
from indictment.check.language.auxiliaries import heads, is_adverb, particle
from indictment.check.language.states import is_person, is_state, may_be_state
from indictment.check.language.verbs import (
    ACTIVE,
    INTRANSITIVE,
    TRANSITIVE,
    UNAMBIGUOUS,
)
from indictment.check.language.verbs import is_participle as is_participle

_BREAK = Exact(
    r"""[;:—–]|,?\s\b(?:which|who|whom|whose|where|when|while|whereupon|(?:after|before)(?!\s(?:him|her|them|us)\b)(?!\s(?:the|an?|his|her|their)\s(?:\w+\s){1,3}by\b)(?!\s(?:(?:the|his|her|their|this|that|an?|two|three|some|\d+)\s)?\w+(?:,|\sand\b|\.|$))|because|since|so\sthat|as\sif|but|until|although|though|if)\b
        |,?\sand\s(?=(?:the|a|an|his|her|its|their|he|she|it|they|this|that|those|these|some|no|one|two|three|\d+|[A-Z\ufffc])\b)
        |,\s(?=(?:\ufffc|he|she|it|they)\b)|\(""",
    re.VERBOSE,
)
_AND = Exact(
    r"(?:,|\b(?:and|or|but|then|nor)(?:,[^,.;]{1,40},)?)\s(?:(?:then|later|also|not|never|there|finally|afterwards|subsequently|immediately|even|in turn|either|both|thereafter|eventually|thereupon|once|twice|at last|in the end|some|\w+ly)\s)*(?P<word>[a-z][a-z-]*)\b"
)
_GOES_ON = Exact(
    r"(?:,|[^,.;]{0,60}?,?\s(?:and|or|but))\s(?:\w+ly\s|then\s|finally\s)?\w+(?:ed|en|n|t|ld|de|de)\b"
)
_BOTH = listed("made told left kept held read lost called signed attended received declared tried")
_GAPPED = Exact(
    r"""[^.;:—(]{0,80}?(?:,|\band)\s(?P<subject>(?:(?:the|a|an|his|her|its|their|two|three|four|five|six|seven|eight|nine|ten|several|some|many|others|all|both|\d+)\s)?
        (?:(?!was\b|were\b|had\b|then\b|later\b|who\b|which\b|and\b|or\b)[\w'’-]+\s){1,4}?)(?:then\s|later\s|finally\s|\w+ly\s)?(?P<word>[a-z]+(?:-[a-z]+)?)
        (?P<particle>\s(?:up|down|out|off|away|over|back|together|alight|ablaze|on\sfire|apart|shut|open))?
        (?=[.,;]|$|\s_|\s(?:from|to|into|onto|over|among|between|in|at|on|with|along|across|through|under|behind|against|as|for|and|before|after|while|by)\b)""",
    re.VERBOSE,
)  # fmt: skip
_ACTORS = AnyCase(
    r"\b(?:soldiers|guards|officers|policemen|police|men|gunmen|fighters|troops|members|boys|crew|driver|drivers|agents|\ufffc|who|commander|captain|others|he|she|they|it)\s$"
)
_OBJECT = Exact(
    r"\s(?:(?:the|a|an|his|her|its|their|him|them|it|that|this|these|those|two|three)\b|for\s(?!(?:\w+\s){0,3}(?:days?|weeks?|hours?|months?|years?|nights?|minutes|ransom|sale|dead|questioning|labour)\b)|\ufffc|_|\d|[A-Z])"
)
_BREAK_BEFORE = Exact(
    r"[;:—–(]|,?\s(?:when|while|where|after|before|because|but|although|though)\s|,?\sand\s(?=(?:the|a|an|his|her|its|their|he|she|it|they|no|[A-Z\ufffc])\b)"
)
_GOES_WITH = Exact(r"(?:,|\b(?:and|or|but|then))(?:\s(?:then|later|also|there|\w+ly))?$")
_BY_WHOM = Exact(r"\bby\s(?:whom|which)\b[^,;]*$")


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
    found = list(heads(text))
    ends = [*(begin for begin, _, _ in found[1:]), len(text)]
    subject = ""
    for (begin, end, word), upto in zip(found, ends, strict=False):
        series = [(begin, end, word), *_series(text, end, upto)]
        before = _before(text, begin)
        subject = subject if subject and _GOES_WITH.search(before) else before
        after = _up_to_break(text[series[-1][1] : upto])
        is_ordered = bool(_BY_WHOM.search(before)) or any(
            is_on_orders(words) for words in (before, text[begin:end], after)
        )
        agents = _agents(text, series, after)
        are_states = False
        for number, (first, last, participle) in enumerate(series):
            complement = text[_after(text, first, participle) : upto]
            are_states = is_state(participle, complement, subject) and (not number or are_states)
            has_agent = is_ordered or agents[number]
            yield Passive(first, last, participle, subject, are_states, has_agent)
            if agents[number] and not any(agents[number + 1 :]):
                break  # "was wounded by a guard and asked for a doctor"
        else:
            if not is_ordered:
                yield from _gapped(text, series[-1][1], upto)


def _after(text: str, begin: int, participle: str) -> int:
    """Where the participle ends, without its particle."""
    return text.lower().index(participle, begin) + len(participle)


def _gapped(text: str, end: int, upto: int) -> Iterator[Passive]:
    """The passives of other subjects that go without "was": "and their papers taken away"."""
    while (found := _GAPPED.match(text, end, upto)) and _may_gap(found):
        end = found.end("particle") if found["particle"] else found.end("word")
        if _has_by(_up_to_break(text[end:upto])):
            return
        yield Passive(found.start("word"), end, found["word"], found["subject"], False, False)


def _may_gap(found: re.Match[str]) -> bool:
    """True of a participle; of one that may be a past tense, only if the subject does not act itself."""
    word = found["word"].removeprefix("re-")
    if word in UNAMBIGUOUS:
        return True
    is_done = (
        word.endswith("ed") and word not in INTRANSITIVE and not is_person(found["subject"].strip())
    )
    if word not in TRANSITIVE and not (is_done and is_participle(word) and not may_be_state(word)):
        return False
    return (word not in ACTIVE or bool(found["particle"])) and not _ACTORS.search(found["subject"])


def _agents(text: str, series: list[tuple[int, int, str]], after: str) -> list[bool]:
    """For each of a series whether "by" says who acted; the last one's agent is that of all before it.

    "Was prepared and signed by a guard" has one agent, "was brought in by guards and beaten" too.
    """
    own = [text[last:first] for (_, last, _), (first, _, _) in pairwise(series)]
    found = [_has_by(words) for words in (*own, after)]
    return [any(found[number:]) for number in range(len(found))]


def _series(text: str, end: int, upto: int) -> Iterator[tuple[int, int, str]]:
    """The participles that go on with the same "was": "was stripped, beaten and left there"."""
    while found := _next(text, end, upto):
        yield found
        end = found[1]


def _next(text: str, end: int, upto: int) -> tuple[int, int, str] | None:
    until = _BREAK.search(text, end, upto)
    for found in _AND.finditer(text, end, min(until.start() if until else upto, end + 110)):
        word = found["word"]
        after = found.end("word")
        if word in ACTIVE and word not in _BOTH:
            return None
        is_listed = text[found.start()] != "," or _GOES_ON.match(text, after)
        if not is_listed or not is_participle(word) or may_be_state(word):
            continue
        its = particle(text, word, after)
        if word not in UNAMBIGUOUS and not its and _OBJECT.match(text, after):
            return None
        last = min(its.end() if its else after, upto)
        return found.start("word"), last, word
    return None


def _before(text: str, begin: int) -> str:
    """The clause up to its verb."""
    last = 0
    for found in _BREAK_BEFORE.finditer(text, 0, begin):
        last = found.end()
    return text[last:begin].strip()


def _up_to_break(clause: str) -> str:
    found = _BREAK.search(clause)
    return clause[: found.start()] if found else clause


def _has_by(words: str) -> bool:
    return has_by(words, _is_of_another)


def _is_of_another(ahead: str) -> bool:
    """True where "by" stands behind another participle: "in a lorry driven by"; not in "kept informed by"."""
    words = [word for word in ahead.split() if not is_adverb(word)]
    return len(words) > 1 and is_participle(words[-1])
