"""A sentence -> its quantities, minima and "other" things that do not say how many or which."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Exact, keys, listed, triggers
from indictment.check.language.closing import closes, is_dated, within_phrase
from indictment.check.language.thresholds import is_measure

_SIZE = r"(?:large|great|considerable|unknown|unspecified|substantial|significant|small|undetermined|indeterminate|certain|vast|good|uncounted|whole|wide|limited|huge|broad|fair|unascertained|undisclosed)"
_LENGTH = r"(?:hours?|minutes?|seconds?|years?|months?|weeks?|metres?|meters?|kilomet\w+|miles?|feet|decades?|yards|centimet\w+|generations|hundred\smet\w+)"
_NUMBER = r"(?:\d|about|approximately|two|three|four|five|six|seven|eight|nine|ten|twelve)"

# Quantities that say how many only in a manner of speaking.
_QUANTITY = AnyCase(
    rf"""
    \b(?:various | numerous | countless | innumerable | manifold | sundry | divers | umpteen | untold
      | (?<!how\s)(?<!as\s)(?<!so\s)(?<!too\s)many(?!\s(?:a|of\swhom|times\sover)\b) | (?<!the\s)(?<!their\s)several(?!\s(?:liabilit|liable)) | multiple(?!\s(?:launch|rocket|sclerosis|gunshot|injur|wound|fracture|stab|count|incident)) | myriad
      | (?:an?\s(?:{_SIZE}\s)?|{_SIZE}\s)(?:number|variety|series|range|multitude|plethora|host|handful|quantity|quantities|array|succession|collection|assortment|amount|selection|string|portion|proportion|share)s?\sof(?!\s{_NUMBER})
      | (?:a\s)?(?:great|good|fair)\s(?:many|deal\sof) | a\slot\sof | lots\sof | plenty\sof | quite\sa\sfew | (?<!for\s)most\sof(?!\s(?:whom|them)\b|\s(?:the|that|his|her)\s(?:day|night|time|year|period|week)) | (?<!by\s)(?:a|the)\s(?:large\s|great\s|vast\s)?majority\sof | different(?=\s(?:places|locations|dates|times|occasions|sites|persons|towns|villages)\b) | a\sfew | (?:some|many|several)\sof\s(?:whom|which|them) | any\sand\sall
      | (?:several\s|many\s|some\s)?(?:scores|dozens|hundreds|thousands|tens\sof\sthousands|millions)\sof
      | (?<!according\sto\s)some\s(?:or\sall\sof | or\sother | (?:more|others)\b | (?:other|further|additional)(?=\s[a-z]) | of\s(?:the|those|these|his|her|their) | (?!(?:\d|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|time|days?|distance|weeks?|months?|hours?|minutes?|years?|way|kilomet|met|this\b|his\b|is\b|was\b|has\b|as\b|its\b|less\b|ones?\b))(?:[a-z-]+\s(?!(?:was|is|has|does|his|this|its|as|us|towards|besides|perhaps|always|sometimes)\b))?[a-z]+(?<!s)s)
      | (?<!\ba\s)(?<!was\s)(?<!were\s)(?<!is\s)(?<!are\s)(?<!be\s)(?<!felt\s)(?<!made\s)(?<!quite\s)(?<!almost\s)certain(?=\s(?!that\b|of\b)(?:other\s)?(?:[a-z-]+\s)?[a-z-]+(?<!s)s\b)
      | (?:(?<=\bto\s)|(?<=\bof\s)|(?<=\bfor\s)|(?<=\bwith\s)|(?<=\bfrom\s)|(?<=\bby\s)|(?<=\bat\s)|(?<=\bin\s))selected(?=\s[a-z-]+(?<!s)s\b)
      | unspecified | diverse | assorted | miscellaneous
    )\b(?!\s(?:more\s)?{_LENGTH}\b)
    (?:\s(?:other|further|more|additional|such)\b)?
    """
)
_MORE = AnyCase(
    r"(?P<ahead>\b[a-z\d]+\s)?\b(?:additional|further)\s(?!details|particulars|evidence|facts|grounds|proceedings|notice|information|means|investigation|inquir|examination|analys|was|has|is|does|alleges|states|charges)(?:[a-z]+\s)?(?P<noun>[a-z]+(?<!s)s)\b"
)
"""Things that come to those said, without an article or a number."""
_TOLD = Exact(
    r"\s(?:(?:were|was|had\sbeen|came|followed|arose|took\splace|went)\b|[^.;]{0,40}?,\s(?:for\s(?:example|instance)|such\sas|among\sthem|including)\b|(?:in|on|by|of|from|at)\s(?:(?:\w+\s)?\d))"
)
_NEXT = AnyCase(
    r"and\s(?:further|additional)\s(?:\w+\s)?\w+\s(?:were|was|had\sbeen|came|followed|arose|took\splace|went)\b"
)
_DATED_NEXT = AnyCase(
    r",?\s?and\s(?:further|additional)\s[a-z]+s\s(?:of\s\w+\s)?on\s(?:the\s)?\d[^.;]*?(?:,|\band\b)\s\d"
)
"""The further ones have their dates: "and further copies of it on 6 and 9 May"."""
_ADDS = AnyCase(r"(?:and|or|with|besides|plus)\s")
"""A story goes on: "further tasks were set for him", "opened further pits in 1999". Added to a list it is open."""
_COUNTED = listed("""
    the a an no any these those this that his her their its two three four five six seven eight nine ten eleven twelve
    another one each every such of without hundred some several various many numerous certain few and or was were is are
    more number series handful
    """)

# "other" that adds to what is charged without saying what.
_OTHER = AnyCase(
    r"""
    \b(?P<link>,?\s?(?:and|or|and/or|as\swell\sas|along\swith|together\swith|in\saddition\sto|plus)\s)?
    (?P<det>(?:any|all|the|no|every|each|some|both|his|her|their|its|those|these|two|three|four|five|six|seven|eight|nine|ten|\d+|most)\s)?
    (?:similar\s|related\s|like\s|further\s)?(?:other|others\sof)\s(?:such\s|similar\s|like\s|related\s|unnamed\s|unidentified\s|unspecified\s|unknown\s)?
    (?P<noun>[a-z][a-z-]*(?:\s(?!as|in|at|on|to|by|from|that|which|who|was|were|is|are|under|with|of|for|and|or|the)[a-z][a-z-]*){0,3})
  | \b(?:and|or|as\swell\sas|along\swith|together\swith|in\saddition\sto|plus)\s(?:similar|like|related|associated|analogous|comparable|further|additional|allied|kindred|connected|ancillary|lesser|smaller|minor|equivalent|incidental|subsidiary)\s(?!alleges|states|charges|says|was|has|is|does|contends|submits|means|this|his|as|pleads|avers)(?:[a-z]+\s)?[a-z]+(?<!s)s\b
    """
)
_LEAST = AnyCase(
    r"""\b(?:(?:totall?ing|of|for|in|with|on|from|until|to|since|starting|by|over)\s)?
        (?:at\s(?:the\s(?:very\s)?)?least|at\sa\s(?:bare\s)?minimum|a\sminimum\sof|no\s(?:fewer|less)\sthan|not\s(?:fewer|less)\sthan|more\sthan(?=\s(?:[1-9]\d*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\shundred)\b(?!\s(?:hundred|thousand|million|billion|per|percent|times|of\sthe)\b))|upwards?\sof|well\s(?:over|above))\b(?!\sin\spart)"""
)

_OF_OTHER = triggers(
    "other others similar like related comparable further additional associated analogous allied kindred"
    " connected ancillary lesser smaller minor equivalent incidental subsidiary"
)
_OF_LEAST = triggers("than least minimum fewer less upwards well")
_OF_QUANTITY = triggers(
    "various numerous countless innumerable manifold sundry divers umpteen untold many several multiple myriad number"
    " variety series range multitude plethora host handful quantity array succession collection assortment amount"
    " selection string portion proportion share great good fair lots plenty quite most majority different few any scores"
    " dozens hundreds thousands tens millions some certain selected unspecified diverse assorted miscellaneous lot"
)
_AHEAD = AnyCase(r"\b(?:on|at|in|by|for|of|with|through|under)\s$")
"""The preposition of a quantity: "on various dates"."""
_OF_MORE = triggers("additional further")
"""First letters without which the patterns cannot match."""

_SPAN = AnyCase(rf"\s[\w-]+(?:\s\w+)?\s(?:days?|nights?|{_LENGTH})\b")
"""How long, or how far: it says what is known."""
_DATE = Exact(
    r"""\s(?:(?:in\s|on\s)?(?:or\s)?(?:about\s|around\s)?)?(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:day\sof\s)?)?(?:(?:early|late|mid|the\s\w+\sof)[\s-])?
        (?:January|February|March|April|May|June|July|August|September|October|November|December|[12]\d{3}\b(?!\s[a-z]))""",
    re.VERBOSE,
)
ELEMENT_NAMES = AnyCase(
    r"""\bother\s(?:inhumane\sacts?|(?:serious\s)?violations\sof|severe\sdeprivation|forms?\sof\ssexual
        | (?:cruel|degrading|inhuman)|punishment|outrages|(?:gain|benefit|advantage)\b|valuable\sconsideration|counts?\b|charges?\b|paragraphs?\b|elements?\b|offences?\scharged|grounds?\b|accused\b|defendants?\b|weapon\b|people['’]s|person['’]s|means\sof\sidentification
        | than|party|side|hand|day|end|matter\b|property\s(?:of\sthe\sdefendants?|was\sto\sbe|is\sto\sbe)|measures?\swithin|manner\sinconsistent|weapons?\sagainst|official\b|lawful\b)"""
)
_UNKNOWN = AnyCase(r"(?:and\s)?other\s\w+\s(?:known|unknown)\b")
"""The form of a conspiracy count: other persons known and unknown to the Grand Jury."""


def quantities(text: str) -> Iterator[tuple[int, int]]:
    """Where "various", "a number of", "further payments" stand."""
    for found in _QUANTITY.finditer(text) if not _OF_QUANTITY.isdisjoint(keys(text)) else ():
        if not is_title(text, found) and not closes(text, found.end()):
            ahead = _AHEAD.search(text[: found.start()])
            yield ahead.start() if ahead else found.start(), found.end()
    if _OF_MORE.isdisjoint(keys(text)):
        return
    for found in _MORE.finditer(text):
        if (found["ahead"] or "").strip() in _COUNTED or closes(text, found.end()):
            continue
        begin = found.start() + len(found["ahead"] or "")
        is_added = _ADDS.match(found["ahead"] or "") and not _is_told_next(text, found)
        is_told = _TOLD.match(text, found.end()) and not is_added
        if not is_told and (begin == 0 or not text[begin].isupper()):
            yield begin, found.end()


def _is_told_next(text: str, found: re.Match[str]) -> bool:
    """True where a clause of its own goes on: "was paid, and further tasks were set for him"."""
    begin = found.start()
    return text.endswith(", ", 0, begin) and _NEXT.match(text, begin) is not None


def minima(text: str) -> Iterator[tuple[int, int]]:
    """Where a minimum stands whose members are not listed."""
    if _OF_LEAST.isdisjoint(keys(text)):
        return
    for found in _LEAST.finditer(text):
        if found[0].endswith("more than") and _SPAN.match(text, found.end()):
            continue
        if is_measure(text, *found.span()):
            continue
        if _DATE.match(text, found.end()) or not (
            closes(text, found.end()) or is_dated(text, found.end())
        ):
            yield found.span()


def others(text: str) -> Iterator[tuple[int, int]]:
    """Where other things are added without saying which."""
    if _OF_OTHER.isdisjoint(keys(text)):
        return
    for found in _OTHER.finditer(text):
        if text[found.start() : found.end()].lstrip(" ,")[:1] == "O" and found.start() > 0:
            continue  # Other in a proper name
        if ELEMENT_NAMES.search(text, found.start(), found.end() + 25) or found["det"]:
            continue
        if _is_told_next(text, found) or _DATED_NEXT.match(text, found.start()):
            continue
        if (
            closes(text, found.end(), within_phrase(text, found.end()))
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


_MASS = listed("""
    property equipment people men women children evidence money assistance support information personnel furniture
    livestock cattle material conduct violence force ammunition machinery correspondence persons clothing food
    jewellery jewelry abuse treatment infrastructure mistreatment merchandise cash foodstuff staff ill-treatment
    """)


def is_title(text: str, found: re.Match[str]) -> bool:
    """True of a word that begins a proper name: Various Trades Pension Fund."""
    words = text[found.start() : found.end()]
    return (
        re.search(r"\b[A-Z]", words) is not None
        and (found.start() > 0 or not words[:1].isupper() or " " in words)
        and text[found.end() : found.end() + 2].strip()[:1].isupper()
    )
