"""Whether a group of words is the subject of an act, is named after all, or is divided into its members.

What `accused_bodies`, `others`, `bodies` and `they` ask of a sentence alike.
"""

import itertools
import re
from collections.abc import Collection

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.passives import is_participle

ADV = r"(?:(?:\w+ly(?:\sand)?|also|then|thus|later|too|all|each|both|never|not|now|still|soon|again|already|always|even|at\sonce|in\sturn|at\sall\stimes|themselves|itself|once\smore|thereafter|thereupon|thereby|nonetheless|nevertheless|instead|meanwhile|therefore|in\sfact|together|often|first|just|indeed|further|afterwards|there|likewise)\s)*"
HEDGED = r"(?:(?:had|have|has|did|(?:could|would|should|might|may|must|can|will)(?=\s(?:\w+\s){0,2}have\b)|would\sand\sdid|seems?|seemed|appears?|appeared|(?:is|are|was|were)\s(?:\w+ly\s)?(?:said|believed|thought|alleged|reported|understood|known|likely))\s(?:\w+ly\s|not\s|long\s|also\s|already\s|even\s|well\s|hardly\s)*(?:to\s)?(?:have\s)?(?:\w+ly\s|by\sthen\s|long\s|also\s|already\s)*)?"
"""Auxiliaries, and a drafter's doubt: "seems to have"."""
VERB = Exact(rf"(?:,(?:[^,.;]|,\s\ufffc){{1,100}},)?\s{ADV}(?P<verb>[a-z]+)\b")
PAST = listed("""
    was were had did has have is are do does could would should might may must will can
    ate arose awoke bade beat became began bent bet bid bit blew bore bought bound bred broke brought built burnt burst
    came cast caught chose clung crept cut dealt did drank dreamt drew drove dug fed fell felt fled flew flung forbade
    foresaw forgave forgot fought found forced froze gave got grew heard held hid hit hung hurt kept knelt knew laid
    lay leant learnt led left lent let lit lost made meant met misled mistook overcame overheard overran oversaw
    overtook overthrew paid put quit ran rang read rebuilt rent resold retook rewrote rid rode rose said sang sank sat
    saw sent set shared shed shook shot shrank shut slept slit slew sold sought spat sped spent split spoke spread
    sprang stole stood stuck strove struck stung swept swore swung taught thought threw thrust told took tore
    underwent understood undertook undid upheld went wept withdrew withheld withstood woke won wore wove wrote
    agree aim bear act commit conspire continue intend incur know plan possess retain seek share wish
    """)
"""What an act may be said with besides the forms in -ed: past tenses, auxiliaries, and the present of a charge."""
BOUNDARY = AnyCase(r"(?:^|[.,;:—–(]|\)|\b(?:that|which|and|but|when|where|while|as|if|because|since|then|after|before|until|whom|how|what|why|whether|or|nor|although|though|so|by|followed|there|here|\d{4}|\d|[ap]\.m\.)|\ufffc)\s*$")  # fmt: skip
PREPOSITION = AnyCase(r"\b(?:(?<!\bin\swhich\s)of|to|against|for|from|between|among|amongst|on|upon|in|about|concerning|into|over|under|at|than|toward|towards|before|behind|near|per|via|with|without)\s*$")  # fmt: skip
_AGENT = AnyCase(
    r"\b(?:by|on\sthe\spart\sof|through|(?:orders?|instructions?|command|behest|directions?|conduct|acts|omissions|participation)\sof|by\sboth|known\sto)\s$"
)
TAKES = AnyCase(r"\b(?:\w+(?:ed|ing)|charges?|saw|told|met|shot|beat|put|led|took|gave|held|sent|brought|made|let|help|with|is|are|was|were|be)\s*$")  # fmt: skip
NAMED_AFTER = Exact(
    r"""\s*(?:,\s|\s|\()?(?:(?:who|all|each|both|whom|which)\s(?:\w+\s){0,3}?|(?:(?!not\b|yet\b|so\b|and\b|un\w+\b)\w+\s){0,2}?)?
        (?:(?:named|listed|identified|shown|set\sout|set\sforth|described|mentioned|specified|enumerated)\b(?!\s(?:the|an?|his|her|their|\ufffc)\b|\s\ufffc)
           |whose\snames|namely(?!\sto\b)|being\b|that\sis\sto\ssay|to\swit|(?:in|of|from|whom)\s(?:the\s)?(?:Schedule|Annex|Appendix|schedule|annex)
           |known\s(?:and|or)\sunknown|unknown\b|known\sto\sthe)\b
      | \s*:""",
    re.VERBOSE,
)
SPELLED = Exact(
    r"\s*,\s(?:(?:the\s)?(?:[A-Z][a-z]+|colonel|general|minister|captain|one)\s)?(?:\ufffc|[A-Z][\w’'-]+\s(?:and\s)?[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*(?:\s\([^)]*\))?(?:\sand\b|,\s|[.;)]|$)"
)
"""Names follow: "with two others, Jan Mol and Piet Bos"."""
CHARGED = Exact(
    r"(?:,\s(?:who|both|all)[^,.;]{1,60},)?(?:\s(?:is|are|stand|stands|was|were)\s(?:hereby\s|each\s|also\s|jointly\s|both\s|all\s)?(?:charged|accused|named|listed|identified|presumed|entitled|arrested|surrendered|indicted|detained|arraigned|tried|convicted|represented|married|born|acquitted|remanded|bailed|released)\b|\s(?:lived|resided|deny|denied|pleaded|plead|appeared|belonged)\b)"
)
SUFFERS = Exact(
    rf"\s{ADV}(?:was|were|had\sbeen|have\sbeen)\s{ADV}(?!aware|present|responsible|determined|resolved|informed|involved|behind|agreed)\w+(?:ed|en|wn|ld|pt|nt|ght|ut|ung|ound)\b"
)
_BEFORE_EACH = Exact(
    r"\b(?:each|one|any|either|neither|none|two|three|four|other|which|between)\sof\s$|\b(?:other|between|each|either|neither|any)\s$"
)
_EACH = Exact(r",?\s(?:each|severally|respectively)\b")
_OWN_CLAUSE = Exact(r"(?:[,;:(]\s|\b(?:and|while|whereas|that|for|by|of|as)\s)$")


