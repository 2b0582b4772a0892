"""BundlePlan and the files it plans -> bundle.pdf.

The indictment's PDF is the base: its tags, names and bookmarks stay. Every other page is copied in
without its content being read, each file open until the bundle is saved.
"""

import io
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

from indictment.bundle import catalog, layers, outline
from indictment.bundle.boxes import shown
from indictment.bundle.clean import streams
from indictment.bundle.exhibit import Copied, copied, copy_pages
from indictment.bundle.links import to_page
from indictment.bundle.outline import Bookmark
from indictment.bundle.stamp import FontFiles, Stamps
from indictment.bundle.tags import adopt_tags
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
    with ExitStack() as held:
        pdf = held.enter_context(pikepdf.open(io.BytesIO(indictment)))
        bundle = _Bundle(pdf, plan)
        bundle.take_front(
            held.enter_context(pikepdf.open(io.BytesIO(front.index))),
            held.enter_context(pikepdf.open(io.BytesIO(front.dividers))),
            front,
        )
        for exhibit in plan.exhibits:
            if exhibit.label in exhibits and exhibit.content == "pages":
                if progress is not None:
                    progress("bundle", exhibit.mark or exhibit.label)
                source = held.enter_context(pikepdf.open(exhibits[exhibit.label]))
                bundle.exhibits[exhibit.label] = copied(pdf, source)
        bundle.put_together(fonts)
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


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
        self._link(pages)
        self._bookmark(pages)
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

    def _link(self, pages: list[pikepdf.Object]) -> None:
        from indictment.bundle import links

        plan = self.plan
        names = catalog.names(self.pdf)
        links.cite(self.indictment, pages, plan)
        links.follow([*self.index, *self.sheets], pages, set(names))
        for exhibit in plan.exhibits:
            found = self.exhibits.get(exhibit.label)
            if found is None:
                continue
            links.inside(found.pages)
            for name, where in found.named.items():
                names[f"{exhibit.mark}:{name}"] = links.destination(found.pages, where)
        for exhibit in plan.exhibits:
            names.setdefault(exhibit.mark, to_page(pages[exhibit.divider - 1]))
            for number in range(1, exhibit.pages + 1):
                names.setdefault(
                    f"{exhibit.mark}.{number}", to_page(pages[exhibit.page(number) - 1])
                )
        catalog.write_names(self.pdf, names)

    def _bookmark(self, pages: list[pikepdf.Object]) -> None:
        plan = self.plan
        bookmarks = [
            Bookmark(
                f"{plan.indictment_title} (p. 1)", to_page(pages[0]), is_open=True,
                held=self.pdf.Root.get("/Outlines"),
            ),
            Bookmark(f"{plan.index_title} (p. {plan.index})", to_page(pages[plan.index - 1])),
        ]  # fmt: skip
        for exhibit in plan.exhibits:
            found = self.exhibits.get(exhibit.label)
            below = _below(found.outline, found.pages) if found else ()
            bookmarks.append(
                Bookmark(plan.outline_title(exhibit), to_page(pages[exhibit.divider - 1]), below)
            )
        self.pdf.Root.Outlines = outline.write(self.pdf, bookmarks)


def _below(items: list[Any], pages: list[pikepdf.Object]) -> tuple[Bookmark, ...]:
    from indictment.bundle.links import destination

    return tuple(
        Bookmark(title, destination(pages, where) if where else None, _below(below, pages))
        for title, where, below in items
    )
