"""What each accused did should be pleaded of each by name, not of a group.

"The accused" of several, "they", "the leadership", "together with others" leave open who of them
acted, and a tribunal tries persons. The rule reads the counts, the paragraphs on the accused and what
a paragraph with `elements=` or `defendants=` pleads. It is content where the sentence names those it
means, where a schedule names the others, where there is one accused, and where "they" are victims or
units.

For example, "The accused knew of the detentions" in a case against two, or "the leadership decided
to extend the operation".

Name the accused who acted. Where several did, say what each did, or write "each of the accused".
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.said import said
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)

_WHY = {
    "accused": "does not say which of the accused acted",
    "others": "does not say who the others are",
    "body": "acts here in place of persons",
    "they": "does not say which of them acted",
}


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each group that acts, decides or knows in the place of persons."""
    for sentence, it in said(indictment):
        for group in it.groups:
            words = sentence.text[group.begin : group.end].strip(" ,")
            yield RULE.at(
                sentence.at(group.begin, group.end),
                f"“{words}” {_WHY[group.sort]}",
                help="name those who acted and what each did, or the schedule that names them",
            )
