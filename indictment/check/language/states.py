"""Participles with "was" that say how something is, not what was done: "was situated", "was lined with sacks"."""

import re

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.verbs import UNDOING

_STATES = listed("""
    accustomed acquainted affiliated aged allied angled annexed appended armed associated assured attached attired authenticated
    based bearded beholden belted bemused bent bereaved bordered born bounded centered centred certified characterised characterized
    clad classed classified comprised composed concerned connected consisted constituted contained convinced coupled covered
    dated deceased dedicated defined delighted depicted derived descended described deserted designated destined detached
    determined devoted disposed disputed distanced domiciled doomed due edged embodied employed empowered enclosed encircled endowed
    entitled equipped estimated evidenced exempted experienced exposed faced fenced fitted flanked fluent footed founded furnished
    garrisoned gated geared governed handicapped headed headquartered heated illuminated illustrated impoverished inclined included
    incorporated indebted indicated inhabited inscribed insured integrated intended intent interested interlinked involved
    laden licensed linked listed located lost loved manned marked married masked meant mentioned minded mistaken moored
    motivated motorised motorized needed nicknamed codenamed code-named surnamed numbered obligated opposed orphaned overcrowded
    overgrown owed owned paired parked partnered paved pensioned peopled populated possessed predominated prejudiced premised
    qualified ranked reflected registered related renowned reputed resolved respected restricted retired rooted rusted satisfied
    scheduled seated shaped situated sized skilled spaced stained stated stationed structured styled subdivided subordinated
    suited supposed tempted termed thatched tiled titled typewritten underage uniformed united used-up unused valued
    versed vested walled wanted wedded well-known widowed wooded worded worth
    acclimatised afflicted amazed angered annoyed ashamed astonished bored confused crippled disappointed disgusted drunk
    embarrassed emaciated enraged excited exhausted fatigued frightened horrified inebriated infuriated intoxicated irritated jealous
    motionless paralysed perplexed petrified pleased puzzled saddened scared shocked startled stunned surprised
    terrified thrilled tired troubled upset weakened worried
    arisen become come crept departed died elapsed escaped expired fallen gone grown lain lapsed matured risen shrunk slept stood swollen
    vanished withered obeyed heeded
    bound closed concentrated crammed crowded tasked dressed clothed housed isolated kept lit mounted named occupied packed
    piled quartered sheltered shut tied obliged required allowed permitted
    """)
"""Participles that commonly say how something is."""

_ACTS_ON_PERSONS = listed("""
    arranged bound classified closed clothed concentrated covered crammed crowded designated divided exposed grouped housed isolated jammed kept listed marked masked
    occupied packed quartered registered restricted shut split stationed tied upset used
    """)
"""Of the states, those that are acts where they are done to a person."""

_ACTS_AT_A_TIME = _ACTS_ON_PERSONS | listed("annexed fitted lit moored mounted numbered parked")
"""Of the states, those that are acts where they are said of a day, an hour or a direction."""

