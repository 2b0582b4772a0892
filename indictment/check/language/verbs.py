"""English verbs: participles that are not regular, participles that are states, what is no participle."""

import re

from indictment.check.language import listed

IRREGULAR = listed("""
    arisen awoken beaten become begun bent bereft beset bet bid bitten bled blown borne bought bound bred broadcast
    broken brought built burnt burst caught chosen clung come cost crept cut dealt done drawn dreamt driven drunk dug eaten
    fallen fed felt flown flung forbidden forecast foreseen forgiven forgotten forsaken fought found frozen given gone
    ground grown heard held hewn hidden hit hung hurt kept knelt known laid lain leant leapt learnt led left lent
    let lit lost made meant met misled mistaken mown outdone overcome overheard overridden overrun overseen overtaken
    overthrown paid proven put quit read rebuilt rent resold retaken rewritten rid ridden rung run said sawn seen sent set
    sewn shaken shed shod shorn shot shown shrunk shut slain slept slid slit smitten sold sought sown spat sped spent spilt spelt
    spilled split spoken spread sprung spun stolen stood stricken striven struck strung stuck stung stunk sunk swept swollen
    sworn swum swung taken taught thought thrown thrust told torn trodden undergone understood undertaken undone unwound
    upheld upset withdrawn withheld withstood woken won worn wound woven written wrung beheld betaken foretold
    handwritten hamstrung inlaid interwoven mislaid overfed overlaid overpaid recast redrawn redone repaid reset
    resent retold rerun shot undersold waylaid
    """)
"""Participles that do not end in -ed."""

UNAMBIGUOUS = listed("""
    beaten bitten blown borne broken chosen done drawn driven eaten flown forbidden forgotten frozen given gone
    hidden known overthrown proven ridden seen shaken shown slain spoken stolen stricken sunk sworn taken thrown torn
    trodden undone withdrawn worn woven written rung begun overridden overrun undertaken
    """)
"""Participles that cannot be a past tense."""

STATES = listed("""
    lost obeyed acquainted rented occupied fitted mounted concentrated packed shut isolated bound closed divided designated restricted opposed accustomed aged allied anchored angled appended armed ashamed associated attached
    aware based bearded bordered born bounded characterised characterized
    clad classified clothed comprised composed concerned conditioned conjoined constituted contained
    coupled covered crowded dated dedicated deceased defined dependent
    devoted disposed disputed domiciled dressed drunk
    edged embodied employed empowered enclosed encircled entitled equipped estimated
    expected experienced exposed faced fenced fluent footed founded frightened furnished garrisoned gated governed ground
    headed headquartered heated held-up housed illuminated inclined included indebted inhabited
    insured integrated intended interested involved inscribed joined kept known linked listed lit
    located made-up manned marked married masked meant minded mistaken moored motivated motorised
    named numbered obliged obligated overcrowded owed owned paired
    parked paved pleased populated posted present
    qualified quartered ranked reflected registered related required
    respected retired rooted satisfied scheduled seated shaped sheltered shocked situated
    skilled spaced stained stationed stated structured styled subordinated suited
    supposed tempted termed titled tied tired typewritten unarmed
    uniformed united unused valued vested wearied wedded well-known widowed worded worried worth wounded-out
    authenticated depicted described mentioned set-out
    annexed indicated undated unsigned untitled reflected evidenced centred centered
    bent due descended derived dependent destined fed-up flanked
    """)
"""Participles that commonly say how something is, not what was done to it."""

ACTS_ON_PERSONS = listed("""
    anchored rented occupied fitted mounted concentrated packed shut isolated bound closed divided designated restricted opposed
    clothed covered crowded dressed employed exposed frightened headed heated housed kept lit masked
    posted seated sheltered stationed stained tied quartered parked
    """)
"""Of the states above, those that are acts where they are done to a person, or at a time."""

_OF_OFFICE = listed(
    "organised organized divided arranged grouped split structured formed subdivided ranged drawn"
)
_OF_DOCUMENTS = listed("written typed handwritten worded couched framed")
_OF_MARKS = listed("signed stamped marked headed sealed printed")
_OF_POWER = listed("""
    prepared determined allowed permitted authorised authorized empowered entitled required obliged bound inclined
    minded tempted disposed qualified due set supposed meant expected intended destined
    """)
