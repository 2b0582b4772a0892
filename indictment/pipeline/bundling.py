"""An indictment and its PDF -> bundle.pdf, with its plan."""

from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from indictment.bundle import rules
from indictment.diagnostics import Diagnostic, Outcome
from indictment.folder import Folder
from indictment.machine import libreoffice
from indictment.machine.cache import Cache
from indictment.model.bundle import BundlePlan, Content, Counted
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit
from indictment.pipeline.reading import Progress

if TYPE_CHECKING:
    from indictment.bundle.prepare import Prepared
    from indictment.bundle.stamp import FontFiles

_NO_PAGES = "it is a kind of file that has no pages, such as a film, a recording or a workbook"
_ROWS_ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Bundled:
    """The bundle: its bytes and its plan.

    `converters` are the versions of LibreOffice that made pages of Word documents.
    """

    content: bytes
    plan: BundlePlan
    converters: tuple[str, ...] = ()


def bundle(
    indictment: Indictment, pdf: bytes, pages: int, folder: Folder, cache: Cache, progress: Progress
) -> Outcome[Bundled]:
    """The bundle of `indictment`, whose PDF is `pdf` with so many `pages`.

    The value is None where a template of the court cannot run. Raises MissingLibrary where Pango
    is missing.
    """
    from indictment.render.template_errors import TemplateFault

    with TemporaryDirectory(prefix="indict-bundle-") as place:
        work = _Work(indictment, folder, cache, progress, Path(place))
        try:
            return work.bundle(pdf, pages)
        except TemplateFault as fault:
            return Outcome(None, (*work.said, fault.diagnostic))


@dataclass(slots=True)
class _Work:
    """The bundle while it is made. `kept` are the exhibits' prepared files, by label."""

    indictment: Indictment
    folder: Folder
    cache: Cache
    progress: Progress
    place: Path
    kept: "dict[str, Prepared]" = field(default_factory=dict)
    reasons: dict[str, tuple[Content, str]] = field(default_factory=dict)
    said: list[Diagnostic] = field(default_factory=list)
    converters: set[str] = field(default_factory=set)

    def bundle(self, pdf: bytes, pages: int) -> Outcome[Bundled]:
        from indictment.bundle import assemble, plan
        from indictment.render.bundle_pages import Front

        for exhibit in self.indictment.matter.exhibits:
            if exhibit.path and exhibit.entry.role == "evidence":
                self._prepare(exhibit)
        self.progress("bundle", "")
        listed = sum(not row.is_authority for row in self.indictment.exhibits)
        counted = Counted(
            indictment=pages,
            index=max(1, -(-listed // _ROWS_ON_A_PAGE)),
            dividers={row.label: 1 for row in self.indictment.exhibits if not row.is_authority},
            exhibits={label: prepared.pages for label, prepared in self.kept.items()},
        )
        front = Front(self.indictment, self.folder.read)
        made, set_pages = plan.settled(
            partial(plan.make, self.indictment, self.reasons), front, counted
        )
        self.said += [*front.said, *rules.beyond_last_page(self.indictment, made)]
        files = {label: prepared.path for label, prepared in self.kept.items()}
        content = BytesIO()
        assemble.write(made, pdf, set_pages, files, self._fonts(), content, self.progress)
        converters = tuple(sorted(self.converters))
        return Outcome(Bundled(content.getvalue(), made, converters), tuple(self.said))

    def _prepare(self, exhibit: ListedExhibit) -> None:
        """Make the exhibit's pages, or find out why there are none."""
        from indictment.bundle.prepare import NotPrepared, prepare

        facts = self.indictment.exhibit_facts[exhibit.label]
        self.progress("bundle", exhibit.label)
        data = self.folder.read(exhibit.path)
        if data is None or facts.kind in ("missing", "unreadable"):
            # What is wrong with such a file was said when it was examined and checked.
            self.reasons[exhibit.label] = ("unreadable", facts.reason or "its file is missing")
            return
        pages = self._as_pages(exhibit, facts, data)
        if pages is None:
            return
        prepared = prepare(pages, facts, self.place, self.cache)
        if isinstance(prepared, NotPrepared):
            self._without(exhibit, "unreadable", prepared.reason, prepared.detail)
        else:
            self.kept[exhibit.label] = prepared

    def _as_pages(self, exhibit: ListedExhibit, facts: ExhibitFacts, data: bytes) -> bytes | None:
        """The exhibit as a PDF or an image; None, and why, where it cannot become pages."""
        from indictment.render import bundle_exhibits

        if facts.kind == "other":
            self._without(exhibit, "no-pages", _NO_PAGES)
            return None
        if facts.kind == "docx":
            made = libreoffice.convert(data, facts.sha256, facts.form, self.cache)
            if isinstance(made, libreoffice.NotConverted):
                self._without(exhibit, "unconverted", made.reason, made.detail)
                return None
            self.converters.add(made.version)
            return made.pdf
        data_kind = bundle_exhibits.kind_of(facts)
        if data_kind is not None:
            caption = self.indictment.matter.caption
            language = exhibit.entry.language or caption.language
            title = exhibit.entry.title
            drawn = bundle_exhibits.as_pdf(
                data_kind, data, title, language, caption.court, self.folder.read, self.cache
            )
            if isinstance(drawn, bundle_exhibits.NotSet):
                self._without(exhibit, "no-pages", drawn.reason, drawn.detail)
                return None
            return drawn
        return data

    def _without(
        self, exhibit: ListedExhibit, content: Content, reason: str, detail: str = ""
    ) -> None:
        self.reasons[exhibit.label] = (content, reason)
        self.said.append(rules.not_reproduced(exhibit, content, reason, detail))

    def _fonts(self) -> "FontFiles":
        from indictment.bundle.stamp import FontFiles
        from indictment.machine.shipped import shipped

        fonts = shipped("templates") / "fonts"
        return FontFiles(
            (fonts / "LiberationSans-Regular.ttf").read_bytes(),
            (fonts / "LiberationSans-Bold.ttf").read_bytes(),
        )
