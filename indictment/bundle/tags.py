"""The tags of the index and the dividers, put under those of the indictment."""

from collections.abc import Sequence

import pikepdf

from indictment.bundle.clean import dictionaries


def adopt_tags(pdf: pikepdf.Pdf, source: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> None:
    """Put the structure tree of `source`, whose pages were copied to `pages`, into that of `pdf`.

    Does nothing but drop the tags where one of the two has none.
    """
    for page in pages:
        for holder in (page, *dictionaries(page.get("/Annots"))):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    del holder[key]
