"""A sentence -> those beside an accused who are not said: "with others", "and his associates"."""

import re
from collections.abc import Collection, Iterator

from indictment.check.language import AnyCase, Exact, keys, listed, triggers
from indictment.check.language.closing import closes
from indictment.check.language.subjects import (
    BOUNDARY,
    NAMED_AFTER,
    PREPOSITION,
    SPELLED,
    VERB,
    acts,
    is_verb,
)

_PERSONS = r"(?:members|persons|people|individuals|staff|officers|officials|leaders|commanders|soldiers|men|women|participants|associates|conspirators|co-?conspirators|co-?perpetrators|perpetrators|accused|defendants|employees|directors|executives|managers|partners|guards|fighters|ministers|generals|agents|functionaries|colleagues|subordinates|accomplices|figures|parties|representatives|elements|operatives|suspects|servicemen|politicians|insiders|sympathi[sz]ers|forces|troops|units)"
_SOME = r"(?:several|many|some|certain|various|unnamed|unidentified|unknown|numerous|like-minded)"
_CIRCLE = r"(?:associates|colleagues|helpers|minions|accomplices|confederates|co-?conspirators|co-?perpetrators|cronies|henchmen|collaborators|fellow\s\w+)"
_WITH = AnyCase(
    rf"""\b(?P<of>as\swell\sas|with|and|alongside|by|through|of|or)\s(?P<words>
        (?:(?:(?:the|his|her|their|its|yet|still)\s|{_SOME}\s){{0,2}}others(?!\s(?:left|fled|died|were|was|who\s(?:died|were)|of\sthe\svictims))
        | (?P<other>(?:{_SOME}\s|the\s)?other\s(?:[\w-]+\s){{0,2}}?{_PERSONS}\b)
        | (?P<persons>the\s(?:[\w-]+\s){{0,2}}?(?:leadership|elites?|regime|(?:high\s)?command|brass|hierarchy|junta|authorities|occupiers|inner\scircle|management|establishment)\b|{_PERSONS}\s(?:of|from|in|under|within|loyal\sto|close\sto|belonging\sto|subordinate\sto|working|acting|operating|associated|affiliated|connected|not\syet)\b(?:\s(?:the|his|her|its|their|them|him|that|for|on|with|to|as|control|orders)\b)*)
        | the\srest\sof\s(?:the|his|her|their)\s(?:\w+\s)?(?:command|leadership|group|staff|council|board|gang|defendants|accused|circle|team|management|cabinet|conspirators|members|officers)\b
        | (?:two|three|four|five|six|seven|\d+)\sothers
        | those\s(?:under|working\sfor|acting\sfor|subordinate\sto|reporting\sto|around|close\sto|loyal\sto)\s(?:him|her|them)\b
        | (?P<element>an?\s(?:\w+\s)?(?:group|number|band|party|handful|circle|gang|team)\sof\s(?:\w+\s)?\w+)
        | (?:some|several|many|two|three|four|five|other|various|certain|members)\sof\s(?:his|her|their)\s\w+
        | {_SOME}\s(?:\w+\s)?{_PERSONS}\b
        | (?:like-minded\s\w+|{_CIRCLE}|subordinates)\b
        | (?:(?:his|her|their)\s|{_SOME}\s)(?:\w+\s)?{_CIRCLE}\b
        | (?P<his>(?:his|her|their)\s(?:\w+\s)?(?:men|subordinates|staff|colleagues|circle|deputies|followers|comrades|entourage|advisers|aides|team|people|forces|troops|superiors|partners|friends|helpers|cohorts|allies|supporters|accomplices|agents|co-accused|co-defendants|network|group|organi[sz]ation|family)\b)
        | (?P<own>(?:his|her|their)\s(?:\w+\s)?(?:\w+(?:ors|ers|men)|guards|troops|boys|agents))\b)
        (?:\s(?:of|in|from|within)\s(?:the\s)?[\w\s]{{1,40}}?(?=[,.;]|\s(?:\w+ed|\w+ly|had|were|was)\b))?)"""
)
_JOINTLY = Exact(
    r"\b(?:[Tt]ogether|[Jj]ointly|concert|[Aa]long|league|conjunction|collaboration|co-?operation|common|act(?:ed|ing)|conspir(?:ed|acy)|agreed|collusion|agreement|combination|coordination|plan|assistance|help|conspiring|colluded|collaborated)\s(?:\w+ly\s)?$"
)
_HELP = Exact(
    r"\b(?:help|assistance|support|participation|co-?operation|aid|involvement|complicity|agency|use|connivance)\s$"
)
_UNDERGONE = Exact(
    r"\b(?:was|were|been)\s(?:\w+ly\s)?(?:held|detained|kept|beaten|shot|killed|taken|arrested|imprisoned|locked|buried|tied|brought|led|moved|sent|transported|tortured|confined|questioned|deported)\b[^,.;]*$"
)
_DEALT = AnyCase(
    r"\b(?:held|detained|killed|buried|shot|imprisoned|confined|cell|beaten|died|lived|arrested|lodged|ate|slept|dispute|quarrel\w*|spoke|talked|married|related|correspondence|compared|dealt|dealings|contract\w*|treat\w*|peace|border|relations|meetings?|contacts?|met|seen|travell?ed|sat|stayed)\s(?:\w+\s){0,3}$"
)
_AUDIENCE = AnyCase(
    r"\b(?:in\s(?:the\s)?(?:presence|company|hearing|sight)\sof|in\sfront\sof|attended\sby|witnessed\sby|watched\sby|addressed|briefed|received|greeted|before\san?\s\w+\sof)\s[^.;]*$"
)
"""Who was there, and who was told, did not act: which of them is left open all the same."""
_ACTOR = AnyCase(r"\b(?:accused|defendants?|suspects?|he|she|they|conspirators|ministers?|generals?|commanders?|officers?|directors?)$")  # fmt: skip
_SUBJECT = AnyCase(
    rf"\b(?P<words>(?:{_SOME}\s)?(?:others(?:\s(?:in|of|from|at|within|among|around)\s(?:(?:the|his|her|their)\s\w+|[\w-]+))?|other\s(?:[\w-]+\s)?{_PERSONS}(?:\s(?:in|of|from|at|within)\s(?:the|his|her|their)\s\w+)?|(?:unnamed|unidentified|unknown)\s(?:\w+\s)?(?:{_PERSONS}|{_CIRCLE})|{_PERSONS}\s(?:(?:in|within|from)\s(?:his|her|their)\s(?:\w+\s)?(?:entourage|circle|service|pay|office|staff|team|inner\scircle|confidence|employ)|(?:close\sto|around|loyal\sto|near\sto)\s(?:the\s)?[\w\ufffc-]+)))\s(?:(?:\w+ly|then|also|later)\s)*(?P<verb>\w+)"
)
_MADE_TO = AnyCase(
    r"\b(?:caus|induc|instruct|direct|instigat|recruit|persuad|encourag|procur|solicit|hir|us|incit|enlist|order|assist|enabl)\w*\s(?P<words>(?:certain\s|unnamed\s|unknown\s|unidentified\s|various\s)?others)\s(?:to|in)\b"
)
_FATE = listed(
    "left fled died were was had survived escaped suffered received fell lay perished remained lost are is have"
    " waited stood refused begged"
)
_OF_OTHERS = (
    {"thos"}
    | triggers(_PERSONS, _SOME, _CIRCLE)
    | triggers(
        "leadership elite elites regime command brass hierarchy junta authorities occupiers inner management establishment other others two group number band party handful circle gang team men subordinates staff colleagues deputies followers comrades entourage advisers aides people forces troops superiors friends helpers cohorts allies supporters network family organisation"
    )
)


