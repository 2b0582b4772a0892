"""How pleadings name groups: the accused as a body, others beside an accused, bodies without a face.

Patterns and lists for `collectives`, which reads a sentence by them.
"""

import re

from indictment.check.language import AnyCase, listed, triggers

BARE = (
    r"(?:(?:senior|high-ranking|leading|top|political|military|party|government|state|regional|local"
    r"|federal|security|company|ranking)\s)"
)
ADJ = (
    r"(?:(?!(?:the|a|an|his|her|their|its|was|were|had|of|and|in|for|to|by|with|or|on|at|from|as|that)\b)"
    r"[\w'’.-]+\s)"
)
ACCUSED = AnyCase(
    r"""\b(?P<det>(?:all|both|most|some|several)\s(?:of\s)?(?:the\s)?(?:two\s|three\s|four\s|five\s|six\s|\w+\s)?|(?:his|her|their)\s|the\s(?:two\s|three\s|four\s|five\s|six\s|seven\s|eight\s|above-named\s|aforesaid\s|said\s)?)
        (?:accused|defendants|suspects|co-accused|co-defendants|accused\spersons|indictees|co-perpetrators|perpetrators|conspirators|co-?conspirators|offenders|culprits|accomplices|wrongdoers|plotters)
        (?:\s(?:and\s(?:(?:their\s|his\s)?(?:\w+\s)?(?:others|associates|accomplices|subordinates|followers|men|confederates|co-conspirators|supporters|forces)))
          |,\s(?:individually|jointly|acting|together|alone)[^.;]{0,60}?\bothers,?)?(?![\w-])"""
)
PAIR = AnyCase(
    r"""\b(?:both|the\s(?:two|three|four|five)|all\s(?:two|three|four|five|of)|(?:all|both)\sof|some\sof|these)\s(?:of\s)?(?:them|men|women|officers|officials|brothers|ministers|generals|commanders|directors|leaders|partners|colleagues|these|co-\w+)(?![\w-])
      | \b(?:the\s(?:pair|duo|trio|quartet|two|three|four)|both|all\s(?:two|three|four|five))(?=\s(?:(?:then|also|again|later|\w+ly)\s)?(?:\w+ed|knew|took|went|gave|saw|told|said|had|were|made|met|held|wrote|kept|left|chose|drove|hid|sold|began)\b)"""
)
WE = AnyCase(
    r"""\b(?:(?P<of>with|and|alongside|by|through|of)\s)?(?P<words>
        (?:(?:the\s|his\s|her\s|their\s|its\s|several\s|many\s|some\s|certain\s|various\s|unnamed\s|unidentified\s|unknown\s)?
        others(?!\s(?:left|fled|died|were|was|who\s(?:died|were)|of\sthe\svictims))
        | (?:several\s|many\s|some\s|certain\s|various\s|numerous\s)?other\s(?:\w+\s){0,2}?(?:members|persons|people|staff|officers|officials|leaders|commanders|soldiers|men|individuals|participants|associates
            |conspirators|co-conspirators|perpetrators|accused|defendants|employees|directors|executives|partners|guards|fighters|ministers|generals|agents|functionaries|colleagues|subordinates|accomplices|figures|parties)\b
        | (?:members|elements|officers|soldiers|officials|persons|individuals|representatives|fighters|commanders|leaders|people)\s(?:of|from|in|under|loyal\sto|close\sto|belonging\sto)\s(?:the|his|her|its|their)\b
        | (?:two|three|four|five|six|seven|\d+)\sothers
        | an?\s(?:\w+\s)?(?:group|number|band|party|handful|circle|gang|team)\sof\s(?:\w+\s)?\w+
        | (?:some|several|many|two|three|four|five|other|various|certain)\sof\s(?:his|her|their)\s\w+
        | members\sof\s(?:his|her|their)\s\w+
        | (?:like-minded\s\w+|accomplices|associates|confederates|co-?conspirators|co-perpetrators|collaborators|subordinates)\b
        | (?:his|her|their|various|certain|several|unnamed|unidentified|unknown|some)\s(?:\w+\s)?(?:associates|accomplices|confederates|co-conspirators|cronies|henchmen|collaborators|fellow\s\w+)\b
        | (?:his|her|their)\s(?:\w+\s)?(?:men|subordinates|staff|colleagues|circle|deputies|followers|comrades|entourage|advisers|aides|team|people|forces|troops|superiors|partners|friends|helpers|cohorts|allies|supporters|accomplices)\b)
        (?:\s(?:of|in|from|within)\s(?:the\s)?[\w\s]{1,40}?(?=[,.;]|\s(?:\w+ed|\w+ly|had|were|was)\b))?)"""
)
FACELESS = (
    r"leadership|leaders|leading\s(?:circles|figures|members)|ruling\s\w+|regime|authorities|occupiers|occupying\s\w+|invaders|aggressors|inner\scircle|top\sbrass"
    r"|circles|clique|camarilla|junta|politicians|rulers|conspirators|co-conspirators|elite|establishment|hierarchy|upper\sechelons?|senior\s(?:managers|executives|partners|commanders|leaders|politicians|ministers|ranks|management|officials|officers|figures|staff|commanders|members|leadership|command)"
    r"|high(?:est|er)?[-\s](?:ranking\s\w+|command|officials|levels?)|top\s(?:officials|management|officers|leadership|commanders|level)|management|cabal"
    r"|officials|decision-?makers|policy-?makers|power-?holders|powers\sthat\sbe|network|insiders|captors|putschists|organi[sz]ers|ringleaders|masterminds"
)
LEADERS = (
    r"militants|rebels|insurgents|separatists|fighters|combatants|guerrillas|warlords|hardliners|nationalists|loyalists|extremists|plotters|colonels|officers|gunmen|militiamen|bandits|mercenaries|traders|smugglers|everyone|everybody|all\spresent|those\spresent|people|heads|chiefs|bosses|superiors|planners|strategists|functionaries|executives|directors|managers"
    r"|executive|ministers|generals|commanders|supporters|allies|associates|subordinates|operatives"
    r"|colleagues|members|advisers|advisors|aides|entourage|retinue|coterie|deputies"
)
BODIES = r"administration|apparatus|network|faction|crew|alliance|coalition|corps|guard|legion|brotherhood|presidium|congress|troika|triumvirate|consortium|partnership|foundation|militia|directorate|hierarchy|order|power|country|nation|republic|capital|band|squad|cell|circle|services|secret\sservice|organs|structures|meeting|participants|convoy|family|clan|command|headquarters|high\scommand|general\sstaff|staff|board|council|committee|cabinet|government|ministry|presidency|politburo|bureau|directorate|secretariat|party|group|organi[sz]ation|movement|company|firm|bank|state|union|commission|forces|army|military|police|brigade|service|agency|team|unit|side|league|front|bloc|federation|kremlin|conspiracy|enterprise|ring|gang|cartel|syndicate|firm|club|office|department|institution"
BODY = AnyCase(
    rf"""\b(?P<words>(?:(?:the|certain|some|several|various|unnamed|unidentified|other|his|her|their|its|both|all|most|these|every|such|all|most|these|every|such|\ufffc['’]s?)\s{ADJ}{{0,5}}?|{BARE}*)
          (?:(?P<faceless>{FACELESS})|(?P<leaders>{LEADERS})|(?P<body>{BODIES}))\b)"""
)
BODY_OF = re.compile(
    r"\s(?:of|in|at|within|from)\s(?:(?:the|its|his|that)\s)?[\w'’-]+(?:\s(?:of|in)\s(?:the\s)?[\w'’-]+|\s[A-Z][\w'’-]+){0,3}"
)
"""What follows a body and says of what: "of the 3rd Brigade"."""
DETERMINED = AnyCase(
    r"(?:the|certain|some|several|various|unnamed|unidentified|other|his|her|their|its|both|all|most|these|every|such|\ufffc)\b|\ufffc"
)
BARE_AHEAD = AnyCase(
    r"(?:^|[,;:—(.]|\b(?:that|which|and|but|when|where|while|as|because|then|by|19\d\d|20\d\d))\s*$"
)
ACRONYM = re.compile(r"\b(?:[Tt]he\s)?[A-Z]{2,6}(?:(?:/|\sand\s|\sand\sthe\s)[A-Z]{2,6})?(?![\w-])")
THOSE = AnyCase(
    r"\bthose\s(?:in\s(?:charge|power|command|control|authority)|responsible|(?:at|in|from)\s(?:the\s)?(?:headquarters|command|capital)|who\s(?:ran|led|commanded|governed|ruled|controlled|were\sin\s\w+)|around\s\S+|at\sthe\s(?:top|head)|close\sto\s\S+|behind\s[\w\s]{1,20}?|above\s\S+)"
)
MIND = (
    r"kn(?:ew|ows?|own)|w(?:as|ere)\s(?:well\s|fully\s|also\s|thus\s)?(?:aware|determined|informed|resolved|conscious|content|indifferent)|had\s(?:long\s|already\s|also\s)?(?:known|decided|agreed|planned|intended|resolved|determined|wanted|chosen|ordered|realised|understood|approved)"
    r"|decided|agreed|intended|planned|wanted|wished|understood|realised|realized|believed|foresaw|resolved|determined|conspired|plotted|ignored|disregarded|tolerated|concealed|chose|sought|meant|hoped|accepted|condoned|encouraged|feared|aimed|desired|expected|refused|took\s(?:the\s|a\s)?decision|made\s(?:the\s|a\s)?decision|turned\sa\sblind|looked\saway|hid|covered\sup|embraced|shared\sthe|pursued|orchestrated|masterminded|saw\sto\sit|did\snothing|failed\sto|lied|kept\s(?:silent|quiet)|approved|gave\s(?:the\s)?orders?|ordered|had\sknowledge|w(?:as|ere)\sin\sno\sdoubt|w(?:as|ere)\sunder\sno\sillusion|favoured|insisted|acquiesced|connived|colluded|conceived|hatched|gave\s(?:its|their)\s(?:blessing|consent|approval|assent)|dictated|imposed|looked\sthe\sother\sway|consented|endorsed|sanctioned|arranged|devised|instigated|settled\son|took\spart|took\ssteps|made\s(?:sure|certain)|saw\sto|stood\sby|was\s(?:behind|responsible|complicit)|were\s(?:behind|responsible|complicit)"
)
GUILTY = (
    r"falsified|forged|deceived|defrauded|stole|burned|burnt|destroyed|divided|shared|looted|plundered|killed|murdered|tortured|misled|bribed"
    r"|laundered|siphoned|embezzled|misused|abused|persecuted|expelled|deported|starved|backed|wanted|launched|waged|unleashed|financed|armed|recruited"
    r"|threatened|silenced|suppressed|fabricated|invented|staged|engineered|drove|forced|seized|stripped|emptied|diverted|pocketed|profited|benefited|exploited|gave|took|told|sent|used|turned|let|left"
)
ADV = r"(?:(?:\w+ly|also|then|thus|later|too|all|each|both|never|not|now|still|soon|again|already|always|even|at\sonce|in\sturn|at\sall\stimes|themselves|itself|once\smore|thereafter|thereupon|nonetheless|nevertheless|did|therefore|in\sfact|jointly|together|repeatedly)\s)*"
KNEW = AnyCase(rf"(?:,[^,.;]{{1,80}},)?\s{ADV}(?:{MIND})\b")
GUILT = AnyCase(rf"(?:,[^,.;]{{1,80}},)?\s{ADV}(?:{GUILTY})\b")
UNIT = AnyCase(
    r"\b(?:guard|corps|legion|militia|column|band|forces|army|military|police|brigade|unit|service|services|state|union|commission|company|firm|bank|agency|convoy|crew|squad|patrol|meeting|family|people|men|staff|members|office|institution|federation|team|side|department|club)\b"
)
VERB = re.compile(rf"(?:,[^,.;]{{1,80}},)?\s{ADV}(?P<verb>[a-z]+)\b")
PAST = listed("""
    was were had did has have is are do does knew took gave made went came saw told said wrote kept held let led left met
    put sent set shot spent stood struck thought understood chose began became broke brought built bought caught drew drove
    fell fought found forced got hid hit laid lost paid ran rose sat sold sought spoke stole swore threw withdrew won beat
    cut could would should might may must will can shared foresaw forbade wore bore sank fed dealt hung lay meant read
    """)