def acts(text: str, begin: int, end: int) -> bool:
    """True where the words at `begin` are the subject of a verb, or follow "by"."""
    ahead = text[:begin]
    if CHARGED.match(text, end):
        return False
    if is_agent(text, begin):
        return True
    if PREPOSITION.search(ahead) and not re.search(r"\bof which\s$", ahead):
        return False
    if re.search(r"\bothers,?$", text[begin:end]):
        return True
    if text[end : end + 1] == "," or text[end - 1] == ",":
        return BOUNDARY.search(ahead) is not None or not TAKES.search(ahead)
    if SUFFERS.match(text, end):
        return False
    verb = VERB.match(text, end)
    if verb and is_verb(verb["verb"]):
        return True
    return BOUNDARY.search(ahead) is not None and bool(
        re.match(r"\s(?:and|or|together|jointly|acting|with)\b", text[end:])
    )


def is_agent(text: str, begin: int) -> bool:
    """True behind "by", "on the part of", "on the orders of"."""
    return _AGENT.search(text[:begin]) is not None


def is_subject(text: str, begin: int) -> bool:
    """True where no preposition stands ahead."""
    ahead = text[:begin]
    return BOUNDARY.search(ahead) is not None or not PREPOSITION.search(ahead)


def is_verb(word: str) -> bool:
    """True of a form that says what somebody did."""
    return word in PAST or (word != "armed" and is_participle(word) and word.endswith("ed"))


def is_settled(text: str, begin: int, end: int, named: Collection[int]) -> bool:
    """True where the sentence names those whom the words mean, or says what each did."""
    follows = re.match(r",?\s(?:\S+\s){0,2}?\ufffc", text[end:])
    if follows and end + follows.end() - 1 in named:
        return True
    if is_divided(text, end, named) or NAMED_AFTER.match(text, end):
        return True
    if _EACH.match(text, end) or _BEFORE_EACH.search(text[:begin]):
        return True
    clause = max(text.rfind(";", 0, begin), 0)
    return sum(1 for at in named if clause <= at < begin) >= 2


def is_divided(text: str, end: int, named: Collection[int]) -> bool:
    """True where the sentence goes on to say what each of them did."""
    after = [at for at in named if at > end]
    if len(after) > 1:
        if re.search(r"[:;]", text[end:]):
            return True
        own = [at for at in after if _OWN_CLAUSE.search(text[:at])]
        if len(own) > 1 and any(len(text[a:b]) > 9 for a, b in itertools.pairwise(own)):
            return True
    return bool(re.search(r"\bthe\s(?:one|first)\b[^.]*\bthe\s(?:other|second)\b", text[end:]))
