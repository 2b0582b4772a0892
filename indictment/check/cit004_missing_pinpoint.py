"""A citation of an exhibit with several pages should say where to look.

Nobody reads 48 pages to find a sentence, and the bundle can only link to the page that is named.
An exhibit that has no pages or paragraphs to name, such as a web page, says why under
`no-pinpoint:`.

For example, `[@order-7]` where order-7 has 48 pages.

Write `[@order-7, p. 12]` or another unit that the court's form knows; or add `no-pinpoint:` with
the reason to the exhibit's entry.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.paged import paged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each citation of several pages without a place in them."""
    known = paged(indictment)
    for citation in indictment.citations:
        exhibit = known.get(citation.label)
        if exhibit is None or citation.places or exhibit.pages < 2:
            continue
        if not exhibit.listed.entry.no_pinpoint:
            yield RULE.at(
                citation.span,
                f"exhibit {exhibit.name} has {exhibit.pages} pages, "
                "and no page or paragraph is cited",
                related=(Related(exhibit.listed.at(), exhibit.name),),
                help=f"write [@{citation.label}, p. …], "
                "or add `no-pinpoint:` with a reason to the entry",
            )