BOUNDARY = AnyCase(r"(?:^|[.,;:—–(]|\)|\b(?:that|which|and|but|when|where|while|as|if|because|since|then|after|before|until|whom|how|what|why|whether|or|nor|although|though|so|by|followed|\d{4}|\d|[ap]\.m\.)|\ufffc)\s*$")  # fmt: skip
PREPOSITION = AnyCase(r"\b(?:(?<!\bin\swhich\s)of|to|against|for|from|between|among|amongst|on|upon|in|about|concerning|into|over|under|at|than|toward|towards|before|behind|near|per|via)\s*$")  # fmt: skip
NAMED_AFTER = re.compile(
    r"""\s*(?:,\s|\s|\()?(?:(?:who|all|each|both|whom)\s(?:\w+\s){0,3}?|(?:(?!not\b|yet\b|so\b)\w+\s){0,2}?)?
        (?:named|listed|identified|shown|set\sout|set\sforth|described|whose\snames|namely|that\sis\sto\ssay|to\swit|(?:in|of|from)\s(?:the\s)?(?:Schedule|Annex|Appendix)
           |known\s(?:and|or)\sunknown|unknown\b|known\sto\sthe)\b
      | \s*:""",
    re.VERBOSE,
)
CAPITAL_NAME = re.compile(
    r"\s*,\s(?:(?:the\s)?(?:[A-Z][a-z]+|colonel|general|minister|captain|one)\s)?(?:\ufffc|[A-Z][\w’'-]+\s[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*(?:\s\([^)]*\))?(?:\sand\b|,\s[A-Z\ufffc]|[.;)]|$)"
)
CHARGED = re.compile(
    r"\s(?:is|are)\s(?:hereby\s|each\s|also\s)?(?:charged|accused|named|listed|identified|presumed|entitled)\b"
)
UNDERGONE = re.compile(
    r"\b(?:was|were|been)\s(?:\w+ly\s)?(?:held|detained|kept|beaten|shot|killed|taken|arrested|imprisoned|locked|buried|tied|brought|led|moved|sent|transported|tortured|confined|questioned|deported)\b[^,.;]*$"
)
HELP = re.compile(
    r"\b(?:help|assistance|support|participation|co-?operation|aid|involvement|complicity|agency|use)\s$"
)
OF_VICTIMS = AnyCase(
    r"\b(?:held|detained|killed|buried|shot|imprisoned|confined|cell|beaten|died|lived|arrested|lodged|shared|ate|slept|dispute|quarrel\w*|spoke|talked|married|related|correspondence|compared|dealt|dealings|contract\w*|treat\w*|peace|border|relations)\s(?:\w+\s){0,3}$"
)
SUBJECT_OTHERS = AnyCase(
    r"\b(?P<words>(?:(?:certain|several|some|many|various|unnamed|unidentified|the)\s)?(?:others(?:\s(?:in|of|from|at|within|among)\s(?:the|his|her|their)\s\w+)?|other\s(?:\w+\s)?(?:members|staff|officers|officials|leaders|conspirators|co-?conspirators|participants|directors|employees|managers|ministers|perpetrators|persons|individuals)(?:\s(?:in|of|from|at|within)\s(?:the|his|her|their)\s\w+)?))\s(?:(?:\w+ly|then|also|later)\s)*(?P<verb>\w+)"
)
PASSIVE_FATE = listed(
    "left fled died were was had survived escaped suffered received fell lay perished remained lost"
)
ACTOR = AnyCase(r"\b(?:accused|defendants?|suspects?|he|she|conspirators|ministers?|generals?|commanders?|officers?|directors?)$")  # fmt: skip
STATIVE = re.compile(
    r"\s(?:(?:\w+ly|still|also|then|all)\s)*(?:are|were|was|had\sbeen|lived|lay|died|fled|belonged|suffered|needed|remained|owned)\b(?!\s(?:\w+ly\s)*(?:aware|responsible|determined|present|behind|agreed|in\sagreement))"
)
DEED = re.compile(
    rf"\s{ADV}(?:took|gave|met|divided|shared|signed|sent|went|paid|drove|sold|bought|burned|burnt|shot|beat|killed|moved|kept|used|made|began|continued|held|left|returned|brought|opened|closed|spoke|discussed|worked|removed|destroyed|forged|falsified|transferred|split|spent|put|called|falsely)\b"
)
TOGETHER = re.compile(
    r"\s(?:did\sso|acted|took\sturns|shared|agreed|decided|divided|planned|conspired|intended)\b"
)
PERSONS = AnyCase(
    r"\b(?:men|women|prisoners|soldiers|guards|victims|families|brigades?|units|brothers|sisters|children|villagers|residents|civilians|detainees|officers|troops|police|trustees|clients|investors|witnesses|workers|members|drivers|commanders|patients|companies|recruiters|inhabitants|people|persons|hostages|refugees|passengers|nurses|students)\b"
)
SUFFERS = re.compile(
    rf"\s{ADV}(?:was|were|had\sbeen|have\sbeen)\s{ADV}(?!aware|present|responsible|determined|resolved|informed|involved|behind|agreed)\w+(?:ed|en|wn|ld|pt|nt|ght|ut|ung|ound)\b"
)
TAKES = AnyCase(r"\b(?:\w+(?:ed|ing)|charges?|saw|told|met|shot|beat|put|led|took|gave|held|sent|brought|made|let|help|with|is|are|was|were|be)\s*$")  # fmt: skip

CORPORATE = listed("""
    adopted voted elected met sat convened consisted comprised held had was were is are has have do does did included numbered existed
    lasted owned employed published enacted passed ratified rejected debated dissolved approved appointed dismissed heard
    received rose stood lay formed became began ended ceased split merged belonged lived died fled came left arrived returned
    remained stayed found paid charged charges submitted recognised recognized undertook agreed signed announced declared
    reviewed considered examined directed decided-on supervised controlled administered lent issued printed prepared drafted discussed
    condemned called reported requested asked supplied provided produced built sold bought ran operated served could would
    should might may must will can followed crossed entered advanced fired withdrew moved
""")
"""What a body as such does, and how it is."""

OF_BODIES = triggers(FACELESS, LEADERS, BODIES) | {"thos"}
OF_ACCUSED = triggers(
    "accused defendants suspects coaccused codefendants indictees perpetrators conspirators coperpetrators"
    " coconspirators offenders culprits accomplices wrongdoers plotters them men women pair duo trio both"
) | {"co"}
"""First letters without which a sentence names no such group."""
