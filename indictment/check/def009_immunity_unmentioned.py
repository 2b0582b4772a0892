"""Where an accused is or was head of State, head of Government or minister for foreign affairs, the indictment should speak of immunity.

Such an accused will plead immunity, and some courts wait with the confirmation of charges, or may try in absentia. The
instrument need not argue the question; a reader should see that it was considered. It is said once for each accused.

For example, an accused with `{title: President, body: Republic of Halvenia}`, and not a word on immunity or official
capacity.

Write a sentence where jurisdiction is pleaded: that the court's law knows no immunity, or from when the court may act. Or
allow the rule and say why not.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment
from indictment.model.people import Office

RULE = rule(__name__, __doc__, Severity.NOTE)
NEEDS_WHOLE = True

_TITLE = re.compile(
    r"(?:(?:former|acting)\s+)?(?:(?P<state>president|head\s+of\s+state|king|queen|emir|sultan|monarch|sovereign)|"
    r"prime\s+minister|head\s+of\s+(?:the\s+)?government|federal\s+chancellor|"
    r"minister\s+(?:of|for)\s+(?:foreign|external)\s+(?:affairs|relations)|foreign\s+minister)\b",
    re.IGNORECASE,
)
_NO_STATE = re.compile(
    r"\b(?:council|company|court|bank|assembly|committee|chamber|senate|parliament|association|board|club|university|"
    r"academy|society|foundation|corporation|group|party|congress|commission|service|district|municipality|city)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\bimmunit(?:y|ies)\b|\bin\s+absentia\b|\bofficial\s+(?:capacity|position)\b.{0,80}\b(?:relieve|exempt|irrelevan|bar)|"
    r"\b(?:irrelevance\s+of|no)\s+(?:official\s+(?:capacity|position)|office)\b|\bтрой[кц]|\bімунітет|\bиммунитет",
    re.IGNORECASE,
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each such accused, if nothing in the text speaks of it."""
    held = [
        (defendant, number, office)
        for defendant in indictment.matter.defendants
        for number, office in enumerate(defendant.head.offices)
        if _is_of_three(office)
    ]
    if not held or any(_SPOKEN_OF.search(passage.text) for passage in passages(indictment)):
        return
    said: set[str] = set()
    for defendant, number, office in held:
        if defendant.label not in said:
            said.add(defendant.label)
            yield RULE.at(
                defendant.head.at("offices", number, "title"),
                f"{defendant.head.name} is charged as one who held the office of {office.title}, "
                "and nothing is said of immunity",
                help="write a sentence on immunity, or on trial in absentia, where jurisdiction is pleaded",
            )


def _is_of_three(office: Office) -> bool:
    found = _TITLE.match(office.title)
    return found is not None and not (
        found["state"] and _NO_STATE.search(f"{office.title} {office.body}")
    )
