"""A sentence -> the groups in it that act, decide or know, where the act of each must be pleaded.

Three sorts: the accused as a body ("the defendants"), others beside an accused ("with others"), and
bodies without a face ("the leadership"). "They" is read together with what stands before it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from indictment.check.language.passives import is_participle

Sort = Literal["accused", "others", "body", "they"]

_BARE = (
    r"(?:(?:senior|high-ranking|leading|top|political|military|party|government|state|regional|local"
    r"|federal|security|company|ranking)\s)"
)
_ADJ = (
    r"(?:(?!(?:the|a|an|his|her|their|its|was|were|had|of|and|in|for|to|by|with|or|on|at|from|as|that)\b)"
    r"[\w'’.-]+\s)"
)
_ACCUSED = re.compile(
    r"""\b(?P<det>(?:all|both|most|some|several)\s(?:of\s)?(?:the\s)?(?:two\s|three\s|four\s|five\s|six\s|\w+\s)?|(?:his|her|their)\s|the\s(?:two\s|three\s|four\s|five\s|six\s|seven\s|eight\s|above-named\s|aforesaid\s|said\s)?)
        (?:accused|defendants|suspects|co-accused|co-defendants|accused\spersons|indictees|co-perpetrators|perpetrators|conspirators|co-?conspirators|offenders|culprits|accomplices|wrongdoers|plotters)
        (?:\s(?:and\s(?:(?:their\s|his\s)?(?:\w+\s)?(?:others|associates|accomplices|subordinates|followers|men|confederates|co-conspirators|supporters|forces)))
          |,\s(?:individually|jointly|acting|together|alone)[^.;]{0,60}?\bothers,?)?(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
_PAIR = re.compile(
    r"""\b(?:both|the\s(?:two|three|four|five)|all\s(?:two|three|four|five|of)|(?:all|both)\sof|some\sof|these)\s(?:of\s)?(?:them|men|women|officers|officials|brothers|ministers|generals|commanders|directors|leaders|partners|colleagues|these|co-\w+)(?![\w-])
      | \b(?:the\s(?:pair|duo|trio|quartet|two|three|four)|both|all\s(?:two|three|four|five))(?=\s(?:(?:then|also|again|later|\w+ly)\s)?(?:\w+ed|knew|took|went|gave|saw|told|said|had|were|made|met|held|wrote|kept|left|chose|drove|hid|sold|began)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_WE = re.compile(
    r"""\b(?:(?P<of>with|and|alongside|by|through|of)\s)?(?P<words>
        (?:(?:the\s|his\s|her\s|their\s|its\s|several\s|many\s|some\s|certain\s|various\s|unnamed\s|unidentified\s|unknown\s)?
        others(?!\s(?:left|fled|died|were|was|who\s(?:died|were)|of\sthe\svictims))
        | (?:several\s|many\s|some\s|certain\s|various\s|numerous\s)?other\s(?:\w+\s){0,2}?(?:members|persons|people|staff|officers|officials|leaders|commanders|soldiers|men|individuals|participants|associates
            |conspirators|co-conspirators|perpetrators|accused|defendants|employees|directors|executives|partners|guards|fighters|ministers|generals|agents|functionaries|colleagues|subordinates|accomplices|figures|parties)\b
        | (?:members|elements|officers|soldiers|officials|persons|individuals|representatives|fighters|commanders|leaders|people)\s(?:of|from|in|under|loyal\sto|close\sto|belonging\sto)\s(?:the|his|her|its|their)\b
        | (?:two|three|four|five|six|seven|\d+)\sothers
        | an?\s(?:\w+\s)?(?:group|number|band|party|handful|circle|gang|team)\sof\s(?:\w+\s)?\w+
        | (?:some|several|many|two|three|four|five|other|various|certain)\sof\s(?:his|her|their)\s\w+
        | members\sof\s(?:his|her|their)\s\w+
        | (?:like-minded\s\w+|accomplices|associates|confederates|co-?conspirators|co-perpetrators|collaborators|subordinates)\b
        | (?:his|her|their|various|certain|several|unnamed|unidentified|unknown|some)\s(?:\w+\s)?(?:associates|accomplices|confederates|co-conspirators|cronies|henchmen|collaborators|fellow\s\w+)\b
        | (?:his|her|their)\s(?:\w+\s)?(?:men|subordinates|staff|colleagues|circle|deputies|followers|comrades|entourage|advisers|aides|team|people|forces|troops|superiors|partners|friends|helpers|cohorts|allies|supporters|accomplices)\b)
        (?:\s(?:of|in|from|within)\s(?:the\s)?[\w\s]{1,40}?(?=[,.;]|\s(?:\w+ed|\w+ly|had|were|was)\b))?)""",
    re.VERBOSE | re.IGNORECASE,
)
_FACELESS = (
    r"leadership|leaders|leading\s(?:circles|figures|members)|ruling\s\w+|regime|authorities|occupiers|occupying\s\w+|invaders|aggressors|inner\scircle|top\sbrass"
    r"|circles|clique|camarilla|junta|politicians|rulers|conspirators|co-conspirators|elite|establishment|hierarchy|upper\sechelons?|senior\s(?:managers|executives|partners|commanders|leaders|politicians|ministers|ranks|management|officials|officers|figures|staff|commanders|members|leadership|command)"
    r"|high(?:est|er)?[-\s](?:ranking\s\w+|command|officials|levels?)|top\s(?:officials|management|officers|leadership|commanders|level)|management|cabal"
    r"|officials|decision-?makers|policy-?makers|power-?holders|those\s\w+|powers\sthat\sbe|network|insiders|captors|putschists|organi[sz]ers|ringleaders|masterminds"
)
_LEADERS = (
    r"militants|rebels|insurgents|separatists|fighters|combatants|guerrillas|warlords|hardliners|nationalists|loyalists|extremists|plotters|colonels|officers|gunmen|militiamen|bandits|mercenaries|traders|smugglers|everyone|everybody|all\spresent|those\spresent|people|heads|chiefs|bosses|superiors|planners|strategists|functionaries|executives|directors|managers"
    r"|executive|ministers|generals|commanders|supporters|allies|associates|subordinates|operatives"
    r"|colleagues|members|advisers|advisors|aides|entourage|retinue|coterie|deputies"
)
_BODIES = r"administration|apparatus|network|faction|crew|alliance|coalition|corps|guard|legion|brotherhood|presidium|congress|troika|triumvirate|consortium|partnership|foundation|militia|directorate|hierarchy|order|power|country|nation|republic|capital|band|squad|cell|circle|services|secret\sservice|organs|structures|meeting|participants|convoy|family|clan|command|headquarters|high\scommand|general\sstaff|staff|board|council|committee|cabinet|government|ministry|presidency|politburo|bureau|directorate|secretariat|party|group|organi[sz]ation|movement|company|firm|bank|state|union|commission|forces|army|military|police|brigade|service|agency|team|unit|side|league|front|bloc|federation|kremlin|conspiracy|enterprise|ring|gang|cartel|syndicate|firm|club|office|department|institution"
_BODY = re.compile(
    rf"""\b(?P<words>(?:(?:the|certain|some|several|various|unnamed|unidentified|other|his|her|their|its|both|\ufffc['’]s?)\s{_ADJ}{{0,5}}?|{_BARE}*)
          (?:(?P<faceless>{_FACELESS})|(?P<leaders>{_LEADERS})|(?P<body>{_BODIES}))\b
          (?:\s(?:of|in|at|within|from)\s(?:(?:the|its|his|that)\s)?[\w'’-]+(?:\s(?:of|in)\s(?:the\s)?[\w'’-]+|\s(?-i:[A-Z])[\w'’-]+){{0,3}})?)""",
    re.VERBOSE | re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:the|certain|some|several|various|unnamed|unidentified|other|his|her|their|its|both|\ufffc)\b|\ufffc",
    re.IGNORECASE,
)
_BARE_AHEAD = re.compile(
    r"(?:^|[,;:—(.]|\b(?:that|which|and|but|when|where|while|as|because|then|by|19\d\d|20\d\d))\s*$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"\b(?:[Tt]he\s)?[A-Z]{2,6}(?:(?:/|\sand\s|\sand\sthe\s)[A-Z]{2,6})?(?![\w-])"
)
_THOSE = re.compile(
    r"\bthose\s(?:in\s(?:charge|power|command|control|authority)|responsible|(?:at|in|from|under|near|of)\s(?:the\s)?(?:headquarters|\w+)|present|involved|concerned|who\s(?:ran|led|commanded|governed|ruled|controlled|were\sin\s\w+)|around\s\S+|at\sthe\s(?:top|head)|close\sto\s\S+|behind\s[\w\s]{1,20}?|above\s\S+)",
    re.IGNORECASE,
)
_MIND = (
    r"kn(?:ew|ows?|own)|w(?:as|ere)\s(?:well\s|fully\s|also\s|thus\s)?(?:aware|determined|informed|resolved|conscious|content|indifferent)|had\s(?:long\s|already\s|also\s)?(?:known|decided|agreed|planned|intended|resolved|determined|wanted|chosen|ordered|realised|understood|approved)"
    r"|decided|agreed|intended|planned|wanted|wished|understood|realised|realized|believed|foresaw|resolved|determined|conspired|plotted|ignored|disregarded|tolerated|concealed|chose|sought|meant|hoped|accepted|condoned|encouraged|feared|aimed|desired|expected|refused|took\s(?:the\s|a\s)?decision|made\s(?:the\s|a\s)?decision|turned\sa\sblind|looked\saway|hid|covered\sup|embraced|shared\sthe|pursued|orchestrated|masterminded|saw\sto\sit|did\snothing|failed\sto|lied|kept\s(?:silent|quiet)|approved|gave\s(?:the\s)?orders?|ordered|sanctioned|arranged|devised|instigated|settled\son|took\spart|took\ssteps|made\s(?:sure|certain)|saw\sto|stood\sby|was\s(?:behind|responsible|complicit)|were\s(?:behind|responsible|complicit)"
)
_GUILTY = (
    r"falsified|forged|deceived|defrauded|stole|burned|burnt|destroyed|divided|shared|looted|plundered|killed|murdered|tortured|misled|bribed"
    r"|laundered|siphoned|embezzled|misused|abused|persecuted|expelled|deported|starved|backed|wanted|launched|waged|unleashed|financed|armed|recruited"
    r"|threatened|silenced|suppressed|fabricated|invented|staged|engineered|drove|forced|seized|stripped|emptied|diverted|pocketed|profited|benefited|exploited|gave|took|told|sent|used|turned|let|left"
)
_ADV = r"(?:(?:\w+ly|also|then|thus|later|too|all|each|both|never|not|now|still|soon|again|already|always|even|at\sonce|in\sturn|at\sall\stimes|themselves|itself|once\smore|thereafter|thereupon|nonetheless|nevertheless|did|therefore|in\sfact|jointly|together|repeatedly)\s)*"
_KNEW = re.compile(rf"(?:,[^,.;]{{1,80}},)?\s{_ADV}(?:{_MIND})\b", re.IGNORECASE)
_GUILT = re.compile(rf"(?:,[^,.;]{{1,80}},)?\s{_ADV}(?:{_GUILTY})\b", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?:forces|army|military|police|brigade|unit|service|services|state|union|commission|company|firm|bank|agency|convoy|crew|squad|patrol|meeting|family|people|men|staff|members|office|institution|federation|team|side|department|club)\b",
    re.IGNORECASE,
)
_VERB = re.compile(rf"(?:,[^,.;]{{1,80}},)?\s{_ADV}(?P<verb>[a-z]+)\b")
_PAST = frozenset(
    """
    was were had did has have is are do does knew took gave made went came saw told said wrote kept held let led left met
    put sent set shot spent stood struck thought understood chose began became broke brought built bought caught drew drove
    fell fought found forced got hid hit laid lost paid ran rose sat sold sought spoke stole swore threw withdrew won beat
    cut could would should might may must will can shared foresaw forbade wore bore sank fed dealt hung lay meant read
    """.split()
)
_BOUNDARY = re.compile(r"(?:^|[.,;:—–(]|\)|\b(?:that|which|and|but|when|where|while|as|if|because|since|then|after|before|until|whom|how|what|why|whether|or|nor|although|though|so|by|followed|\d{4}|\d|[ap]\.m\.)|\ufffc)\s*$", re.IGNORECASE)  # fmt: skip
_PREPOSITION = re.compile(r"\b(?:(?<!\bin which )of|to|against|for|from|between|among|amongst|on|upon|in|about|concerning|into|over|under|at|than|toward|towards|before|behind|near|per|via)\s*$", re.IGNORECASE)  # fmt: skip
_NAMED_AFTER = re.compile(
    r"""\s*(?:,\s|\s|\()?(?:(?:who|all|each|both|whom)\s(?:\w+\s){0,3}?|(?:\w+\s){0,2}?)?
        (?:named|listed|identified|shown|set\sout|set\sforth|described|whose\snames|namely|that\sis\sto\ssay|to\swit|(?:in|of|from)\s(?:the\s)?(?:Schedule|Annex|Appendix)
           |known\s(?:and|or)\sunknown|unknown\b|known\sto\sthe)\b
      | \s*:""",
    re.VERBOSE,
)
_CAPITAL_NAME = re.compile(
    r"\s*,\s(?:(?:the\s)?(?:[A-Z][a-z]+|colonel|general|minister|captain|one)\s)?(?:\ufffc|[A-Z][\w’'-]+\s[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*(?:\s\([^)]*\))?(?:\sand\b|,\s[A-Z\ufffc]|[.;)]|$)"
)
_CHARGED = re.compile(
    r"\s(?:is|are)\s(?:hereby\s|each\s|also\s)?(?:charged|accused|named|listed|identified|presumed|entitled)\b"
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group as an actor: where the words stand, and of which sort it is."""

    begin: int
    end: int
    sort: Sort


def groups(
    text: str,
    named: Collection[int],
    *,
    accused: int,
    is_of_one: bool,
    before: str = "",
    before_named: Collection[int] = (),
) -> Iterator[Group]:
    """The groups that act in a sentence, in order.

    `named` is where the names of accused stand in it, `accused` how many the matter has. `is_of_one`
    is true where its paragraph is about one of them. `before` is the sentence before.
    """
    found = [
        *_of_accused(
            text, named, accused, is_of_one, len(before_named) > 1 or bool(_ACCUSED.search(before))
        ),
        *_of_others(text, named),
        *_of_bodies(text),
    ]
    found += _of_they(text, named, found, before, before_named, accused)
    last = 0
    for group in sorted(found, key=lambda each: (each.begin, -each.end)):
        if group.begin >= last:
            yield group
            last = group.end


def _of_accused(
    text: str, named: Collection[int], accused: int, is_of_one: bool, is_after_several: bool
) -> Iterator[Group]:
    if accused > 1 and is_after_several:
        for found in _PAIR.finditer(text):
            settled = any(at < found.start() for at in named) or _NAMED_AFTER.match(
                text, found.end()
            )
            if (
                not settled
                and not _is_settled(text, found.start(), found.end(), named)
                and _acts(text, found.start(), found.end())
            ):
                yield Group(found.start(), found.end(), "accused")
    for found in _ACCUSED.finditer(text):
        words = found[0].lower()
        if (
            words.endswith(("accused",))
            and "accused" in words
            and (accused < 2 or is_of_one)
            and not found["det"].lower().startswith(("all", "both"))
        ):
            continue
        if accused < 2 and re.search(r"\b(?:defendants|suspects)\b", words):
            continue
        if _is_settled(text, found.start(), found.end(), named):
            continue
        if _acts(text, found.start(), found.end()):
            yield Group(found.start(), found.end(), "accused")


def _is_settled(text: str, begin: int, end: int, named: Collection[int]) -> bool:
    """True where the sentence names those whom the words mean, or says what each did."""
    if re.match(r",?\s(?:\S+\s)?\ufffc", text[end:]) and end + text[end:].index("\ufffc") in named:
        return True
    if re.match(r",?\s(?:each|severally|respectively)\b", text[end:]) or re.search(
        r"\b(?:each|one|any|either|neither|none|two|three|other)\sof\s$|\bother\s$", text[:begin]
    ):
        return True
    clause = max(text.rfind(";", 0, begin), 0)
    return sum(1 for at in named if clause <= at < begin) >= 2


def _of_others(text: str, named: Collection[int]) -> Iterator[Group]:
    for found in _WE.finditer(text):
        of = (found["of"] or "").lower()
        begin, end = found.start("words"), found.end("words")
        if re.match(r"an?\s(?:\w+\s)?group\sof\spersons", found["words"]):
            continue  # an element of the offence
        if of != "and" and re.match(
            r"(?:his|her|their)\s(?:\w+\s)?(?:men|staff|forces|troops|people|team|friends|partners|colleagues|superiors|subordinates)",
            found["words"],
            re.IGNORECASE,
        ):
            continue
        if re.match(
            r"(?:members|elements|officers|soldiers|officials|persons|individuals|representatives|fighters|commanders|leaders|people)\b",
            found["words"],
        ) and not re.search(
            r"\b(?:[Tt]ogether|[Jj]ointly|concert|[Aa]long|league|conjunction|collaboration|common)\s$",
            text[: found.start()],
        ):
            continue
        if of == "of" and not _HELP.search(text[: found.start()]):
            continue
        if not of or _NAMED_AFTER.match(text, end) or _CAPITAL_NAME.match(text, end):
            continue
        if of == "and":
            head = text[: found.start()].rstrip(" ,")
            is_actor = bool(head) and (len(head) - 1 in named or bool(_ACTOR.search(head)))
            if not is_actor or not (
                _acts(text, found.start(), end) or text[end : end + 1] in ",.;"
            ):
                continue
        elif of == "with" and (
            _OF_VICTIMS.search(text[: found.start()]) or _UNDERGONE.search(text[: found.start()])
        ):
            continue
        yield Group(found.start(), end, "others")
    for found in _SUBJECT_OTHERS.finditer(text):
        ahead = text[: found.start()]
        is_subject = _BOUNDARY.search(ahead) is not None and not _PREPOSITION.search(ahead)
        is_subject = is_subject and not re.search(r"\b[Ss]ome\b", ahead)
        if re.search(r"\b[Ss]ome\b", ahead):
            continue
        if is_subject and found["verb"] not in _PASSIVE_FATE and _is_verb(found["verb"]):
            yield Group(found.start("words"), found.end("words"), "others")


_UNDERGONE = re.compile(
    r"\b(?:was|were|been)\s(?:\w+ly\s)?(?!charged)\w+(?:ed|en|ld|t|n)\b[^,.;]*$"
)
_HELP = re.compile(
    r"\b(?:help|assistance|support|participation|co-?operation|aid|involvement|complicity|agency|use)\s$"
)
_OF_VICTIMS = re.compile(
    r"\b(?:held|detained|killed|buried|shot|imprisoned|confined|cell|beaten|died|lived|arrested|lodged|shared|ate|slept|dispute|quarrel\w*|spoke|talked|married|related|correspondence|compared|dealt|dealings|contract\w*|treat\w*|peace|border|relations)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_SUBJECT_OTHERS = re.compile(
    r"\b(?P<words>(?:(?:certain|several|some|many|various|unnamed|unidentified|the)\s)?(?:others(?:\s(?:in|of|from|at|within|among)\s(?:the|his|her|their)\s\w+)?|other\s(?:\w+\s)?(?:members|staff|officers|officials|leaders|conspirators|co-?conspirators|participants|directors|employees|managers|ministers|perpetrators|persons|individuals)(?:\s(?:in|of|from|at|within)\s(?:the|his|her|their)\s\w+)?))\s(?:(?:\w+ly|then|also|later)\s)*(?P<verb>\w+)",
    re.IGNORECASE,
)
_PASSIVE_FATE = frozenset(
    "left fled died were was had survived escaped suffered received fell lay perished remained lost".split()
)
_ACTOR = re.compile(r"\b(?:accused|defendants?|suspects?|he|she|conspirators|ministers?|generals?|commanders?|officers?|directors?)$", re.IGNORECASE)  # fmt: skip


def _of_bodies(text: str) -> Iterator[Group]:
    for found in _ACRONYM.finditer(text):
        if _KNEW.match(text, found.end()) and _is_subject(text, found.start()):
            yield Group(found.start(), found.end(), "body")
    for found in _THOSE.finditer(text):
        if _acts(text, found.start(), found.end()) or _KNEW.match(text, found.end()):
            yield Group(found.start(), found.end(), "body")
    for found in _BODY.finditer(text):
        words = found["words"]
        begin = found.start("words") + len(words) - len(words.lstrip())
        if _NAMED_AFTER.match(text, found.end()) or re.search(r"\bnamed\b", found[0]):
            continue
        if not _DETERMINED.match(words.lstrip()) and not _BARE_AHEAD.search(text[:begin]):
            continue
        for end in dict.fromkeys(
            (found.end(), max(found.end(sort) for sort in ("faceless", "leaders", "body")))
        ):
            if _NAMED_AFTER.match(text, end) or not _is_subject(text, begin):
                continue
            if (
                _KNEW.match(text, end)
                or (found["faceless"] and _acts(text, begin, end))
                or (
                    not found["faceless"] and not _UNIT.search(found[0]) and _GUILT.match(text, end)
                )
            ):
                yield Group(begin, end, "body")
                break


def _of_they(
    text: str,
    named: Collection[int],
    found: list[Group],
    before: str,
    before_named: Collection[int],
    accused: int,
) -> Iterator[Group]:
    for they in re.finditer(r"\b[Tt]hey\b(?=\s)", text):
        if not _VERB.match(text, they.end()):
            continue
        ahead = [group for group in found if group.end <= they.start()]
        between = text[ahead[-1].end : they.start()] if ahead else ""
        if ahead and not _is_other_plural(between):
            yield Group(*they.span(), "they")
        elif ahead or named_before(named, they.start()) or not _is_first(text, they.start()):
            continue
        elif _PERSONS.search(before) and not _TOGETHER.match(text, they.end()):
            continue
        elif accused > 1 and (
            _leads(before, before_named) or _met(text, they.end(), before, before_named)
        ):
            yield Group(*they.span(), "they")
        elif before and any(
            group.end > len(before) // 3 or group.sort != "others"
            for group in groups(before, before_named, accused=accused, is_of_one=accused < 2)
        ):
            yield Group(*they.span(), "they")


def named_before(named: Collection[int], at: int) -> bool:
    """True where an accused is named ahead of `at`."""
    return any(each < at for each in named)


def _is_first(text: str, at: int) -> bool:
    """True where nothing but a date or a link stands ahead."""
    return not re.search(r"[;:]|\b(?:that|who|which|whom)\b", text[:at])


def _is_other_plural(between: str) -> bool:
    """True where other persons come between: "the defendants met the trustees, and they agreed"."""
    return _PERSONS.search(between) is not None


def _leads(before: str, named: Collection[int]) -> bool:
    """True where two or more accused, or the accused as a body, are the subject of `before`."""
    joined = re.search(
        r"\ufffc(?:,\s\ufffc)*,?\sand\s\ufffc\s(?:both\s|each\s|then\s|also\s|\w+ly\s)*(?P<verb>[\w-]+)",
        before,
    )
    if (
        joined
        and before.index("\ufffc", joined.start()) in named
        and re.search(
            r"(?:^|[,;]\s|\b\d{4}\s|\band\s|\bthat\s|\bpersons?\b.*)$", before[: joined.start()]
        )
    ):
        return _is_verb(joined["verb"])
    found = _ACCUSED.search(before)
    return bool(found and _acts(before, found.start(), found.end()))


def _met(text: str, end: int, before: str, named: Collection[int]) -> bool:
    """True where two accused met in the sentence before, no other persons with them, and "they" act."""
    return (
        len(named) > 1
        and not _PERSONS.search(before)
        and bool(_KNEW.match(text, end) or _DEED.match(text, end))
    )


_DEED = re.compile(
    rf"\s{_ADV}(?:took|gave|met|divided|shared|signed|sent|went|paid|drove|sold|bought|burned|burnt|shot|beat|killed|moved|kept|used|made|began|continued|held|left|returned|brought|opened|closed|spoke|discussed|worked|removed|destroyed|forged|falsified|transferred|split|spent|put|called|falsely)\b"
)
_TOGETHER = re.compile(
    r"\s(?:did\sso|acted|took\sturns|shared|agreed|decided|divided|planned|conspired|intended)\b"
)
_PERSONS = re.compile(
    r"\b(?:men|women|prisoners|soldiers|guards|victims|families|brigades?|units|brothers|sisters|children|villagers|residents|civilians|detainees|officers|troops|police|trustees|clients|investors|witnesses|workers|members|drivers|commanders|patients|companies|recruiters|inhabitants|people|persons|hostages|refugees|passengers|nurses|students)\b",
    re.IGNORECASE,
)


def _is_subject(text: str, begin: int) -> bool:
    ahead = text[:begin]
    return _BOUNDARY.search(ahead) is not None or not _PREPOSITION.search(ahead)


def _acts(text: str, begin: int, end: int) -> bool:
    """True where the words at `begin` are the subject of a verb, or follow "by"."""
    ahead = text[:begin]
    if re.search(
        r"\b(?:by|on the part of|through|(?:orders?|instructions?|command|behest|direction) of)\s$",
        ahead,
        re.IGNORECASE,
    ):
        return not _CHARGED.match(text, end)
    if _PREPOSITION.search(ahead) and not re.search(r"\bof which\s$", ahead):
        return False
    if _CHARGED.match(text, end):
        return False
    if re.search(r"\bothers,?$", text[begin:end]):
        return True
    if text[end : end + 1] == "," or text[end - 1] == ",":
        return _BOUNDARY.search(ahead) is not None or not _TAKES.search(ahead)
    verb = _VERB.match(text, end)
    if verb and _is_verb(verb["verb"]):
        return True
    return (
        bool(re.match(r"\s(?:and|or|together|jointly|acting|with)\b", text[end:]))
        and _BOUNDARY.search(ahead) is not None
    )


_TAKES = re.compile(r"\b(?:\w+(?:ed|ing)|charges?|saw|told|met|shot|beat|put|led|took|gave|held|sent|brought|made|let|help|with|is|are|was|were|be)\s*$", re.IGNORECASE)  # fmt: skip


def _is_verb(word: str) -> bool:
    return word in _PAST or (is_participle(word) and word.endswith("ed"))
