"""Phrases that leave open what is charged wherever they stand: examples, extensions, open periods and means."""

from indictment.check.language import AnyCase, Phrases

EXAMPLES = Phrases(
    r"""
    ,?\s?\bincluding,?\s(?:but\s(?:by\sno\smeans\s|in\sno\sway\s)?(?:not\s)?(?:exclusively|limited\sto|only|restricted\sto|confined\sto)
        | without\s(?:being\s)?(?:limitation|limited\sto|restriction)
        | among(?:st)?\s(?:others|other\s[a-z]+) | inter\salia | in\sparticular | notably
        | for\s(?:example|instance) | (?:most\s)?(?:especially|particularly) | at\sleast | by\sway\sof),?
  | \binclud(?:es?|ed),?\s(?:(?:but|though|although)\s(?:(?:is|are|was|were)\s)?(?:by\sno\smeans\s|in\sno\sway\s)?(?:not\s)?(?:limited|confined|restricted)\sto
        | among(?:st)?\s(?:others|other\s[a-z]+) | inter\salia | without\slimitation | for\s(?:example|instance) | in\sparticular),?
  | \b(?:but\s|though\s|although\s)?(?:(?:is|are|was|were)\s)?not\s(?:limited|confined|restricted)\sto\b | \bnot\sexclusively\b
  | \bwithout\s(?:limitation|being\s(?:limited|exhaustive)(?:\sto)?|limiting)\b | \bwithout\sprejudice\sto\s(?:any\s)?other\s\w+
  | ,?\s?\bamong(?:st)?\s(?:many\s|several\s|numerous\s|various\s)?(?:others|other\s(?:[a-z]+\s)?[a-z]+)\b | \binter\sali(?:a|os)\b
  | \bsuch\s(?:[a-z]+\s)?as\b(?!\s(?:to|is|are|was|were|it|he|she|they|may|the\scase|would)\b)
  | \bfor\s(?:example|instance)\b,? | \b(?:by\sway\sof|as\san?)\s(?:[a-z]+\s)?(?:example|illustration|instance)\b
  | \b(?:non-exhaustive|not\sexhaustive|(?:purely\s|merely\s)?illustrative(?:\sonly)?|indicative\sonly|by\sno\smeans\sexhaustive)\b
  | \b(?<!most\s)(?:most\s)?notably\b | \bnot\sleast\b(?!\s(?:because|since|as\b))
  | (?<=,\s)(?:first\sof\sall|above\sall|first\sand\sforemost)\b(?=\s(?:the|an?|his|her|their)\b)
  | \b(?<!\ba\s)(?<!\bthe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?:chiefly|primarily|principally|predominantly|typically|mainly|mostly)\b(?!\s(?:responsible|because|inhabited|populated|agricultural))
  | \bto\s(?:name|mention|cite|list)\s(?:(?:but|only|just)\s(?:the\s)?[a-z]+(?:\s[a-z]+)?|a\sfew|some|one)\b | \bbut\snot\s(?:only|solely|just|merely)\b(?=[,.;:]|\s(?:the|in|by|at|of|to)\b)
    """
)
"""What stands for more than is said."""