_OF_USE = listed("used employed designed trained reserved kept meant earmarked registered")
_OF_NAMES = listed("called named titled termed designated entitled")
STATE_BY_COMPLEMENT = (
    (_OF_OFFICE, re.compile(r"\s(?:into|in\s(?:two|three|four|five|six|the\sform))\b")),
    (
        _OF_DOCUMENTS,
        re.compile(
            r"\s(?:in\s(?:[A-Z]\w+|pencil|ink|red|blue|green|black|capital|block|the\s(?:same\s)?(?:hand|form|language)"
            r"|an?\s\w+\s(?:hand|language|copy)|his|her|duplicate|triplicate|code|cipher)\b|on\s(?:paper|headed))"
        ),
    ),
    (_OF_MARKS, re.compile(r"\s(?:with\s|“|_|in\s(?:pencil|ink|red|blue|green|black|his|her)\b)")),
    (_OF_POWER, re.compile(r"\sto\b")),
    (_OF_USE, re.compile(r"\s(?:as|for)\b")),
    (_OF_NAMES, re.compile(r"\s(?:the\s|after\s|as\s|“|_|[A-Z\ufffc])")),
    (
        frozenset({"built", "constructed", "made", "erected"}),
        re.compile(r"\s(?:up\s)?(?:of|in\s(?:the\s)?[12]\d{3})\b"),
    ),
    (frozenset({"cut", "set"}), re.compile(r"\s(?:off|back|apart|in\sthe)\b")),
    (frozenset({"spread", "laid", "stretched"}), re.compile(r"\s(?:over|out|between)\b")),
    (frozenset({"taken", "caught"}), re.compile(r"\s(?:ill|aback|up\swith)\b")),
    (frozenset({"occupied"}), re.compile(r"\s(?:with|in)\b")),
    (frozenset({"bound"}), re.compile(r"\s(?:for|by)\b")),
    (
        frozenset({"divided", "contaminated", "opposed", "inspired"}),
        re.compile(r"\s(?:on|over|to|between)\b"),
    ),
    (
        listed(
            "said believed thought reported alleged understood presumed rumoured rumored supposed"
        ),
        re.compile(r"\s(?:to\s(?:have|be)|that)\b"),
    ),
)
"""Participles that say how something is where they go on like this."""

CAREER = listed("""
    appointed elected re-elected reelected promoted commissioned nominated sworn installed confirmed reappointed
    re-appointed demobilised demobilized decorated conscripted seconded born educated trained graduated married
    divorced naturalised naturalized ordained knighted
    """)
"""What befalls a person in office: nobody asks who did it."""

OFFICES = CAREER | listed("""
    appointed elected re-elected reelected promoted commissioned nominated sworn installed confirmed reappointed
    re-appointed retired dismissed relieved demobilised demobilized discharged decorated awarded called-up conscripted
    enlisted seconded transferred reassigned assigned posted born raised baptised educated trained graduated married divorced
    naturalised naturalized admitted arrested rearrested detained indicted charged convicted acquitted sentenced
    extradited surrendered summoned remanded bailed elevated ordained licensed registered employed hired engaged
    invested qualified honoured entrusted succeeded replaced knighted
    """)
"""What befalls an accused in office or in court: nobody asks who did it."""

NO_PARTICIPLE = listed("""
    indeed need speed seed deed feed breed greed creed bed red shed sacred wicked naked hundred kindred hatred sled
    fled weed heed exceed proceed succeed embed aged alleged unprecedented unwanted unexpected unauthorised unauthorized unprovoked
    unarmed undefended unlimited undisputed undoubted unmarked unopposed unaided unprotected uninhabited limited
    afraid alive alone open able about above absent
    """)
"""Words in -ed that are no participle of an act."""

ADVERBS = listed("""
    also then there thereupon thereafter later soon again never not always already still even once twice first finally
    immediately subsequently forcibly unlawfully deliberately repeatedly all both each only just often further
    thus hence now therefore together likewise meanwhile ever almost nearly duly partly wholly in-turn instead there
    severely badly promptly quickly shortly apparently reportedly allegedly afterwards next simply merely so
    eventually at-once overnight here yet too well fatally
    """)
"""Words that may stand between "was" and its participle, beside those in -ly."""

MOVES = listed("""
    advanced retreated marched crossed entered opened closed turned passed landed rose dropped gathered assembled hurried
    rushed climbed jumped crawled headed sailed flowed spread increased decreased exploded burned changed grew happened
    occurred emerged withdrew dispersed drowned knelt obeyed complied agreed hesitated nodded watched looked listened
    looked seen been open even then when often men women in children alien garden even token linen burden warden citizen dozen seven
    kitchen oven chosen-ones omen open maiden sudden golden wooden certain captain train villain
    """)
"""Behind a new subject, no participle as a rule."""

ACTIVE = listed("""
    asked died returned refused remained lived stayed went came arrived departed left resigned agreed wanted answered
    replied begged cried screamed shouted escaped fled survived recovered collapsed fell stood sat lay slept walked ran
    waited worked served continued began started stopped ceased became appeared disappeared vanished reported decided knew
    spoke said told wrote signed gave took had was were did made held kept attended joined surrendered confessed
    pleaded testified called tried attempted managed succeeded failed followed lasted ended included contained
    showed bore read stated declared required needed suffered received lost bled moved travelled complained
    """)
"""After "and", a past tense and not a second participle, as a rule."""
