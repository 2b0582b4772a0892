"""A paragraph on what an accused did should say who acted.

Own conduct is charged by saying who did what, to whom, when and where. "The plan was approved" does
not say by whom. The rule reads the paragraphs on the accused, those with `defendants=`, and those of
a count that plead conduct of each accused. It is content with an agent in the sentence ("by …"), with
one in the sentence before that acted then and there, and with a state ("was born", "is situated").

For example, "On 9 March the Council met. The plan was approved." "Soldiers of the brigade entered the
village. Fourteen men were taken from their homes" says who took them.

Name the one who acted: "@tollan approved the plan".
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.language.actors import (
    is_another_event,
    is_done_before,
    is_named_ahead,
    is_named_before,
)
from indictment.check.language.passives import Passive, passives
from indictment.check.language.states import is_accused
from indictment.check.language.verbs import CAREER, OFFICES
from indictment.check.pleaded import Pleaded, pleaded
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_WHO = re.compile(r"\b(?:those|all|any|anyone|everyone|persons|no one) who$")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each act in a paragraph on own conduct of which nobody says who did it."""
    for sentence in pleaded(indictment):
        if not sentence.is_own:
            continue
        is_known = False
        for passive in passives(sentence.text):
            if passive.is_state or passive.has_agent or _is_office(sentence, passive):
                continue
            is_known = is_known or _is_named_before(sentence, passive)
            if not is_known and not _is_known(sentence, passive):
                yield _say(sentence, passive)


def _is_known(sentence: Pleaded, passive: Passive) -> bool:
    """True where the words ahead say who acted, or who said that it was so."""
    ahead = sentence.text[: passive.begin]
    if _WHO.search(passive.subject):
        return True  # it says who is meant
    if is_another_event(ahead, sentence.text[passive.begin : passive.end]):
        return True
    return is_done_before(ahead, sentence.text, passive) or is_named_ahead(ahead)


def _is_named_before(sentence: Pleaded, passive: Passive) -> bool:
    """True where the sentence before says who acted, and so for all that follows in this one."""
    before = sentence.before
    return before is not None and is_named_before(before.text, sentence.text, passive)


def _is_office(sentence: Pleaded, passive: Passive) -> bool:
    """True of what befell the accused in office or in court: nobody asks who did it."""
    if passive.participle not in OFFICES:
        return False
    if is_accused(passive.subject):
        return True
    words = passive.subject.rsplit(",", 1)[-1].split() or [""]
    is_pronoun = words[-1].lower() in ("he", "she", "who")
    if passive.participle in CAREER:
        return is_pronoun or words[0].lower() in ("he", "she") or is_accused(words[0])
    before = sentence.before.text if sentence.before else ""
    return is_pronoun and words[-1] != "who" and is_accused(before.strip()[:1])


def _say(sentence: Pleaded, passive: Passive) -> Diagnostic:
    words = sentence.text[passive.begin : passive.end]
    return RULE.at(
        sentence.at(passive.begin, passive.end),
        f"“{words}” does not say who acted",
        help="name the one who did it, as the subject or with “by”",
    )
