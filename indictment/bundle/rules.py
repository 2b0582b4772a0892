"""The rules of this stage."""

import re
from collections.abc import Iterator, Mapping, Sequence

from indictment.diagnostics import Diagnostic, Rule, Severity, Span
from indictment.model.blocks import Place
from indictment.model.bundle import BundlePlan, Content
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

_RANGE = re.compile(r"\d+–(\d+)")

NOT_CONVERTED = Rule(
    "BND001",
    "unconverted-exhibit",
    Severity.WARNING,
    "A Word document is turned into pages for the bundle.",
    "LibreOffice turns Word documents into pages. Where it is not installed, or cannot read the "
    "document, the bundle holds a page that says so, and citations of it open that page.\n\n"
    "Install LibreOffice (`indict doctor` prints the command), or put a PDF of the document in its "
    "place.",
)
NOT_PRINTED = Rule(
    "BND002",
    "unprinted-exhibit",
    Severity.WARNING,
    "An exhibit that is bundled has pages.",
    "A film, a recording, a workbook or a web page has no pages that could be bundled; neither has "
    "a table or a text of more than a few hundred pages. The bundle holds a page that says so.\n\n"
    "Bundle a print of it (a PDF, or images of what matters), and keep the file beside the bundle.",
)
PAGES_NOT_MADE = Rule(
    "BND003",
    "unusable-exhibit",
    Severity.ERROR,
    "The pages of an exhibit can be put into the bundle.",
    "The file opens, but its pages cannot be taken over: they are damaged, or need more memory or "
    "time than every exhibit has. The bundle holds a page that says so.\n\n"
    "Save the file again, or print it to PDF. Where there is no other copy, say so at the "
    "entry:\n\n"
    "    allow:\n"
    "      BND003: the original is damaged; see the custodian's statement",
)
BEYOND_LAST_PAGE = Rule(
    "BND004",
    "citation-beyond-converted-pages",
    Severity.ERROR,
    "A citation names a page that the exhibit has.",
    "How many pages a Word document has is known once it has been converted. A citation of a later "
    "page opens the last one.\n\n"
    "For example, `[@votes, p. 9]` where the document has 3 pages.\n\n"
    "Correct the page in the citation.",
)

FOOT_TAKEN = Rule(
    "BND005",
    "print-under-stamp",
    Severity.WARNING,
    "The lowest nine millimetres of our own pages belong to the stamp of the bundle.",
    "Every page of the bundle has its number at its foot. On pages of exhibits room is made for "
    "it; the pages of the indictment and the index stay as the court's style sheets set them, and "
    "what they print there is stamped over.\n\n"
    "For example, `@page { margin-bottom: 5mm }` in the court's style.css.\n\n"
    "Leave the lowest nine millimetres of the page free in style.css (or bundle.css).",
)

RULES = (NOT_CONVERTED, NOT_PRINTED, PAGES_NOT_MADE, BEYOND_LAST_PAGE, FOOT_TAKEN)
"""All rules of this stage, for `indict explain`."""


def not_reproduced(
    exhibit: ListedExhibit, content: Content, reason: str, detail: str = ""
) -> Diagnostic:
    """What is said of an exhibit that has a file but gets a placeholder."""
    notes = (f"the program that reads it says: {detail}",) if detail else ()
    if content == "unconverted":
        return NOT_CONVERTED.at(
            exhibit.at("file"),
            f"{exhibit.path} is not turned into pages: {reason}",
            label="a Word document",
            notes=notes,
            help="install LibreOffice (`indict doctor` prints the command), or list a PDF of it",
        )
    if content == "no-pages":
        return NOT_PRINTED.at(
            exhibit.at("file"),
            f"{exhibit.path} is not printed in the bundle: {reason}",
            label="this file",
            notes=notes,
            help="list a print of it (PDF or images), or allow BND002 at the entry and say why not",
        )
    return PAGES_NOT_MADE.at(
        exhibit.at("file"),
        f"the pages of {exhibit.path} cannot be bundled: {reason}",
        label="this file",
        notes=notes,
        help="save the file again, or allow BND003 at the entry and say why there is no other copy",
    )


def foot_taken(style: str, pages: Sequence[int]) -> Iterator[Diagnostic]:
    """What is said where `pages` (from 1) that `style` sets print in the place of the stamp."""
    if pages:
        which = f"page {pages[0]} prints" if len(pages) == 1 else f"{len(pages)} pages print"
        yield FOOT_TAKEN.at(
            Span(style),
            f"{which} where the bundle stamps its page numbers",
            notes=() if len(pages) == 1 else (f"the first of them is page {pages[0]}",),
            help="leave the lowest 9 mm of the page free",
        )


def beyond_last_page(indictment: Indictment, plan: BundlePlan) -> Iterator[Diagnostic]:
    """Citations of pages that an exhibit turns out not to have, now that its pages are known."""
    known: Mapping[str, int | None] = {r.label: r.pages for r in indictment.exhibits}
    first = {each.label: each.entry.first_page for each in indictment.matter.exhibits}
    for citation in indictment.citations:
        exhibit = plan.exhibit(citation.label)
        if exhibit is None or not exhibit.pages or known.get(citation.label) is not None:
            continue
        begins = first[citation.label]
        ends = begins + exhibit.pages - 1
        for place in citation.places:
            page = _last_page(place, begins, indictment)
            if page is not None and page > ends:
                pages = f"{exhibit.pages} page{'s' if exhibit.pages > 1 else ''}"
                yield BEYOND_LAST_PAGE.at(
                    place.span,
                    f"page {page} is cited, but exhibit {exhibit.mark} has {pages}"
                    + (f", numbered from {begins}" if begins != 1 else ""),
                    label="no such page",
                    help=f"cite a page from {begins} to {ends}"
                    if begins < ends
                    else f"cite page {begins}",
                )


def _last_page(place: Place, begins: int, indictment: Indictment) -> int | None:
    """The printed number of the last page that is cited; None where none is known."""
    if place.page is None:
        return None
    page = place.page + begins - 1
    unit = indictment.court.units.get(place.unit)
    found = _RANGE.fullmatch(place.value)
    if found and unit and unit.counts == "pages":
        return max(page, int(found[1]))
    return page
