"""English verbs: participles that are not regular, participles that are states, what is no participle."""

IRREGULAR = frozenset(
    """
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
    """.split()
)
"""Participles that do not end in -ed."""

UNAMBIGUOUS = frozenset(
    """
    beaten bitten blown borne broken chosen done drawn driven eaten flown forbidden forgotten frozen given gone
    hidden known overthrown proven ridden seen shaken shown slain spoken stolen stricken sunk sworn taken thrown torn
    trodden undone withdrawn worn woven written rung begun overridden overrun undertaken
    """.split()
)
"""Participles that cannot be a past tense."""

STATES = frozenset(
    """
    acquainted accustomed aged allied anchored angled appended armed ashamed associated attached
    aware based bearded bound bordered born bounded called characterised characterized 
    chained clad classified clothed comprised composed concentrated concerned conditioned confined conjoined constituted contained
    contaminated counted coupled covered crowded dated dedicated deceased defined dependent
    devoted disposed disputed domiciled dressed drunk
    edged embodied employed empowered enclosed encircled entitled equipped estimated 
    expected experienced exposed faced fenced fluent footed founded frightened furnished garrisoned gated governed ground
    headed headquartered heated held-up housed illuminated inclined included indebted inhabited 
    insured integrated intended interested involved inscribed isolated joined kept known left lined linked listed lit
    located lodged made-up manned marked married masked meant minded mistaken moored motivated motorised
    mounted named numbered obliged obligated occupied opposed overcrowded owed owned packed paired
    parked paved placed pleased populated posted present 
    qualified quartered ranked reflected registered related rented required 
    respected retired rooted satisfied scheduled seated separated settled shaped sheltered shocked shut situated
    skilled spaced stained stationed stated structured styled subordinated suited 
    supposed surrounded suspected tempted termed titled tied tired typed typewritten unarmed
    uniformed united unused valued vested wearied wedded well-known widowed worded worried worth wounded-out
    authenticated depicted described mentioned set-out 
    annexed indicated undated unsigned untitled reflected evidenced conceived centred centered
    bent due descended derived dependent destined fed-up fitted flanked
    """.split()
)
"""Participles that commonly say how something is, not what was done to it."""

ACTS_ON_PERSONS = frozenset(
    """
    anchored chained clothed confined covered crowded dressed employed exposed fed frightened headed heated
    housed isolated kept left lit lodged masked packed placed posted seated separated settled sheltered
    stained stationed stripped surrounded tied wounded quartered accommodated shut closed locked loaded painted parked
    """.split()
)
"""Of the states above, those that are acts where they are done to a person, or at a time."""

CAREER = frozenset(
    """
    appointed elected re-elected reelected promoted commissioned nominated sworn installed confirmed reappointed
    re-appointed demobilised demobilized decorated conscripted seconded born educated trained graduated married
    divorced naturalised naturalized ordained knighted
    """.split()
)
"""What befalls a person in office: nobody asks who did it."""

OFFICES = CAREER | frozenset(
    """
    appointed elected re-elected reelected promoted commissioned nominated sworn installed confirmed reappointed
    re-appointed retired dismissed relieved demobilised demobilized discharged decorated awarded called-up conscripted
    enlisted seconded transferred reassigned assigned posted born raised baptised educated trained graduated married divorced
    naturalised naturalized admitted arrested rearrested detained indicted charged convicted acquitted sentenced
    extradited surrendered summoned remanded bailed elevated ordained licensed registered employed hired engaged
    invested qualified honoured entrusted succeeded replaced knighted
    """.split()
)
"""What befalls an accused in office or in court: nobody asks who did it."""

NO_PARTICIPLE = frozenset(
    """
    indeed need speed seed deed feed breed greed creed bed red shed sacred wicked naked hundred kindred hatred sled
    fled weed heed exceed proceed succeed embed aged alleged unprecedented unwanted unexpected unauthorised unauthorized unprovoked
    unarmed undefended unlimited undisputed undoubted unmarked unopposed unaided unprotected uninhabited limited
    afraid alive alone open able about above absent
    """.split()
)
"""Words in -ed that are no participle of an act."""

ADVERBS = frozenset(
    """
    also then there thereupon thereafter later soon again never not always already still even once twice first finally
    immediately subsequently forcibly unlawfully deliberately repeatedly all both each only just often further
    thus hence now therefore together likewise meanwhile ever almost nearly duly partly wholly in-turn instead there
    severely badly promptly quickly shortly apparently reportedly allegedly afterwards next simply merely so
    eventually at-once overnight here yet too well fatally
    """.split()
)
"""Words that may stand between "was" and its participle, beside those in -ly."""

ACTIVE = frozenset(
    """
    asked died returned refused remained lived stayed went came arrived departed left resigned agreed wanted answered
    replied begged cried screamed shouted escaped fled survived recovered collapsed fell stood sat lay slept walked ran
    waited worked served continued began started stopped ceased became appeared disappeared vanished reported decided knew
    spoke said told wrote signed gave took had was were did made held kept attended joined surrendered confessed
    pleaded testified called tried attempted managed succeeded failed followed lasted ended included contained
    showed bore read stated declared required needed suffered received lost bled moved travelled complained
    """.split()
)
"""After "and", a past tense and not a second participle, as a rule."""
