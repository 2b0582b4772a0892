"""From "was" to its participle: "had, on the night of 3 May, been taken away"."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.verbs import ADVERBS, is_participle

_ASIDE = r"(?:,[^,.;]{1,50},)"
_BE = AnyCase(
    rf"""\b(?:(?:had|has|have|having)(?:n['’]t)?\s?(?:\s(?:\w+\s){{0,2}}|{_ASIDE}\s)been(?:\sbeing)?
        | (?:was|were)(?:n['’]t)?(?:\s(?:not\s|also\s|still\s|then\s|\w+ly\s)*being)?
        | (?<=after\s)being | (?<=before\s)being | (?<=without\s)being
        | would\s(?:\w+ly\s|often\s|then\s|sometimes\s|always\s){{0,2}}be
        | got | should\sbe){_ASIDE}?\s"""
)
_WORD = Exact(r"[A-Za-z][A-Za-z'’-]*")
_MODAL = Exact(r"\b(?:could|would|might|should|may|must|can|will)(?:\s(?:not|never|also|only))?\s$")
_GOT = listed(
    "beaten shot killed arrested hit robbed raped cut stabbed knocked thrown sent fired caught"
)
"""What somebody "got" is a passive; "got married" and "got dressed" are not."""
_SETTLED = AnyCase(
    r"\b(?:decided|resolved|agreed|determined|settled|ruled|stipulated|concluded)\b[^.;:]{0,40}\bthat\b[^.;:]*$"
)
_THOUGHT = AnyCase(r"\b(?:that|if|whether|unless|how|what|when|where|which|who|so)\b|\ufffc\s\w+[^.;:]*\b(?:said|wrote)\b")  # fmt: skip
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_BETWEEN = Exact(
    rf"""(?:(?:at\sonce|at\slast|at\slength|by\sthen|by\snow|in\sturn|in\sfact|in\spart|in\sthe\send|in\shaste|in\ssecret|in\sparticular|one\sby\sone|two\sby\stwo|one\safter\sanother|once\sagain|once\smore|of\scourse|as\sa\sresult
        |there\sand\sthen|then\sand\sthere|on\sthe\sspot|at\sgunpoint|at\sknifepoint|neither|either|more\sthan\sonce|no\slonger|time\sand\sagain|from\sthen\son|all\s(?:two|three|four|five|six|seven|eight|nine|ten|\d+)|in\schains|in\scuffs
        |(?:under|without|for\sno)\s(?:\w+\s)?(?:guard|escort|duress|warning|trial|charge|cause|reason|explanation|delay|ado|exception|mercy|hearing|receipt|notice|payment))\s
      | (?:that|the\ssame|the\snext|the\sfollowing)\s(?:very\s)?(?:day|night|morning|evening|afternoon|week)\s
      | (?:on|at|in|for|by|from|without|within|after|before|during|until|throughout)\s(?:[\w:.]+\s){{0,4}}?
        (?:days?|hours?|nights?|mornings?|evenings?|afternoons?|weeks?|months?|years?|times?|occasions?|once|noon|midnight|dawn|dusk|hours|a\.m\.|p\.m\.|\d\d?[:.]\d\d|[12]\d{{3}}|{_MONTH})\s(?:of\s)?(?:{_MONTH}\s)?(?:[12]\d{{3}}\s)?)""",
    re.VERBOSE,
)  # fmt: skip
_PARTICLE = Exact(
    r"\s(?:up|down|out|off|away|over|through|aside|back|together|in(?!\s(?:the|a|an|his|her|its|their|cash|\d|[A-Z]|\w+ly)\b)(?=[\s.,;](?:and|by|to|$|at|from|on)?)|on fire|alight|ablaze|to death|for dead)\b"
)
_MADE_TO = Exact(r"\sto\s(?!the\b|a\b|an\b|his\b|her\b|their\b)[a-z]+\b")
_MADE = frozenset({"made", "forced", "compelled", "obliged", "required", "coerced"})


def heads(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each "was" begins, where its participle ends, with "up" and the like, and the participle."""
    for be in _BE.finditer(text):
        if _MODAL.search(text[: be.start()]) or not _is_told(text, be):
            continue
        at = be.end()
        word = _WORD.match(text, at)
        steps = 0
        while steps < 4:
            aside = _BETWEEN.match(text, at)
            if not aside and not (word and is_adverb(word[0])):
                break
            at = aside.end() if aside else word.end() + 1 if word else at
            word = _WORD.match(text, at)
            steps += 1
        if word and is_participle(word[0]) and (be[0] != "got " or word[0] in _GOT):
            its = particle(text, word[0], word.end())
            yield be.start(), its.end() if its else word.end(), word[0].lower()


def _is_told(text: str, be: re.Match[str]) -> bool:
    """True unless "would be" and "should be" are in a promise, a condition or somebody's thought.

    "Detainees would be taken out at night" is told of the past; so is what others "decided".
    """
    if not be[0].startswith(("would", "should")):
        return True
    ahead = text[: be.start()]
    settled = _SETTLED.search(ahead)
    if settled:
        return (
            not ahead[: settled.start()].rstrip().endswith(("\ufffc", " he", " she", "He", "She"))
        )
    return be[0].startswith("would") and not _THOUGHT.search(ahead)


def particle(text: str, word: str, end: int) -> re.Match[str] | None:
    """What belongs to the participle: "up", "to kneel"."""
    return _PARTICLE.match(text, end) or (_MADE_TO.match(text, end) if word in _MADE else None)


def is_adverb(word: str) -> bool:
    """True of a word that may stand between "was" and its participle."""
    lower = word.lower()
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4)
