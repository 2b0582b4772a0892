"""HTML of the bundle's pages -> PDF, with the court's bundle.css."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic
from indictment.machine.cache import Cache
from indictment.machine.confined import Json, Limits, Running, start
from indictment.machine.versions import version
from indictment.render.bundle import cells
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.pdf import tree
from indictment.render.pdf.fetcher import BASE, fetcher
from indictment.render.pdf.mended import library, mends, speed
from indictment.render.pdf.setting import links, log
from indictment.value import dataclass

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document

STYLE = "bundle.css"
NEEDED_FOR = "the bundle"

_LIMITS = Limits(cpu=1200, wall=1200)


@dataclass(frozen=True, slots=True)
class SetPages:
    """Pages that were set: the PDF, how many there are, the page (from 0) of each anchor."""

    content: bytes
    pages: int
    anchors: Mapping[str, int]
    said: tuple[Diagnostic, ...] = ()


class Setting:
    """Pages being set, from HTML.

    Done at once, or with `beside` in a child process until the result is asked for. What was set
    without complaint is kept in the cache. Raises MissingLibrary where Pango is missing.
    """

    def __init__(
        self, html: str, court: str, load: Load, cache: Cache, called: str, *, beside: bool = True
    ) -> None:
        """`called`: what the file is called in the IDs of its tags, which no other file of the bundle has."""
        self.html = html
        self._court, self._load, self._cache, self._called = court, load, cache, called
        self._name = f"set-{called}-{key(html, court, load)}"
        self._made = self._kept()
        self._running: Running | None = None
        if self._made is None:
            library.weasyprint(NEEDED_FOR)
            if beside:
                self._place = TemporaryDirectory(prefix="indict-pages-")
                self._running = start(self._beside, _LIMITS)

    def result(self) -> SetPages:
        """The pages."""
        if self._made is None:
            self._made = (self._of_child() if self._running else None) or self._here()
            self._keep(self._made)
        return self._made

    def give_up(self) -> None:
        """End the child process, if there is one."""
        if self._running is not None:
            self._running.give_up()
            self._running = None
            self._place.cleanup()

    def _here(self) -> SetPages:
        document, said = laid_out(self.html, self._court, self._load)
        return SetPages(
            written(document, self._called),
            len(document.pages),
            library.anchors(document, 0),
            tuple(said),
        )

    def _beside(self) -> Json:
        made = self._here()
        if made.said:
            return {}  # what is to be said is found again where it can be heard
        (Path(self._place.name) / "made.pdf").write_bytes(made.content)
        return {"pages": made.pages, "anchors": dict(made.anchors)}

    def _of_child(self) -> SetPages | None:
        assert self._running is not None
        found, self._running = self._running.result(), None
        made = None
        if isinstance(found, dict) and "pages" in found:
            content = (Path(self._place.name) / "made.pdf").read_bytes()
            made = SetPages(content, found["pages"], found["anchors"])
        self._place.cleanup()
        return made

    def _kept(self) -> SetPages | None:
        about, content = self._cache.get(f"{self._name}.json"), self._cache.get(f"{self._name}.pdf")
        if about is None or content is None:
            return None
        known = json.loads(about)
        return SetPages(content, known["pages"], known["anchors"])

    def _keep(self, made: SetPages) -> None:
        if not made.said:
            about = {"pages": made.pages, "anchors": dict(made.anchors)}
            self._cache.put(f"{self._name}.pdf", made.content)
            self._cache.put(f"{self._name}.json", json.dumps(about).encode())


def key(html: str, court: str, load: Load) -> str:
    """What stands for all that pages of this HTML are made from."""
    sheet = TemplateFolder(court, load).find(STYLE)
    made_from = (html, sheet.text if sheet else "", version("weasyprint"), mends.EDITION)
    return hashlib.sha256(repr(made_from).encode()).hexdigest()


def laid_out(
    html: str, court: str, load: Load, access: Any = None
) -> tuple["Document", list[Diagnostic]]:
    """The pages of `html`, and what there is to say about the style sheet or the page.

    `court` names the folder in templates/ whose bundle.css is used; `access` is a URL fetcher
    where another than that of the matter is wanted. Raises MissingLibrary where Pango is missing.
    """
    weasyprint = library.weasyprint(NEEDED_FOR)
    from weasyprint.text.fonts import FontConfiguration

    access = access or fetcher(load)
    fonts = FontConfiguration()
    sheet = TemplateFolder(court, load).find(STYLE)
    assert sheet is not None, "the shipped bundle.css is missing"
    with log.listening() as said:
        css = weasyprint.CSS(
            string=sheet.text, base_url=BASE + sheet.path, url_fetcher=access, font_config=fonts
        )
        found = list(log.of_style(said, sheet.path))
    with log.listening() as said, speed.faster(), mends.mended():
        source = tree.document(html, BASE, access)
        document = source.render(font_config=fonts, stylesheets=[css])
        found += log.of_page(said, {})
    links.one_each(document)
    return document, found


def written(document: "Document", called: str) -> bytes:
    """The PDF of pages that were laid out, tagged, its links with words. `called` as of `Setting`."""

    def finish(document: "Document", pdf: "pydyf.PDF") -> None:
        links.finish(document, pdf)
        cells.named_apart(pdf, f"{called}:")

    with log.listening(), speed.faster():
        content = document.write_pdf(finisher=finish, pdf_tags=True)
    assert isinstance(content, bytes)
    return content
