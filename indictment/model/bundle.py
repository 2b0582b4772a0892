"""The bundle, planned: which page of what stands on which page of it. Pure data."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from indictment.model.blocks import Target
from indictment.value import dataclass

Content = Literal["pages", "slip", "unreadable", "unconverted", "no-pages"]
"""What follows an exhibit's divider: its pages; nothing, because it has no file and the divider is
its slip sheet; or a page that says why it is not reproduced."""

PageSource = Literal["indictment", "index", "divider", "placeholder", "exhibit"]


@dataclass(frozen=True, slots=True)
class Counted:
    """Pages that are known before the plan is made.

    `dividers` has the pages of each divider by label (1 where it is not there), `exhibits` those
    of each exhibit that can be bundled; an exhibit that is not there has no pages.
    """

    indictment: int
    index: int = 1
    dividers: Mapping[str, int] = field(default_factory=dict)
    exhibits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A paragraph that cites an exhibit, and the footnotes in it that do.

    `target` is None for footnotes outside paragraphs.
    """

    target: Target | None
    notes: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class BundledExhibit:
    """An exhibit in the bundle. Page numbers count the bundle's pages from 1."""

    label: str
    mark: str
    title: str
    content: Content
    divider: int
    """The first page of the divider (or slip sheet)."""
    divider_pages: int
    first: int
    """The page on which the exhibit begins; the divider's where nothing follows it."""
    pages: int
    """The exhibit's own pages; 0 where it is not reproduced."""
    cited_by: tuple[CitedBy, ...]
    reason: str = ""
    """Why it is not reproduced, in a lawyer's words."""

    @property
    def last(self) -> int:
        """The last page of the bundle that belongs to it, divider included."""
        if self.content == "slip":
            return self.divider + self.divider_pages - 1
        return self.divider + self.divider_pages + max(self.pages, 1) - 1

    def page(self, number: int) -> int:
        """The page of the bundle with page `number` of the exhibit (from 1).

        Its first page where it is not reproduced, its last where it has fewer.
        """
        return self.first + min(max(number, 1), max(self.pages, 1)) - 1


@dataclass(frozen=True, slots=True)
class BundlePage:
    """One page.

    `number` is its number in the PDF and in print; `source_page` counts the pages of what it is
    taken from, from 1. `left`, `middle` and `right` are stamped at its foot.
    """

    number: int
    source: PageSource
    source_page: int
    label: str = ""
    """The exhibit's label; empty for the indictment and the index."""
    left: str = ""
    middle: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """The whole bundle. Its page numbers are the PDF's page numbers, from 1."""

    title: str
    language: str
    author: str
    indictment_title: str
    index_title: str
    indictment_pages: int
    index_pages: int
    exhibits: tuple[BundledExhibit, ...]
    pages: tuple[BundlePage, ...] = field(repr=False)
    citations: Mapping[int, int] = field(repr=False)
    """The page that each citation of an exhibit opens, by the citation's number."""

    @property
    def index(self) -> int:
        """The first page of the index."""
        return self.indictment_pages + 1

    def exhibit(self, label: str) -> BundledExhibit | None:
        """The exhibit with this label; None for an authority, which is not bundled."""
        return next((e for e in self.exhibits if e.label == label), None)

    def outline_title(self, exhibit: BundledExhibit) -> str:
        """The exhibit's bookmark: its mark, its title, the page it begins on."""
        return f"{exhibit.mark} {exhibit.title} (p. {exhibit.divider})"


@dataclass(frozen=True, slots=True)
class FrontPages:
    """The pages that are set for the bundle, in two PDF files, in which no element of the tags has an ID
    that one of the other or of the indictment has.
    """

    index: bytes = field(repr=False)
    """The index and nothing else."""
    dividers: bytes = field(repr=False)
    """Dividers, slip sheets and placeholders."""
    divider_pages: Mapping[str, tuple[int, ...]]
    """The pages in `dividers`, from 0, of each exhibit's divider or slip sheet, by label."""
    placeholders: Mapping[str, int]
    """The page in `dividers` that stands for an exhibit that is not reproduced, by label."""
