"""Whether the words before a passive, in its sentence or the one before, say who acted.

"Soldiers of the 8th Brigade entered the village. Fourteen men were taken from their homes": the
reader knows by whom. Where the sentence before only says what somebody knew, said or was, or where
the passive begins at another time or speaks of something new, the reader does not.
"""

import re

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.deeds import DEED, is_by_many, is_strong, is_weak
from indictment.check.language.passives import Passive
from indictment.check.language.same_act import is_of_kin, is_same_act

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_ANOTHER_TIME = AnyCase(
    rf"""\b(?:on\s(?:the\s(?:morning|evening|night|afternoon)\sof\s|or\sabout\s|or\saround\s)?(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:day\sof\s)?(?:{_MONTHS})
        | on\s(?:{_MONTHS})\s\d
        | in\s(?:early\s|late\s|mid-)?(?:{_MONTHS}|[12]\d{{3}})\b
        | thereafter | later | afterwards | subsequently | eventually | meanwhile | (?:with)?in\s(?:two|three|four|five|six|seven|\d+|a\s(?:few|matter))\s?\w*\s?(?:of\s)?(?:days|weeks|months|hours)
        | (?:the\s)?(?:next|following|same|second|third)\s(?:day|morning|night|evening|week|month|year) | by\sthe\s(?:evening|morning|end|time|following|next)
        | (?:two|three|four|five|six|seven|\d+|several|some)\s(?:days|weeks|months|hours|years)\s(?:later|after\w*|before)
        | at\sabout\s\d | that\s(?:night|evening|week) | (?:during|throughout)\sthe)\b"""
)  # fmt: skip
_DECIDED = AnyCase(
    r"\b(?:plan|plans|order|orders|decision|decisions|list|lists|instruction|instructions|permission|agreement|meeting|vote|role|roles|date|inquiry|request|proposal|resolution"
    r"|report|reports|message|complaint|warning|warnings|nothing|steps|measures|arrangements|preparations|question|offer|contract|directive|directives|budget|post|posts|operation|attack|raid|treaty|law|decree|curfew|inquest|investigation)\b"
)
"""What comes of a decision, not of the deed in the sentence before."""
_RELATIVE = Exact(r"\b(?:who|whom|whose|which|that)\b")
_CLAUSE_END = Exact(r"[;:]|,\s(?:and|but|who|which|where)\b")
_ASIDE = Exact(r",\s(?:who|whom|whose|which|where)\b[^,;.]*,(?=\s)")
_NOT_SO = Exact(
    r"\b(?:denied|denying|refused|declined|(?:did|had)\snot|never)\b(?!,)[^;:.,]*|\b(?:nobody|no one|Nobody|No one)\b[^;:.,]*"
)
_CLAUSE = Exact(r"[;:]")
_OF_MINDS = listed("decided agreed resolved settled said")
_VIOLENT = listed(
    "beaten struck hit kicked punched whipped flogged stabbed shot killed murdered executed hanged drowned strangled raped tortured assaulted wounded burned burnt mutilated abused"
)
"""Who only paid, sent or ordered something has not, by that, done violence to it."""
_FILMS = AnyCase(r"\b(?:films?|videos?|photographs?|footage|pictures?|scenes?)\b")
_PLUPERFECT = AnyCase(r"had\b")
_OTHERS = AnyCase(r"\b(?:others?|another|further|additional|rest|remaining|remainder|survivors)\b")
_GOES_BACK = AnyCase(
    r"(?:[^,]*,\s)?(?:it|they|both|all|each|he|she|his|her|their|its|these|those|this|all\s(?:two|three|of\sthem)|(?:some|many|most|one|two|three|none)\sof\s(?:them|the))\b"
)
_NUMBERED = Exact(r"\b[A-Z][a-z]+\s(?:[A-Z]|\d+)\b")
"""Detainee 6 is not Detainee 5."""
_SMALL = listed(
    "the and two six ten one who with from that this their four five for was his her had not some all any three seven eight nine"
)
_OF_PAPER = Exact(r"\b(?:forms?|cheques?|orders?|transfers?|mandates?|requests?|warrants?)\b")


