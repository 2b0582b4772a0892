"""The words by which a drafter doubts: adverbs, impersonal phrases, what "may have" been.

Before each pattern stand the first four letters of the words without which it cannot match.
"""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, keys


class _Sought:
    """Patterns in any case, each sought only where one of its words begins with the four letters named."""

    def __init__(self, *each: tuple[str, str]) -> None:
        self._patterns = [AnyCase(pattern) for _, pattern in each]
        self._by_word: dict[str, list[int]] = {}
        for number, (words, _) in enumerate(each):
            for word in words.split():
                self._by_word.setdefault(word, []).append(number)
        self._words = frozenset(self._by_word)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of all patterns; they may overlap and are in no order."""
        here = self._words & keys(text)
        for number in {number for word in here for number in self._by_word[word]}:
            yield from self._patterns[number].finditer(text)


_SUPPOSE = r"(?:think|suppose|assume|imagine|infer|expect|conclude|suspect|say|guess|surmise|conjecture|presume|believe|deduce)"
_SUPPOSED = r"(?:thought|supposed|assumed|imagined|inferred|expected|suspected|guessed|surmised|conjectured|presumed|believed|deduced)"
_HELD_TO = r"(?:said|believed|thought|presumed|assumed|supposed|rumou?red|reported|understood|suspected|reputed|claimed|reckoned|considered|credited|taken|inferred|surmised|estimated|suggested)"
_DEGREE = r"(?:also|now|generally|widely|commonly|further|strongly|still|variously|quite|very|highly|most|entirely|at\sleast|more\sthan|all\stoo|perfectly|reasonably|therefore|thus|only|not|altogether|equally|even|rather)"

DOUBT = _Sought(
    (
        "alle repo appa pres poss prob perh mayb seem supp purp conc argu evid oste puta plau repu doub undo rumo assu theo hypo perc feas imag prof avow",
        r"""\b(?:(?:most|very|quite|more\sthan|all\stoo|almost)\s)?
      (?:allegedly | reportedly | apparently | presumably | possibly | probably | perhaps | maybe | seemingly
        | supposedly | purportedly | conceivably | arguably | evidently | ostensibly | putatively | plausibly
        | reputedly | doubtless | undoubtedly\s(?:must|may) | rumou?redly | assumedly | theoretically | presumptively | hypothetically
        | perchance | feasibly | imaginably | professedly | avowedly)\b""",
    ),
    (
        "doub cert sure",
        r"""\b(?:no|little|hardly\sany|scarcely\sa)\sdoubt\b(?!\sas\sto\b) | \b(?:almost|nearly|all\sbut|virtually|practically|as\sgood\sas)\s(?:certain|certainly|surely|sure)\b""",
    ),
    (
        "appe seem thou supp argu said assu infe pres surm conc take poss like prob plau impo excl unli impr impl inco thin uncl unce doub ques clea cert beli susp unde rumo repo sugg clai esti rule disc",
        rf"""\bit\s(?:{_DEGREE}\s)?
      (?:(?:would|may|might|could)\s(?:{_DEGREE}\s)?(?:appear|seem|be\s(?:that|thought|supposed|argued|said|assumed|inferred|presumed))
        | appears | seems | appeared | seemed | (?:can|may|must|could|has\sto|is\sto)\s(?:{_DEGREE}\s)?be\s(?:assumed|presumed|inferred|supposed|surmised|concluded|thought|taken)
        | (?:is|was|seems|remains|appears)\s(?:{_DEGREE}\s){{0,2}}
          (?:possible|likely|probable|conceivable|plausible|impossible|excluded|unlikely|improbable|implausible|inconceivable|arguable|thinkable|unclear|uncertain|doubtful|questionable)(?!\sto\s(?:him|her|\ufffc))
        | (?:is|was)\s(?:not|far\sfrom|by\sno\smeans)\s(?:\w+ly\s)?(?:clear|certain)
        | (?:is|was|has\sbeen)\s(?:{_DEGREE}\s)?(?:believed|thought|said|assumed|presumed|supposed|suspected|understood|rumou?red|reported|suggested|claimed|inferred|surmised|estimated\sthat)
        | (?:cannot|can\snot|could\snot|can\shardly|can\sscarcely)\sbe\s(?:excluded|ruled\sout|discounted|doubted))
      (?:\s(?:so\s)?(?:that|to|as\sif|as\sthough)\b)?""",
    ),
    (
        "thin supp assu imag infe expe conc susp say gues surm conj pres beli dedu",
        rf"""\b(?:reasonable|fair|safe|natural|plausible|logical|tempting|legitimate|permissible|possible)\sto\s{_SUPPOSE}\b""",
    ),
    (
        "may migh coul",
        r"""\bit\s(?:may|might|could)\s(?:well\s|even\s)?be\sthat\b""",
    ),
    (
        "look appe hall",
        r"""\bit\slooks?\s(?:very\s(?:much\s)?)?(?:like|as\sif|as\sthough|likely)\b | \blooks?\sas\s(?:if|though)\b | \b(?:has|have|had)\s(?:every|all\sthe|the)\s(?:appearances?|look|hallmarks)\sof\b""",
    ),
    (
        "ther",
        rf"""\bthere\s(?:is|are|was|were|exists?)\s(?:some\s|every\s|good\s|much\s|strong\s|no\ssmall\s|a\s(?:strong\s|real\s|good\s|high\s|distinct\s|fair\s)?)?
      (?:indications?|suggestions?|suspicions?|likelihood|possibility|probability|chance|signs|reason\sto\s{_SUPPOSE}|cause\sto\s{_SUPPOSE}|evidence\sto\ssuggest)\b(?:\s(?:that|of)\b)?""",
    ),
    (
        "like prob chan odds infe susp indi pres impr supp bett",
        r"""\b(?:the|all(?:\sthe)?)\s(?:likelihood|probability|chances?|odds|inference|suspicion|indications|presumption|impression|supposition|better\sview)\s(?:is|are|remains)\s(?:that\b)? | \b(?:chances|indications)\sare\b""",
    ),
    (
        "poin sugg indi susp fall",
        r"""\b(?:everything|all|much)\s(?:points?\sto|suggests?|indicates?)\b | \bsuspicion\sfalls\son\b | \bsuspicion\spoints\b""",
    ),
    (
        "have",
        rf"""\b(?:is|are|was|were|(?:can|may|must|could)\sbe)\s(?:{_DEGREE}\s)?
      (?:{_HELD_TO}|likely|unlikely|liable|alleged|held|certain|bound|sure)
      \sto\shave(?:\sbeen)?\b""",
    ),
    (
        "said beli thou pres assu supp rumo repo unde susp repu reck",
        rf"""\b(?:is|are)\s(?:{_DEGREE}\s)?(?:said|believed|thought|presumed|assumed|supposed|rumou?red|reported|understood|suspected|reputed|reckoned)\s(?:to|that)\b""",
    ),
    (
        "said beli thou pres assu supp rumo repo unde susp repu reck like prob poss",
        rf"""\bas\s(?:is|has\sbeen|are)\s(?:{_DEGREE}\s)?(?:said|believed|thought|presumed|assumed|supposed|rumou?red|reported|understood|suspected|likely|probable|possible)\b""",
    ),
    (
        "seem appe",
        r"""\bas\s(?:seems|appears)\s(?:likely|probable|possible)\b | \b(?:so|as)\sit\s(?:would\s)?(?:seems?|appears?)\b""",
    ),
    (
        "beli thou pres assu rumo unde susp repo repu",
        r"""\b(?:believed|thought|presumed|assumed|rumou?red|understood|suspected|reported|reputed)\sto\s(?:be|have)\b""",
    ),
    (
        "seem appe",
        r"""\b(?:appears?|seems?)\s(?:to|that|as\sif|as\sthough|likely|not\sto|probable|rather|also\sto|even\sto)\b""",
    ),
    (
        "seem appe",
        r"""\b(?:appeared|seemed)\sto\s(?:have)\b""",
    ),
    (
        "seem appe",
        r"""\b(?:would|might|may|could)\s(?:also\s|thus\s)?(?:seem|appear)\b(?!\s(?:in|on|at|before)\b)(?:\s(?:to|that)\b)?""",
    ),
    (
        "what",
        r"""\bwhat\s(?:appears|seems|looks|may|might)\b(?!\s(?:in|on|at)\b)""",
    ),
    (
        "have",
        r"""\b(?:may|might|could|must|can|cannot)\s(?:or\s(?:may|might)\snot\s)?(?:well\s|also\s|even\s|at\stimes\s|not\s|thus\s|then\s|too\s|but\s|very\swell\s|perhaps\s|already\s|(?!\bonly)\w+ly\s){0,3}have\s(?:(?:well|also|already|even|personally|himself|herself|long|in\sfact)\s)?
      (?!the\b|an?\b|contact\b|knowledge\b|recourse\b|dealings\b|regard\b|authority\b|power\b|access\b|no\b|any\b|to\b)\w+""",
    ),
    (
        "woul",
        r"""\bwould\s(?:then\s|also\s|certainly\s|surely\s|almost\scertainly\s)?have\s(?:been\s(?:aware|apparent|obvious|able\sto\s(?:see|hear)|told|informed|present|visible)|known|seen|heard|noticed|read|realised|realized|understood|learned|learnt|recognised|recognized)\b""",
    ),
    (
        "have",
        r"""\bwill\s(?:(?:surely|doubtless|no\sdoubt|presumably|certainly|then|also)\s)?have\s(?!to\b|the\b|an?\b|no\b|any\b)\w+""",
    ),
    (
        "well",
        r"""\b(?:may|might|could)\s(?:very\s)?well\b(?!\sas\b)""",
    ),
    (
        "may migh coul",
        r"""\b(?:may|might|could)\sbe\s(?:the\s(?:author|man|person|same|owner|source|one|hand)|one\sof|responsible|identical|implicated|involved)\b""",
    ),
    (
        "like prob acco appe indi",
        r"""\b(?:in|with|by)\s(?:all|every|some)\s(?:likelihood|probability|accounts|appearances?) | \b(?:to|by|from)\s(?:all|every|outward|all\soutward)\s(?:appearances?|accounts|indications?)\b""",
    ),
    (
        "avai pres curr evid info face acco read view vers tell esti",
        r"""\bon\s(?:one|some|another)\s(?:account|reading|view|version|telling)\b | \b(?:on|by)\s(?:some|preliminary|early|rough|provisional|first|initial|conservative)\s(?:estimates?|information|evidence|accounts?)\b | \bon\sthe\s(?:face\sof\s(?:it|things)|available\s\w+|present\s(?:evidence|information|material)|current\s(?:evidence|information)|evidence\s(?:so\sfar|at\shand)|information\s(?:so\sfar|at\shand)) | \bon\s(?:present|current|available)\s(?:evidence|information|knowledge)\b""",
    ),
    (
        "info beli like",
        r"""\b(?:up)?on\s(?:information\sand\sbelief|belief) | \b(?:as|like)\s(?:likely\s)?as\snot\b""",
    ),
    (
        "far",
        r"""\b(?:in\s)?(?:as|so)\sfar\sas\s(?:\w+\s){1,5}?(?:tell|told|known|know|knows|judged?|ascertain(?:ed)?|establish(?:ed)?|determined?|aware|see|seen|say|said|gathered|understood|traced|reconstructed|appears)\b""",
    ),
    (
        "know gath esta lear tell piec said",
        r"""\b(?:from|for)\s(?:what|all)\s(?:(?:is|can\sbe|has\sbeen|one|we|little\sis)\s){1,2}(?:known?|gathered|established|learned|tell|knows|pieced\stogether|said)\b""",
    ),
    (
        "best",
        r"""\bto\sthe\sbest\sof\s(?:the|our|its|my)\s\w+(?:'s|’s)?\s(?:\w+\s)?(?:knowledge|belief|information)\b""",
    ),
    (
        "like prob",
        r"""\b(?:more|as)\slikely\s(?:than\snot|as\snot)\b | \bmore\sprobably\sthan\snot\b | \bprobable\s(?:than\snot|enough)\b""",
    ),
    (
        "if whet",
        r"""\b(?:if|whether)\s(?:or\s)?not\s(?:actually|in\sfact)\b | \bif\snot\s(?=himself|herself|personally|directly|more|all)\w+""",
    ),
    (
        "if",
        r"""\bif\s(?:(?!\b(?:he|she|they|you)\b)[\w.-]+\s){1,5}?(?:is|are|was|were|can|may)\s(?:to\s)?(?:be\s)?(?:right|correct|believed|trusted|credited|accurate|reliable|true|truthful|relied\s(?:up)?on|anything\sto\sgo\sby|any\sguide)\b""",
    ),
    (
        "if",
        r"""\bif\s(?:one|we)\s(?:believes?|trusts?|credits?|may\sbelieve|accepts?|follows?)\b | \bif\smemory\sserves\b""",
    ),
    (
        "sugg hint impl tend poin",
        r"""\b(?:some|certain|several|many|the)?\s?(?:evidence|reports?|sources|accounts|indications|witnesses|materials?|circumstances|facts|documents|records?|traces|logs?|entries|entry)\s(?:may\s|might\s|would\s|strongly\s|clearly\s|rather\s)?(?:suggests?|hints?|imply|implies|tends?\sto\s(?:show|suggest|indicate|confirm|prove)|points?\sto(?:wards)?)\b(?:\sthat\b)?""",
    ),
    (
        "sugg hint impl tend seem appe indi reas cred",
        rf"""\b(?:suggests|hints|implies)\sthat\b | \b(?:is|are)\scredited\swith\b | \b(?:tends?|seems?|appears?)\sto\s(?:show|suggest|indicate)\b | \bwould\s(?:suggest|indicate|imply)\b | \bgives?\s(?:some\s|every\s|good\s)?reason\sto\s{_SUPPOSE}\b""",
    ),
    (
        "assu pres susp supp surm sugg infe gues thin beli imag unde gath dedu have forg expe",
        rf"""\b(?:the\sprosecution|the\sprosecutor|the\scrown|the\sgovernment|the\sgrand\sjury|the\sinvestigation|investigators|we|one|i)\s(?:(?:may|can|must|might|could|would|therefore|also|has\sto|is\sinclined\sto|are\sinclined\sto)\s){{0,2}}(?:only\s|well\s|safely\s|reasonably\s|\w+ly\s)?
      (?:assumes?|presumes?|suspects?|supposes?|surmises?|suggests?|infers?|guess(?:es)?|thinks?|believes?|imagines?|understands?\sthat|gathers?|deduces?|have\s{_SUPPOSED}|be\sforgiven|expects?)\b""",
    ),
    (
        "rumo word hear lege stor acco",
        r"""\b(?:rumou?r|word|hearsay|legend|the\sstory)\shas\sit\b | \bstory\s(?:goes|runs)\b | \baccording\sto\s(?:rumou?rs?|hearsay|some|unconfirmed\s\w+|(?:some|certain|unnamed|various)\s\w+)\b""",
    ),
    (
        "unco unve",
        r"""\b(?:unconfirmed|unverified)\s\w+""",
    ),
    (
        "doub ques uncl",
        rf"""\b(?:is|are|was|were)\s(?:{_DEGREE}\s)?(?:open\sto\s(?:doubt|question)|in\s(?:some\s)?doubt|an\sopen\squestion|unclear|doubtful|questionable)\b(?!\sto\b)""",
    ),
    (
        "rema",
        rf"""\bremains?\s(?:{_DEGREE}\s)?(?:unclear|uncertain|open|doubtful|in\sdoubt|to\sbe\s(?:seen|established|determined|clarified|proved))\b""",
    ),
    (
        "judg like",
        r"""\bjudging\s(?:by|from)\b | \b(?:is|was|are|were)\s(?:very\s|most\s|also\s)?likely\s(?:in|at|on|there|present|among|aware|the|an?|one)\b(?!\s(?:event|case|result))""",
    ),
    (
        "unli unre unth impr impl impo inco",
        r"""\bnot\s(?:un(?:likely|reasonably|thinkable)|im(?:probable|plausible|possible)|improbably|implausibly|inconceivabl[ey])\b""",
    ),
    (
        "poss prob pres susp supp puta appa like",
        r"""\b(?:possible|probable|presumed|suspected|supposed|putative|apparent|likely)\s(?=(?:involvement|participation|knowledge|role|presence|complicity|order|approval|consent|author|authorship|perpetrator)\b)""",
    ),
    (
        "so some way sort it",
        r"""\bor\sso\b(?=[,.;]) | \bsomething\slike\b | \bone\sway\sor\s(?:the\sother|another)\b | \bas\sit\swere\b | \bsort\sof\b(?!\s[a-z])""",
    ),
)  # fmt: skip
"""Words of doubt; whether it is the drafter's is seen from what stands around them."""
