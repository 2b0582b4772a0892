"""Words in quotation marks must be those of the exhibit that is cited for them.

A digit that was changed, a "not" that came in: whoever opens the exhibit sees it. The words are
looked for on the page that is cited, and compared one by one. Case, ligatures, hyphens at line ends
and the form of the marks make no difference. What is left out is marked by "…", what is changed or
put in stands in square brackets: "[t]he … armed forces".

For example, `"142 voted in favour" [@ga-vote, p. 2]` where page 2 reads "141 voted in favour".

Quote what the exhibit reads, or mark the change.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.quotations.verdicts import judged
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_LONGEST = 300


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each quotation that the exhibit has in other words."""
    for each in judged(indictment):
        if each.verdict is None or each.kind != "altered":
            continue
        yield RULE.at(
            each.quoted.span,
            f"page {each.page} of {each.name} has these words otherwise"
            if len(indictment.exhibit_facts[each.exhibit.label].text or ()) > 1
            else f"{each.name} has these words otherwise",
            label="not the words of the exhibit",
            notes=(
                f"quoted: “{_short(each.verdict.quoted)}”",
                f"{each.name} reads: “{_short(each.verdict.reads)}”",
            ),
            help="quote what the exhibit reads; mark what you leave out by … and what you change by [ ]",
        )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