def is_named_before(before: str, sentence: str, passive: Passive) -> bool:
    """True where the sentence `before` says who did what the passive of `sentence` speaks of."""
    subject = passive.subject
    if is_done_before(before, sentence, passive):
        return True
    if _ANOTHER_TIME.search(_clause_of(sentence, passive)) or _PLUPERFECT.match(
        sentence, passive.begin
    ):
        return False
    if _DECIDED.search(subject) or passive.participle in _OF_MINDS:
        return False
    return any(
        is_by_many(found)
        or (is_strong(found) and _is_of_it(before, subject))
        or (is_weak(found) and _is_of_it(before, subject) and not _is_violent(passive, before))
        for found in DEED.finditer(_NOT_SO.sub("", _ASIDE.sub("", before)))
    )


def _is_violent(passive: Passive, before: str) -> bool:
    return passive.participle in _VIOLENT and not _FILMS.search(before)


def _clause_of(sentence: str, passive: Passive) -> str:
    """The sentence without what follows the passive's own clause."""
    return sentence[: passive.end] + _CLAUSE_END.split(sentence[passive.end :], maxsplit=1)[0]


def is_named_ahead(ahead: str) -> bool:
    """True where the sentence itself says, before its passive, that soldiers or guards did something."""
    clause = _CLAUSE.split(ahead)[-1]
    return any(is_by_many(found) for found in DEED.finditer(clause))


def _is_of_it(before: str, subject: str) -> bool:
    """True where the subject of the passive goes back to something in the sentence before."""
    if _OTHERS.search(subject) or is_of_kin(subject):
        return False
    if _GOES_BACK.match(subject):
        return True
    if subject[:4].lower() == "the " and _OF_PAPER.search(before):
        return True
    earlier = before.lower()
    numbered = _NUMBERED.search(subject)
    if numbered:
        return numbered[0].lower() in earlier
    head = _RELATIVE.split(subject.lower(), maxsplit=1)[0]
    names = set(re.findall(r"[a-z]{3,}", head)) - _SMALL
    return any(name.removesuffix("s") in earlier for name in names)


def is_done_before(before: str, sentence: str, passive: Passive) -> bool:
    """True where `before` says who did the very act of the passive, or who was told to do it.

    What is done at another time is another act; an order may be carried out later.
    """
    words = sentence[passive.begin : passive.end]
    is_later = _ANOTHER_TIME.search(_clause_of(sentence, passive)) is not None
    return is_same_act(before, passive, words, is_later=is_later)


_REPORTED = Exact(
    r"\b(?:told|said|reported|wrote|announced|stated|replied|answered|claimed|declared|testified|informed\s\S+|assured\s\S+|admitted|denied|complained|boasted"
    r"|knew|aware|learned|learnt|believed|suspected|understood|realised|realized|feared|hoped|assumed|confirmed|promised|threatened|warned|noted|recorded|heard|knowing)\b"
    r"[^.;:]{0,80}?\bthat\b(?:(?!,\s(?:and|but|who|which)\b)[^.;:])*$"
)
_CAUSED = Exact(
    r"(?:\ufffc|\b(?:[Hh]e|[Ss]he))\s(?:(?:had|then|also|himself|herself|\w+ly)\s){0,2}(?:ensured|arranged|ordered|directed|demanded|insisted|caused|saw\sto\sit|made\ssure|took\scare|instructed|commanded|requested|proposed|decided|resolved|stipulated|decreed|agreed)\b[^.;:]*\bthat\b[^.;:]*$"
)
_OCCASION = Exact(r"\b(?:when|at which|during which|while|where)\b[^.;:,]*$")
_DISCUSSED = Exact(r"(?:discussed|debated|read|heard|considered|voted|drafted|agreed|read\sout)$")
_MEETING = Exact(r"\b(?:meeting|session|sitting|vote|talks|rally|referendum)\s\w+\sheld$")


def is_another_event(ahead: str, passive: str) -> bool:
    """True where the passive is in what somebody said or knew, or only names the occasion: "when it was debated"."""
    if _REPORTED.search(ahead) or _CAUSED.search(ahead):
        return True
    if not _OCCASION.search(ahead):
        return False
    return bool(_DISCUSSED.search(passive) or _MEETING.search(ahead[-30:] + passive))
