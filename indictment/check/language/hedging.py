"""A sentence -> the words in it by which the drafter doubts what is pleaded."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Exact
from indictment.check.language.doubts import DOUBT

_LIKELY = AnyCase(
    r"(?<!\bbe\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)(?<!\bmore\s)(?<!\bless\s)(?<!\bas\s)(?<!\bnot\s)(?<!\ba\s)(?<!\bthe\s)"
    r"\b(?:most\s|very\s)?likely\b(?!\s(?:to|that|consequence|effect|outcome|result)\b)"
)

# Doubts that are not the drafter's: a mind's content, reported words, a rule, a power to act.
_MIND = AnyCase(
    r"""\b(?:kn(?:ew|ow\w*)|aware\w*|foresaw|foresee\w*|foreseen|believ(?:ed|ing)|suspect(?:ed|ing)|fear(?:ed|ing)|realis(?:ed|ing)|realiz(?:ed|ing)|understood
        |accept(?:ed|ing)|intend(?:ed|ing)|intent|told|tells|warned|warning|wrote|writing|said|reported|informed|stated|considered|thought|hop(?:ed|ing)|asked|advised|risk|possibility|likelihood|ground|grounds|reason|suggested|replied|answered|announced|claimed|predicted|assumed|calculated|estimated|indifferent|reckless|regardless|expected|contemplated|anticipated|notice|opinion|view|belief|impression|conviction|wondered|doubted|objected|argued|promised|threatened|pleaded|boasted)\b
        [^.;:]{0,80}?\b(?:that|whether|how|what|if)\b[^.;:]*$
      | \b(?:in|to)\s(?:(?:the|his|her)\s)?(?:opinion|view|eyes|mind|judgment|judgement|belief)\b[^.;:]*$
      | \b(?:aware(?:ness)?|risk|possibility|likelihood|danger|fear|knowledge|suspicion)\sof\b[^.;:,]*$"""
)
_POWER = AnyCase(
    r"""could\s(?:\w+\s)*?have\s(?:easily\s|readily\s|also\s)?(?:done|prevented|stopped|refused|ordered|punished|intervened|called|released|ended|halted|avoided
        |resigned|objected|protected|reported|forbidden|dismissed|withdrawn|taken|given|protested|chosen|used|sent|asked|voted|put|disciplined|countermanded|vetoed|spoken|arrested|detained|suspended|recalled|replaced|warned|stayed|left|declined|relieved|removed|disarmed|opened|investigated|cancelled|revoked|disobeyed|complained|alerted|saved|spared|freed|evacuated)\b"""
)
_ASKED = Exact(r"\b(?:asked|wondered|knew|know|see|saw|said|checked|doubted)\b[^,;]*$")
_AS_ANYBODY = Exact(r"\bas\s(?:any|every)\w*\s(?:\w+\s){0,2}$")
_RESTRICTIVE = Exact(
    r"\b(?:[Aa]ll|[Aa]ny|[Aa]nyone|[Ee]veryone|[Tt]hose|[Ww]hoever|[Nn]obody|[Nn]o\sone|(?:[Aa]ny|[Ee]very|[Nn]o)\s\w+)\s(?:who|whom|that|which)\s$"
)
_CONTRARY = Exact(
    r"\b(?:[Ww]ithout|[Bb]ut\sfor|[Nn]o\s\w+\s(?:could|might)|[Hh]ad\s\S+\snot|^\s*Had|[Ii]f)\b"
)
"""What would have been otherwise: "without the trains nobody could have been moved"."""


def hedges(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of doubt stand, in order, each place once."""
    found = list(_doubts(text))
    if "likely" in text.lower():
        found += [m.span() for m in _LIKELY.finditer(text) if not _is_mind(text, m.start())]
    last = 0
    for begin, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if begin >= last:
            yield begin, end
            last = end


def _doubts(text: str) -> Iterator[tuple[int, int]]:
    for found in DOUBT.finditer(text):
        if _RESTRICTIVE.search(text[: found.start()]) and "have" in found[0]:
            continue
        if found[0].startswith("if") and _ASKED.search(text, 0, found.start()):
            continue
        if _AS_ANYBODY.search(text, max(0, found.start() - 40), found.start()):
            continue
        if found[0].startswith(("could", "might", "would have")) and _CONTRARY.search(text):
            continue
        if _POWER.match(text, found.start()) or _is_mind(text, found.start()):
            continue
        yield found.span()


def _is_mind(text: str, at: int) -> bool:
    """True where the doubt is in somebody's mind or mouth, and that is what is pleaded."""
    clause = re.split(
        r"(?:;|:|,?\s(?:and|but)\s(?=\ufffc|he\b|she\b|the\b|it\b|one\b|there\b|in\sall\b)|,\s(?:when|where|while|after|before)\s|,\s(?:and|but)\s$|\band\s(?=(?:could|may|might)\shave))",
        text[:at],
    )[-1]
    return _MIND.search(clause) is not None
