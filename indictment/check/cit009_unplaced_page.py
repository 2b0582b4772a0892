"""A page with a Roman figure should say where it stands in the file.

Pages before the first are often numbered i, ii, iii. How many there are, and whether the file has
them, cannot be known from their figures. Without being told, the bundle links to the first page of
the file, where the reader does not find what is cited.

For example, `[@order-7, p. iv]` where nothing says on which page of the file that is.

Say in the exhibit's entry on which page of the file it stands: `paras: {"iv": 2}`.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each citation of a page in Roman figures that has no place in the file."""
    pages = {n for n, unit in indictment.court.units.items() if unit.counts == "pages"}
    listed = {x.label: x for x in indictment.matter.exhibits if _has_pages(indictment, x)}
    for citation in indictment.citations:
        exhibit = listed.get(citation.label)
        for place in citation.places if exhibit else ():
            if exhibit and place.unit in pages and place.page is None:
                first = place.value.split("–")[0].strip()
                yield RULE.at(
                    place.span,
                    f"where page {first} stands in the file is not known",
                    label="the link leads to the first page",
                    related=(Related(exhibit.at(), citation.mark or exhibit.entry.title),),
                    help=f'add `paras: {{"{first}": …}}` with the page of the file to the entry',
                )


def _has_pages(indictment: Indictment, listed: ListedExhibit) -> bool:
    """True where a link can lead to one of several pages of a file."""
    facts = indictment.exhibit_facts.get(listed.label)
    return facts is not None and facts.kind in ("pdf", "image", "docx") and facts.pages != 1
