"""Links: from citations to cited pages, between index and dividers, inside an exhibit."""

import re
from collections.abc import Sequence
from typing import Any

import pikepdf

from indictment.bundle.boxes import shown
from indictment.bundle.clean import LEADS_TO, dictionaries
from indictment.bundle.destinations import Where
from indictment.model.bundle import BundlePlan

PAGE = "bundle:page/"
"""Begins the address of a link, in typeset pages, to a page of the bundle by its number."""
ANCHOR = "bundle:anchor/"
"""Begins the address of a link to a named place of the indictment."""

_CITATION = re.compile(r"cite-(\d+)(\.\d+)?")


class Tops:
    """The top of each of `pages`, at the size at which the reader reads."""

    def __init__(self, pages: Sequence[pikepdf.Object]) -> None:
        self._pages = pages
        self._known: dict[int, tuple[float, float]] = {}

    def of(self, number: int) -> pikepdf.Array:
        """That of a page, by its number (from 1)."""
        page = self._pages[number - 1]
        if number not in self._known:
            x, y = shown(page).top_left
            self._known[number] = round(x, 2), round(y, 2)
        return pikepdf.Array([page, pikepdf.Name.XYZ, *self._known[number], 0])


def destination(pages: Sequence[pikepdf.Object], where: Where) -> pikepdf.Array:
    """The place among the exhibit's `pages`."""
    index, fit, *at = where
    return pikepdf.Array([pages[index], pikepdf.Name(fit), *at])


def cite(indictment: Sequence[pikepdf.Object], tops: Tops, plan: BundlePlan) -> None:
    """Lead each citation to the page it cites.

    The link of a citation is an annotation named `cite-N` (/NM), N being its number; where it is
    broken over lines, `cite-N.2` and so on. Links of citations that the plan does not know
    (authorities) stay as they are.
    """
    named = {page.number: page for page in plan.pages}
    for page in indictment:
        for annotation in dictionaries(page.get("/Annots")):
            found = _CITATION.fullmatch(str(annotation.get("/NM", "")))
            number = plan.citations.get(int(found[1])) if found else None
            if number is None:
                continue
            if "/A" in annotation:
                del annotation["/A"]
            annotation.Dest = tops.of(number)
            annotation.Contents = pikepdf.String(f"{named[number].left}; {named[number].right}")


def follow(typeset: Sequence[pikepdf.Object], tops: Tops, names: set[str]) -> None:
    """Lead the links of typeset pages to pages and places; one that leads nowhere goes."""
    for page in typeset:
        kept = []
        for annotation in dictionaries(page.get("/Annots")):
            action = annotation.get("/A")
            address = str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""
            if address.startswith(PAGE):
                annotation.Dest = tops.of(int(address.removeprefix(PAGE)))
            elif address.startswith(ANCHOR):
                name = address.removeprefix(ANCHOR)
                if name not in names:
                    continue
                annotation.Dest = pikepdf.String(name)
            if address.startswith((PAGE, ANCHOR)):
                del annotation["/A"]
            kept.append(annotation)
        if "/Annots" in page:
            page.Annots = pikepdf.Array(kept)


def inside(pages: Sequence[pikepdf.Object]) -> None:
    """Lead the links inside an exhibit to its pages as they are now."""
    for page in pages:
        for annotation in dictionaries(page.get("/Annots")):
            annotation.P = page
            if LEADS_TO not in annotation:
                continue
            leads_to: list[Any] = list(annotation[LEADS_TO])
            annotation.Dest = destination(
                pages, [int(leads_to[0]), str(leads_to[1]), *leads_to[2:]]
            )
            del annotation[LEADS_TO]
