"""A sentence -> the words in it that argue, colour or condemn."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Exact, Phrases, apart, listed

_CONDEMNING = listed("""
    abhorrent abject abominable abominably abominations abysmal accursed alas amazing amazingly appalling appallingly
    arrogance arrogant arrogantly astounding astoundingly atrocious atrociously audacious audacity barbaric barbarism
    barbarities barbarity barbarous barbarously basest besmirched bestial bestiality bestially blameless blatant
    blatantly blood-soaked bloodbath bloodcurdling bloodiest bloodlust bloodstained bloodthirsty bloody bottomless
    brazen brazenly breathtaking breathtakingly brutal brutality brutally brute brutish brutishly butcher butcher's
    butchered butchers butchery callous callously callousness carnage catastrophic cavalier charlatans chilling
    chillingly cold-blooded cold-bloodedly cold-bloodedness cold-hearted cold-heartedness contemptible contemptuous
    contemptuously conveniently cowardice cowardly craven cravenly crazed cronies crony cruellest cruelly cut-throat
    cut-throats cynical cynically cynicism damnable damning darkest dastardly deadliest debauched decadent deceitful
    defenceless defenseless defiled delusional demonic deplorable deplorably depraved depravities depravity deranged
    despicable despicably despot despotic despots detestable devastating devilish devilry devious deviously diabolical
    diabolically dictator dictatorial disastrous disgraceful disgracefully disgusting disgustingly dishonorable
    dishonourable dizzying dreadful duplicitous effrontery egregious egregiously evil evildoer evildoers execrable
    eye-watering fanatical fanatically fascist fascistic ferocious ferociously fiend fiendish fiendishly fiendishness
    fiends flagrant flagrantly flouted foul fratricidal frenzied frightful gall ghastly ghoulish ghoulishly glaring
    glaringly gleefully gloated gloating gluttonous gluttony godless greed greedily greedy grisly grotesque
    grotesquely gruesome gruesomely hapless hard-hearted hard-working harrowing hateful hatefully haughty
    heartbreaking heartless heartlessly heartlessness heinous heinously hell hellhole hellish helpless henchman
    henchmen heroic heroically hideous hideously horrendous horrendously horrible horribly horrid horrific
    horrifically horrifying hubris hyenas hypocrisy hypocrite hypocrites hypocritical ignoble ignominious ill-fated
    immoral imperialist importantly incomparable inconceivable incontestably incontrovertibly incredible incredibly
    indefensible indescribable indisputably indubitably inexcusable inexorable inexorably infamous infamously infamy
    inglorious inhumanly iniquitous innocent insatiable insidious insidiously insolent insufferable intolerable
    ironically irrefutably jackals jaw-dropping kleptocrat lamentable lamentably lavish loathsome long-suffering
    ludicrous lurid malevolence malevolent maniacal marauding mastermind masterminded medieval megalomania
    megalomaniac merciless mercilessly mercilessness mind-boggling mindless money-grubbing monster monsters
    monstrosity monstrous monstrously murderous nefarious nefariously nightmare nightmarish notorious notoriously
    obscene obviously odious odiously orgiastic orgy outlandish outrageous outrageously parasites parasitic patently
    pathetic peace-loving perfidious perfidiously perfidy pernicious perverted pitiful pitiless pitilessly plainly
    plunderer plunderers power-hungry predator predators predatory predictably preposterous profiteer profiteers
    puppet-master puppeteer rampage rampaging rapacious rapaciously rapacity regrettably remorseless remorselessly
    repellent repellently reprehensible reprehensibly repugnant repulsive revolting robber-barons rogue rogues
    ruthless ruthlessly ruthlessness sadism sadistic sadistically sadly satanic savage savagely savagery scandalous
    scandalously scathing scornful scornfully scoundrel scoundrels seedy self-evidently self-serving senseless
    senselessly shabby shameful shamefully shameless shamelessly shamelessness sheer shocking shockingly sickening
    sickeningly sinful sinister slaughter slaughtered slave-driver slave-drivers sleazy sordid soulless spiteful
    squalid staggering staggeringly stomach-churning stone-hearted stony-hearted stunning stunningly swagger swindlers
    tawdry tellingly temerity terrifying thuggery thuggish thugs tormentor tormentors totalitarian tragic tragically
    traitorous treacherous treacherously treachery treasonous twisted tyrannical tyranny tyrant tyrants ugliest
    unabashed unashamed unashamedly unbearable unbelievable unbelievably unbridled unconscionable unconscionably
    undeniably undoubtedly unfathomable unflinching unflinchingly unforgivable unfortunately ungodly unhinged unholy
    unimaginable unimaginably unjustifiable unmitigated unparalleled unpardonable unquestionably unrepentant
    unrivalled unscrupulous unscrupulously unspeakable unspeakably unsurpassed unsurprisingly unsuspecting unthinkable
    unworthy utter utterly vainglorious vainglory vampire venal vengeful vengefully venomous vicious viciously
    viciousness vile vileness vilest villain villainous villainously villains villainy vulture vultures war-hungry
    warmonger warmongers warped wicked wickedly wickedness witless wolf wolfish wolves  wretch wretched
    wretchedly wretches
    """)
_WORDS = AnyCase(
    r"\b(?:(?:a|an|the|such|this|that|his|her|their|its|with|in|of|most|truly|quite|so|utter|utterly|sheer|wholly|simply|nothing\sbut)\s)*"
    r"(?P<word>"
    + "|".join(sorted(map(re.escape, _CONDEMNING), key=len, reverse=True))
    + r")\b(?:\s(?:and|or)\s[a-z]+)?(?:\s(?!and\b|of\b|in\b|on\b|at\b|to\b|who\b|that\b|by\b|was\b|were\b|had\b)[a-z][a-z'’-]+)?"
)
_PHRASES = Phrases(
    r"""
    \b(?:beyond|without|admits?\sof\sno|past)\s(?:any|all|a\sshadow\sof\s(?:a\s)?|the\s(?:slightest|least|shadow\sof\s(?:a\s)?)|even\sthe\s\w+)\s?(?:possible\s|conceivable\s|serious\s|shadow\sof\s(?:a\s)?)?(?:doubt|question|dispute|argument)
  | \bbeyond\s(?:dispute|question|doubt|argument|contradiction|belief|comprehension|words|imagining|imagination|the\spale|redemption)\b
  | \bbeyond\s(?:all|any|human)\s(?:\w+\s)?(?:comprehension|decency|imagination|measure|belief|bounds|reason\b(?!able))\b
  | \b(?:it|which)\s(?:goes\swithout\ssaying|need(?:s)?\s(?:hardly|scarcely|not)\sbe\s(?:said|added|stressed|emphasi[sz]ed)|hardly\sneeds?\s\w+|is\s(?:self-evident|obvious|plain|clear|undeniable|indisputable|unthinkable|inconceivable|hard\sto\s(?:imagine|conceive|believe)|difficult\sto\s(?:imagine|conceive|overstate)|impossible\sto\s(?:overstate|imagine|exaggerate)|no\s(?:exaggeration|accident|coincidence|surprise|wonder)|common\sknowledge|patently\s\w+|shameful|worth\s(?:noting|recalling|remembering)))(?:\sthat)?\b
  | \b(?:needless\sto\ssay|of\scourse|as\s(?:everyone|everybody|all\sthe\sworld|the\swhole\sworld)\sknows?|as\sis\s(?:well|widely|commonly|universally)\sknown)\b
  | \b(?:to\ssay\sthe\sleast|to\sput\sit\smildly|make\sno\smistake|let\sthere\sbe\sno\s\w+|suffice\s(?:it\s)?to\ssay|in\sshort\border)\b
  | \b(?:(?:as\sis\s)?plain\sfor\sall(?:\sthe\sworld)?\sto\ssee|for\sall(?:\sthe\sworld)?\sto\ssee|in\sfull\sview\sof\sthe\sworld|(?<!must\s)surely)\b
  | \b(?:as\sany(?:one|body)\scan\ssee|if\sever\sthere\swas|in\sno\suncertain\sterms)\b
  | \b(?:no|nobody|no\s(?:one|reasonable\sperson|decent\sperson|honest\s\w+|civili[sz]ed\s\w+|sane\s\w+))\s(?:can|could|would|will)\s(?:seriously\s|possibly\s|honestly\s|reasonably\s)?(?:doubt|deny|dispute|question|forget|fail\sto|imagine|believe)\b
  | \bthere\s(?:can|could|is|was)\s(?:be\s)?no\s(?:possible\s|serious\s|conceivable\s|real\s)?(?:doubt|question|excuse|justification|dispute|denying|mistaking)\b
  | \b(?:nothing|little|not\sfar)\s(?:short\sof|less\sthan|more\sthan|but)\s(?:an?\s)?(?!the\s\d|\d)[a-z]+
  | \b(?:without|has\sno|had\sno|with\sno|having\sno|without\sany)\s(?:historical\s)?(?:parallel|equal|precedent|peer)\b(?:\sin\s[\w\s]{1,25})?
  | \b(?:in|of|throughout)\s(?:modern|human|recent|living|all|recorded|the\sannals\sof)\s(?:history|memory|times|civili[sz]ation|mankind)\b
  | \b(?:one\sof\s)?the\s(?:most|worst|darkest|greatest|blackest|foulest|gravest|cruellest|basest|lowest|vilest|ugliest|bloodiest|deadliest|boldest|biggest)\s(?!serious\scrimes\sof\sconcern)[^.;,]{0,40}?(?:\bever\b|history|of\sour\s\w+|of\s(?:the|this)\s(?:century|age|decade)|since\s|in\seurope|imaginable|kind\b|conceivable|chapters?)
  | \b(?:(?:with|in|showing|displaying|out\sof)\s)?(?:utter|complete|total|open|cold|cynical|sheer|callous|supreme|naked|shameless|brazen|blind|a\sdisplay\sof|monumental|boundless)\s(?:contempt|disregard|disdain|indifference|greed|hatred|malice|cruelty|arrogance|callousness|brutality|wickedness|dishonesty|hypocrisy|cynicism|ambition|aggression|terror|avarice|vanity|rage|power|lust|deceit)\b(?:\s(?:for|of|to|towards)\s[\w\s]{1,30}?(?=[,.;]|$))?
  | \b(?:worse\s(?:still|yet)|even\sworse|to\smake\smatters\sworse|not\scontent\swith\s\w+)\b
  | \b(?:(?:had|has)\sthe\s(?:audacity|temerity|gall|nerve|effrontery|cheek)\sto|dared\sto|saw\sfit\sto|went\sso\sfar\sas\sto|add(?:ing|ed)?\sinsult\sto)\b
  | \b(?:a\smere\s\w+|the\s(?:simple\s|plain\s|sad\s|bitter\s|awful\s)?(?:truth|fact|reality)\sis(?:\sthat)?)\b
  | \b(?:(?:leaves?|left|leaving)\sno\s(?:room\sfor\s)?(?:doubt|question)|no\sroom\sfor\sdoubt)\b
  | \b(?:(?:overwhelming|compelling|crushing|irrefutable|damning)\s(?:evidence|proof|case)|amply\s\w+|(?:right|fair)[-\s](?:thinking|minded))\b
  | \b(?:human\sbeings?\sas\s\w+|campaign\sof\s(?:hatred|lies)|tale\sof\s\w+|story\sof\s(?:greed|lies|cruelty|deceit))\b
  | \b(?:on\san?\s(?:industrial|epic|biblical|unheard-of|unimagined)\sscale|(?:not\s)?an?\s(?:shred|ounce|scrap|iota)\sof\s\w+)\b
  | \b(?:drunk\s(?:with|on)\s(?:power|success|victory)|preyed\s(?:up)?on|quite\ssimply|(?:has|have|had)\sno\splace\sin)\b
  | \b(?:cared\s(?:nothing|little|only)\s(?:for|about)|(?:total|complete|utter|absolute)\s(?:lack|absence|want)\sof\s\w+)\b
  | \b(?:without\s(?:honour|honor|heart|principle|principles))\b
  | \b(?:(?:the\s)?(?:jury|reader|court|world)\swill\s(?:be|find|see|hardly|(?<!must\s)surely|know|understand))\b
  | \b(?:(?:the\s)?evidence\s(?:will|shall)\s(?:show|prove|establish|demonstrate|leave)|as\s(?:will|shall)\sbe\s(?:shown|proved|proven|seen))\b
  | \b(?:(?:worst|greatest|darkest|cruellest|most\s\w+)\s[\w\s]{0,40}?(?:has|have|had)\s(?:ever\s)?(?:seen|known|witnessed)|whose\sonly\s(?:crime|fault|sin))\b
  | \b(?:graveyard|bitter\sirony|no\sordinary|(?:more|less)\sthan\sa\s(?:crime|criminal)|a\s(?:matter|question)\sof\s(?:shame|disgrace))\b
  | \b(?:shock(?:s|ed)\sthe\s(?:world|nation|country|conscience)|defies\s\w+)\b
  | \bas\s(?:if|though)\s(?:they|he|she|it|the\s\w+|human\s\w+|\w+\slives?)\s(?:was|were)\s(?:nothing|cattle|animals?|so\s\w+|worth\w*|toys?|vermin|his\sown|a\sgame)\b[\w\s]{0,20}?(?=[,.;]|$)
  | \b(?:the\s)?(?:facts|figures|evidence|numbers|acts?|results?|record|documents?)\s(?:speaks?|tells?\sits|tell\stheir)\s(?:for\s(?:itself|themselves)|own\sstory|\w+\stale)
  | \bcan\s(?:only\sbe|be)\s(?:described|called|seen|explained|understood)\s(?:only\s)?(?:as|by)\s\w+(?:\s\w+)?
  | \b(?:one|we|the\sreader|anyone|words)\s(?:can(?:not)?|could|may|must|will)\s(?:only\s|hardly\s|scarcely\s|well\s|but\s|never\s)?(?:wonder|imagine|shudder|guess|ask|express|describe|convey|suppose\sthat\sno|conclude)\b
  | \b(?:no\sbetter\sthan|worse\sthan|little\sbetter\sthan|the\s(?:very\s)?(?:epitome|height|depth|depths|embodiment|essence|hallmark|definition|picture|face|worst|lowest)\sof)\s[\w\s'’]{1,30}?(?=[,.;]|$)
  | \b(?:lined\s(?:his|her|their)\s(?:own\s)?pockets?|feathered\s\w+\s(?:own\s)?nest|tore\sup\sthe|spat\s(?:on|in)|trampled\s(?:on|upon|under))\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:thumbed\s\w+\snose|turned\s(?:his|her|their)\sback|sold\s(?:his|her|their)\ssoul|crocodile\stears|stopped?\sat\snothing|would\sstop\sat\snothing)\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:played\sgod|above\sthe\slaw|laughed\s(?:at|in)|rode\sroughshod|washed\s(?:his|her|their)\shands|bled\s\w+\s(?:dry|white))\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:shattered\s(?:lives|the\s(?:lives|peace))|(?:destroyed|ruined|wrecked)\s(?:countless\s|so\smany\s|the\s)?lives|plunged\s\w+(?:\s\w+)?\sinto)\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:drenched\sin|soaked\sin|cold\sand\scalculat\w+|(?:at\sthe\s)?altar\sof|in\sthe\sname\sof\s(?:greed|power|ambition|glory))\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:own\s(?:greed|glory|vanity|ambition)|personal\s(?:glory|vanity|ambition)|dreams?\sof\s(?:empire|glory|grandeur|conquest))\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:imperial\s(?:ambition|dream|delusion|fantas)\w*)\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:contempt|disdain|scorn)\s(?:for|of|towards)\s(?!court\b|the\scourt\b|parliament\b)[\w\s]{1,30}?(?=[,.;]|$)
  | \b(?:in\scold\sblood|with\s(?:blood\son|a\ssmile\son|glee|relish|gusto|impunity|evident\s\w+|obvious\s\w+|unconcealed\s\w+|ill-concealed\s\w+))\b
  | \b(?:blood\son\s(?:his|her|their)\shands|(?:his|her|its|their)\sown\spockets?|reign\sof\s(?:terror|fear))\b
  | \b(?:(?:tissue|web|pack|mountain|tower)\sof\s(?:lies|deceit|deception|falsehoods?)|house\sof\scards)\b
  | \b(?:(?:dark|black|shameful)\s(?:chapter|stain|day|spot|page|hour)|stain\son|trail\sof\s(?:blood|tears|destruction|misery|broken|devastation|ruin))\b
  | \b(?:wall\sof\ssilence|(?<!territorial\s)sea\sof\s(?!any\b)\w+|river\sof\s\w+|a\smockery\sof|made\sa\smockery|farce|charade|travesty|killing\s(?:field|machine)s?|hell\son\searth)\b
  | \b(?:living\shell|thirst\sfor\s\w+|hunger\sfor\s\w+|lust\sfor\s\w+|law\sof\sthe\sjungle|cold\sheart|heart\sof\s(?:stone|ice|darkness))\b
  | \b(?:like\s(?:an?\s)?(?:animals?|cattle|sheep|wolf|wolves|vermin|dogs?|beasts?|butchers?|common\sthie\w+|thie\w+|kings?|vultures?|pirates?|bandits?|predators?|spider))\b
  | \b(?:without\s(?:mercy|pity|shame|scruple|scruples|remorse|conscience|a\s(?:shred|trace|hint|flicker|thought|qualm|second\sthought)\s?(?:of\s\w+)?|batting\san?\s\w+|the\s(?:least|slightest)\s(?:mercy|pity|scruple|shame|remorse|compunction|regard|hesitation|concern|care)))\b
  | \b(?:(?:shocked|outraged|horrified|appalled|betrayed)\s(?:the\s)?(?:world|conscience|humanity|mankind|civili[sz]ed|nation|trust|every))\b
  | \b(?:conscience\sof\s(?:the\sworld|all|every|any|decent)|crying\sout\sfor|cries?\sout\sfor|deserves?\s(?:the\s)?(?:severest|condemnation|punishment|no))\b
  | \b(?:human\s(?:misery|suffering\son|decency|vermin)|common\sdecency)\b
  | \b(?:(?:every|any)\s(?:standard|norm|rule|notion|principle)\sof\s(?:decency|humanity|civili[sz]ation|civili[sz]ed\s\w+|morality)|law-abiding|hard-earned)\b
  | \b(?:life\ssavings\sof\sinnocent|ordinary\s(?:working|decent|hard-working)\s(?:families|men|folk|women)|fairy[-\s]tale|smoke\s?screen|smoke\sand\smirrors)\b
  | \b(?:iron\s(?:fist|hand|grip)|puppet\s\w+|blood\smoney|filthy\s\w+|ill-gotten|(?:would-be|self-styled|self-proclaimed|self-appointed)\s\w+)\b
  | \b(?:(?:true|real)\sface)\b
  | \b(?:martyrs?|beast|devil|demon|vermin|scum|scourge|plague|cancer|leech|parasite|snake|serpent|spider|shark|hyena|jackal|gangster|crook|swindler|charlatan|bully|coward|liar|psychopath|sociopath|madman|maniac|fanatic|butcher|executioner\sof|grave-?digger|architect\sof)\b(?:\s(?:to|of|in|for)\s[\w\s'’]{1,40}?(?=[,.;]|$))?
  | ,\s(?:an?|the)\s(?:\w+\s)?(?:deed|act|image|crime|decision|sight|conduct|display|scene|day|spectacle|cruelty|horror|wrong|shame|tragedy|fate|lie|irony|thing|memory|picture|outrage|night|hour|betrayal)\s(?:that|which|whose|for\swhich|without|worthy|beyond|unworthy|of\s(?:such|unspeakable|pure|utter|the\spurest))\s[\w\s'’]{1,50}?(?=[,.;]|$)
  | ,\san?\s(?:\w+\s)?(?:wretch|thief|predator|vulture|wolf|butcher|monster|tyrant|sadist|brute|thug|coward|traitor|parasite|man\swithout|woman\swithout|stranger\sto|slave\sto|master\sof|merchant\sof|pedd?lar\sof|dealer\sin\s(?:death|misery|lies)|servant\sof\s(?:evil|death)|symbol\sof|monument\sto|testament\sto|textbook\s\w+|prime\sexample|classic\s\w+)\b[\w\s'’]{0,40}?(?=[,.;]|$)
  | \b(?:history|posterity|heaven|god|the\s(?:world|nation|dead|survivors|heavens))\s(?:itself\s)?(?:will|shall|must|can|could|would)\s(?:not\s|never\s|hardly\s|long\s|surely\s)?(?:forgive|forget|judge|remember|condemn|weep|pardon|absolve|excuse)\b(?:\s\w+){0,2}?(?=[,.;\s]|$)
  | \bno\s(?:\w+\s)?(?:punishment|penalty|sentence|words?|language|civili[sz]ed\s\w+|conscience|apology|excuse|remorse|money|compensation)\s(?:can|could|will|would|may|might|is|are)\b(?:\s\w+){1,4}
  | \b(?:will|would|shall|must|should)\s(?:for\sever|forever|always|long|never|for\sgenerations)\s(?:be\s)?(?:stain|haunt|shame|remember(?:ed)?|live\sin|mark|disgrace|shock|horrify|scar)\b(?:\s\w+){0,3}
  | \b(?:haunts?|haunting|stains?|staining|shames?|disgraces?|defiles?|offends?|insults?|mocks?)\s(?:every|the|all|our|any)\s(?:\w+\s)?(?:conscience|name|memory|honou?r|humanity|decency|dead|uniform|soul|nation|mankind|human)\b
  | \bas\s(?:any|every|even\sa)\s(?:\w+\s)?(?:child|fool|schoolboy|idiot|simpleton|novice|layman|decent\s\w+|honest\s\w+)\s[\w\s]{2,30}?(?=[,.;]|$)
  | \b(?:(?:stinks?|reeks?|smells?|stank|reeked)\sto\shigh\sheaven|(?:reeks?|reeked)\sof\s\w+)\b
  | \b(?:sold|selling)\sout\s(?:the|his|her|their|every)\s\w+(?:\sof\s\w+(?:\s\w+)?)?
  | \b(?:placing|putting|setting)\s(?:himself|herself|themselves)\s(?:outside|beyond|above|below|beneath)\s(?:the\s)?\w+(?:\s\w+)?
  | \bhid(?:ing|den|es)?\sbehind\s(?:the\s|a\s)?(?:suffering|tears|mask|veil|misery|cloak|innocence|skirts|flag|piety|smile|fa[cç]ade|screen\sof|wall\sof)\b(?:\sof\s\w+)?
  | \b(?:turning|turned|making|made)\s(?:\S+\s){1,3}into\s(?:an?\s)?(?:very\s|living\s|veritable\s|virtual\s)?(?:hell|slaughterhouse|graveyard|nightmare|desert|wasteland|killing\s\w+|inferno|cemetery|prison|playground|charnel\s\w+|cash\s\w+|theatre\sof\s\w+)(?:\son\searth)?
  | \b(?:clearly|plainly|evidently|obviously|undoubtedly)(?=,\s)
  | \b(?:evidence|proof|case|guilt)\s(?:is|was|will\sbe)\s(?:\w+ly\s)?(?:overwhelming|crushing|damning|compelling|beyond\s\w+)
  | \b(?:no|not\sthe\s(?:least|slightest))\s(?:regard|respect|pity|mercy|compassion|feeling|remorse|scruples?)\s(?:whatsoever|whatever|at\sall)\b(?:\sfor\s[\w\s]{1,30}?(?=[,.;]|$))?
  | \b(?:beggars?|defies|defied|defying)\s(?:all\s)?(?:belief|description|comprehension|imagination|words)\b
  | \b(?:toy(?:ed|ing)?|played|gambled)\swith\s(?:the\s|human\s|other\s)*(?:lives|life|fates?|people)\b
  | \b(?:any|every|all)\s(?:decent|right-thinking|civili[sz]ed|reasonable-minded|self-respecting)\s\w+(?:\s\w+)?
  | \bbetrayed\s(?:everything|all|the\strust\sof\s(?:an\sentire|a\swhole|every))\b(?:\sthat)?(?:\s\w+){0,3}
  | \bas\s(?:if|though)\s(?:they|he|she|it)\s(?:was|were)\s(?:\w+\s)?(?:pieces|pawns|cattle|animals|things|toys|nothing|vermin|kings?|gods?)\b
  | \blike\s(?:an?\s)?(?:robber|feudal|medieval|mafia|mad|wild|common|petty)\s\w+
  | \bto\s(?:his|her|their|its)\s(?:everlasting|eternal|lasting|great|undying)?\s?(?:shame|disgrace|discredit|dishonou?r)\b
  | \bthe\smost\s(?P<most>\w+)\sof\s(?:the\s|all\s)?(?P=most)\b
  | \b(?:the|a)\s\w+\sof\s(?:the\s|our\s|this\s)(?:digital|modern|computer|internet|twenty-first|atomic)\s(?:age|era|century|world|day)\b
  | \b(?:a\slittle\sof\s|a\spiece\sof\s)?the\ssoul\sof\s(?:the|a|every)\s\w+
  | \bin\sthe\smanner\sof\san?\s\w+(?:\s\w+)?
  | \blike\sso\s(?:much|many)\s\w+
  | \btrue\sto\s(?:his|her|their|its)\s(?!word\b)\w+(?:\s\w+)?
  | \bno\shono(?:u)?r\samong\b(?:\s\w+)?
  | \b(?:los(?:t|ing)|abandon(?:ed|ing)|stripped\sof)\sall\s(?:human(?:ity)?|sense|decency|restraint|shame|pity)\b(?:\s\w+)?
  | \bwith\s(?:all\s)?the\s(?:\w+\s)?(?:relish|glee|cruelty|cunning|coldness|zeal|savagery|greed|indifference|arrogance|brutality|callousness)\sof\b(?:\s\w+){1,3} | \bas\s\w+\sas\s(?:sin|death|hell|night|ice|the\sdevil)\b(?:\sand\s\w+(?:\s\w+){0,3})?
  | \b(?:\w+\s)?(?:was|is|were)\s(?:matched|exceeded|surpassed|equalled|rivalled)\sonly\sby\s[\w\s]{3,60}?(?=[,.;]|$)
  | \b(?:veritable|proverbial|so-called\s(?:justice|court|law|peace))\b
  | \bknew\sno\s(?:bounds|limits?|mercy|shame|pity)\b
  | \b(?:drip(?:s|ped|ping)?|awash|steeped|bathed|wallow(?:s|ed|ing)?|revel(?:s|led|ling)?)\s(?:with|in)\s\w+(?:\sand\s\w+)?
  | \b(?:driven|motivated|fuell?ed|blinded|consumed|moved|intoxicated)\s(?:solely\s|only\s|purely\s)?by\s(?:nothing\s(?:but|more\sthan)\s)?(?:\w+\s)?(?:greed|hatred|hate|malice|avarice|vanity|lust|ambition|rage|bloodlust|cruelty|envy|spite|thirst\s\w+\s\w+)\b
  | \b(?:betrayal|mockery|disgrace|affront|insult|outrage|abomination|catastrophe|calamity|blot|crime\sagainst\sdecency|violation\sof\s(?:all|every))\s(?:of|to|against|on)\s(?!personal\sdignity|trust\sby)[\w\s'’]{1,40}?(?=[,.;]|$)
    """
)
_THAT = Exact(r"(?<=\ufffc,\s)that\s(?:[a-z-]+\s){1,3}of\s(?!the\s)[a-z][\w\s]{1,30}?(?=[,.;])")
"""A name, and then a judgment on it: that high priestess of falsehood."""
_TERMS = AnyCase(
    r"""\b(?:cruel(?:,\s(?:inhuman|or)|\s(?:treatment|punishment|or\s|and\sunusual))|inhuman(?:e)?\s(?:treatment|acts?|or|and)|outrages\supon\spersonal|(?:especially|particularly)\s(?:heinous(?:,\scruel,?\s(?:or|and)\sdepraved(?:\smanner)?)?|cruel|depraved)|heinous,\s|cruel\sor\sdepraved|clearly\s(?:excessive|established)|innocent\s(?:passage|purchaser|until|agent|owner|of\s(?!the\sinnocent)|misrepresentation)
        |presumed\sinnocent|brutal\streatment|utterly\sdestroyed|uttering|utters?\s(?:a\s)?(?:forged|threat|word|counterfeit)|slaughter\s?house|slaughter\sof\s(?:cattle|animals|livestock|sheep|pigs)|evidently|helpless(?:\s(?:to|because|through|by\sreason))|physically\shelpless|mentally\s\w+|plainly\smarked|plainly\svisible|brute\sforce|notorious\sfact|plain\sview
        |as\sa\sbutcher|butcher\sby\strade|butcher['’]s\s(?:shop|knife|apron)|snake\s[a-z]+|wolf\shound|depraved\s(?:indifference|heart|mind)
        |intolerable\s(?:conditions|burden)|extraordinary\s(?:session|meeting|sitting|chamber|powers|general|rendition|congress|commission|budget|assembly|measures|circumstances|situation)|bloody\s(?:shirt|cloth\w*|knife|footprint\w*|hands?|rag|bandage\w*)|savage\s(?:dogs?)|malicious|vicious\sdogs?|twisted\s(?:his|her|the|wire|metal|ankle|arm)|wolf\s(?:skin|pack)|dictator\b|massive\s(?:scale|attack\son\sa)|enormous\squantit|depths?\sof\s\d|like\smanner|corridors?\sof|treat\w*\s(?:\w+\s)?cruelly)"""
)


_FIRST = frozenset(re.split(r"[-']", word)[0] for word in _CONDEMNING)


def argument(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand that argue or colour, in order, each place once."""
    found = [m.span() for m in _PHRASES.finditer(text)]
    if "\ufffc," in text:
        found += [m.span() for m in _THAT.finditer(text)]
    if not _FIRST.isdisjoint(re.split(r"[^a-z]+", text.lower())):
        found += [m.span() for m in _WORDS.finditer(text) if not _is_name(text, m)]
    terms = [m.span() for m in _TERMS.finditer(text)] if found else []
    yield from apart(
        (begin, end)
        for begin, end in found
        if not any(b < end and begin < e for b, e in terms) and not _is_title(text, begin, end)
    )


def _is_title(text: str, begin: int, end: int) -> bool:
    """True of words that end in a proper name, or go on from a quotation: the Definition of Aggression."""
    return bool(re.search(r"\b[A-Z]\w+\sof\s(?:the\s)?[A-Z]", text[begin:end])) or bool(
        re.search(r"_\s$", text[:begin])
    )


def _is_name(text: str, found: re.Match[str]) -> bool:
    """True of a word in a proper name: the Slaughter Lane depot."""
    return text[found.start("word")].isupper() and bool(text[: found.start("word")].strip())
