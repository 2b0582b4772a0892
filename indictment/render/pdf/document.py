"""page.html -> indictment.pdf: tagged, PDF/A-2a and PDF/UA-1 in one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.machine.missing import MissingLibrary
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.pdf import (
    accessible,
    edges,
    links,
    log,
    mends,
    notes,
    prepared,
    speed,
    style,
    tags,
    tree,
)
from indictment.render.pdf.fetcher import BASE, fetcher

if TYPE_CHECKING:
    from weasyprint.document import Document


@dataclass(frozen=True, slots=True)
class PrintedIndictment:
    """The PDF: its bytes, the page (from 1) on which each anchor stands, the number of pages."""

    content: bytes
    pages: Mapping[str, int]
    page_count: int


def write(
    page: str, court: str, load: Load, places: Mapping[str, Span] | None = None
) -> Outcome[PrintedIndictment]:
    """The PDF of `page` (HTML in the vocabulary).

    `court` names the folder in templates/ whose style.css is used; `load` gives the bytes of a
    file of the matter; `places` says, for diagnostics, where an image (by its path) is named and
    where a passage (by its anchor) is written. The same input gives the same bytes. Raises
    MissingLibrary where Pango is not installed, and NumbersDiffer for a mistake of ours.
    """
    weasyprint = _weasyprint()
    sheet = style.find(TemplateFolder(court, load))
    found = list(style.check(sheet))
    if any(one.is_error for one in found):
        return Outcome(None, tuple(found))
    with speed.faster(), mends.mended():
        document, said = _laid_out(weasyprint, page, sheet, load, places or {})
        found += said
        notes.check(document, page)
        found += edges.check(document, places or {})
        content, said = _written(document, places or {}, load)
        found += said
    printed = PrintedIndictment(content, _pages(document), len(document.pages))
    return Outcome(printed, tuple(found))


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise MissingLibrary("Pango", "the PDF", str(error)) from error
    return weasyprint


def _laid_out(
    weasyprint: Any, page: str, sheet: style.Style, load: Load, places: Mapping[str, Span]
) -> tuple["Document", list[Diagnostic]]:
    from weasyprint.text.fonts import FontConfiguration

    access = fetcher(load)
    fonts = FontConfiguration()
    common = {"url_fetcher": access, "font_config": fonts}
    with log.listening() as said:
        mechanics = files("indictment.render.pdf").joinpath("mechanics.css").read_text("utf-8")
        base = weasyprint.CSS(string=mechanics, base_url=BASE, **common)
        assert not said, said
        own = weasyprint.CSS(string=sheet.text, base_url=BASE + sheet.path, **common)
        found = list(log.of_style(said, sheet.path))
    with log.listening() as said:
        source = tree.document(prepared.prepared(page), BASE, access)
        document = source.render(font_config=fonts, stylesheets=[base, own], pdf_variant="pdf/a-2a")
        found += log.of_page(said, places, load)
    return document, found


def _written(
    document: "Document", places: Mapping[str, Span], load: Load
) -> tuple[bytes, list[Diagnostic]]:
    links.one_each(document)
    accessible.declare(document)
    with log.listening() as said, tags.tagging():
        content = document.write_pdf(finisher=links.finish, pdf_variant="pdf/a-2a")
    assert content is not None
    return content, list(log.of_page(said, places, load))


def _pages(document: "Document") -> dict[str, int]:
    pages: dict[str, int] = {}
    for number, sheet in enumerate(document.pages, start=1):
        for anchor in sheet.anchors:
            pages.setdefault(anchor, number)
    return pages
