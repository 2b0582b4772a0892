"""WeasyPrint, loaded where Pango is installed, and what both kinds of pages ask of a document."""

from contextlib import redirect_stdout, suppress
from io import StringIO
from typing import TYPE_CHECKING, Any

from indictment.machine.missing import MissingLibrary
from indictment.render.pdf.mended import loading

if TYPE_CHECKING:
    from weasyprint.document import Document


def weasyprint(needed_for: str) -> Any:
    """WeasyPrint. Raises MissingLibrary, with what it was `needed_for`, where Pango is missing."""
    with suppress(OSError), redirect_stdout(StringIO()), loading.quickly():
        import weasyprint
    try:
        import weasyprint  # the long way, where the short one was none
    except OSError as error:
        raise MissingLibrary("Pango", needed_for, str(error)) from error
    return weasyprint


def anchors(document: "Document", first: int) -> dict[str, int]:
    """The page on which each anchor stands, if the first page is number `first`."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=first):
        for anchor in page.anchors:
            found.setdefault(anchor, number)
    return found