EXTENSIONS = Phrases(
    r"""
    \b(?:and|or)\s(?:so\s(?:on|forth)|the\slike|such\s?like|similar(?=[,.;]|$)|others\sof\sthe\s(?:kind|same\skind)|what\snot|whatnot|what\shave\syou|the\srest)\b
        (?:\sand\sso\sforth)?
  | (?:\band\s)?\b(?:etc\b\.?|et\scetera\b|et\sal\b\.?|et\sseqq?\b\.?)
  | \b(?:and|or|and/or)\s(?:elsewhere|other\splaces|thereabouts|in\sother\sways|otherwise)\b
        (?!\s(?:than|described|listed|named|aid|aided|aids|abet|abetted|counsell?ed|assist|assisted|assists|contribut\w+|participat\w+|engag\w+|unlawful|dispos\w+|deal\w*)\b)
  | \b(?:and|or)\s(?:many|several|numerous|various|some|a\sfew|certain|countless|any\snumber\sof)\s(?:other|more|further)\w*\b(?!,?\s(?:known|unknown|named|listed|identified|namely|being|whom|whose))
        (?:\s(?!whom|whose|who|that|which)[a-z]+)?
  | ,?\s(?<!another\s)\b(?:and|or|as\swell\sas|along\swith)\s(?:(?:of|by|to|from|on|against|for|in|at)\s)?(?:(?:many|several|various|numerous|some|certain|countless|still|yet|a\sfew)\s)?others\b(?!,?\s(?:known|unknown|named|listed|identified|namely|being|whom|whose|to\swit|that\sis|in\s(?:the\s)?(?:annex|schedule)))
  | \b(?:and|or)\s(?:anything|anyone|anybody|everything|whatever|whoever|anywhere|somewhere|someone|something)\s(?:else|of\svalue|that|they|he|she|could)\b | \banything\s(?:else\s)?of\svalue\b
  | \band\s(?:possibly\s|perhaps\s)(?:elsewhere|others?\b) | \band\s(?:nearby|more|beyond)\b(?=[,.;]|$) | \band\sbeyond\b(?=\s(?:of|in|to|by|were|was)\b)
  | \bone\sthing\s(?:and|or)\sanother\b
  | \b(?:or|and)\s(?:by|in|with|through|at|on|to|from|of|for)\s(?:(?:any\s|some\s|an)?other|similar|like|comparable|related)\s[a-z]+\b(?!\s(?:known|unknown))
  | \bor\s(?:some|any)\sother\s(?:means|ways?|manner|places?|methods?|documents?|items?|things?|objects?|time|date|locations?)\b
  | (?:(?<=\([a-z]\)\s)|(?<=\(i\)\s)|\b(?:and|or)\s(?:of\s|in\s|to\s|by\s)?)any\s(?:further|additional)\s[a-z]+\b
  | \band\s(?:any|all)\sother\s(?!persons?\sknown)[a-z]+\b
  | \b(?:and|or)\s(?:(?:all\s)?the\srest|its\s(?:surroundings|environs)|(?:in\s|of\s|from\s|to\s|at\s)?(?:the\s)?(?:surrounding|neighbouring|neighboring|nearby|adjacent|adjoining|outlying)\s\w+s\b|whatever\s\w+|thereabouts|(?:in\s)?its\svicinity|in\sthe\svicinity)\b
  | \bor\s(?:an?|some)\s(?:similar|like|comparable)\s[a-z]+\b
  | \bof\s(?:all|every|any|many|different)\s(?:kinds?|sorts?|types?|descriptions?)\b | \b(?:every|all|any)\s(?:kinds?|sorts?|manner|types?)\sof\b
  | \band\s(?:much|little|plenty|a\sgood\sdeal)\s(?:else|more|besides)\b | \bas\salso\b
  | \b(?:and|or)\s(?:other\s)?[a-z]+s\s(?:connected|associated|linked|akin|similar|related|allied)\s(?:with|to)\b
  | \b(?:or|and)\s(?:something|anything|someone|somebody)\s(?:of\s(?:the|that)\s(?:sort|kind)|similar|like\s(?:it|that))\b | \banything\selse\b
  | \bor\ssimilar\b | \band\s(?:as\smany|more)\sbesides\b | \band\sothers\sbesides\b
    """
)
"""What adds to a list without saying what."""

