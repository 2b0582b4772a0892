"""A quotation must be cited to the page on which it stands.

The link of the bundle leads to the page that is cited, and the words must be there.

For example, `"No receipt shall be given" [@order-14, p. 1]` where the words stand on page 2.

Cite the page that the message names.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.quotations.verdicts import judged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each quotation that stands on another page."""
    for each in judged(indictment):
        if each.kind == "elsewhere":
            places = each.citation.places
            yield RULE.at(
                each.quoted.span,
                f"the words quoted stand on page {each.page} of {each.name}, which is not cited for them",
                label=f"on page {each.page}",
                related=[Related(places[0].span, "cited here")] if places else (),
                help=f"cite p. {each.page}",
            )
