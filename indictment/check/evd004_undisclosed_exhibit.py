"""What may help the Defence should be disclosed, not dropped.

An exhibit with `exculpatory: true` is to be named in an annex or a schedule, where the Defence finds it.

For example, an exhibit that is marked so and cited nowhere, or in a footnote of the statement of facts only.

Name it in a schedule of what is disclosed: `[@label]` in an annex or a schedule.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each exhibit that may help the Defence and stands in no annex or schedule."""
    disclosed = {
        citation.label
        for citation in indictment.citations
        if citation.span.file.startswith(("annexes/", "schedules/"))
    }
    for exhibit in indictment.matter.exhibits:
        if exhibit.entry.exculpatory and exhibit.label not in disclosed:
            yield RULE.at(
                exhibit.at("exculpatory"),
                "this exhibit may help the Defence, and no annex or schedule names it",
                help=f"cite it in a schedule of what is disclosed: [@{exhibit.label}]",
            )
