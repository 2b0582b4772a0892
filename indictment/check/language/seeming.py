"""Words that say a fact only seems, is thought, or may have been: adverbs, impersonal phrases, "may have".

Before each pattern stand the first four letters of the words without which it cannot match.
"""

_SUPPOSE = r"(?:think|suppose|assume|imagine|infer|expect|conclude|suspect|say|guess|surmise|conjecture|presume|believe|deduce)"
_HELD_TO = r"(?:said|believed|thought|presumed|assumed|supposed|rumou?red|reported|understood|suspected|reputed|claimed|reckoned|considered|credited|taken|inferred|surmised|estimated|suggested)"
_DEGREE = r"(?:also|now|generally|widely|commonly|further|strongly|still|variously|quite|very|highly|most|entirely|at\sleast|more\sthan|all\stoo|perfectly|reasonably|therefore|thus|only|not|altogether|equally|even|rather)"

SEEMING = (
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
        "exce amou tota reac",
        r"""\b(?:total|sum|number|loss|damage|amount|value|figure|toll)s?\s(?:may|might|could)\s(?:exceed|amount|total|reach)\b""",
    ),
    (
        "well",
        r"""\b(?:may|might|could)\s(?:very\s)?well\b(?!\sas\b)""",
    ),
    (
        "may migh coul",
        r"""\b(?:may|might|could)\sbe\s(?:the\s(?:author|man|person|same|owner|source|one|hand)|one\sof|responsible|identical|implicated|involved)\b""",
    ),
)  # fmt: skip
