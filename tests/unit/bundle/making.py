"""PDF files of strangers, made in memory, and bundles of them."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf

from indictment.bundle import assemble, pages
from indictment.bundle.stamp import FontFiles
from indictment.machine.shipped import shipped
from indictment.model.bundle import BundledExhibit, BundlePage, BundlePlan, FrontPages

A4 = (0, 0, 595, 842)
LINE = b"BT /F 12 Tf 72 %d Td (%s) Tj ET"


def stranger(*contents: bytes, **entries: Any) -> pikepdf.Pdf:
    """A PDF with a page for each content stream; `entries` stand on every page."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for content in contents:
        page = made.add_blank_page(page_size=(595, 842)).obj
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = made.make_stream(content)
        for key, value in entries.items():
            page["/" + key] = pikepdf.Array(value) if isinstance(value, (list, tuple)) else value
    return made


def saved(made: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()


def prepared(made: pikepdf.Pdf, folder: Path, name: str = "prepared") -> Path:
    """The prepared file of a PDF; made here, not in a child, so that a test sees any fault."""
    target = folder / f"{name}.pdf"
    assert pages.write(saved(made), target) == {"pages": len(made.pages)}
    return target


def fonts() -> FontFiles:
    folder = shipped("templates") / "fonts"
    return FontFiles(
        (folder / "LiberationSans-Regular.ttf").read_bytes(),
        (folder / "LiberationSans-Bold.ttf").read_bytes(),
    )


def plan_of(
    counts: Mapping[str, int], indictment: int = 1, citations: Mapping[int, int] | None = None
) -> BundlePlan:
    """A plan with an index of one page and these exhibits, each behind a divider of one page."""
    listed: list[BundlePage] = [
        BundlePage(n, "indictment", n, right=f"Bundle page {n}") for n in range(1, indictment + 1)
    ]

    def add(source: Any, source_page: int, label: str, left: str) -> None:
        number = len(listed) + 1
        listed.append(
            BundlePage(number, source, source_page, label, left, "", f"Bundle page {number}")
        )

    add("index", 1, "", "")
    exhibits = []
    for position, (label, count) in enumerate(counts.items(), start=1):
        mark = f"P{position:03d}"
        divider = len(listed) + 1
        add("divider", 1, label, mark)
        exhibits.append(
            BundledExhibit(label, mark, label.title(), "pages", divider, 1, divider + 1, count, ())
        )
        for n in range(1, count + 1):
            add("exhibit", n, label, f"{mark}, page {n} of {count}")
    return BundlePlan(
        title="The case", language="en", author="The Prosecutor", indictment_title="Indictment",
        index_title="Index", indictment_pages=indictment, index_pages=1, exhibits=tuple(exhibits),
        pages=tuple(listed), citations=citations or {},
    )  # fmt: skip


def front_of(plan: BundlePlan) -> FrontPages:
    """Blank pages in the place of the index and the dividers."""
    blank = stranger(*[b""] * max(len(plan.exhibits), 1))
    return FrontPages(
        index=saved(stranger(b"")),
        dividers=saved(blank),
        divider_pages={e.label: (n,) for n, e in enumerate(plan.exhibits)},
        placeholders={},
    )


def bundled(
    files: Mapping[str, Path],
    indictment: pikepdf.Pdf | None = None,
    citations: Mapping[int, int] | None = None,
) -> bytes:
    """A bundle of prepared files behind an indictment of one page, or this one."""
    counts = {}
    for label, path in files.items():
        with pikepdf.open(path) as held:
            counts[label] = len(held.pages)
    first = indictment or stranger(b"")
    return written(plan_of(counts, len(first.pages), citations), files, first)


def written(
    plan: BundlePlan, files: Mapping[str, Path], indictment: pikepdf.Pdf | None = None
) -> bytes:
    out = io.BytesIO()
    first = indictment or stranger(b"")
    assemble.write(plan, saved(first), front_of(plan), files, fonts(), out)
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def numbers(values: Sequence[Any]) -> list[float]:
    return [float(value) for value in values]
