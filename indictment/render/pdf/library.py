"""WeasyPrint, loaded where Pango is installed, and what both kinds of pages ask of a document."""

from typing import TYPE_CHECKING, Any

from indictment.machine.missing import MissingLibrary

if TYPE_CHECKING:
    from weasyprint.document import Document


def weasyprint(needed_for: str) -> Any:
    """WeasyPrint. Raises MissingLibrary, with what it was `needed_for`, where Pango is missing."""
    try:
        import weasyprint
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