PERIODS = Phrases(
    r"""
    \band\s(?:on|over|in|during)\s(?:the\s)?(?:(?:subsequent|following|other|further|succeeding)\s(?:days|weeks|months|dates|occasions|years|nights)|later\s(?:dates|occasions))\b
  | \band\s(?:has\s|have\s)?continued\s(?:thereafter|afterwards|beyond|since)\b | \bin\sor\s(?:before|after)\b
  | \b(?:at\s(?:regular\s|irregular\s|frequent\s)?intervals|occasionally|intermittently|sporadically)\b(?:\sthereafter\b)?
  | \b(?:until|to|till)\s(?:no|not)\searlier\sthan\b | \b(?:from|since)\s(?:no|not)\slater\sthan\b
  | \b(?:and|until|to)\sa\s(?:day|date|time)\s(?:after|before|following|thereafter|later)\b
  | \b(?:on|at)\s(?:repeated|other|further|different|various|diverse|divers|separate|unspecified)\soccasions\b | \bon\soccasions?\b(?!\sof) | \b(?:repeatedly\sand\s)?over\sand\sover\sagain\b
  | \bto\s(?:the\spresent(?:\s(?:day|time))?|this\sday|date)\b | \buntil\s(?:now|today)\b
  | \bor\s(?:even\s|possibly\s|perhaps\s)?(?:earlier|later|thereafter)\b(?=[,.;)]|\s(?:until|to|in)\b|$)
  | \b(?:from|on|at)\sa(?:\sdate|n?\s\w+\sdate)?\s(?:unknown|not\sknown|unspecified)\b(?!\s(?:but|in|during|between))
  | \bat\ssome\s(?:point|time|stage|later\s\w+|unknown\s\w+)\b(?!\s(?:between|on)) | \bsome\s?time\s(?:after|before|in|around|during)\b
  | \bon\sor\safter\b | \bon\sor\sbefore\b(?!\sthe\s(?:due|statutory))
  | \b(?:from\stime\sto\stime|on\s(?:and\soff|and\soff)|at\s(?:various\s)?times|now\sand\sthen|every\sso\soften|off\sand\son|every\snow\sand\sthen)\b(?!\s(?:relevant|material))
  | (?:(?<=\d\s)|(?<=\d)|(?<=there\s)|(?<=\d,\s))(?:onwards?|forward)\b | \bthereafter\suntil\snow\b | \band\scontinu(?:ing|es)(?:\sthereafter)?\b(?!\s(?:through|until|to|up))
  | \band\s(?:thereafter|later|afterwards|subsequently|onwards?|after(?:\sthat)?(?:\sdate)?|in\sthe\s(?:days|weeks|months)\s(?:that\sfollowed|after))\b(?=[,.;)]|$)
  | \b(?:until|up\sto|to|till)\s(?:an?\s(?:unknown|unspecified|undetermined|later|uncertain)\s(?:date|time|day|point)|an?\s(?:date|day|time|hour|point)\s(?:as\s)?(?:yet\s)?(?:unknown|unspecified|undetermined|unascertained|uncertain|not\s(?:yet\s|precisely\s|exactly\s)?(?:known|established|specified|determined|ascertained|identified)))
  | \band\sa(?:\s(?:date|day|time)\s(?:as\s)?(?:yet\s)?(?:unknown|unspecified|undetermined|unascertained|uncertain|not\s(?:yet\s|precisely\s|exactly\s)?(?:known|established|specified|determined|ascertained|identified))|n\s(?:unknown|unspecified)\s(?:date|day|time))\b
  | \b(?:on|at|in)\s(?:dates?|an?\s(?:date|day|time|place)|times|(?:one\sor\smore|some)\s(?:dates|occasions|days)|places)\s
        (?:and\s(?:times|places)\s)?(?:unknown|unspecified|not\s(?:yet\s)?(?:specified|known|established))\b(?!,?\s(?:but\s)?(?:between|before|in|during|no|not|within))
  | \b(?:on|at|in)\s(?:an?\s)?(?:unknown|unspecified|undetermined)\s(?:dates?|occasions?|times?|places?|days?)\b(?!,?\s(?:between|before|in|during|no|not|within))
  | \bone\sof\sthe\s(?:days|nights|weeks|months)\s(?:after|before|following|that\sfollowed)\b | \bon\slater\s(?:dates|occasions)\b
  | \b(?:starting|beginning|commencing)\s(?:from|in|on|at|no\slater\sthan|as\searly\sas|(?:in|on)\sor\s(?:about|around))\s(?=[^.;]*\d)(?![^.;]{0,60}?\b(?:until|through|to\s(?:in\s|on\s|about\s|or\s|the\s|at\sleast\s|early\s|late\s|mid-?)*(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)|till|and\sending|ending|up\sto|for\s\w+\s(?:days|weeks|months|years))\b)
  | \bfrom\s(?:in\sor\sabout|on\sor\sabout|about|around|early|late|mid-?|the\s\w+\sof)?\s?(?:\d{1,2}\s)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s)?(?:19|20)\d\d\s(?:on|forward)\b
  | \bfrom\s(?:then|that\s(?:day|date|time))\s(?:forward|onwards?)\b | \bfor\s(?:an\sunknown|an\sunspecified|an\sindefinite|some|a\sconsiderable|a\slong)\s(?:period|time|while)\b | \bas\searly\sas\b
    """
)
"""A time that is open at one end, or is none."""

MEANS = Phrases(
    r"""
    \bby\s(?:(?:whatever|any|all\savailable|all\spossible|every|all)\smeans|various\smeans|any\sand\sall\smeans)\b(?!\sof\b)
  | \b(?:in|by)\s(?:one|some)\s(?:way|means|manner|form|method)\sor\sanother\b | \bin\sany\s(?:way|manner|form)\b | \bin\s(?:various|different|many|several|other)\sways\b
  | \bin\s(?:some|another|an\sunknown|an\sunspecified)\s(?:other\s)?(?:way|manner|fashion|form)\b | \bor\s(?:in|at|by|on)\s(?:another|some\sother)\s[a-z]+\b
  | \b(?:(?:undisclosed(?=\s(?:sums?|amounts?|numbers?|locations?|places?|dates?|prices?|quantit\w+)\b))|unquantified|unascertained|unstated|unspecified|undetermined)\s[a-z]+ | \bunidentified\s(?:locations?|places?|dates?|objects|sources?|means|sites?|accounts?)\b
  | \bin\sexcess\sof\b(?!\s(?:his|her|their|the|any)\b)
  | \b(?:more|greater)\sthan\s(?:once|an?\s(?:dozen|score|hundred)|one\s(?![^.;]*\bnamely\b)[a-z]+) | \bon\smore\sthan\s(?:one|two)\s(?:other\s)?occasions?\b
  | \b(?<!each\sof\s)(?:more\sthan|over|exceeding|above)\s(?:us\s?)?[$£€]\s?\d[\d.,]*(?:\s(?:thousand|million|billion))?
  | \bone\sor\smore\s(?!of\b|persons?\b|people\b|individuals?\b|forms?\b|acts?\s(?:of|referred)\b|crimes?\b|elements?\b|protected\b|civilians?\b|members\b|counts?\b)(?:[a-z-]+\s)?[a-z-]+s?\b
  | \bany\snumber\sof\b | \band\sover\b(?=[,.;])
    """
)
"""Means, amounts and numbers that are not said."""
RARE = AnyCase(r"\be\.\s?g\.,?|\bon\sthis\sand\sthat\b")
OF_RARE = ("e.g", "e. g", "this and that")
"""Words too common, or too short, to be sought by; and what stands where they match."""
