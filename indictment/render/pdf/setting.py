"""Parts of the page -> laid-out pages -> a PDF of each: what one process does of the work."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Span
from indictment.render.page.lookup import Load
from indictment.render.pdf import (
    accessible,
    edges,
    library,
    links,
    log,
    margins,
    mends,
    notes,
    speed,
    tags,
    tree,
)
from indictment.render.pdf.fetcher import BASE, fetcher
from indictment.render.pdf.style import Style

if TYPE_CHECKING:
    from weasyprint.document import Document

VARIANT = "pdf/a-2a"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """How a part was laid out: its pages, and the page (from 1) of each anchor."""

    page_count: int
    anchors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a part stands in the whole: its number (from 0), the pages before it and of the whole,
    and the anchors that its links may lead to.
    """

    number: int
    before: int
    total: int
    anchors: Collection[str]


@dataclass(frozen=True, slots=True)
class SetPart:
    """The PDF of a part; the numbers of its notes as printed; what there is to say about it."""

    content: bytes
    notes: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


class Setting:
    """Sets parts with one style sheet, and keeps what is laid out until it is finished.

    Raises MissingLibrary where Pango is not installed.
    """

    def __init__(self) -> None:
        self._library = library.weasyprint("the PDF")
        self._waiting: dict[int, tuple[Document, margins.Margins, list[str]]] = {}

    def begin(
        self, sheet: Style, load: Load, places: Mapping[str, Span], is_redline: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Read the style sheet, and say what there is to say about it.

        `load` gives the bytes of a file of the matter; `places` says, for diagnostics, where an
        image (by its path) is named and where a passage (by its anchor) is written. The marks of a
        redline look alike in every form.
        """
        from weasyprint.text.fonts import FontConfiguration

        self._waiting.clear()
        self._load, self._places = load, places
        self._access, self._fonts = fetcher(load), FontConfiguration()
        with log.listening() as said:
            base = self._sheet(_shipped("mechanics.css"), BASE)
            marks = [self._sheet(_shipped("redline.css"), BASE)] if is_redline else []
            assert not said, said
            own = self._sheet(sheet.text, BASE + sheet.path)
        self._sheets = [base, own, *marks]
        return tuple(log.of_style(said, sheet.path))

    def lay_out(self, number: int, html: str) -> LaidOut:
        """Lay out part `number`, and keep its pages. A part laid out before is forgotten."""
        with log.listening() as said, speed.faster(), mends.mended(), margins.later() as around:
            source = tree.document(html, BASE, self._access)
            document = source.render(
                font_config=self._fonts, stylesheets=self._sheets, pdf_variant=VARIANT
            )
        self._waiting[number] = document, around, said
        return LaidOut(len(document.pages), library.anchors(document, 1))

    def finish(self, placed: Placed, note_numbers: tuple[str, ...]) -> SetPart:
        """The PDF of a part that is laid out. Raises NumbersDiffer for a mistake of ours."""
        from weasyprint.document import Page

        document, around, said = self._waiting.pop(placed.number)
        with speed.faster(), mends.mended():
            with log.listening() as more:
                around.make(placed.before, placed.total)
                document.pages = [Page(page._page_box) for page in document.pages]
            printed = notes.check(document, note_numbers)
            found = list(edges.check(document, self._places, placed.before))
            links.one_each(document)
            accessible.declare(document)
            with log.listening() as at_last, tags.tagging(), links.across(placed.anchors):
                content = document.write_pdf(
                    finisher=partial(_complete, placed=placed), pdf_variant=VARIANT
                )
        assert isinstance(content, bytes)
        found += log.of_page([*said, *more, *at_last], self._places, self._load)
        return SetPart(content, tuple(printed), tuple(found))

    def _sheet(self, text: str, base_url: str) -> Any:
        return self._library.CSS(
            string=text, base_url=base_url, url_fetcher=self._access, font_config=self._fonts
        )


def _shipped(name: str) -> str:
    return files("indictment.render.pdf").joinpath(name).read_text("utf-8")


def _complete(document: "Document", pdf: Any, placed: Placed) -> None:
    links.finish(document, pdf)
    tags.number(pdf, placed.number, placed.before, placed.total)
