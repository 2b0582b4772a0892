"""HTML of the bundle's pages -> PDF, with the court's bundle.css."""

from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic
from indictment.machine.missing import MissingLibrary
from indictment.render import pdf_links, pdf_log
from indictment.render.fetcher import BASE, fetcher
from indictment.render.lookup import Load, TemplateFolder

if TYPE_CHECKING:
    from weasyprint.document import Document

STYLE = "bundle.css"


def laid_out(
    html: str, court: str, load: Load, access: Any = None
) -> tuple["Document", list[Diagnostic]]:
    """The pages of `html`, and what there is to say about the style sheet or the page.

    `court` names the folder in templates/ whose bundle.css is used; `access` is a URL fetcher
    where another than that of the matter is wanted. Raises MissingLibrary where Pango is missing.
    """
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise MissingLibrary("Pango", "the bundle", str(error)) from error
    access = access or fetcher(load)
    fonts = FontConfiguration()
    sheet = TemplateFolder(court, load).find(STYLE)
    assert sheet is not None, "the shipped bundle.css is missing"
    with pdf_log.listening() as said:
        css = weasyprint.CSS(
            string=sheet.text, base_url=BASE + sheet.path, url_fetcher=access, font_config=fonts
        )
        found = list(pdf_log.of_style(said, sheet.path))
    with pdf_log.listening() as said:
        source = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=access)
        document = source.render(font_config=fonts, stylesheets=[css])
        found += pdf_log.of_page(said, {})
    pdf_links.one_each(document)
    return document, found


def written(document: "Document") -> bytes:
    """The PDF of pages that were laid out, tagged, its links with words."""
    with pdf_log.listening():
        content = document.write_pdf(finisher=pdf_links.finish, pdf_tags=True)
    assert isinstance(content, bytes)
    return content
