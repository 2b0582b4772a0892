"""What a body does in its office and nobody but a body can, and where it is deceived or an instrument.

Of a committee that grants an application, a bank that pays and a hierarchy through which somebody
commands no persons need be named.
"""

from indictment.check.language import AnyCase, listed
from indictment.check.language.subjects import ADV

UNWORTHY = listed("""
    saw watched prepared organised organized planned engineered coordinated spread masterminded staged withheld orchestrated
    falsified forged deceived defrauded stole burned burnt destroyed looted plundered killed murdered tortured misled
    bribed laundered siphoned embezzled misused abused persecuted deported starved waged unleashed armed recruited
    threatened silenced suppressed fabricated invented seized diverted pocketed profited exploited concealed
    """)
"""What is pleaded of a council or a ministry in the place of persons. All else it does is an act of its office."""
AUTHORITIES = listed("authorities officials leadership command headquarters")
OFFICIAL = listed("""
    arrested surrendered extradited transferred registered issued recorded certified exhumed handed opened published
    was were is are had has have been do does could would should might may must will can came lived died fled stood sat
    released seized reported recognised recognized
    """)
"""What authorities do in the course of their office, and how they are."""
BY_MIND = listed("decided resolved agreed accepted approved refused")
IN_SESSION = AnyCase(
    r"""\b(?:by\s(?:\w+\s)?(?:votes?|majority|\w+\svotes)|unanimously|at\sits\s(?:\w+\s)?(?:meeting|session|sitting)|in\ssession|on\sthe\sapplication
          |to\s(?:grant|refuse|adjourn|defer|appoint|elect|adopt|award|lend|insure|lease|let|renew|license|admit|reject|dismiss\s(?:the|an|his|her)\s(?:appeal|application|complaint)))\b"""
)
"""How a body decides what only a body can: by votes, and on what is before it."""
IGNORANT = AnyCase(
    r"[^.;]{0,30}?\b(?:knew\s(?:nothing|none|neither)|(?:did|could)\snot\s(?:then\s|yet\s)?(?:know|suspect|realise|realize)|had\sno\s(?:knowledge|idea|notion)|(?:was|were)\s(?:un(?:aware)|not\s(?:then\s|yet\s|made\s)?aware)|never\s(?:knew|learned|learnt))\b"
)
"""Who is deceived: the bank did not know that the invoices were false."""
INSTRUMENT = AnyCase(
    r"\b(?:control\w*|command\w*|exercis\w+|authority|channels?|passed|relayed|transmitted|reported|conveyed|communicat\w+|circulated|sent|went|ran|orders?|instructions?|enforced|implemented)\b[^.;]*\bthrough\s$"
)
"""What an accused governs through is an instrument: "exercised control through the hierarchy"."""
MET = AnyCase(
    rf"(?:,[^,.;]{{1,100}},)?\s{ADV}(?:met|gathered|assembled|conferred)\b[^.;]{{0,80}}?\s(?:and\s{ADV}(?:agreed|decided|resolved|planned|conspired|plotted)|to\s(?:agree|plan|plot|conspire)\s(?:on|to|the|an?|how))\b"
)
"""A meeting at which something was agreed."""
