"""How pleadings name bodies without a face, and what such a body does in the place of persons."""

from indictment.check.language import AnyCase, Exact, listed, triggers
from indictment.check.language.subjects import ADV, HEDGED

FACELESS = listed("""
    leadership leaders circles regime authorities occupiers invaders aggressors clique camarilla junta politicians rulers
    conspirators co-conspirators coconspirators elite elites establishment hierarchy echelon echelons cabal officials
    decision-makers policy-makers power-holders insiders captors putschists organisers organizers ringleaders masterminds
    management brass figures attackers assailants kidnappers abductors fraudsters schemers wrongdoers plotters pirates hijackers traffickers robbers burglars thieves looters arsonists hackers extortionists bosses
    superiors power powers planners strategists strongmen oligarchs entourage coterie retinue
    """)
"""Heads of which any act is said in the place of persons."""
LEADERS = listed("""
    hardliners warlords colonels officers smugglers everyone everybody heads chiefs functionaries
    executives directors managers executive ministers generals commanders supporters allies associates
    operatives colleagues members participants advisers advisors aides deputies ranks partners employees
    supervisors overseers foremen wardens jailers handlers controllers coordinators financiers backers sponsors patrons
    instructors interrogators administrators employers dealers principals brokers representatives agents emissaries
    confederates accomplices sympathisers sympathizers collaborators loyalists
    """)
BODIES = listed("""
    administration apparatus network faction alliance coalition brotherhood presidium troika triumvirate consortium
    command headquarters staff board council committee cabinet presidency politburo bureau directorate secretariat
    party group organisation organization movement band cell circle gang cartel syndicate ring organs structures league
    bloc service services kremlin hq intelligence counterintelligence inner-circle leadership-council clan commandant's-office
    prosecution's-office mob crowd government ministry navy
    """) - listed(
    "leadership-council inner-circle commandant's-office prosecution's-office mob crowd"
)
FORMAL = listed(
    "government ministry council committee board cabinet presidency party league bureau secretariat"
    " directorate presidium movement"
)
"""Bodies that approve and refuse as such."""
UNITS = listed("""
    crew shift front corps guard legion foundation militia militias convoy squad patrol company firm bank state union commission
    forces army military police brigade agency team unit units side federation country nation republic office
    institution family department club palace congress conspiracy enterprise scheme rebels militants insurgents
    separatists
    battalion division regiment platoon column bench corporation association society
    """)
"""Units and persons at law: what they do is theirs, what they know and intend is that of persons."""
OF_UNITS = AnyCase(
    r"\b(?:corps|column|police|brigade|battalion|division|regiment|platoon|squad|patrol|company|bank|public|crowd|family|congress|parliament|assembly|court|tribunal|chamber|bar)\b"
)
RANK_AND_FILE = listed("members staff employees")
"""Heads that are a unit where the words say of which unit they are."""
OUTSIDE = AnyCase(
    r"\b(?:(?:victim|witness|plaintiff|claimant|relative|survivor|detainee|prisoner|taxpayer|creditor)s?['’]s?|security\scouncil|united\snations|european|red\scross|human\srights|international|regional\sunion|contact\sgroup|foreign|trial|pre-trial|prosecut\w+|investigat\w+|grand|jury|defen[cs]e\s(?:team|counsel)|medical|hospital|health|immigration|postal|customs|rescue|fire|ambulance|civil|probation|school|rescue|union|league\sof\snations|arab\sleague|swiss|federal\sbureau|law\senforcement)\b"
)
"""Bodies that are no party to what is charged."""
HEADS = FACELESS | LEADERS | BODIES | UNITS
ALONE = (FACELESS | LEADERS) - listed("regime clique camarilla junta executive cabal") | listed(
    "headquarters command hq"
)
"""Heads that may stand without an article."""
SENIOR = listed("""
    senior high-ranking leading top political military party government state regional local federal security company
    ranking unnamed unidentified unknown certain other jce group army front enemy occupation civilian junior
    responsible like-minded corrupt fellow key influential prominent highest-ranking higher high mid-level police occupying ruling
    """)
