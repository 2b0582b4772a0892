"""A sentence -> the words in it that argue, colour or condemn."""

import re
from collections.abc import Iterator

from indictment.check.language import AnyCase, Phrases, listed

_CONDEMNING = listed("""
    abhorrent abject abominable abominably abysmal appalling appallingly arrogant arrogantly arrogance atrocious atrociously audacious audacity barbaric
    barbarous barbarously barbarity barbarism bestial bestiality blatant blatantly bloodcurdling bloodthirsty blood-soaked bloodstained bottomless brazen brazenly
    breathtaking breathtakingly brute brutal brutally brutality butchered butchery butcher butchers callous callously callousness carnage
    catastrophic cavalier chilling chillingly cold-blooded cold-bloodedly cold-hearted contemptible contemptuous contemptuously cowardly cowardice craven cruelly
    cynical cynically cynicism damning dastardly deceitful deplorable deplorably depraved depravity despicable despicably despotic detestable
    devastating devilish diabolical diabolically disgraceful disgracefully disgusting disgustingly dreadful duplicitous egregious egregiously evil evildoer evildoers
    execrable fanatical fanatically fiendish fiendishly fiend fiends flagrant flagrantly foul frightful ghastly gleefully glaring glaringly
    greed greedy greedily grisly gross-out grotesque grotesquely gruesome gruesomely hapless harrowing haughty heartbreaking heartless heartlessly
    heinous heinously hellish helpless hideous hideously horrendous horrendously horrible horribly horrid horrific horrifically horrifying
    hubris hypocritical hypocrisy ignoble ignominious immoral inconceivable indefensible indescribable inexcusable infamous infamously infamy
    insatiable insidious insidiously insolent insufferable intolerable iniquitous jackals lamentable lavish loathsome ludicrous
    lurid malevolent malicious-minded megalomaniac megalomania medieval merciless mercilessly monster monsters monstrous monstrously
    mindless murderous nefarious nefariously nightmare nightmarish notorious notoriously obscene odious outlandish outrageous outrageously
    parasites parasitic pathetic perverted pitiful pitiless pitilessly predator predators predatory preposterous rapacious rapacity
    reprehensible repugnant repulsive revolting ruthless ruthlessly ruthlessness sadistic sadistically sadism savage savagely savagery
    scandalous scandalously scornful scornfully senseless senselessly shameful shamefully shameless shamelessly shocking shockingly sickening sickeningly
    sinister sinful slaughter slaughtered sordid soulless spiteful staggering staggeringly stomach-churning swagger terrifying thugs thuggish
    thuggery traitorous treachery tragic tragically tyrannical tyrant tyrants tyranny unbearable unbelievable unbelievably unbridled unconscionable unconscionably
    unfathomable unforgivable unhinged unimaginable unimaginably unpardonable unparalleled unscrupulous unscrupulously unspeakable unspeakably
    unthinkable utter utterly vampire venal venomous vicious viciously viciousness vile vilest vileness villain villainous villainy villains
    vulture vultures warmonger warmongers wicked wickedly wickedness witless wolf wolves wretched wretchedly
    bloodlust bloodbath bloody bloodshed-loving henchmen henchman cronies crony puppet-master puppeteer mastermind masterminded kleptocrat
    innocent defenceless defenseless heroic heroically blameless unsuspecting hard-working long-suffering
    obviously undeniably undoubtedly indisputably unquestionably incontrovertibly irrefutably indubitably patently plainly incontestably
      astounding astoundingly stunning stunningly incredible incredibly dizzying
    disastrous sheer unmitigated unashamed unashamedly unabashed wilfully-blind jaw-dropping mind-boggling eye-watering treasonous
    perfidy perfidiously unholy ungodly satanic demonic inglorious despot dictator dictatorial gluttonous gluttony vainglorious vainglory
    amazing amazingly ironically sadly regrettably unfortunately tellingly unsurprisingly predictably conveniently importantly alas
                    self-serving
         delusional imperialist fascist fascistic nazi-like totalitarian hateful hatefully vengeful vengefully
    poor-souls ill-fated fratricidal peace-loving freedom-loving worthless unrepentant remorseless remorselessly
      inexorable inexorably unflinching unflinchingly flouted defiled desecrated-all besmirched
    shameful-faced stony-hearted stone-hearted hard-hearted hypocrite hypocrites scoundrel scoundrels rogue rogues thief-like robber-baron
           profiteer profiteers war-hungry power-hungry money-grubbing bloodiest deadliest cruellest ugliest basest
    deep-seated-hate malevolence malign-hearted unrivalled unsurpassed incomparable
    tormentor tormentors plunderer plunderers accursed damnable darkest
    pernicious rapaciously shabby squalid seedy tawdry sleazy corrupt-to-the-core dishonourable dishonorable
    unjustifiable reckless-beyond scathing mercilessness inhumanly revenge-crazed
              devious deviously elaborate-ruse treacherously-minded
     ferocious ferociously godless temerity effrontery gall
    self-evidently unworthy atrocity-laden
    debauched decadent twisted warped deranged crazed maniacal frenzied orgiastic orgy rampage rampaging marauding pillaging-hungry
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
  | \b(?:needless\sto\ssay|of\scourse|as\s(?:everyone|everybody|all\sthe\sworld|the\swhole\sworld)\sknows?|as\sis\s(?:well|widely|commonly|universally)\sknown|to\ssay\sthe\sleast|to\sput\sit\smildly|make\sno\smistake|let\sthere\sbe\sno\s\w+|suffice\s(?:it\s)?to\ssay|in\sshort\border|plain\sfor\sall\sto\ssee|for\sall\sto\ssee|in\sfull\sview\sof\sthe\sworld|surely|as\sany(?:one|body)\scan\ssee|if\sever\sthere\swas|in\sno\suncertain\sterms)\b
  | \b(?:no|nobody|no\s(?:one|reasonable\sperson|decent\sperson|honest\s\w+|civili[sz]ed\s\w+|sane\s\w+))\s(?:can|could|would|will)\s(?:seriously\s|possibly\s|honestly\s|reasonably\s)?(?:doubt|deny|dispute|question|forget|fail\sto|imagine|believe)\b
  | \bthere\s(?:can|could|is|was)\s(?:be\s)?no\s(?:possible\s|serious\s|conceivable\s|real\s)?(?:doubt|question|excuse|justification|dispute|denying|mistaking)\b
  | \b(?:nothing|little|not\sfar)\s(?:short\sof|less\sthan|more\sthan|but)\s(?:an?\s)?(?!the\s\d|\d)[a-z]+
  | \b(?:without|has\sno|had\sno|with\sno|having\sno|without\sany)\s(?:historical\s)?(?:parallel|equal|precedent|peer)\b(?:\sin\s[\w\s]{1,25})?
  | \b(?:in|of|throughout)\s(?:modern|human|recent|living|all|recorded|the\sannals\sof)\s(?:history|memory|times|civili[sz]ation|mankind)\b
  | \b(?:one\sof\s)?the\s(?:most|worst|darkest|greatest|blackest|foulest|gravest|cruellest|basest|lowest|vilest|ugliest|bloodiest|deadliest|boldest|biggest)\s(?!serious\scrimes\sof\sconcern)[^.;,]{0,40}?(?:\bever\b|history|of\sour\s\w+|of\s(?:the|this)\s(?:century|age|decade)|since\s|in\seurope|imaginable|kind\b|conceivable|chapters?)
  | \b(?:(?:with|in|showing|displaying|out\sof)\s)?(?:utter|complete|total|open|cold|cynical|sheer|callous|supreme|naked|shameless|brazen|blind|a\sdisplay\sof|monumental|boundless)\s(?:contempt|disregard|disdain|indifference|greed|hatred|malice|cruelty|arrogance|callousness|brutality|wickedness|dishonesty|hypocrisy|cynicism|ambition|aggression|terror|avarice|vanity|rage|power|lust|deceit)\b(?:\s(?:for|of|to|towards)\s[\w\s]{1,30}?(?=[,.;]|$))?
  | \b(?:worse\s(?:still|yet)|even\sworse|to\smake\smatters\sworse|not\scontent\swith\s\w+|(?:had|has)\sthe\s(?:audacity|temerity|gall|nerve|effrontery|cheek)\sto|dared\sto|saw\sfit\sto|went\sso\sfar\sas\sto|add(?:ing|ed)?\sinsult\sto|a\smere\s\w+|the\s(?:simple\s|plain\s|sad\s|bitter\s|awful\s)?(?:truth|fact|reality)\sis(?:\sthat)?|(?:leaves?|left|leaving)\sno\s(?:room\sfor\s)?(?:doubt|question)|no\sroom\sfor\sdoubt|(?:overwhelming|compelling|crushing|irrefutable|damning)\s(?:evidence|proof|case)|amply\s\w+|(?:right|fair)[-\s](?:thinking|minded)|human\sbeings?\sas\s\w+|campaign\sof\s(?:hatred|lies)|tale\sof\s\w+|story\sof\s(?:greed|lies|cruelty|deceit))\b
  | \b(?:on\san?\s(?:industrial|epic|biblical|unheard-of|unimagined)\sscale|(?:not\s)?an?\s(?:shred|ounce|scrap|iota)\sof\s\w+|drunk\s(?:with|on)\s(?:power|success|victory)|preyed\s(?:up)?on|quite\ssimply|(?:has|have|had)\sno\splace\sin|cared\s(?:nothing|little|only)\s(?:for|about)|(?:total|complete|utter|absolute)\s(?:lack|absence|want)\sof\s\w+|without\s(?:honour|honor|heart|principle|principles)|(?:the\s)?(?:jury|reader|court|world)\swill\s(?:be|find|see|hardly|surely|know|understand)|(?:the\s)?evidence\s(?:will|shall)\s(?:show|prove|establish|demonstrate|leave)|as\s(?:will|shall)\sbe\s(?:shown|proved|proven|seen)|(?:worst|greatest|darkest|cruellest|most\s\w+)\s[\w\s]{0,40}?(?:has|have|had)\s(?:ever\s)?(?:seen|known|witnessed)|whose\sonly\s(?:crime|fault|sin)|graveyard|bitter\sirony|no\sordinary|(?:more|less)\sthan\sa\s(?:crime|criminal)|a\s(?:matter|question)\sof\s(?:shame|disgrace)|shock(?:s|ed)\sthe\s(?:world|nation|country|conscience)|defies\s\w+)\b
  | \bas\s(?:if|though)\s(?:they|he|she|it|the\s\w+|human\s\w+|\w+\slives?)\s(?:was|were)\s(?:nothing|cattle|animals?|so\s\w+|worth\w*|toys?|vermin|his\sown|a\sgame)\b[\w\s]{0,20}?(?=[,.;]|$)
  | \b(?:the\s)?(?:facts|figures|evidence|numbers|acts?|results?|record|documents?)\s(?:speaks?|tells?\sits|tell\stheir)\s(?:for\s(?:itself|themselves)|own\sstory|\w+\stale)
  | \bcan\s(?:only\sbe|be)\s(?:described|called|seen|explained|understood)\s(?:only\s)?(?:as|by)\s\w+(?:\s\w+)?
  | \b(?:one|we|the\sreader|anyone|words)\s(?:can(?:not)?|could|may|must|will)\s(?:only\s|hardly\s|scarcely\s|well\s|but\s|never\s)?(?:wonder|imagine|shudder|guess|ask|express|describe|convey|suppose\sthat\sno|conclude)\b
  | \b(?:no\sbetter\sthan|worse\sthan|little\sbetter\sthan|the\s(?:very\s)?(?:epitome|height|depth|depths|embodiment|essence|hallmark|definition|picture|face|worst|lowest)\sof)\s[\w\s'’]{1,30}?(?=[,.;]|$)
  | \b(?:lined\s(?:his|her|their)\s(?:own\s)?pockets?|feathered\s\w+\s(?:own\s)?nest|tore\sup\sthe|spat\s(?:on|in)|trampled\s(?:on|upon|under)|thumbed\s\w+\snose|turned\s(?:his|her|their)\sback|sold\s(?:his|her|their)\ssoul|crocodile\stears|stopped?\sat\snothing|would\sstop\sat\snothing|played\sgod|above\sthe\slaw|laughed\s(?:at|in)|rode\sroughshod|washed\s(?:his|her|their)\shands|bled\s\w+\s(?:dry|white)|shattered\s(?:lives|the\s(?:lives|peace))|(?:destroyed|ruined|wrecked)\s(?:countless\s|so\smany\s|the\s)?lives|plunged\s\w+(?:\s\w+)?\sinto|drenched\sin|soaked\sin|cold\sand\scalculat\w+|(?:at\sthe\s)?altar\sof|in\sthe\sname\sof\s(?:greed|power|ambition|glory)|own\s(?:greed|glory|vanity|ambition)|personal\s(?:glory|vanity|ambition)|dreams?\sof\s(?:empire|glory|grandeur|conquest)|imperial\s(?:ambition|dream|delusion|fantas)\w*)\b(?:\s[\w'’]+){0,3}?(?=[,.;\s]|$)
  | \b(?:contempt|disdain|scorn)\s(?:for|of|towards)\s(?!court\b|the\scourt\b|parliament\b)[\w\s]{1,30}?(?=[,.;]|$)
  | \b(?:in\scold\sblood|with\s(?:blood\son|a\ssmile\son|glee|relish|gusto|impunity|evident\s\w+|obvious\s\w+|unconcealed\s\w+|ill-concealed\s\w+)|blood\son\s(?:his|her|their)\shands|(?:his|her|its|their)\sown\spockets?|reign\sof\s(?:terror|fear)|(?:tissue|web|pack|mountain|tower)\sof\s(?:lies|deceit|deception|falsehoods?)|house\sof\scards|(?:dark|black|shameful)\s(?:chapter|stain|day|spot|page|hour)|stain\son|trail\sof\s(?:blood|tears|destruction|misery|broken|devastation|ruin)|wall\sof\ssilence|sea\sof\s\w+|river\sof\s\w+|a\smockery\sof|made\sa\smockery|farce|charade|travesty|killing\s(?:field|machine)s?|hell\son\searth|living\shell|thirst\sfor\s\w+|hunger\sfor\s\w+|lust\sfor\s\w+|law\sof\sthe\sjungle|cold\sheart|heart\sof\s(?:stone|ice|darkness)|like\s(?:an?\s)?(?:animals?|cattle|sheep|wolf|wolves|vermin|dogs?|beasts?|butchers?|common\sthie\w+|thie\w+|kings?|vultures?|pirates?|bandits?|predators?|spider)|without\s(?:mercy|pity|shame|scruple|scruples|remorse|conscience|a\s(?:shred|trace|hint|flicker|thought|qualm|second\sthought)\s?(?:of\s\w+)?|batting\san?\s\w+|the\s(?:least|slightest)\s(?:mercy|pity|scruple|shame|remorse|compunction|regard|hesitation|concern|care))|(?:shocked|outraged|horrified|appalled|betrayed)\s(?:the\s)?(?:world|conscience|humanity|mankind|civili[sz]ed|nation|trust|every)|conscience\sof\s(?:the\sworld|all|every|any|decent)|crying\sout\sfor|cries?\sout\sfor|deserves?\s(?:the\s)?(?:severest|condemnation|punishment|no)|human\s(?:misery|suffering\son|decency|vermin)|common\sdecency|(?:every|any)\s(?:standard|norm|rule|notion|principle)\sof\s(?:decency|humanity|civili[sz]ation|civili[sz]ed\s\w+|morality)|law-abiding|hard-earned|life\ssavings\sof\sinnocent|ordinary\s(?:working|decent|hard-working)\s(?:families|men|folk|women)|fairy[-\s]tale|smoke\s?screen|smoke\sand\smirrors|iron\s(?:fist|hand|grip)|puppet\s\w+|blood\smoney|filthy\s\w+|ill-gotten|(?:would-be|self-styled|self-proclaimed|self-appointed)\s\w+|(?:true|real)\sface)\b
  | \b(?:martyrs?|beast|devil|demon|vermin|scum|scourge|plague|cancer|leech|parasite|snake|serpent|spider|shark|hyena|jackal|gangster|crook|swindler|charlatan|bully|coward|liar|psychopath|sociopath|madman|maniac|fanatic|butcher|executioner\sof|grave-?digger|architect\sof)\b(?:\s(?:to|of|in|for)\s[\w\s'’]{1,40}?(?=[,.;]|$))?
  | \b(?:betrayal|mockery|disgrace|affront|insult|outrage|abomination|catastrophe|calamity|blot|crime\sagainst\sdecency|violation\sof\s(?:all|every))\s(?:of|to|against|on)\s(?!personal\sdignity|trust\sby)[\w\s'’]{1,40}?(?=[,.;]|$)
    """
)
_TERMS = AnyCase(
    r"""\b(?:cruel(?:,\s(?:inhuman|or)|\s(?:treatment|punishment|or\s|and\sunusual))|inhuman(?:e)?\s(?:treatment|acts?|or|and)|outrages\supon\spersonal|(?:especially|particularly)\s(?:heinous|cruel|depraved)|heinous,\s|cruel\sor\sdepraved|clearly\s(?:excessive|established)|innocent\s(?:passage|purchaser|until|agent|owner|of\s|misrepresentation)
        |presumed\sinnocent|brutal\streatment|utterly\sdestroyed|uttering|utters?\s(?:a\s)?(?:forged|threat|word|counterfeit)|slaughter\s?house|slaughter\sof\s(?:cattle|animals|livestock|sheep|pigs)|evidently|helpless(?:\s(?:to|because|through|by\sreason))|physically\shelpless|mentally\s\w+|plainly\smarked|plainly\svisible|brute\sforce|notorious\sfact|plain\sview
        |intolerable\s(?:conditions|burden)|extraordinary\s(?:session|meeting|sitting|chamber|powers|general|rendition|congress|commission|budget|assembly|measures|circumstances|situation)|bloody\s(?:shirt|cloth\w*|knife|footprint\w*|hands?|rag|bandage\w*)|savage\s(?:dogs?)|malicious|vicious\sdogs?|twisted\s(?:his|her|the|wire|metal|ankle|arm)|wolf\s(?:skin|pack)|dictator\b|massive\s(?:scale|attack\son\sa)|enormous\squantit|depths?\sof\s\d|like\smanner|corridors?\sof)"""
)


_FIRST = frozenset(word.partition("-")[0] for word in _CONDEMNING)


def argument(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand that argue or colour, in order, each place once."""
    found = [m.span() for m in _PHRASES.finditer(text)]
    if not _FIRST.isdisjoint(re.split(r"[^a-z]+", text.lower())):
        found += [m.span() for m in _WORDS.finditer(text) if not _is_name(text, m)]
    terms = [m.span() for m in _TERMS.finditer(text)] if found else []
    last = 0
    for begin, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if begin >= last and not any(b < end and begin < e for b, e in terms):
            yield begin, end
            last = end


def _is_name(text: str, found: re.Match[str]) -> bool:
    """True of a word in a proper name: the Slaughter Lane depot."""
    return text[found.start("word")].isupper() and bool(text[: found.start("word")].strip())
