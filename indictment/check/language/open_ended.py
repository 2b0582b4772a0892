"""A sentence -> the words in it that leave open what is charged."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Phrases, keys, triggers

# Words that never close a list.
_ALWAYS = Phrases(
    r"""
    ,?\s?\bincluding,?\s(?:but\snot\s(?:exclusively|limited\sto|only|restricted\sto|confined\sto)
        | without\s(?:being\s)?(?:limitation|limited\sto|restriction)
        | among(?:st)?\s(?:others|other\s[a-z]+) | inter\salia | in\sparticular | notably
        | for\s(?:example|instance) | (?:most\s)?(?:especially|particularly) | at\sleast),?
  | \binclud(?:es?|ed),?\s(?:but\s(?:(?:is|are|was|were)\s)?not\s(?:limited|confined|restricted)\sto
        | among(?:st)?\s(?:others|other\s[a-z]+) | inter\salia | without\slimitation),?
  | \b(?:but\s)?not\s(?:limited|confined|restricted)\sto\b | \bnot\sexclusively\b
  | \bwithout\s(?:limitation|being\slimited\sto)\b | \bwithout\sprejudice\sto\sother\s\w+
  | \bamong(?:st)?\s(?:others|other\s(?:[a-z]+\s)?[a-z]+)\b | \binter\sali(?:a|os)\b
  | \b(?:and|or)\s(?:so\s(?:on|forth)|the\slike|such\s?like|similar|others\sof\sthe\skind|what\snot)\b
        (?:\sand\sso\sforth)?
  | (?:\band\s)?\b(?:etc\b\.?|et\scetera\b|et\sal\b\.?)
  | \bsuch\s(?:[a-z]+\s)?as\b(?!\s(?:to|is|are|was|were|it|he|she|they|may|the\scase)\b)
  | \be\.\s?g\.,?
  | \bfor\s(?:example|instance)\b,?
  | \b(?:and|or|and/or)\s(?:elsewhere|other\splaces|thereabouts|in\sother\sways|otherwise)\b
        (?!\s(?:than|described|listed|named)\b)
  | \b(?:and|or)\s(?:many|several|numerous|various|some|a\sfew|certain|countless|any\snumber\sof)\s(?:other|more)\w*
        (?:\s[a-z]+)?
  | ,?\s\b(?:and|or|as\swell\sas|along\swith)\s(?:(?:many|several|various|numerous|some|certain|countless|still|yet)\s)?others\b(?!\s(?:known|unknown|named|listed|identified|in\s(?:annex|schedule)))
  | \b(?:and|or)\s(?:anything|anyone|anybody|everything|whatever|whoever)\s(?:else|of\svalue|that|they|he|she|could)\b | \banything\s(?:else\s)?of\svalue\b
  | \b(?:on|at)\srepeated\soccasions\b | \bon\soccasions?\b(?!\sof) | \band\snearby\b | \bany\snumber\sof\b | \bnotably\b | \bto\sthe\spresent(?:\sday)?\b | \buntil\snow\b
  | \bor\slater\b(?=[,.;]) | \bfrom\sa\sdate\s(?:unknown|not\sknown|unspecified)\b(?!\s(?:but|in|during|between))
  | \b(?:undisclosed|unquantified|unascertained|unstated)\s[a-z]+
  | \bamong\s(?:many|several|numerous)\sothers\b
  | \b(?:or|and)\s(?:by|in|with|through|at|on|to|from|of|for)\s(?:any\s)?other\s[a-z]+\b
  | \bor\s(?:some|any)\sother\s[a-z]+\b | \bin\s(?:one|some)\sway\sor\sanother\b
  | \b(?:and|or)\s(?:(?:all\s)?the\srest|its\s(?:surroundings|environs)|(?:the\s)?(?:surrounding|neighbouring|nearby|adjacent|adjoining)\s\w+s\b(?!\sof\s[a-z])|whatever\s\w+|thereabouts|its\svicinity)\b
  | \bby\s(?:whatever|any|all\savailable)\smeans\b | \bto\s(?:name|mention)\s(?:but|only)\s\w+\s?\w*
  | \bof\s(?:all|every|any)\s(?:kinds?|sorts?)\b | \bat\ssome\s(?:point|time|stage|later\s\w+)\b(?!\s(?:between|on)) | \bsome\s?time\s(?:after|before)\b
  | \band\smore\b(?=[,.;]|$) | \bin\sexcess\sof\b(?!\s(?:his|her|their|the|any)\b) | \bmore\sthan\s(?:once|an?\s(?:dozen|score|hundred)|one\s(?![^.;]*\bnamely\b)[a-z]+) | \bet\sseqq?\b\.?
  | \bon\sor\safter\b | \band\spossibly\selsewhere\b | \bas\swell\sas\s(?:many\s|several\s)?others\b
  | \b(?:from\stime\sto\stime|on\s(?:and\soff|and\soff)|at\stimes|now\sand\sthen)\b
  | \b(?:(?<=\d\s)onwards?|thereafter\suntil\snow|to\s(?:this\sday|date)|and\scontinu(?:ing|es)(?:\sthereafter)?)\b | \band\sbeyond\b(?=[,.;])
  | \band\s(?:thereafter|later|afterwards)\b(?=[,.;)]|$)
  | \b(?:until|up\sto|to)\s(?:an?\s(?:unknown|unspecified|undetermined|later)\s(?:date|time|day)|a\sdate\s(?:unknown|not\sknown))
  | \b(?:on|at|in)\s(?:dates?|an?\s(?:unknown|unspecified)\s(?:date|time|place)|times|unknown\sdates|places)\s
        (?:and\s(?:times|places)\s)?(?:unknown|unspecified|not\sspecified)\b(?!,?\s(?:but\s)?(?:between|before|in|during|no|not))
  | \bon\s(?:an?\s)?(?:unknown|unspecified)\s(?:dates?|occasions?)\b(?!\s(?:between|before|in|during|no|not))
    """
)

# Quantities that say how many only in a manner of speaking.
_QUANTITY = AnyCase(
    r"""
    \b(?:(?:on|at|in|by|for|of|with|through|under)\s)?
    (?:various | numerous | countless | innumerable | manifold | sundry | divers
      | (?<!how\s)(?<!as\s)(?<!so\s)(?<!too\s)many(?!\s(?:a|of\swhom|times\sover)\b) | (?<!the\s)(?<!their\s)several(?!\s(?:liabilit|liable)) | multiple(?!\s(?:launch|rocket|sclerosis|gunshot|injur|wound|fracture|stab|count|incident)) | myriad
      | (?:an?\s(?:(?:large|great|considerable|unknown|unspecified|substantial|significant|small|undetermined|indeterminate|certain|vast|good|uncounted|whole|wide|limited)\s)?|(?:large|great|considerable|unknown|unspecified|substantial|significant|small|undetermined|indeterminate|certain|vast|good|uncounted|whole|wide|limited)\s)(?:number|variety|series|range|multitude|plethora|host|handful|quantity|quantities|array|succession|collection)s?\sof(?!\s(?:\d|about|approximately|two|three|four|five|six|seven|eight|nine|ten|twelve))
      | (?:a\s)?(?:great|good)\s(?:many|deal\sof) | a\slot\sof | lots\sof | plenty\sof | quite\sa\sfew | (?<!for\s)most\sof(?!\s(?:whom|them)\b|\s(?:the|that|his|her)\s(?:day|night|time|year|period|week)) | (?<!by\s)(?:a|the)\s(?:large\s|great\s|vast\s)?majority\sof | different(?=\s(?:places|locations|dates|times|occasions|sites|persons|towns|villages)\b) | a\sfew | (?:some|many|several)\sof\s(?:whom|which|them) | all\s(?:manner|kinds|sorts)\sof | any\sand\sall
      | (?:several\s|many\s|some\s)?(?:scores|dozens|hundreds|thousands|tens\sof\sthousands|millions)\sof
      | some\s(?:or\sall\sof | or\sother | (?:more|others)\b | of\s(?:the|those|these|his|her|their) | (?!(?:\d|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|time|days?|distance|weeks?|months?|hours?|minutes?|years?|way|kilomet|met|this\b|his\b|is\b|was\b|has\b|as\b|its\b|less\b|ones?\b))[a-z]+(?<!s)s)
      | (?<!\ba\s)(?<!was\s)(?<!were\s)(?<!is\s)(?<!are\s)(?<!be\s)(?<!felt\s)(?<!made\s)(?<!quite\s)(?<!almost\s)certain(?=\s(?!that\b|of\b)(?:other\s)?(?:[a-z]+\s)?[a-z]+(?<!s)s\b)
      | unspecified | diverse | assorted | miscellaneous
    )\b(?!\s(?:more\s)?(?:hours?|minutes?|seconds?|years?|months?|weeks?|metres?|meters?|kilomet\w+|miles?|feet|decades?|yards|centimet\w+|generations|hundred\smet\w+)\b)
    (?:\s(?:other|further|more|additional|such)\b)?
    """
)

# "other" that adds to what is charged without saying what.
_OTHER = AnyCase(
    r"""
    \b(?P<link>,?\s?(?:and|or|and/or|as\swell\sas|along\swith|together\swith|in\saddition\sto|plus)\s)?
    (?P<det>(?:any|all|the|no|every|each|some|both|his|her|their|its|those|these|two|three|four|five|six|seven|eight|nine|ten|\d+|most)\s)?
    (?:similar\s|related\s|like\s|further\s)?other\s(?:such\s|similar\s|like\s|related\s|unnamed\s|unidentified\s|unspecified\s|unknown\s)?
    (?P<noun>[a-z][a-z-]*(?:\s[a-z][a-z-]*){0,3})
  | \b(?:and|or)\s(?:similar|like|related|comparable|further|additional)\s(?!alleges|states|charges|says|was|has|is|does|contends|submits|means|this|his|as|pleads|avers)[a-z]+s\b
    """
)
_LEAST = AnyCase(
    r"""\b(?:(?:totall?ing|of|for|in|with|on|from|until|to|since)\s)?
        (?:at\s(?:the\svery\s)?least|at\sa\sminimum|no\s(?:fewer|less)\sthan|not\s(?:fewer|less)\sthan|upwards\sof)\b"""
)

_OF_OTHER = triggers("other similar like related comparable further additional")
_OF_LEAST = triggers("least minimum fewer less upwards")
"""First letters without which neither pattern can match."""

# What closes a list or a number: names, an annex, or the members themselves.
_CLOSED = AnyCase(
    r"""\b(?:named|listed|identified|enumerated|specified|itemi[sz]ed|numbered|tabulated|set\s(?:out|forth)|set-out
          | detailed|described|marked|whose\snames|names?\s(?:are|is|and|appear|stand)|by\sname|namely|that\sis\sto\ssay|to\swit|viz
          | following|below|in\sthat|hereto|annex(?:es)?|who\s(?:are|were)\s(?=[a-z\ufffc])|schedules?|appendix|appendices|table|column|as\sfollows|each\sof\swhom|each\sof\swhich)\b
        | :\s*(?:\(|\ufffc|[a-z])"""
)
_DATES = re.compile(r"\bon\s(?:\d{1,2}|the\s\d)[^.;]*?(?:,|\band\b)\s(?:on\s)?\d{1,2}")
_MEASURE = re.compile(
    r"\s(?:\d+|\w+)\s(?:years?(?:['’]|\s(?:old|of\sage|of\simprisonment|imprisonment))|months['’]|days['’]|per\scent|percent|votes|members\spresent)"
)
"""An age, a term or a majority that a law asks for."""
_DATE = re.compile(
    r"""\s(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:day\sof\s)?)?(?:(?:early|late|mid|the\s\w+\sof)[\s-])?
        (?:January|February|March|April|May|June|July|August|September|October|November|December|[12]\d{3}\b(?!\s[a-z]))""",
    re.VERBOSE,
)
_ELEMENT_NAMES = AnyCase(
    r"""\bother\s(?:inhumane\sacts?|(?:serious\s)?violations\sof|severe\sdeprivation|forms?\sof\ssexual
        | (?:cruel|degrading|inhuman)|punishment|ill-treatment|outrages|gain|benefit|valuable\sconsideration|counts?\b|charges?\b|paragraphs?\b|elements?\b|articles?\b|provisions?\b|offences?\scharged|accused\b|defendants?\b|weapon\b|people['’]s|person['’]s|means\sof\sidentification
        | than|party|side|hand|day|end|matter|property\sof\sthe\sdefendants?|measures?\swithin|manner\sinconsistent|weapons?\sagainst)"""
)
_IN_TITLE = re.compile(r"etc\.?\)?,?\s(?:\([^)]*\)\s)?(?:Act|Order|Regulations|Bill|Ordinance)\b")
_PLACES = re.compile(
    r",?\s(?:as\s(?:listed|set|shown|described)|(?:in|at)\sthe\splaces\s(?:named|listed|set|shown))"
)
_UNKNOWN = AnyCase(r"(?:and\s)?other\s\w+\s(?:known|unknown)\b")
"""The form of a conspiracy count: other persons known and unknown to the Grand Jury."""
_VENUE = AnyCase(r"\bdistrict\sof\s[\w\s,]{1,60}?and\selsewhere")


_DEFINES = re.compile(
    r"_ means\b|\b(?:shall mean|has the meaning|have the meaning|is defined as|are defined as|as defined in|the (?:term|word|expression)s?)\b"
)
"""A definition charges nothing."""
_STATES_OFFENCE = re.compile(
    r"\b(?:contrary\sto\s(?:section|common|article|the)|punishable\s(?:under|by)|[Ss]tatement\sof\s[Oo]ffence:[^.]*$)"
)
"""The statement of an offence has the words of the provision."""
_ANOTHER_ACT = re.compile(
    r",?\s(?:and|but)\s(?:(?:\w+ly|then|also)\s)*(?:\w{3,}ed|took|gave|shot|beat|sent|told|went|made|put|led|held|brought|sold|bought|drove|stole|threw|burnt|struck|broke|fled|saw|knew|wrote|kept|left)\s(?!in\b|at\b|by\b)"
)
_LISTED = re.compile(
    r"""(?:,|\(|:|,?\snamely,?|,?\sbeing)\s?(?:of\s|on\s|at\s|to\s|from\s)?
        (?:(?:the\s|Mr\s|Mrs\s|Dr\s)?(?:[£$€]?\d|[A-Z\ufffc])[^,;()]{0,40},\s){0,12}(?:(?:the\s|Mr\s|Mrs\s|Dr\s)?(?:[£$€]?\d|[A-Z\ufffc])[^,;()]{0,40}?),?\sand\s(?:(?:on|the|of|Mr|Mrs|Dr)\s)?(?:[£$€]?\d|[A-Z\ufffc])""",
    re.VERBOSE,
)


def open_ended(text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand, in order, each place once."""
    if _DEFINES.search(text) or _STATES_OFFENCE.search(text):
        return
    found = [*_always(text), *_quantities(text), *_least(text), *_others(text)]
    last = 0
    for begin, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if begin >= last:
            yield begin, end
            last = end


def _always(text: str) -> Iterator[tuple[int, int]]:
    venues = [m.span() for m in _VENUE.finditer(text)]
    for found in _ALWAYS.finditer(text):
        if any(b <= found.start() and found.end() <= e for b, e in venues):
            continue
        if _IN_TITLE.match(text, found.start()) or _PLACES.match(text, found.end()):
            continue
        if "other" in found[0] and _ELEMENT_NAMES.search(text, found.start(), found.end() + 25):
            continue
        yield found.span()


def _quantities(text: str) -> Iterator[tuple[int, int]]:
    for found in _QUANTITY.finditer(text):
        if _is_title(text, found) or _closes(text, found.end()):
            continue
        yield found.span()


def _least(text: str) -> Iterator[tuple[int, int]]:
    if _OF_LEAST.isdisjoint(keys(text)):
        return
    for found in _LEAST.finditer(text):
        if _MEASURE.match(text, found.end()):
            continue
        if _DATE.match(text, found.end()) or (
            not _closes(text, found.end()) and not _DATES.search(text, found.end())
        ):
            yield found.span()


def _others(text: str) -> Iterator[tuple[int, int]]:
    if _OF_OTHER.isdisjoint(keys(text)):
        return
    for found in _OTHER.finditer(text):
        if text[found.start() : found.end()].lstrip(" ,")[:1] == "O" and found.start() > 0:
            continue  # Other in a proper name
        if _ELEMENT_NAMES.search(text, found.start(), found.end() + 25) or found["det"]:
            continue
        if (
            _closes(text, found.end())
            or _UNKNOWN.match(text, found.start())
            or not _is_plural(found["noun"] or "means")
        ):
            continue
        yield found.span()


def _is_plural(nouns: str) -> bool:
    """True where the words are of more than one thing, or of a mass: "orders", "property"."""
    return any(
        (word.endswith("s") and not word.endswith(("ss", "ous", "is", "us"))) or word in _MASS
        for word in nouns.split()
    )


_MASS = frozenset(
    [
        "property",
        "equipment",
        "people",
        "men",
        "women",
        "children",
        "evidence",
        "money",
        "assistance",
        "support",
        "information",
        "personnel",
        "furniture",
        "livestock",
        "cattle",
        "material",
        "conduct",
        "violence",
        "force",
        "ammunition",
        "machinery",
        "correspondence",
        "persons",
        "clothing",
        "food",
        "jewellery",
        "jewelry",
        "abuse",
        "treatment",
    ]
)


def _is_title(text: str, found: re.Match[str]) -> bool:
    """True of a word that begins a proper name: Various Trades Pension Fund."""
    return (
        text[found.start() : found.end()][:1].isupper()
        and found.start() > 0
        and text[found.end() : found.end() + 2].strip()[:1].isupper()
    )


def _closes(text: str, begin: int) -> bool:
    """True where the clause goes on to name what it speaks of, or says where it is listed."""
    end = min((i for i in (text.find(";", begin), len(text)) if i >= 0), default=len(text))
    upto = min(end, begin + 160)
    other = _ANOTHER_ACT.search(text, begin, upto)
    upto = other.start() if other else upto
    return bool(
        _CLOSED.search(text, begin, upto) or _LISTED.search(text, begin, min(end, begin + 90))
    )
