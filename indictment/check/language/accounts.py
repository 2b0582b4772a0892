"""Words that rest a fact on an account, an estimate or a guess: "on one version", "evidence suggests", "one may assume".

Before each pattern stand the first four letters of the words without which it cannot match.
"""

_SUPPOSE = r"(?:think|suppose|assume|imagine|infer|expect|conclude|suspect|say|guess|surmise|conjecture|presume|believe|deduce)"
_SUPPOSED = r"(?:thought|supposed|assumed|imagined|inferred|expected|suspected|guessed|surmised|conjectured|presumed|believed|deduced)"
_DEGREE = r"(?:also|now|generally|widely|commonly|further|strongly|still|variously|quite|very|highly|most|entirely|at\sleast|more\sthan|all\stoo|perfectly|reasonably|therefore|thus|only|not|altogether|equally|even|rather)"

ACCOUNTS = (
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