_RULES = listed("obliged required allowed permitted")
"""For the accused and for things, a power or a duty; for all others, what somebody does to them."""

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|sections|parts|halves)"
_COLOUR = r"(?:white|black|red|blue|green|yellow|brown|grey|gray|orange|purple)"
_BY_COMPLEMENT = (
    (
        "arranged grouped formed structured organised organized split ranged drawn broken",
        rf"\s(?:up\s)?(?:into|in\s(?:{_NUMBER}|rows|pairs|the\sform|the\sshape|a\s(?:row|line|circle))\b)",
    ),
    (
        "written typed handwritten worded couched framed printed stapled bound drafted drawn stitched kept composed",
        rf"\s(?:up\s)?(?:in\s(?:(?!January|February|March|April|May\b|June|July|August|September|October|November|December)[A-Z]\w+|pencil|ink|{_COLOUR}|block|capitals?|longhand|shorthand|{_NUMBER}|the\s(?:same\s)?(?:hand|form|language|name)"
        r"|an?\s(?:\w+\s)?(?:hand|language|copy|form|file|folder|volume|notebook|code)|his|her|duplicate|triplicate|code|cipher)\b|on\s(?!\d|the\s(?:\d|same|next)|[A-Z]|that|or\s)|over\s)",
    ),
    (
        "signed stamped marked headed sealed printed initialled endorsed embossed engraved sewn inlaid watermarked decorated",
        rf"\s(?:with\s|“|_|in\s(?:pencil|ink|{_COLOUR}|his|her)\b)",
    ),
    (
        "lined filled littered cluttered smeared soaked coated dotted studded topped stocked stacked loaded surrounded fenced covered strewn"
        " supplied decorated crammed packed adorned draped hung ringed piled heaped overrun infested contaminated lit paved tiled crowned provided",
        r"\s(?:up\s|only\s|out\s|\w+ly\s)?with\b",
    ),
    ("surrounded encircled ringed bordered flanked", r"\s(?:\w+\s)?by\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:walls?|fences?|hedges?|wire|ditch|moat|trees|fields|hills|woods?|river)\b"),
    ("lit", r"\s(?:up\s|only\s|all\s|day\s|\w+ly\s|by\s|from\s|at\snight)"),
    ("painted dyed stained varnished coloured tinted", rf"\s(?:\w+\s(?:and\s)?)?{_COLOUR}\b"),
    ("addressed dedicated", r"\sto\b"),
    (
        "prepared determined authorised authorized empowered entitled bound inclined minded tempted"
        " disposed qualified set supposed meant expected intended destined willing resolved mandated",
        r"\sto\b(?!\s(?:the|a|an|his|her)\b)",
    ),
    ("used employed designed trained reserved kept meant earmarked registered equipped", r"\s(?:as|for)\b"),
    ("registered enrolled", r"\s(?:to|in|at|under|on)\s(?!\d)"),
    ("tasked charged entrusted", r"\swith\b"),
    ("called named titled termed designated entitled dubbed christened labelled labeled", r"\s(?:the\s|after\s|as\s|“|_|[A-Z\ufffc])"),
    ("known referred", r"\s(?:to\s)?(?:as\b|to\b|by\s(?:the|his|her|this)|in\sthe|for\b|only\b|at\b|among|locally)"),
    ("known", r"(?=\s*(?:$|[.,;]))"),
    ("built constructed made erected completed opened founded established formed", r"\s(?:up\s)?(?:of\s|from\s(?:stone|brick|wood)|in\s(?:the\s)?1[0-8]|in\s(?:the\s)?[12]\d{3}\b)"),
    ("built constructed made erected founded", r"\s(?:up\s)?(?:of|partly|largely|mainly)\b"),
    ("fixed set priced assessed rated pegged capped", r"\sat\s"),
    ("spread stretched extended", r"\s(?:over|out|between|across|from)\b"),
    ("laid", r"\s(?:out\sin|down\sin|between)\b"),
    ("set", r"\s(?:back|apart|out\s(?:below|above|in\s(?:[A-Z]|paragraph|article|section|the\s(?:table|annex|schedule)))|in\sthe)"),
    ("persuaded", r"\s(?:that|of)\b"),
    ("reached accessed approached", r"\s(?:by|from|through)\b"),
    ("taken caught", r"\s(?:ill|aback|up\swith)\b"),
    ("contaminated opposed inspired engaged absorbed steeped implicated engrossed", r"\s(?:on|over|to|between|in)\b"),
    ("divided subdivided", rf"\s(?:on|over|between|as\sto|from|by|into|in\s{_NUMBER})\b"),
    ("dressed clothed", r"\s(?:in|as|like|for)\b"),
    ("crowded packed crammed jammed", r"\s(?:together|with|in|at|on)\b"),
    ("considered regarded viewed perceived deemed seen esteemed reputed thought held", r"\s(?:as\b|to\sbe\b|an?\b|the\b|of\sas\b|in\s(?:high|great|low)\b)"),
    ("said believed thought reported alleged understood presumed rumoured rumored supposed claimed assumed estimated", r"\s(?:to\s(?:have|be)|that)\b"),
    ("confined limited restricted", r"\sto\s(?!(?:the|a|his|her|their)\s(?:cell|cellar|room|barracks|house|home|camp|bed|quarters))"),
    ("left", r"\s(?:over|with\s(?:only|no|nothing|one|little))\b"),
    ("cut", r"\s(?:out\sfor)\b"),
)  # fmt: skip
_COMPLEMENTS = tuple((listed(words), Exact(after)) for words, after in _BY_COMPLEMENT)
"""Participles that say how something is where they go on like this."""

_DUTY = Exact(
    r"\sto\s(?:obey|follow|report|act|serve|comply|observe|inform|answer|refer|submit|respect|protect|prevent"
    r"|punish|return|appear|disclose|apply|carry\sout|keep|give|render|pay)\b"
)
"""Whoever is bound to obey is not tied up."""
_OF_ARMS = listed("loaded cocked primed aimed trained pointed")
_ARMS = AnyCase(r"\b(?:rifles?|guns?|pistols?|revolvers?|weapons?|machine-guns?|mortars?)$")
_PLACES = AnyCase(
    r"\b(?:cells?|cellars?|rooms?|halls?|corridors?|yards?|streets?|huts?|stairs?|offices?|basement|tunnel|passage|lamps?|windows?|premises|building)$"
)

