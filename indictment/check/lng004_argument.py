"""A charge should state facts, not argue them.

Words that condemn ("monstrous", "with utter contempt"), that insist ("beyond any doubt", "it goes
without saying") or that compare ("without parallel in history") add nothing that could be proved.
Courts strike them as surplusage, and what is struck may take a fact with it. Headings above the facts
and the accused that give judgment ("The criminal war") are the same fault. Names of crimes, elements,
legal standards ("clearly excessive"), quotations and proper names are free.

For example, "The fraud was a monstrous betrayal". "The loss was clearly excessive" is the law's word.

Leave the words out and let the facts speak.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.language.argument import argument
from indictment.check.passages import passages
from indictment.check.pleaded import is_english
from indictment.check.said import said
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)

_JUDGING = re.compile(
    r"""\b(?:criminal(?!\s(?:code|law|court|tribunal|procedure|proceedings|record|responsibility|liability|justice|division|chamber|jurisdiction|case|investigation|complaint|act\b|acts\b|enterprise|organi[sz]ation|association|purpose|property|police|records|offences?))
        | unlawful(?!\s(?:confinement|killing|act|acts|combatant|possession|deportation|transfer|imprisonment|detention|violence)) | illegal | guilt(?!\b\splea) | guilty | crimes\sof\s\ufffc)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each place where a pleading argues, and each heading that judges."""
    for sentence, it in said(indictment):
        for begin, end in it.argument:
            words = sentence.text[begin:end]
            yield RULE.at(
                sentence.at(begin, end),
                f"“{words}” argues: no fact would be lost without it",
                help="leave it out, or plead the fact that it stands for",
            )
    if not is_english(indictment):
        return
    for passage in passages(indictment):
        if passage.kind == "heading" and passage.part in ("accused", "facts"):
            found = _JUDGING.search(passage.text)
            spans = [found.span()] if found else list(argument(passage.text))
            for begin, end in spans:
                yield RULE.at(
                    passage.at(begin, end),
                    f"“{passage.text[begin:end]}” in a heading says what is to be proved",
                    help="name what the section is about: the act, the place, the date",
                )
