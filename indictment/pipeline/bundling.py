"""An indictment and its PDF -> bundle.pdf, with its plan."""

from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Self

from indictment.bundle import rules
from indictment.diagnostics import Diagnostic, Outcome
from indictment.folder import Folder
from indictment.machine import libreoffice, open_files
from indictment.machine.aside import aside
from indictment.machine.cache import Cache
from indictment.model.bundle import BundlePlan, Content, Counted
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit
from indictment.pipeline.reading import Progress
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.bundle.prepare import Prepared
    from indictment.bundle.stamp import FontFiles
    from indictment.render.bundle.pages import Front

_NO_PAGES = (
    "it is no PDF, image (PNG, JPEG, TIFF, GIF, WebP, SVG), Word document (DOCX, ODT, RTF), table "
    "(CSV) or text, so it has no pages"
)

_LETTERS, _LINE, _ROW, _PAGE = 44, 13, 9, 640
"""For a guess at the length of the index: letters in a line of a title, points of height."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """The bundle: its bytes and its plan.

    `converters` are the versions of LibreOffice that made pages of Word documents.
    """

    content: bytes
    plan: BundlePlan
    converters: tuple[str, ...] = ()


class Bundling:
    """The bundle of one indictment, while it is made.

    What does not depend on the indictment's own pages is begun first, so that it goes on beside
    the setting of these. Raises MissingLibrary where Pango is missing.
    """

    def __init__(
        self, indictment: Indictment, folder: Folder, cache: Cache, progress: Progress
    ) -> None:
        self._indictment, self._folder = indictment, folder
        self._cache, self._progress = cache, progress
        self._place = TemporaryDirectory(prefix="indict-bundle-")
        self._kept: dict[str, Prepared] = {}
        self._reasons: dict[str, tuple[Content, str]] = {}
        self._said: list[Diagnostic] = []
        self._converters: set[str] = set()
        self._front: Front | None = None
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._front is not None:
            self._front.give_up()
        self._place.cleanup()

    def begin(self) -> None:
        """Make the exhibits' pages, and begin to set the dividers."""
        from indictment.bundle import plan
        from indictment.render.bundle.pages import Front
        from indictment.render.page.template_errors import TemplateFault

        self._front = Front(self._indictment, self._folder.read, self._cache)
        try:
            for exhibit in self._indictment.matter.exhibits:
                if exhibit.path and exhibit.entry.role == "evidence":
                    self._prepare(exhibit)
            self._front.begin(plan.make(self._indictment, self._reasons, self._counted(1)))
        except TemplateFault as fault:
            self._fail(fault.diagnostic)

    def finish(self, pdf: bytes, pages: int) -> Outcome[Bundled]:
        """The bundle, now that the indictment's PDF is there with so many `pages`.

        The value is None where a template of the court cannot run.
        """
        from indictment.bundle import assemble, feet, plan
        from indictment.render.page.template_errors import TemplateFault

        self._progress("bundle", "")
        assert self._front is not None, "finish() comes after begin()"
        if self._failed:
            return Outcome(None, tuple(self._said))
        make = partial(plan.make, self._indictment, self._reasons)
        try:
            made, front = plan.settled(make, self._front, self._counted(pages))
        except TemplateFault as fault:
            self._fail(fault.diagnostic)
            return Outcome(None, tuple(self._said))
        self._said += [*self._front.said, *rules.beyond_last_page(self._indictment, made)]
        files = {label: prepared.path for label, prepared in self._kept.items()}
        open_files.allow(len(files))
        content = BytesIO()
        with aside(partial(feet.taken, pdf, self._cache)) as taken:
            assemble.write(made, pdf, front, files, _fonts(), content, self._progress)
            court = self._indictment.matter.caption.court
            self._said += rules.foot_taken(f"templates/{court}/style.css", taken())
        self._said += rules.foot_taken(
            f"templates/{court}/bundle.css", feet.taken(front.index, Cache(None))
        )
        converters = tuple(sorted(self._converters))
        return Outcome(Bundled(content.getvalue(), made, converters), tuple(self._said))

    def _fail(self, fault: Diagnostic) -> None:
        self._failed = True
        self._said.append(fault)

    def _counted(self, pages: int) -> Counted:
        """The counts before the index is set; its length is a guess."""
        rows = [row for row in self._indictment.exhibits if not row.is_authority]
        lines = sum(1 + len(f"{row.author}{row.title}{row.symbol}") // _LETTERS for row in rows)
        return Counted(
            indictment=pages,
            index=max(1, -(-(lines * _LINE + len(rows) * _ROW) // _PAGE)),
            dividers={row.label: 1 for row in rows},
            exhibits={label: prepared.pages for label, prepared in self._kept.items()},
        )

    def _prepare(self, exhibit: ListedExhibit) -> None:
        """Make the exhibit's pages, or find out why there are none."""
        from indictment.bundle.prepare import NotPrepared, prepare

        facts = self._indictment.exhibit_facts[exhibit.label]
        self._progress("bundle", exhibit.label)
        data = self._folder.read(exhibit.path)
        if data is None or facts.kind in ("missing", "unreadable"):
            # What is wrong with such a file was said when it was examined and checked.
            self._reasons[exhibit.label] = ("unreadable", facts.reason or "its file is missing")
            return
        pages = self._as_pages(exhibit, facts, data)
        if pages is None:
            return
        prepared = prepare(pages, facts, Path(self._place.name), self._cache)
        if isinstance(prepared, NotPrepared):
            self._without(exhibit, "unreadable", prepared.reason, prepared.detail)
        else:
            self._kept[exhibit.label] = prepared

    def _as_pages(self, exhibit: ListedExhibit, facts: ExhibitFacts, data: bytes) -> bytes | None:
        """The exhibit as a PDF or an image; None, and why, where it cannot become pages."""
        from indictment.render.bundle import exhibits

        if facts.kind == "other":
            self._without(exhibit, "no-pages", _NO_PAGES)
            return None
        if facts.kind == "docx":
            made = libreoffice.convert(data, facts.sha256, facts.form, self._cache)
            if isinstance(made, libreoffice.NotConverted):
                self._without(exhibit, "unconverted", made.reason, made.detail)
                return None
            self._converters.add(made.version)
            return made.pdf
        data_kind = exhibits.kind_of(facts)
        if data_kind is not None:
            caption = self._indictment.matter.caption
            language = exhibit.entry.language or caption.language
            title = exhibit.entry.title
            drawn = exhibits.as_pdf(
                data_kind, data, title, language, caption.court, self._folder.read, self._cache
            )
            if isinstance(drawn, exhibits.NotSet):
                self._without(exhibit, "no-pages", drawn.reason, drawn.detail)
                return None
            return drawn
        return data

    def _without(
        self, exhibit: ListedExhibit, content: Content, reason: str, detail: str = ""
    ) -> None:
        self._reasons[exhibit.label] = (content, reason)
        self._said.append(rules.not_reproduced(exhibit, content, reason, detail))


def _fonts() -> "FontFiles":
    from indictment.bundle.stamp import FontFiles
    from indictment.machine.shipped import shipped

    fonts = shipped("templates") / "fonts"
    return FontFiles(
        (fonts / "LiberationSans-Regular.ttf").read_bytes(),
        (fonts / "LiberationSans-Bold.ttf").read_bytes(),
    )