_PERSON = Exact(
    r"(?:\ufffc|\b(?:he|she|they|who|(?:pris|host|vict|wom|men\b|detain|civil|villag|inhab|resid|wound|guard|work|famil|child|girl|boy|mother|father|brother|sister|wi[fv]e|husband|son\b|sons\b|daughter|patient|passenger|refugee|captive|inmate|student|pupil|bod(?:y|ies)|hand|eye|leg|arm\b|arms\b|teacher|doctor|nurse|soldier|pensioner|trustee|witness|farmer|clerk|priest|nun|journalist|relative|neighbour|voter|elector|recruit|conscript|migrant|labourer|deput|trader|driver|suspect|people|employee|manager|opponent|elder|deserter|survivor|corpse|head)\w*|\w{3,}(?<!ord)(?<!lett)(?<!pap)(?<!numb)(?<!shutt)(?<!trail)(?<!contain)(?<!comput)(?<!pow)(?<!lock)(?<!riv)(?<!tow)(?<!barri)(?<!corn)(?<!bord)(?<!draw)(?<!fold)(?<!regist)(?<!ledg)(?<!count)ers|man|persons?|ones?|others?|them|all|both|each|some|most|many|none|half|rest|remainder|young|old|sick|dead|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|dozens?|hundreds|thousands|\d+|non-\w+|(?-i:[A-Z][a-z]+\s[A-Z][a-z]+|[A-Z][a-z]+s\b|W-\d+)))(?:\s\([^)]*\))?,?$",
    re.IGNORECASE,
)
_NOBODY = AnyCase(r"^(?:no\sone|nobody|no\s\w+)$")
_ACCUSED = Exact(
    r"(?:\ufffc|\b(?:[Tt]he|[Bb]oth|[Ee]ach|[Aa]ll)\s(?:[Aa]ccused|[Dd]efendants?|[Ss]uspects?))(?:\s\([^)]*\))?,?(?:\s(?:also|who|himself|herself|in\sturn|then|later),?)?$"
)
_RELATIVE = Exact(r",?\s(?:who|whom|whose|which|that)\s")
_WHEN = Exact(
    r"(?:\s\w+ly)?\s(?:on\s(?:the\s)?\d|at\s(?:about\s)?\d|at\s(?:noon|dawn|dusk|midnight|nightfall)|from\s|to\s(?!be\b)|(?:in|on)to\s|that\s(?:day|night|evening)|away|off|down\b|up\b|out\b|within\s|behind\b|in\s(?:January|February|March|April|May|June|July|August|September|October|November|December|early|late))"
    r"|[^,.;]{1,40}\son\sthe\s(?:next|following|same)\s"
)


def is_state(participle: str, after: str, subject: str) -> bool:
    """True where "was" with the participle says how the subject is. `after` are the words behind it."""
    who_is = is_person(subject)
    if participle in _RULES:
        return not who_is or is_accused(subject) or subject.lower() in ("he", "she")
    is_done_to = who_is and participle in _ACTS_ON_PERSONS
    if participle == "made" and subject.lower().endswith("use"):
        return False
    if any(participle in words and goes_on.match(after) for words, goes_on in _COMPLEMENTS):
        is_duty = participle == "bound" and _DUTY.match(after) is not None
        return not is_done_to or is_duty or participle in ("crowded", "packed", "crammed", "jammed")
    if participle.startswith("un") and participle not in UNDOING:
        return True
    if participle in _OF_ARMS and _ARMS.search(subject):
        return True
    if participle not in _STATES:
        return False
    if participle == "lit":
        return _PLACES.search(subject) is not None and _WHEN.match(after) is None
    return not is_done_to and not (participle in _ACTS_AT_A_TIME and _WHEN.match(after))


def may_be_state(participle: str) -> bool:
    """True of what is commonly a state, and so no second participle of "was"."""
    return participle in _STATES and participle not in _ACTS_ON_PERSONS


def is_person(subject: str) -> bool:
    """True where the words before "was" are persons, or parts of their bodies."""
    head = _RELATIVE.split(subject, maxsplit=1)[0]
    return bool(_PERSON.search(head) or _PERSON.search(subject) or _NOBODY.search(subject))


def is_accused(subject: str) -> bool:
    """True where the words before "was" end with an accused."""
    return _ACCUSED.search(subject) is not None
