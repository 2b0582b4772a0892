"""BundlePlan -> the pages set for the bundle: its index, a divider or slip sheet an exhibit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from indictment.diagnostics import Diagnostic, Span
from indictment.machine.cache import Cache
from indictment.model.bundle import BundledExhibit, BundlePlan, Counted, FrontPages
from indictment.model.indictment import Indictment, ListedExhibitRow
from indictment.render.bundle.setting import Setting
from indictment.render.page.checking import without_origins
from indictment.render.page.environment import Origins, environment
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.page.template_errors import TemplateFault, run
from indictment.render.rules import LEFT_OUT, LINK_TO_NOWHERE

_LINK = re.compile(
    r'<a data-t="(?P<at>\d+)"[^>]*?\shref="'
    r'(?P<address>bundle:(?!anchor/[^"])(?:page/)?(?P<page>[^"]*))"'
)
"""A link into the bundle, but for those to an anchor of the indictment."""


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """What a template knows of one exhibit: its line in the list, its place, its file's path."""

    row: ListedExhibitRow
    planned: BundledExhibit
    file: str


@dataclass(slots=True)
class Front:
    """Sets the index and the dividers of one indictment.

    `load` gives the bytes of a file of the matter. Called with a plan it gives the pages and
    counts them. Dividers do not depend on page numbers, so they may be begun before these are
    known, beside other work. Raises MissingLibrary where Pango is missing, and TemplateFault
    where a template of the court cannot run.
    """

    indictment: Indictment
    load: Load
    cache: Cache
    said: list[Diagnostic] = field(default_factory=list)
    """Reports on the style sheet."""
    _begun: Setting | None = None

    def begin(self, plan: BundlePlan) -> None:
        """Begin to set the dividers of `plan`, whose page numbers need not be right yet."""
        html = self._html("bundle-dividers.html", plan)
        if self._begun is None or self._begun.html != html:
            self.give_up()
            self._begun = Setting(html, self._court, self.load, self.cache, "sheets")

    def give_up(self) -> None:
        """End what was begun, if it still goes on."""
        if self._begun is not None:
            self._begun.give_up()

    def __call__(self, plan: BundlePlan, counted: Counted) -> tuple[FrontPages, Counted]:
        """The index and dividers of `plan`, and `counted` with their numbers of pages."""
        index_html = self._html("bundle-index.html", plan)
        self.begin(plan)
        index = Setting(
            index_html, self._court, self.load, self.cache, "index", beside=False
        ).result()
        assert self._begun is not None
        sheets = self._begun.result()
        for one in (*index.said, *sheets.said):
            if one not in self.said:
                self.said.append(one)
        starts = {anchor: at for anchor, at in sheets.anchors.items() if _is_sheet(anchor)}
        front = FrontPages(
            index=index.content,
            dividers=sheets.content,
            divider_pages=self._ranges(plan, starts, sheets.pages),
            placeholders={
                e.label: starts[f"placeholder-{e.label}"]
                for e in plan.exhibits
                if f"placeholder-{e.label}" in starts
            },
        )
        found = {label: len(pages) for label, pages in front.divider_pages.items()}
        return front, replace(counted, index=index.pages, dividers=found)

    @property
    def _court(self) -> str:
        return self.indictment.matter.caption.court

    def _html(self, template: str, plan: BundlePlan) -> str:
        folder = TemplateFolder(self._court, self.load)
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
        origins = Origins()
        html = run(environment(folder, {}, origins), template, given)
        for link in _LINK.finditer(html):
            number = link["page"] or ""
            if not (number.isdecimal() and 1 <= int(number) <= len(plan.pages)):
                file, line = origins[int(link["at"])]
                message = f"the bundle has no place “{link['address']}”"
                remedy = (
                    "write bundle:page/ with a page of the plan, or bundle:anchor/ with an anchor"
                )
                span = Span(file, line, 1, line, 1)
                raise TemplateFault(LINK_TO_NOWHERE.at(span, message, help=remedy))
        return without_origins(html)

    def _ranges(
        self, plan: BundlePlan, starts: Mapping[str, int], pages: int
    ) -> dict[str, tuple[int, ...]]:
        """The pages of each divider: up to where the next section begins."""
        wanted = {exhibit.label: f"divider-{exhibit.label}" for exhibit in plan.exhibits}
        if lacking := [anchor for anchor in wanted.values() if anchor not in starts]:
            found = TemplateFolder(self._court, self.load).find("bundle-dividers.html")
            message = f"no page of the dividers has the anchor “{lacking[0]}”"
            remedy = "begin the divider of each exhibit with an element that has this id"
            at = Span(found.path if found else "templates")
            raise TemplateFault(LEFT_OUT.at(at, message, help=remedy))
        order = sorted((at, anchor) for anchor, at in starts.items())
        ends = [*(at for at, _ in order[1:]), *([pages] if order else [])]
        ranges = {a: tuple(range(at, end)) for (at, a), end in zip(order, ends, strict=True)}
        return {label: ranges[anchor] for label, anchor in wanted.items()}


def _is_sheet(anchor: str) -> bool:
    return anchor.startswith(("divider-", "placeholder-"))
