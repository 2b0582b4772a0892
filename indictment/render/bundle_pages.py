"""BundlePlan -> the pages set for the bundle: its index, a divider or slip sheet an exhibit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from indictment.diagnostics import Diagnostic
from indictment.model.bundle import BundledExhibit, BundlePlan, Counted, FrontPages
from indictment.model.indictment import Indictment, ListedExhibitRow
from indictment.render.bundle_setting import laid_out, written
from indictment.render.environment import Origins, environment
from indictment.render.lookup import Load, TemplateFolder
from indictment.render.page_check import without_origins
from indictment.render.template_errors import run

if TYPE_CHECKING:
    from weasyprint.document import Document


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """What a template knows of one exhibit: its line in the list, its place, its file's path."""

    row: ListedExhibitRow
    planned: BundledExhibit
    file: str


@dataclass(frozen=True, slots=True)
class _Sheets:
    """Dividers as they were set, with the page that each section begins on, from 0."""

    html: str
    content: bytes
    pages: int
    starts: Mapping[str, int]


@dataclass(slots=True)
class Front:
    """Sets the index and the dividers of one indictment.

    `load` gives the bytes of a file of the matter. Called with a plan it gives the pages and
    counts them. Dividers do not depend on page numbers: those set for one plan serve for the
    next. Raises TemplateFault where a template of the court cannot run.
    """

    indictment: Indictment
    load: Load
    said: list[Diagnostic] = field(default_factory=list)
    """Reports on the style sheet."""
    _sheets: _Sheets | None = None

    def __call__(self, plan: BundlePlan, counted: Counted) -> tuple[FrontPages, Counted]:
        """The index and dividers of `plan`, and `counted` with their numbers of pages."""
        index = self._set(self._html("bundle-index.html", plan))
        html = self._html("bundle-dividers.html", plan)
        if self._sheets is None or self._sheets.html != html:
            self._sheets = self._set_sheets(html)
        front = FrontPages(
            index=written(index),
            dividers=self._sheets.content,
            divider_pages=_ranges(plan, self._sheets),
            placeholders={
                e.label: self._sheets.starts[f"placeholder-{e.label}"]
                for e in plan.exhibits
                if f"placeholder-{e.label}" in self._sheets.starts
            },
        )
        found = {label: len(pages) for label, pages in front.divider_pages.items()}
        return front, replace(counted, index=len(index.pages), dividers=found)

    def _html(self, template: str, plan: BundlePlan) -> str:
        folder = TemplateFolder(self.indictment.matter.caption.court, self.load)
        rows = {row.label: row for row in self.indictment.exhibits}
        paths = {listed.label: listed.path for listed in self.indictment.matter.exhibits}
        given = {
            "plan": plan,
            "title_page": self.indictment.title_page,
            "words": self.indictment.court.words,
            "headings": self.indictment.headings,
            "exhibits": [
                ExhibitView(rows[e.label], e, paths.get(e.label, "")) for e in plan.exhibits
            ],
        }
        return without_origins(run(environment(folder, {}, Origins()), template, given))

    def _set(self, html: str) -> "Document":
        document, said = laid_out(html, self.indictment.matter.caption.court, self.load)
        self.said += [one for one in said if one not in self.said]
        return document

    def _set_sheets(self, html: str) -> _Sheets:
        document = self._set(html)
        starts: dict[str, int] = {}
        for number, page in enumerate(document.pages):
            for anchor in page.anchors:
                starts.setdefault(anchor, number)
        return _Sheets(html, written(document), len(document.pages), starts)


def _ranges(plan: BundlePlan, sheets: _Sheets) -> dict[str, tuple[int, ...]]:
    """The pages of each divider: up to where the next section begins."""
    order = sorted((at, anchor) for anchor, at in sheets.starts.items() if _is_sheet(anchor))
    ends = [at for at, _ in order[1:]] + [sheets.pages]
    found = {anchor: tuple(range(at, end)) for (at, anchor), end in zip(order, ends, strict=True)}
    return {e.label: found[f"divider-{e.label}"] for e in plan.exhibits}


def _is_sheet(anchor: str) -> bool:
    return anchor.startswith(("divider-", "placeholder-"))
