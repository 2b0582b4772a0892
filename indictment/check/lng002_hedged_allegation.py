"""What is charged should be alleged, not supposed.

"Reportedly", "may have", "it appears that", "is believed to have": an allegation is made or it is
not. Doubt about the evidence belongs in a note to the file; in the charge it tells the defence
where to begin. Permission ("may be tried"), a standard of knowledge ("should have known"), what an
accused foresaw or was told, "alleged" as a term of art, the month of May and quotations are free,
and so are background and notes.

For example, "@tollan may have read the report". "@tollan knew that the wall might fall" pleads what
he knew.

Say that it was so, or leave it out.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.said import said
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each place where the drafter doubts what is pleaded."""
    for sentence, it in said(indictment):
        for begin, end in it.hedges:
            yield RULE.at(
                sentence.at(begin, end),
                f"“{sentence.text[begin:end]}” doubts what is pleaded",
                help="allege it, or leave it out",
            )
