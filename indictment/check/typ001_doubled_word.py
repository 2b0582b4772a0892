"""A word should not be written twice in a row.

For example, "in the the city of".

Remove one of the two.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_DOUBLED = re.compile(r"(?<![\w’'.-])(\w++)[ \u00a0]++((?i:\1))(?![\w’'-])")
"""Two equal words or numbers. No step back (`++`): a word that is cut short is followed by no space."""
_WORD = re.compile(r"[^\W\d_]+")
_USUAL = frozenset(
    {"that", "had", "very", "so", "no", "more", "again", "long", "far", "is", "knock", "out", "on"}
)
"""Words that may well stand twice: "had had", "the fact that that order", "he went on on foot"."""


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each second of two equal words."""
    for passage in passages(indictment):
        for found in _DOUBLED.finditer(passage.text):
            first, second = found.groups()
            # A second capital is a name: "Boutros Boutros", "Sirhan Sirhan".
            if (
                second.islower()
                and second not in _USUAL
                and len(first) > 1 - (second == "a")
                and _WORD.fullmatch(first)
            ):
                yield RULE.at(
                    passage.at(found.start(2), found.end(2)),
                    f"“{second}” is written twice",
                    help="remove one of the two",
                )
