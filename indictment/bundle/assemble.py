"""BundlePlan and the files it plans -> bundle.pdf.

The indictment's PDF is the base: its tags, names and bookmarks stay. Every other page is copied in
without its content being read, each file open until the bundle is saved.
"""

import io
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

from indictment.bundle import catalog, layers, outline
from indictment.bundle.boxes import shown
from indictment.bundle.clean import streams
from indictment.bundle.exhibit import Copied, copied, copy_pages
from indictment.bundle.links import Tops
from indictment.bundle.opening import opened
from indictment.bundle.outline import Bookmark
from indictment.bundle.stamp import FontFiles, Stamps
from indictment.bundle.tags import adopt_tags
from indictment.machine.uncollected import hold
from indictment.model.bundle import BundlePlan, FrontPages

Progress = Callable[[str, str], None]
"""Told the stage and the exhibit's mark before each exhibit."""


def write(
    plan: BundlePlan,
    indictment: bytes,
    front: FrontPages,
    exhibits: Mapping[str, Path],
    fonts: FontFiles,
    target: Path | io.BytesIO,
    progress: Progress | None = None,
) -> None:
    """Write the bundle to `target`.

    `indictment` is indictment.pdf; `front` the index, dividers and placeholders; `exhibits` the
    prepared file of each exhibit that is reproduced, by label. The counts of pages must be those
    the plan was made with. The same input gives the same bytes.
    """
    hold()  # what is left of the last one is not needed beside this one
    reproduced = [e for e in plan.exhibits if e.label in exhibits and e.content == "pages"]
    files: list[bytes | Path] = [indictment, front.index, front.dividers]
    files += [exhibits[e.label] for e in reproduced]
    with opened(files) as (pdf, index, sheets, *sources):
        bundle = _Bundle(pdf, plan)
        bundle.take_front(index, sheets, front)
        for exhibit, source in zip(reproduced, sources, strict=True):
            if progress is not None:
                progress("bundle", exhibit.mark or exhibit.label)
            bundle.exhibits[exhibit.label] = copied(pdf, source)
        bundle.put_together(fonts)
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    hold(bundle, pdf, index, sheets)


class _Bundle:
    """The bundle while it is put together."""

    def __init__(self, pdf: pikepdf.Pdf, plan: BundlePlan) -> None:
        self.pdf = pdf
        self.plan = plan
        self.indictment = [page.obj for page in pdf.pages]
        self.index: list[pikepdf.Object] = []
        self.sheets: list[pikepdf.Object] = []
        self.front: FrontPages | None = None
        self.exhibits: dict[str, Copied] = {}

    def take_front(self, index: pikepdf.Pdf, sheets: pikepdf.Pdf, front: FrontPages) -> None:
        self.front = front
        self.index = copy_pages(self.pdf, index)
        self.sheets = copy_pages(self.pdf, sheets)
        adopt_tags(self.pdf, index, self.index)
        adopt_tags(self.pdf, sheets, self.sheets)

    def put_together(self, fonts: FontFiles) -> None:
        plan, pdf = self.plan, self.pdf
        pages = [self._page(p.source, p.source_page, p.label) for p in plan.pages]
        stamps = Stamps(pdf, fonts, plan.pages)
        own = {"indictment", "index", "divider", "placeholder"}
        for page, said in zip(pages, plan.pages, strict=True):
            if said.source in own:
                page.Contents = pikepdf.Array(
                    [pdf.make_stream(b"q\n"), *streams(page), pdf.make_stream(b"\nQ\n")]
                )
            stamps.put(page, shown(page), said)
        catalog.page_tree(pdf, self._parts(pages))
        tops = Tops(pages)
        self._link(tops)
        self._bookmark(tops)
        layers.write(
            pdf, [self.exhibits[e.label] for e in plan.exhibits if e.label in self.exhibits]
        )
        catalog.settings(pdf, plan, pages[0])

    def _page(self, source: str, number: int, label: str) -> pikepdf.Object:
        front = self.front
        assert front is not None
        match source:
            case "indictment":
                return self.indictment[number - 1]
            case "index":
                return self.index[number - 1]
            case "divider":
                return self.sheets[front.divider_pages[label][number - 1]]
            case "placeholder":
                return self.sheets[front.placeholders[label]]
        return self.exhibits[label].pages[number - 1]

    def _parts(self, pages: list[pikepdf.Object]) -> list[list[pikepdf.Object]]:
        """The pages by part: the indictment, the index, each exhibit with its divider."""
        plan = self.plan
        starts = [0, plan.index - 1, *(e.divider - 1 for e in plan.exhibits), len(pages)]
        return [pages[a:b] for a, b in pairwise(starts) if b > a]

    def _link(self, tops: Tops) -> None:
        from indictment.bundle import links

        plan = self.plan
        names = catalog.names(self.pdf)
        links.cite(self.indictment, tops, plan)
        links.follow([*self.index, *self.sheets], tops, set(names))
        for exhibit in plan.exhibits:
            found = self.exhibits.get(exhibit.label)
            if found is None:
                continue
            links.inside(found.pages)
            for name, where in found.named.items():
                names[f"{exhibit.mark}:{name}"] = links.destination(found.pages, where)
        for exhibit in plan.exhibits:
            names.setdefault(exhibit.mark, tops.of(exhibit.divider))
            for number in range(1, exhibit.pages + 1):
                names.setdefault(f"{exhibit.mark}.{number}", tops.of(exhibit.page(number)))
        catalog.write_names(self.pdf, names)

    def _bookmark(self, tops: Tops) -> None:
        plan = self.plan
        bookmarks = [
            Bookmark(
                f"{plan.indictment_title} (p. 1)", tops.of(1), is_open=True,
                held=self.pdf.Root.get("/Outlines"),
            ),
            Bookmark(f"{plan.index_title} (p. {plan.index})", tops.of(plan.index)),
        ]  # fmt: skip
        for exhibit in plan.exhibits:
            found = self.exhibits.get(exhibit.label)
            below = _below(found.outline, found.pages) if found else ()
            bookmarks.append(Bookmark(plan.outline_title(exhibit), tops.of(exhibit.divider), below))
        self.pdf.Root.Outlines = outline.write(self.pdf, bookmarks)


def _below(items: list[Any], pages: list[pikepdf.Object]) -> tuple[Bookmark, ...]:
    from indictment.bundle.links import destination

    return tuple(
        Bookmark(title, destination(pages, where) if where else None, _below(below, pages))
        for title, where, below in items
    )
