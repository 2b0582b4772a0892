"""Whether the words behind a passive say who acted: "by a guard", but not "by night" or "by beating"."""

import re
from collections.abc import Callable

from indictment.check.language import AnyCase, Exact

_BY = Exact(r"\bby(?:,[^,.;]{1,30},)?\s+(?P<what>\S+(?:\s+\S+)?(?:\s+\S+)?(?:\s+\S+)?)")
_PERSONS = (
    r"(?:armed\s|masked\s|unknown\s|unidentified\s|other\s|uniformed\s|police\s|military\s|more\s|young\s|of\s|(?:his|her|the|their|these|those)\s)*"
    r"(?:men|women|soldiers|guards|members|officers|policemen|gunmen|fighters|troops|persons|people|individuals|agents|boys|accomplices|associates|subordinates|militiamen|inmates|witnesses|officials|gendarmes|aircraft|tanks|judges|villagers)\b"
)
_VEHICLE = r"(?:air|sea|land|water|rail|road|train|bus|car|lorry|lorries|trucks?|boats?|ships?|ferry|helicopters?|aircraft|planes?|vans?|tractors?|carts?|wagons?|barges?|taxi|motorcycle|ambulance|bicycle|motorcade|convoy|tram|horse)"
_MESSAGE = r"(?:(?<!own\s)hand|telephone|phone|letter|radio|e-?mail|post|wire|fax|telegrams?|courier|messenger|cheque|check|cash|card|text|post|loudspeaker|megaphone|telex|cable|mail|bank\stransfer|transfer|video\slink|word\sof\smouth)"
_WEAPON = (
    r"(?:(?:an?|the|one|two|three|several|single|artillery|mortar|rifle|machine-gun|sniper|heavy|small-arms|electric|repeated|stray|hand|cluster|air|drone|rocket|anti-\w+|missile|light|blunt|sharp|poison|rubber|wooden|iron|car|roadside)\s)*"
    r"(?:shots?|bullets?|gunfire|shelling|beatings?|electricity|shocks?|fire|blows?|strangulation|starvation|suffocation|hanging|explosives?|explosion|blast|shells?|stabbing|poison|gas|drowning|burning"
    r"|grenades?|mines?|landmines?|bombs?|rounds?|rockets?|missiles?|shrapnel|splinters?|machetes?|swords?|knife|knives|axe|axes|hammer|pistol|bayonets?|clubs?|sticks?|truncheons?|instrument|object|weapons?|airstrikes?|strikes?|attacks?|bombardment|drones?|bars?|pipe|cable|crossfire|asphyxiation|electrocution|injection|crucifixion|decapitation)\b"
    r"(?!\s(?:from|of|by|thrown|fired|launched)\s)"
)
_NO_AGENT = Exact(
    rf"""(?:[a-z]+ing\b(?<!\bbuilding)(?<!\bmeeting)(?<!\bking)
        | (?:the\s)?(?:now|noon|midday|midnight|dawn|dusk|nightfall|morning|night|evening|afternoon|weekend|summer|autumn|winter|spring|lunchtime|sunset|sunrise|daylight|daybreak|Christmas|Easter|day)\b(?!\s(?:shift|watch|patrol|guard|crew|editor|clerk))
        | then\b | (?:the|this|that)\stime\b | (?:the\s)?(?:very\s)?(?:end|middle|beginning|close|start|date|hour|deadline|eve)\b
        | (?:the\s)?(?:next|following|early|late|mid|same|first|second|third)\s(?:day|night|morning|evening|afternoon|week|month|year|hour|summer|autumn|winter|spring|days|half|January|February|March|April|May|June|July|August|September|October|November|December|[12]\d{{3}})\b
        | (?:about|around|approximately|some|early|late|mid|mid-|nearly|at\sleast)?\s?\d(?!\d*(?:st|nd|rd|th)\s(?-i:[A-Z]))(?!\d*\s(?:of\s)?{_PERSONS}) | (?:mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b
        | (?:armed\s|physical\s|brute\s)?force\b | {_VEHICLE}\b | {_MESSAGE}\b
        | (?:foot|mistake|accident|chance|name|surprise|way|means|virtue|reason|reference|law|statute|regulation|custom|tradition|right|consent|lot|rank|age|sex|gender|weight|half|degrees|turns|themselves|himself|herself|itself|default|agreement|contract|rote|heart|instalments|installments|stages|candle|tribe|family|nationality|ethnicity|profession|trade|birth|height|surname|number|list|category|district|village|ward|rail|origin|descent|permission|design|arrangement|appointment|proxy|majority|acclamation|ballot|consensus|referendum|implication|definition|contrast|comparison|extension|necessity|pretence|deceit|persuasion|duress|intimidation|coercion|violence|bribery|trickery|dint|weekly|monthly|daily|yearly)\b
        | (?:decree|order|resolution|law|decision|statute)\b(?!\s(?:of|no|nos|No|Nos|\d|from|by|signed|issued))
        | (?:\w+\s){{0,2}}(?:means|route|road|path|{_VEHICLE}|{_MESSAGE}|rope|night|day|torchlight|candlelight|moonlight|lamplight|methods?|trick|stealth|ruse|fraud|threats?|blackmail|promises?|deception|pretexts?|neglect)\b(?=\s*(?:$|[.,;]|(?:to|from|on|in|at|and|or|over|across|through|that|under|with|against)\b))
        | (?:that|this|which)\s(?:time|date|day|evening|morning|night|point|stage|hour|means|way|method|route|order|account)\b
        | (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\s(?:o['’]clock|in\sthe|past)\b
        | the\s(?:light|hundred|dozen|score|thousand|cartload|lorryload|truckload|handful|kilo|ton|litre|sackful)\b
        | (?:the|a|an|his|her|their|its)\s(?:hair|throat|arm|arms|neck|legs?|feet|collar|ankles?|wrists?|shoulders?|scruff|ears?|hundreds?|thousands?|dozens?|window|door|side|river|road|wall|gate|roadside|entrance|end|time|way)\b
        | (?:the|his|her|their)\shands?\b(?!\sof) | {_WEAPON}
        | (?:\w+[\s-]){{1,2}}(?:days?|hours?|weeks?|minutes?|months?|years?|metres|kilometres|per\scent|percent|times|degrees)\b
        | (?:hundreds|thousands|dozens|scores|two|three|four)\b\s?(?:$|[,.;]|metres|per|to\b))""",
    re.VERBOSE,
)  # fmt: skip
_ON_ORDERS = AnyCase(
    r"""\b(?:on|upon|under|by|at|in|without|following|pursuant\sto|acting\son|in\saccordance\swith|in\sexecution\sof|in\scompliance\swith|after)\s
          (?:(?:[\w.-]+\s){0,3}?[\w.\ufffc]+['’]s?\s(?:\w+\s){0,2}?|(?:his|her|their)\s(?:\w+\s){0,2}?)
          (?:orders?|instructions?|commands?|directions?|directives?|behest|request|authority|insistence|instigation|word|leave|say-so|signal|initiative|bidding|decree|instance)\b
      | \b(?:on|upon|under|by|at|following|pursuant\sto|in\saccordance\swith|in\sexecution\sof)\s(?:the\s|an?\s)?(?:\w+\s){0,2}?
          (?:orders?|instructions?|commands?|directions?|directives?|behest|request|authority|insistence|instigation|initiative|signal|bidding|instance)\s(?:of|from|given\sby|issued\sby)\b(?!\s(?:nobody|no\sone|unknown|persons?\sun))
      | \bat\s(?:the\shands\sof|(?:\w+\s){0,2}?[\w.\ufffc]+(?:['’]s?)?\s(?:own\s)?hands)\b
      | \bas\s(?:ordered|instructed|directed|requested|planned|agreed)\sby\b
      | \bfrom\s\ufffc | \bbetween\s(?:the\s\w+\s)?\ufffc"""
)


def is_on_orders(words: str) -> bool:
    """True where the words say on whose orders, or at whose hands, something was done."""
    return _ON_ORDERS.search(words) is not None


def has_by(words: str, is_of_another: Callable[[str], bool]) -> bool:
    """True where "by" names who acted, not how or when, and belongs to no participle of its own."""
    return any(
        not _NO_AGENT.match(found["what"]) and not is_of_another(words[: found.start()])
        for found in _BY.finditer(words)
    )
