"""Whether the sentence before a passive says who acted.

"Soldiers of the 8th Brigade entered the village. Fourteen men were taken from their homes": the
reader knows by whom. Where the sentence before only says what somebody knew, said or was, or where
the passive begins at another time, the reader does not.
"""

import re

from indictment.check.language import AnyCase

_ANOTHER_TIME = AnyCase(
    r"""\b(?:on\s(?:the\s(?:morning|evening|night|afternoon)\sof\s|or\sabout\s|or\saround\s)?(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:day\sof\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december)
        | on\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d
        | in\s(?:early\s|late\s|mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december|[12]\d{3})\b
        | thereafter | later | afterwards | subsequently | eventually | meanwhile | (?:with)?in\s(?:two|three|four|five|six|seven|\d+|a\s(?:few|matter))\s?\w*\s?(?:of\s)?(?:days|weeks|months|hours)
        | (?:the\s)?(?:next|following|same)\s(?:day|morning|night|evening|week|month|year) | by\sthe\s(?:evening|morning|end|time|following|next)
        | (?:two|three|four|five|six|seven|\d+|several|some)\s(?:days|weeks|months|hours|years)\s(?:later|after\w*|before)
        | at\sabout\s\d | that\s(?:night|evening|week) | (?:during|throughout)\sthe)\b"""
)
_SUBJECT = r"(?:\ufffc|\b(?:he|she|they|who|soldiers|men|guards|officers|police|policemen|troops|members|gunmen|fighters|recruiters|agents|militiamen|sailors|crew|gendarmes|company|brigade|unit|units|battalion|platoon|squad|patrol|regiment|division|detachment|forces|commandant|commander|captain|major|colonel|sergeant|lieutenant|corporal|private|general|Mr|Mrs|Ms|Dr|driver|drivers|clerk|accountant|secretary|(?<!the\s)(?<!The\s)(?<!at\s)(?<!in\s)(?<!of\s)(?<!from\s)(?<!to\s)(?<!on\s)(?<!near\s)(?!(?:The|On|In|At|By|From|It|This|A|No|His|Her|There|After|Before|During|When|Its|That|These|Some|All|Then|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][a-z]+|[A-Z]{2,})\b)"  # fmt: skip
_DEED = re.compile(
    rf"""{_SUBJECT}(?:(?!\b(?:that|which|when|where|while|whom|whose|if|it)\b)[^;:.]){{0,70}}?\b
    (?P<verb>entered(?!\sinto\s(?:an?|the)\s(?:\w+\s)?(?:conspiracy|agreement|contract|plan)) | broke\s(?:into|down|open|in) | burst | came | drove | arrived | carried | gave(?!\s(?:no|evidence|a\s(?:speech|talk|lecture|dinner|report|party|statement)|instructions?|orders?|notice|the\s(?:floor|order|instruction|news)|his\s(?:word|name|consent|approval|view)|consent|advice|reasons)) | took(?!\s(?:the\s(?:chair|floor|view|decision|oath|minutes|news|seat)|part|note|notes|office|his\s(?:seat|leave|place|holiday)|leave|a\s(?:seat|vote|decision|note|holiday)|place|up|over|no|steps)) | took\s\w+ | handed | brought | sent | led | opened\s(?:fire|the) | fired
      | surrounded | stormed | attacked | searched | seized | raided | stopped | boarded | set\s(?:fire|off) | marched | rounded | forced | dragged | pulled
      | pushed | struck | hit | beat | kicked | shot | cut | tied | locked | loaded | unloaded | burned | burnt | pointed | threw | aimed | crossed | advanced | landed | occupied | captured | collected | gathered | assembled
      | lined | ordered | directed | instructed | told\s\w+\sto | paid | signed | issued | bought | hired | put | laid | opened | drew | cut | collected | gathered | assembled | separated | selected | transferred | deposited | withdrew | delivered | installed | removed | planted | placed | went\s(?:into|through|from) | moved | followed | stripped | emptied | poured | climbed | blocked | shelled | bombed | dropped | detonated | confiscated | arrested | detained)\b""",
    re.VERBOSE,
)
_DECIDED = AnyCase(
    r"\b(?:plan|plans|order|orders|decision|decisions|list|lists|instruction|instructions|permission|agreement|meeting|vote|role|roles|date|inquiry|request|proposal|resolution"
    r"|report|reports|message|complaint|warning|warnings|it|nothing|steps|measures|arrangements|preparations|question|offer|contract|directive|directives|budget|post|posts|operation|attack|raid)\b"
)
"""What comes of a decision, not of the deed in the sentence before."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\b")
_PLUPERFECT = AnyCase(r"had\b")


def is_named_before(before: str, sentence: str, begin: int, subject: str = "") -> bool:
    """True where the sentence `before` says who did what the passive of `sentence` at `begin` speaks of."""
    if _ANOTHER_TIME.search(sentence) or _PLUPERFECT.match(sentence, begin):
        return False
    if is_same_act(before, sentence[begin:]):
        return True
    if _DECIDED.search(subject):
        return False
    return any(not _PASSIVE.search(found[0]) for found in _DEED.finditer(before))


def is_same_act(before: str, passive: str) -> bool:
    """True where the verb of the passive stands in `before`: "told his men to burn it. It was burned"."""
    found = re.match(r"(?:\w+\s){1,3}?(?P<stem>[a-z]{4,}?)(?:t?ed|en|t)\b", passive)
    return found is not None and bool(
        re.search(
            rf"\bto\s{found['stem']}e?\b|{_SUBJECT}\s(?:\w+ly\s)?{found['stem']}e?d?\b", before
        )
    )


_REPORTED = re.compile(
    r"\b(?:told|said|reported|wrote|announced|stated|replied|answered|claimed|declared|testified|informed\s\S+|assured\s\S+|admitted|denied|complained|boasted)\b[^.;:]{0,80}?\bthat\b[^.;:]*$"
)
_OCCASION = re.compile(r"\b(?:when|at which|during which|while|where)\b[^.;:,]*$")
_HELD = re.compile(r"(?:discussed|debated|held|read|heard|considered|voted|drafted|agreed)$")


def is_another_event(ahead: str, passive: str) -> bool:
    """True where the passive is in what somebody said, or only names the occasion: "when it was debated"."""
    if _REPORTED.search(ahead):
        return True
    return bool(_OCCASION.search(ahead) and _HELD.search(passive))
