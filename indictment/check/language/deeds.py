"""Deeds in the active voice that tell the reader who does what the next sentence says was done."""

import re

from indictment.check.language import Exact

_MANY = r"(?i:soldiers|men|guards|officers|police|policemen|troops|members|gunmen|fighters|recruiters|agents|militiamen|sailors|crew|gendarmes|company|brigade|unit|units|battalion|platoon|squad|patrol|regiment|division|detachment|forces|militia|paramilitaries|rebels|commandos|constables|boys|mob|band|gang|bailiffs|inspectors|perpetrators|attackers|assailants|robbers|subordinates|servicemen|sentries|gunners|marines|frigates?|warships?|gunboats?|vessels?|warplanes?|jets?|bombers?|aircraft|helicopters?|tanks|battery|batteries|artillery|gang|henchmen|bodyguards|collaborators|associates|employees|commandant|captain|major|colonel|sergeant|lieutenant|corporal|private|general|constable|inspector)"
_ONE = r"(?:he|she|they|who|commander|Mr|Mrs|Ms|Dr|driver|drivers|clerk|accountant|bookkeeper|secretary|deputy)"
_NAME = r"(?<!\b[Tt]he\s)(?<!\b[Aa]t\s)(?<!\b[Ii]n\s)(?<!\bof\s)(?<!\b[Ff]rom\s)(?<!\b[Tt]o\s)(?<!\b[Oo]n\s)(?<!\bnear\s)(?<!^)(?<!\b[Bb]y\s)(?!(?:The|On|In|At|By|From|It|This|A|No|His|Her|There|After|Before|During|When|Its|That|These|Some|All|Then|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z][a-z]+|[A-Z]{2,}"
_NOT_GAVE = r"(?:no|evidence|a\s(?:speech|talk|lecture|dinner|report|party|statement|sign|signal|nod)|instructions?|orders?|notice|thanks|the\s(?:floor|order|instruction|news|sign|signal|word)|his\s(?:word|name|consent|approval|view)|consent|advice|reasons|an?\s(?:interview|account))"
_NOT_TOOK = r"(?:the\s(?:chair|floor|view|decision|oath|minutes|news|seat)|part|note|notes|office|command|his\s(?:seat|leave|place|holiday)|leave|a\s(?:seat|vote|decision|note|holiday)|place|up|over|no|steps|charge|care)"
_STRONG = rf"""entered(?!\sinto\s(?:an?|the)\s(?:\w+\s)?(?:conspiracy|agreement|contract|plan)) | broke\s(?:into|down|open|in) | burst | overran | overpowered | stormed | attacked | surrounded | encircled
    | besieged | invaded | ambushed | intercepted | halted | stopped | boarded | raided | searched | ransacked | looted | seized | fetched | escorted | kidnapped | abducted | captured | occupied | arrested | detained
    | took(?!\s{_NOT_TOOK}) | set\s(?:fire|off) | opened\sfire | (?:corrected|directed|adjusted)\s(?:its|the|their|his)\sfire | fired | shelled | bombed | mortared | struck | hit | beat | knocked | kicked | punched | whipped | flogged | stabbed | shot | hanged | killed | executed
    | raped | tortured | tied | bound | gagged | handcuffed | blindfolded | dragged | pulled | pushed | forced(?!\s\w+\sto\sresign) | marched | herded | rounded | lined | led\s(?!the\s\w+\s(?:until|from)) | separated
    | stripped | burned | burnt | torched | cut(?!\s(?:the\s)?ribbon) | smashed | blocked | cleared | combed | swept\sthrough | evicted | expelled | deported | loaded | unloaded | emptied | poured | detonated | planted | mined
    | confiscated | dropped | threw | aimed | pointed | broadcast\sorders | began\sto | started\sto | proceeded\sto | demolished | bulldozed | robbed | threatened | chased | pursued | shredded | forged | falsified | falsely | altered | deleted | wiped"""  # fmt: skip
_MOTION = (
    r"came | drove | arrived | returned | landed | advanced | crossed | climbed | stood\sguard"
)
_WEAK = rf"""carried | gave(?!\s{_NOT_GAVE}) | handed | brought | sent | opened\sthe | locked | gathered | assembled | collected | selected | picked | chose
    | ordered | directed | instructed | told\s(?:\w+\s){{1,4}}to | commissioned | paid | signed | issued | bought | hired | put | laid(?![^.;]*\sbefore\s) | drew | transferred | deposited | withdrew | delivered | installed | removed
    | placed | went\s(?:into|through|from|to) | moved | followed | shipped | wired | copied | printed | typed | called\sin | summoned | recruited | employed | engaged"""  # fmt: skip
_BEFALLEN = r"(?:arrested|detained|killed|abducted|evicted|expelled|deported|captured|executed|tortured|raped|kidnapped)\s(?:in|on|by|during|at)\b"
"""What befell them: "the men arrested in May"."""

DEED = Exact(
    rf"""(?:\b{_MANY}\b|\ufffc|\b{_ONE}\b|\b(?:{_NAME})\b)(?:(?!\b(?:that|which|when|where|while|whom|whose|if|it|was|were|been|being|be|is|are)\b)(?:[^;:.]|(?<=\d)[:.](?=\d))){{0,70}}?\b
    (?!{_BEFALLEN})(?:(?P<strong>{_STRONG})|(?P<motion>{_MOTION})|{_WEAK})\b""",
    re.VERBOSE,
)
"""Somebody who acts, and up to seventy letters on his deed."""


_BY_MANY = Exact(rf"\b{_MANY}\b")


def is_by_many(deed: re.Match[str]) -> bool:
    """True where those who act are soldiers, guards, an officer: what is done next, they do."""
    return _BY_MANY.search(deed[0]) is not None


def is_weak(deed: re.Match[str]) -> bool:
    """True of a deed that goes on only where the next sentence speaks of the same thing: "gave", "sent"."""
    return deed["strong"] is None and deed["motion"] is None


def is_strong(deed: re.Match[str]) -> bool:
    """True of a deed that goes on in the next sentence: "broke into the house"."""
    return deed["strong"] is not None
