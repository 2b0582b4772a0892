"""English verbs: participles that are not regular, what is no participle, what befalls one in office."""

from indictment.check.language import listed

IRREGULAR = listed("""
    beaten begun beheld bent bereft beset besought bestridden bet betaken bid bidden bitten bled blown borne bought bound bred
    broadcast broken brought browbeaten built burnt burst bust cast caught chosen cleft cloven clung cost cut dealt done drawn dreamt
    driven drunk dug dwelt eaten fed felt flown flung forbidden forborne forecast foregone foreseen foretold forgiven
    forgone forgotten forsaken forsworn fought found frozen given ground hamstrung handwritten heard held hewn hidden hit hung hurt
    inlaid input inset interwoven kept knit laid leant leapt learnt led left lent let lit lost made meant met misdealt
    misheard mislaid misled misread misspelt misspent mistaken misunderstood mown offset outbid outdone outfought outrun
    outshot outsold overborne overcome overdone overdrawn overfed overheard overhung overlaid overpaid overridden overrun overseen
    oversold overtaken overthrown overwritten paid partaken pled preset prepaid proofread proven put quit read rebound rebuilt recast
    redone redrawn reground reheard rehung relaid relit relearnt remade rent repaid reread rerun resent resold resown respent
    respread restrung retaken retaught rethought retold retrodden reworn rewound rewoven rewritten rid ridden riven rung run
    said sawn seen sent set sewn shaken shaven shed shod shorn shot shown shut slain slept slid slit slung smelt smitten sold
    sought sown sped spelt spent spilt spit split spoilt spoken spread sprung spun spat stolen stood stricken striven strewn
    struck strung stuck stung stunk sublet sunk sung sworn swept swum swung taken taught thought thrown thrust told torn
    trodden typeset undercut underfed undergone underlaid underpaid undersold understood undertaken underwritten undone unwound upheld upset
    waylaid wed wet withdrawn withheld withstood woken won worn wound woven wrought written wrung
    """)
"""Participles that do not end in -ed."""

UNAMBIGUOUS = listed("""
    beaten begun bidden bitten blown borne broken browbeaten chosen cloven done drawn driven eaten flown forbidden forgiven forgotten
    forsaken frozen given hewn hidden mown overdrawn overridden overseen overtaken overthrown overwritten proven redrawn redone retaken
    rewritten ridden riven rung sawn seen sewn shaken shaven shorn shown slain smitten sown spoken stolen stricken
    strewn sung sunk sworn taken thrown torn trodden undergone undertaken undone withdrawn worn woven written
    """)
"""Participles that cannot be a past tense."""

CAREER = listed("""
    appointed elected re-elected reelected promoted commissioned nominated sworn installed confirmed reappointed demoted
    re-appointed demobilised demobilized decorated conscripted seconded born educated schooled trained graduated married
    divorced naturalised naturalized ordained knighted baptized christened widowed orphaned
    """)
"""What befalls a person in office: nobody asks who did it."""

OFFICES = CAREER | listed("""
    retired dismissed relieved discharged awarded enlisted transferred reassigned assigned posted raised baptised admitted arrested
    rearrested re-arrested detained indicted charged convicted acquitted sentenced extradited surrendered summoned remanded bailed
    elevated licensed licenced employed hired engaged invested honoured honored entrusted succeeded replaced accused tried
    co-opted delegated accredited recalled suspended reinstated pensioned mobilised mobilized drafted called disbarred fined
    imprisoned pardoned amnestied tasked mandated
    """)
"""What befalls an accused in office or in court: nobody asks who did it."""

NO_PARTICIPLE = listed("""
    indeed need speed seed deed feed breed greed creed bed red shed sacred wicked naked hundred kindred hatred sled
    fled weed heed exceed proceed succeed embed aged alleged limited wretched rugged ragged crooked jagged talented
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

ACTIVE = listed("""
    asked died returned refused remained lived stayed went came arrived departed left resigned agreed wanted answered
    replied begged cried screamed shouted escaped fled survived recovered collapsed fell stood sat lay slept walked ran
    waited worked served continued began started stopped ceased became appeared disappeared vanished reported decided knew
    spoke said told wrote signed gave took had was were did made held kept attended joined surrendered confessed
    pleaded testified called tried attempted managed succeeded failed followed lasted ended included contained
    showed bore read stated declared required needed suffered received lost bled moved travelled complained
    """)
"""After "and", a past tense and not a second participle, as a rule."""

UNDOING = listed("""
    unbound unchained unclothed uncorked uncovered undercut underfed undergone underlaid undermined underpaid undersold understood
    undertaken underwritten undone undressed unearthed unfurled unhooked unlaced unleashed unloaded unlocked unmasked unpacked
    unplugged unrolled unscrewed unsealed untied unveiled unwound unwrapped
    """)
"""Participles that begin like "unarmed" and are acts."""

INTRANSITIVE = listed("""
    advanced retreated marched crossed entered opened closed turned passed landed dropped gathered assembled hurried ended
    rushed climbed jumped crawled headed sailed flowed increased decreased exploded burned changed happened started stopped
    occurred emerged dispersed drowned obeyed complied agreed hesitated nodded watched looked listened continued followed
    cheered laughed clapped applauded shouted collapsed failed rained snowed ceased died arrived departed returned remained
    stayed lasted vanished disappeared appeared rose waited refused escaped survived recovered fired helped amounted consisted
    worked lived moved walked talked resigned protested objected voted smoked slipped lodged rested slowed subsided faded
    """)
"""What things and persons do themselves: behind a new subject no participle."""

TRANSITIVE = listed("""
    abducted abused altered arrested auctioned bagged barred bayoneted beheaded bent blindfolded blocked boarded bolted bombed bricked
    bulldozed burnt buried cancelled carted chained changed checked confiscated copied cut damaged defaced defiled deleted demolished
    deported desecrated destroyed diverted drained dragged driven dumped dug dynamited emptied erased evicted executed expelled
    extinguished falsified felled filmed flattened flogged forced forged frozen gagged gutted handcuffed handed hanged hauled held herded hosed
    hung hunted impounded imprisoned inserted installed interrogated jailed killed laid levelled left listed loaded locked looted marked
    mined mutilated nailed painted photographed pillaged planted plundered poisoned posted poured pulled put raided ransacked raped
    razed recorded registered released removed renamed renumbered replaced resealed robbed sabotaged sacked scattered sealed searched seized sent separated
    severed shackled shaved shelled shipped shot shredded shut smashed smuggled sold split sprayed stabbed stamped stacked stolen stripped sunk
    switched tapped thrown tied torched torn tortured towed transferred vandalised vandalized wiped whipped wounded wrecked written
    blown broken burned shorn slain slung strewn taken carried collected delivered issued signed distributed divided shared published
    printed withdrawn wired kicked beaten drawn mounted fixed fitted nailed closed dissolved disbanded suspended held
    """)
"""What is done to something: behind a new subject a participle, if no object follows."""


def is_participle(word: str) -> bool:
    """True of a word that may be a past participle."""
    lower = word.lower()
    if lower in NO_PARTICIPLE:
        return False
    return (
        lower in IRREGULAR
        or (lower.endswith("ed") and len(lower) > 3)
        or ("-" in lower and is_participle(lower.rpartition("-")[2]))
    )
