"""page.html -> indictment.pdf: tagged, PDF/A-2a and PDF/UA-1 in one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.machine.missing import MissingLibrary
from indictment.render import (
    pdf_accessible,
    pdf_edges,
    pdf_links,
    pdf_log,
    pdf_mends,
    pdf_notes,
    pdf_page,
    pdf_tags,
    pdf_tree,
    style,
    weasyprint_speed,
)
from indictment.render.fetcher import BASE, fetcher
from indictment.render.lookup import Load, TemplateFolder

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
    with weasyprint_speed.faster(), pdf_mends.mended():
        document, said = _laid_out(weasyprint, page, sheet, load, places or {})
        found += said
        pdf_notes.check(document, page)
        found += pdf_edges.check(document, places or {})
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
    with pdf_log.listening() as said:
        mechanics = files("indictment.render").joinpath("mechanics.css").read_text("utf-8")
        base = weasyprint.CSS(string=mechanics, base_url=BASE, **common)
        assert not said, said
        own = weasyprint.CSS(string=sheet.text, base_url=BASE + sheet.path, **common)
        found = list(pdf_log.of_style(said, sheet.path))
    with pdf_log.listening() as said:
        source = pdf_tree.document(pdf_page.prepared(page), BASE, access)
        document = source.render(font_config=fonts, stylesheets=[base, own], pdf_variant="pdf/a-2a")
        found += pdf_log.of_page(said, places, load)
    return document, found


def _written(
    document: "Document", places: Mapping[str, Span], load: Load
) -> tuple[bytes, list[Diagnostic]]:
    pdf_links.one_each(document)
    pdf_accessible.declare(document)
    with pdf_log.listening() as said, pdf_tags.tagging():
        content = document.write_pdf(finisher=pdf_links.finish, pdf_variant="pdf/a-2a")
    assert content is not None
    return content, list(pdf_log.of_page(said, places, load))


def _pages(document: "Document") -> dict[str, int]:
    pages: dict[str, int] = {}
    for number, sheet in enumerate(document.pages, start=1):
        for anchor in sheet.anchors:
            pages.setdefault(anchor, number)
    return pages