def others(text: str, named: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where they stand, with the word that joins them to an accused."""
    if _OF_OTHERS.isdisjoint(keys(text)):
        return
    for found in _WITH.finditer(text):
        if _is_beside(text, found, named):
            yield found.start(), found.end("words")
    for found in _SUBJECT.finditer(text):
        ahead = text[: found.start()]
        is_subject = BOUNDARY.search(ahead) is not None and not PREPOSITION.search(ahead)
        if re.search(r"\b[Ss]ome\b|\b[Tt]he\s$", ahead) or NAMED_AFTER.match(
            text, found.end("words")
        ):
            continue
        verb = found["verb"]
        if verb in ("had", "have", "has"):
            after = VERB.match(text, found.end())
            verb = after["verb"] if after else verb
        if is_subject and verb not in _FATE and is_verb(verb):
            yield found.span("words")
    for found in _MADE_TO.finditer(text) if "others" in text else ():
        if not closes(text, found.end()):
            yield found.span("words")


def _is_beside(text: str, found: re.Match[str], named: Collection[int]) -> bool:
    """True of persons who act with an accused and are not named."""
    of, ahead, end = found["of"], text[: found.start()], found.end("words")
    words = text[found.start("words") : end]
    if NAMED_AFTER.match(text, end) or SPELLED.match(text, end):
        return False
    if found["element"] and re.match(r"an?\s(?:\w+\s)?group\sof\spersons", words):
        return False  # an element of the offence
    is_helped = of == "of" and _HELP.search(ahead) is not None
    if found["own"] and (of != "with" or not re.search(r"\b[Tt]ogether\s$", ahead)):
        return False
    if found["his"] and of != "and" and not is_helped and not _JOINTLY.search(ahead):
        return False  # those under him are his instruments
    if found["persons"] and of not in ("and", "or") and not (is_helped or _is_joint(of, ahead)):
        return False
    if of == "of":
        return is_helped
    if of in ("and", "or"):
        return _follows_actor(text, found, named)
    return not (of == "with" and (_DEALT.search(ahead) or _UNDERGONE.search(ahead)))


def _is_joint(of: str, ahead: str) -> bool:
    return bool(_JOINTLY.search(ahead)) or (of == "alongside")


def _follows_actor(text: str, found: re.Match[str], named: Collection[int]) -> bool:
    """True where "and others" goes on after one who acts."""
    head, end = text[: found.start()].rstrip(" ,"), found.end("words")
    words = text[found.start("words") : end].lower()
    if not head or _AUDIENCE.search(head):
        return False
    is_actor = len(head) - 1 in named or bool(_ACTOR.search(head))
    is_actor = is_actor or bool(re.match(r"(?:his|her|their)\s", words))
    if re.search(
        r"\b(?:act(?:ed|ing)\sthrough|(?:together|jointly|concert|purpose|plan|enterprise|league|shared[^.;]*)\swith)\b(?:(?!\b\w+ed\b)[^.;])*$",
        head,
    ):
        return True
    return is_actor and (acts(text, found.start(), end) or text[end : end + 1] in ",.;")
