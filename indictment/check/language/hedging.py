"""A sentence -> the words in it by which the drafter doubts what is pleaded."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Phrases

_DOUBT = Phrases(
    r"""
    \b(?:(?:most|very|quite|more\sthan|all\stoo)\s)?
      (?:allegedly | reportedly | apparently | presumably | possibly | probably | perhaps | maybe | seemingly
        | supposedly | purportedly | conceivably | arguably | evidently | ostensibly | putatively | plausibly
        | reputedly | doubtless | undoubtedly\s(?:must|may) | rumou?redly | assumedly | theoretically)\b
  | \bit\s(?:now\s|also\s|further\s|therefore\s|thus\s|at\sleast\s)?
      (?:(?:would|may|might|could)\s(?:appear|seem|be\s(?:that|thought|supposed|argued|said|assumed|inferred|presumed))
        | appears | seems | appeared | seemed | (?:can|may|must|could)\s(?:only\s)?be\s(?:assumed|presumed|inferred|supposed|surmised|concluded|thought)
        | (?:is|was)\s(?:(?:quite|very|highly|entirely|at\sleast|more\sthan|not)\s)?
          (?:possible|likely|probable|conceivable|plausible|impossible|excluded|unlikely|arguable|thinkable|unclear|uncertain|not\sclear)
        | (?:is|was|has\sbeen)\s(?:generally\s|widely\s)?(?:believed|thought|said|assumed|presumed|supposed|suspected|understood|rumou?red|reported|suggested|claimed|inferred|surmised|estimated\sthat)
        | (?:cannot|can\snot|could\snot)\sbe\s(?:excluded|ruled\sout|discounted))
      (?:\s(?:so\s)?(?:that|to|as\sif|as\sthough)\b)?
  | \bit\s(?:may|might|could)\s(?:well\s)?be\sthat\b
  | \bthere\s(?:is|are|was|were)\s(?:some\s|every\s|good\s|a\s(?:strong\s|real\s)?)?(?:indications?|suggestions?|suspicions?|likelihood|possibility|probability|chance|signs)\b(?:\s(?:that|of)\b)?
  | \b(?:is|are|was|were)\s(?:also\s|generally\s|widely\s|further\s)?
      (?:said|believed|thought|presumed|assumed|supposed|rumou?red|reported|understood|suspected|reputed|claimed|likely|estimated|unlikely|liable|alleged|suggested|held)
      \sto\shave(?:\sbeen)?\b
  | \b(?:is|are)\s(?:also\s|generally\s|widely\s)?(?:said|believed|thought|presumed|assumed|supposed|rumou?red|reported|understood|suspected|reputed)\s(?:to|that)\b
  | \b(?:believed|thought|presumed|assumed|rumou?red|understood|suspected|reported|reputed)\sto\s(?:be|have)\b
  | \b(?:appears?|seems?)\s(?:to|that|as\sif|as\sthough|likely|not\sto)\b
  | \b(?:appeared|seemed)\sto\s(?:have)\b
  | \b(?:would|might|may|could)\s(?:also\s)?(?:seem|appear)\b(?!\s(?:in|on|at|before)\b)(?:\s(?:to|that)\b)?
  | \b(?:may|might|could|must)\s(?:well\s|also\s|even\s|perhaps\s|possibly\s|at\stimes\s|not\s|thus\s|then\s|already\s|surely\s|therefore\s)*have\s(?:(?:well|also|already|even|personally|himself|herself|long|in\sfact)\s)?
      (?!the\b|an?\b)\w+
  | \b(?:may|might|could)\s(?:very\s)?well\b(?!\sas\b)
  | \b(?:in|with|by)\s(?:all|every)\s(?:likelihood|probability|accounts|appearances?) | \b(?:to|by)\sall\s(?:appearances|accounts)\b
  | \b(?:as|so)\sfar\sas\s(?:is|can\sbe|could\sbe|the\s\w+\s(?:is|are)|we)\s(?:known|aware|ascertained|established|determined|know)\b
  | \bto\sthe\sbest\sof\s(?:the|our|its)\s\w+(?:'s|’s)?\s(?:knowledge|belief|information)\b
  | \b(?:more|as)\slikely\s(?:than\snot|as\snot)\b
  | \b(?:if|whether)\s(?:or\s)?not\s(?:actually|in\sfact)\b | \bif\snot\s(?=himself|herself|personally|directly|more|all)\w+
  | \b(?:some|certain|several|many)?\s?(?:evidence|reports?|sources|accounts|indications|witnesses|materials?)\s(?:may\s|might\s|would\s)?(?:suggests?|hints?|imply|implies|tends?\sto\s(?:show|suggest)|points?\sto)\b(?:\sthat\b)?
  | \b(?:the\sprosecution|the\sprosecutor|the\scrown|we|one)\s(?:may\s|can\s|must\s)?(?:assumes?|presumes?|suspects?|supposes?|surmises?|suggests?|infers?|guess|thinks?|believes?)\b
  | \b(?:rumou?r|word|hearsay|report)\shas\sit\b | \baccording\sto\s(?:rumou?rs?|hearsay|some|unconfirmed\s\w+|(?:some|certain|unnamed|various)\s\w+)\b
  | \b(?:unconfirmed|unverified)\s\w+
  | \b(?:possible|probable|presumed|suspected|supposed|putative|apparent)\s(?=(?:involvement|participation|knowledge|role|presence|complicity|order|approval|consent|author|authorship|perpetrator)\b)
  | \bor\sso\b(?=[,.;]) | \bsomething\slike\b | \bone\sway\sor\s(?:the\sother|another)\b | \bas\sit\swere\b | \bsort\sof\b(?!\s[a-z])
  | \bquite\slikely\b
    """
)
_LIKELY = AnyCase(
    r"(?<!\bbe\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)(?<!\bmore\s)(?<!\bless\s)(?<!\bas\s)(?<!\bnot\s)(?<!\ba\s)(?<!\bthe\s)(?<!\bbeing\s)"
    r"\b(?:most\s|very\s)?likely\b(?!\s(?:to|that|consequence|effect|outcome|result)\b)"
)
_MUST = AnyCase(r"\bmust\s(?:be\s(?:presumed|assumed)|surely|have)\b")

# Doubts that are not the drafter's: a mind's content, reported words, a rule, a power to act.
_MIND = AnyCase(
    r"""\b(?:kn(?:ew|ow\w*)|aware\w*|foresaw|foresee\w*|foreseen|believ(?:ed|ing)|suspect(?:ed|ing)|fear(?:ed|ing)|realis(?:ed|ing)|realiz(?:ed|ing)|understood
        |accept(?:ed|ing)|intend(?:ed|ing)|intent|told|tells|warned|warning|wrote|writing|said|reported|informed|stated|considered|thought|hop(?:ed|ing)|asked|advised|risk|possibility|likelihood|ground|grounds|reason|suggested|replied|answered|announced|claimed|predicted|assumed|calculated|estimated|indifferent|reckless|regardless|expected|contemplated|anticipated|notice)\b
        [^.;:]{0,80}?\b(?:that|whether|how|what)\b[^.;:]*$
      | \b(?:aware(?:ness)?|risk|possibility|likelihood|danger|fear|knowledge|suspicion)\sof\b[^.;:,]*$"""
)
_POWER = AnyCase(
    r"""could\s(?:\w+\s)*?have\s(?:easily\s|readily\s|also\s)?(?:done|prevented|stopped|refused|ordered|punished|intervened|called|released|ended|halted|avoided
        |resigned|objected|protected|reported|forbidden|dismissed|withdrawn|taken|given|protested|chosen|used|sent|asked|voted|put|disciplined|countermanded|vetoed|spoken)\b"""
)
_RESTRICTIVE = re.compile(
    r"\b(?:all|any|anyone|everyone|those|whoever|nobody|no\sone)\s(?:who|whom|that|which)\s$"
)
_CONTRARY = re.compile(
    r"\b(?:[Ww]ithout|[Bb]ut\sfor|[Nn]o\s\w+\s(?:could|might)|[Hh]ad\s\S+\snot|[Ii]f)\b"
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
    for found in _DOUBT.finditer(text):
        if _RESTRICTIVE.search(text[: found.start()]) and "have" in found[0]:
            continue
        if found[0].startswith(("could", "might")) and _CONTRARY.search(text):
            continue
        if _POWER.match(text, found.start()) or _is_mind(text, found.start()):
            continue
        if found[0].startswith("must") and not _MUST.match(text, found.start()):
            continue
        yield found.span()


def _is_mind(text: str, at: int) -> bool:
    """True where the doubt is in somebody's mind or mouth, and that is what is pleaded."""
    clause = re.split(
        r"(?:;|:|,?\s(?:and|but)\s(?=\ufffc|he\b|she\b|the\b)|,\s(?:when|where|while|after|before)\s|\band\s(?=(?:could|may|might)\shave))",
        text[:at],
    )[-1]
    return _MIND.search(clause) is not None
