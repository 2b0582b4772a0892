"""What a body does in its office and nobody but a body can, and where it is deceived or an instrument.

Of a committee that grants an application, a bank that pays and a hierarchy through which somebody
commands no persons need be named.
"""

from indictment.check.language import AnyCase, listed

COMPETENT = listed("""
    granted deferred refused adjourned referred awarded licensed sentenced convicted fined ruled certified
    registered quashed upheld allowed postponed renewed extended revoked suspended withheld allocated audited
    inspected established created commissioned set fixed introduced abolished amended repealed delegated
    nominated confirmed consulted minuted noted advised recommended invited informed notified wrote gave sent
    instructed transferred credited debited cleared honoured returned lodged filed opposed objected supported
    received heard allotted assigned leased tendered contracted procured purchased acquired invested resumed
    reopened closed imposed levied taxed assessed collected administered decided resolved agreed accepted
    declined permitted prohibited banned voted promoted demoted decorated relieved reinstated seconded
    """)
"""What a body with competence does in its office, and a bank or a ministry in its business."""
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