DETERMINERS = listed("""
    the certain some several various unnamed unidentified other his her their its both all most these every such many
    those this that numerous
    """)
STOP = listed("""
    a an was were had has have is are be been of and in for to by with or on at from as that which who whom but not nor if
    when where while after before until since than into over under against between he she it they him them his
    did do does would could should might may must will can because then thus also so whose there here no any each either
    about among through upon within without during up out off per
    """)
OF = Exact(
    r"\s(?:of|in|at|within|from|around|behind|under)\s(?:(?:the|its|his|her|their|that|this)\s)?(?:[\w'’-]+|\ufffc)(?:\s(?:of|in|for)\s(?:the\s)?[\w'’-]+|\sand\s[A-Z][\w’-]+|\s[\w’-]+){0,7}"
)
"""What follows a body and says of what: "of the 3rd Brigade"."""
BARE_AHEAD = AnyCase(
    r"(?:^|[,;:—(.)]|\b(?:that|which|and|but|when|where|while|as|because|then|by|there|(?:19|20)\d\d))\s*$"
)
CAPITALS = Exact(r"[A-Z]{2}")
ACRONYM = Exact(r"\b(?:[Tt]he\s)?[A-Z]{2,6}(?:(?:/|\sand\s|\sand\sthe\s)[A-Z]{2,6})?(?![\w-])")
THOSE = AnyCase(
    r"""\bthose\s(?:in\s(?:charge|power|command|control|authority|office|the\sknow)|responsible|(?:at|in|from)\s(?:the\s)?(?:headquarters|command|capital|centre|center)
          |who\s(?:ran|led|commanded|governed|ruled|controlled|directed|planned|organi[sz]ed|gave\sthe\sorders?|held\spower|were\sin\s\w+)(?:\s(?:the|its|this|that)\s\w+|\sit)?
          |(?:running|leading|commanding|controlling|directing|planning|organi[sz]ing|guarding|managing|holding)\s(?:the\s|its\s|this\s)?\w+
          |around\s\S+|close\sto\s(?:the\s)?\S+|at\s(?:the\s)?(?:very\s)?(?:top|head|helm)|behind\s(?:the\s)?\w+|above\s\S+|involved|concerned|present
          |(?:inside|under|with|on|in|at|beside|above|below)\s(?:the\s)?\w+)
      | \b(?:everyone|everybody|all)\s(?:present|concerned|involved|in\sthe\sroom|at\sthe\smeeting) | \bthe\spowers\sthat\sbe\b
      | \b(?:servicemen|soldiers|fighters|troops|officers|officials|representatives|members|employees)\sof\s(?:the\s)?(?:occupation|occupying|enemy|ruling|puppet|so-called)\s\w+(?:\s(?:forces|authorities|power|administration|army|force))?"""
)
_MIND = (
    r"kn(?:ew|ows?|own)|w(?:as|ere)\s(?:well\s|fully\s|also\s|thus\s|all\s|both\s)?(?:aware|determined|resolved|conscious|content|indifferent|complicit|behind|prepared\sto|willing|ready\sto)"
    r"|known|chosen|discarded|did\s(?:not\s)?(?:want|wish|care|know|intend|mean|agree|decide)|failed\sto\snotice|been\saware"
    r"|decided|agreed(?!\sto\s(?:an?|the)\s(?:cease|truce|treat|armistice|exchange))|intended|planned|wanted|wished|understood|realised|realized|foresaw|resolved|determined|conspired|plotted|disregarded|tolerated|concealed|sought\sto|meant|hoped|condoned"
    r"|aimed|desired|took\s(?:the\s|a\s)?decision|made\s(?:the\s|a\s)?decision|turned\sa\sblind|looked\s(?:away|the\sother\sway)|covered\sup|pursued\sa|orchestrated|masterminded|saw\sto\sit|did\snothing"
    r"|lied|kept\s(?:silent|quiet)|had\sknowledge|shared\sthe|w(?:as|ere)\s(?:in\sno\sdoubt|under\sno\sillusion)|acquiesced|connived|colluded|conceived|hatched|made\s(?:sure|certain)|stood\sby|embraced|chose\sto|calculated|anticipated|contemplated|intend|know"
)
_WILL = (
    r"believed|ignored|chose|sought|accepted|encouraged|feared|expected|refused|hid|failed\sto|approved|gave\s(?:the\s)?(?:orders?|go-ahead|signal)|ordered|favoured|insisted"
    r"|gave\s(?:its|their)\s(?:blessing|consent|approval|assent)|dictated|imposed|consented|endorsed|sanctioned|arranged|devised|instigated|settled\son|took\spart|took\ssteps|saw\sto|w(?:as|ere)\sresponsible"
)
GUILTY = (
    r"falsified|forged|deceived|defrauded|stole|burned|burnt|destroyed|divided|shared|looted|plundered|killed|murdered|tortured|misled|bribed"
    r"|laundered|siphoned|embezzled|misused|abused|persecuted|expelled|deported|starved|backed|waged|unleashed|financed|armed|recruited"
    r"|threatened|silenced|suppressed|fabricated|invented|staged|engineered|drove|forced|seized|stripped|emptied|diverted|pocketed|profited|benefited|exploited|gave|took|told|sent|used|turned|let|left"
)
PLAINLY_GUILTY = frozenset(GUILTY.split("|")) - listed(
    "gave took told sent used turned let left shared backed divided"
) | listed("supplied deprived detained beat engaged concealed shredded hid")
"""Deeds that are never innocent, or seldom."""
_BETWEEN = r"(?:,(?:[^,.;]|,\s\ufffc){1,100},)?\s"
KNEW = AnyCase(rf"{_BETWEEN}{ADV}{HEDGED}(?:{_MIND})\b")
WILLED = AnyCase(rf"{_BETWEEN}{ADV}{HEDGED}(?:{_WILL})\b")
GUILT = AnyCase(rf"{_BETWEEN}{ADV}{HEDGED}(?:{GUILTY})\b")
DONE_BY = AnyCase(
    r"\b(?:committed|planned|organi[sz]ed|approved|ordered|decided|agreed|devised|directed|carried\sout|perpetrated|instigated|authori[sz]ed|sanctioned|conceived|shared|taken|issued|drawn\sup|prepared|controlled|concealed|executed|arranged|set\sup|orchestrated|encouraged|endorsed)(?:\s(?:up)?on)?\sby\s$"
)
OF_PERSONS = listed("""
    had was were is are has have do does did could would should might may must will can lived died fled came left arrived
    returned remained stayed stood sat lay consisted comprised included numbered belonged received heard met served
    withdrew bear rose found owned employed existed formed split merged
    """)
"""How persons are, and what befalls them."""
IN_OFFICE = OF_PERSONS | listed("held reported voted adopted elected")
"""What those in an office do as such besides."""
BY_VOTE = OF_PERSONS | listed(
    "adopted voted elected enacted passed ratified convened dissolved appointed promoted published"
)
"""What a staff or an administration does as such besides."""
NEUTRAL = listed(
    "employees agents representatives dealers brokers principals partners colleagues emissaries"
)
"""Persons who may as well be deceived, or of another side: of them a guilty act is said, or what they knew."""
NEEDS_RANK = listed("figures ranks circles echelon echelons brass power powers")
"""Heads that are of persons where their rank is said: the figures may be those of an account."""
NUMBERS = listed("two three four five six seven eight nine ten eleven twelve")

OF_BODIES = triggers(" ".join(HEADS)) | {"thos", "hq"}
"""First letters without which a sentence names no such body."""
