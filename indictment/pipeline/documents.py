"""Indictment -> page, PDF, Word file and bundle, each made at most once."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from indictment.diagnostics import Diagnostic, Outcome
from indictment.folder import Folder
from indictment.machine.aside import aside
from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment
from indictment.pipeline import bundle_pages, word_file
from indictment.pipeline.drafting import Draft
from indictment.pipeline.hiring import needs_pdf
from indictment.pipeline.printing import Printing
from indictment.pipeline.reading import Progress
from indictment.pipeline.word_file import WordText

if TYPE_CHECKING:
    from indictment.model.origin import Origin
    from indictment.pipeline.bundling import Bundling
    from indictment.render.pdf import PrintedIndictment


_DOING = {
    "pdf": "setting the PDF",
    "docx": "writing the Word file",
    "bundle": "putting the bundle together",
}
SetPdf = Callable[[], "tuple[Outcome[PrintedIndictment], float]"]
"""Gives the PDF, and the seconds that it took."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file: its bytes, its pages (None where it has none), the seconds it took."""

    content: bytes
    pages: int | None
    seconds: float


_Word = tuple[Printed | None, tuple[Diagnostic, ...]]
"""A Word file, if it could be written, and what there is to say about it."""


@dataclass(slots=True)
class Documents:
    """Makes the files of one indictment; `said` collects what is to be said about them."""

    folder: Folder
    cache: Cache
    indictment: Indictment
    printing: Printing
    progress: Progress
    origin: "Callable[[], Origin] | None" = None
    """Gives what the Word file says of itself; None for one that is filed, which bears no labels either."""
    seconds: dict[str, float] = field(default_factory=dict)
    """What took how long."""
    said: list[Diagnostic] = field(default_factory=list)
    means: tuple[str, ...] = ()
    set_parts: tuple[int, int] | None = None
    """How many parts of the PDF were set, and how many it has."""
    word_text: WordText | None = field(default=None, init=False)
    """What a Word file of the text that was made is written of; None where its pages are not known."""
    _pages: "PrintedIndictment | None" = field(default=None, init=False)
    _ahead: "tuple[str, PrintedIndictment, _Word] | None" = field(default=None, init=False)
    """The page of which the Word file was written before it was settled, its pages, and what came of it."""

    def begin(self, draft: Draft, wanted: Sequence[str]) -> None:
        """Set the pages of a draft, and write its Word file, before all is known about it. `make` uses
        them, if it is given the same page.
        """
        in_word = "docx" in wanted
        if in_word:
            draft.look()
        pages = self.printing.begin(self.indictment, draft, wanted, unchecked=0 if in_word else -1)
        if pages is not None and draft.text is not None and in_word and not draft.is_otherwise():
            self._ahead = draft.text, pages, self._word(draft.text, pages)

    def make(self, page: Outcome[str], wanted: Sequence[str]) -> Mapping[str, Printed] | None:
        """The files `wanted` (pdf, docx, bundle, html) of the `page` of the indictment, in that
        order; None where one of them cannot be made.
        """
        self.said.extend(page.diagnostics)
        if page.value is None:
            return None
        files = {"html": Printed(page.value.encode("utf-8"), None, 0.0)}
        made = self.drawn(page.value, wanted, files)
        if made is not None and self._pages is not None:
            self.word_text = self._text(page.value, self._pages)
        self.seconds |= {
            _DOING[kind]: file.seconds for kind, file in files.items() if kind in _DOING
        }
        return made

    def drawn(
        self, page: str, wanted: Sequence[str], files: dict[str, Printed], in_word: str = ""
    ) -> Mapping[str, Printed] | None:
        """The files `wanted` made of a page: that of the indictment, or one with marks. Those in
        `files` are there already. `in_word`: the page of the Word file, where it lacks the cover
        that stands before the title page of the other.
        """
        with ExitStack() as stack:
            bundling = stack.enter_context(self._bundling()) if "bundle" in wanted else None
            only_pages = not {"pdf", "bundle"} & set(wanted)
            set_pdf: SetPdf = partial(
                self.printing.set, self.indictment, page, only_pages=only_pages
            )
            if bundling is not None:
                # The exhibits are prepared beside the setting of the indictment's own pages.
                set_pdf = stack.enter_context(aside(set_pdf))
                bundling.begin()
            pdf = self._pdf(set_pdf, files) if needs_pdf(wanted) else None
            word: Callable[[], _Word] | None = None
            if "docx" in wanted:
                word = partial(self._docx, in_word or page, pdf, has_cover=not in_word)
                if bundling is not None:
                    word = stack.enter_context(aside(word))
            before = len(self.said)
            if bundling is not None and pdf is not None:
                self._bundle(bundling, pdf, files)
            if word is not None:
                file, said = word()
                self.said[before:before] = said
                if file is not None:
                    files["docx"] = file
        if any(kind not in files for kind in wanted):
            return None
        return {kind: files[kind] for kind in wanted}

    def _bundling(self) -> "Bundling":
        from indictment.pipeline.bundling import Bundling

        return Bundling(self.indictment, self.folder, self.cache, self.progress)

    def _pdf(self, set_pdf: SetPdf, files: dict[str, Printed]) -> "PrintedIndictment | None":
        printed, seconds = set_pdf()
        self.said.extend(printed.diagnostics)
        self.means += _versions()
        self._pages = printed.value
        if printed.value is not None:
            self.set_parts = printed.value.set_parts
            files["pdf"] = Printed(printed.value.content, printed.value.page_count, seconds)
        return printed.value

    def _docx(
        self,
        page: str,
        pdf: "PrintedIndictment | None",
        *,
        has_cover: bool = True,
    ) -> "_Word":
        if self._ahead is not None and self._ahead[0] == page and self._ahead[1] is pdf:
            return self._ahead[2]
        return self._word(page, pdf, has_cover=has_cover)

    def _word(
        self, page: str, pdf: "PrintedIndictment | None", *, has_cover: bool = True
    ) -> "_Word":
        began = time.monotonic()
        self.progress("docx", "")
        made = word_file.written(
            self._text(page, pdf, has_cover=has_cover), self.folder, self.origin
        )
        if made.value is None:
            return None, made.diagnostics
        return Printed(made.value, None, time.monotonic() - began), ()

    def _text(
        self, page: str, pdf: "PrintedIndictment | None", *, has_cover: bool = True
    ) -> WordText:
        more = 0 if has_cover or pdf is None else pdf.pages.get("title-page", 1) - 1
        return WordText(
            page,
            self.indictment.matter.caption.court,
            self.indictment.court.word_font,
            {one: at - more for one, at in pdf.pages.items()} if pdf else None,
            pdf.page_count - more if pdf else None,
        )

    def _bundle(
        self, bundling: "Bundling", pdf: "PrintedIndictment", files: dict[str, Printed]
    ) -> None:
        began = time.monotonic()
        bundled = bundling.finish(pdf.content, pdf.page_count)
        self.said.extend(bundled.diagnostics)
        if bundled.value is not None:
            bundle_pages.keep(self.cache, self.indictment, pdf.pages, bundled.value.plan)
            self.means += tuple(f"LibreOffice {v}" for v in bundled.value.converters)
            pages = len(bundled.value.plan.pages)
            files["bundle"] = Printed(bundled.value.content, pages, time.monotonic() - began)


def _versions() -> tuple[str, ...]:
    """The programs on which the bytes of a PDF depend."""
    from indictment.machine import pango
    from indictment.machine.versions import version

    return (f"Pango {pango.version()}", f"WeasyPrint {version('weasyprint')}")
