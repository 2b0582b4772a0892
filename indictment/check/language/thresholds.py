"""A sum or a number that says how far a rule, an office or a power goes, and not what was done.

"Every repair that cost more than £500", "at least five years' imprisonment": such a minimum is exact
where it stands, and no list could close it.
"""

import re

from indictment.check.language import AnyCase, Exact

_MEASURE = Exact(
    r"\s(?:\d+|\w+)\s(?:years?(?:['’]|\s(?:old|of\sage|of\simprisonment|imprisonment))|months['’]|days['’]|per\scent|percent|votes|members\spresent)"
)
"""An age, a term or a majority that a law asks for."""
LAW = AnyCase(
    r"\b(?:imprisonment|punish\w+|penalt\w+|sentences?|statute|law|rules?|code|requir\w+|provid\w+|quorum)\b[^.;]*$"
)
"""A minimum that a law sets."""
_RULED = AnyCase(
    r"""\b(?:(?:every|any|each|all)\s(?!view\b|event\b|case\b|time\b|account\b|rate\b)(?:\w+\s){1,3}?(?:(?:that|which)\s(?:\w+\s){0,3}|(?:worth|costing|for|of|with|to)\s(?:\w+\s){0,3})?
          | (?:authority|authori[sz]ed|power|powers|competent|competence|empowered|entitled|limit|permitted|permission|licen[cs]ed?|signature|countersign\w*|approval|consent|sign-off|clearance|mandate|threshold|needed|had\sto|obliged)\b[^.;]{0,80}?)$"""
)
"""A sum that says how far an office or a power goes: "every repair that cost more than £500"."""
_MONEY = AnyCase(
    r"[^.;]{0,16}[$£€]|\s[\d.,]+\s(?:\w+\s)?(?:hryvni\w+|euros?|dollars|pounds|francs|marks|dinars|roubles|rubles|crowns|leones)"
)


def is_measure(text: str, begin: int, end: int) -> bool:
    """True of a minimum that a law sets, and of one that bounds an office."""
    if _MONEY.match(text, end) and is_threshold(text, begin, end):
        return True
    return _MEASURE.match(text, end) is not None or LAW.search(text[:begin]) is not None


def is_threshold(text: str, begin: int, end: int) -> bool:
    """True of a sum that bounds an office or a power, and was not taken or paid."""
    return (
        bool(re.search(r"[$£€\d]", text[begin : end + 16]))
        and _RULED.search(text[:begin]) is not None
    )
