"""A whole bundle, as its reader and a court's filing system meet it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from indictment.folder import DiskFolder
from indictment.machine.cache import Cache
from indictment.pipeline.bundling import Bundling
from tests.readers import poppler
from tests.unit.bundle import making, seeing
from tests.unit.bundle.whole import GOLDEN, Overlaid, Whole, again, small, whole
from tests.unit.examine import files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made() -> Whole:
    return small()


@pytest.fixture(scope="module")
def pdf(made: Whole) -> Iterator[pikepdf.Pdf]:
    with making.opened(made.content) as held:
        yield held


@pytest.fixture(scope="module")
def texts(made: Whole) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(made.content) as held:
        return [page.get_textpage().get_text_range() for page in held]


def annotations(pdf: pikepdf.Pdf, first: int, last: int) -> Iterator[tuple[int, Any]]:
    """The annotations of pages `first` to `last`, each with its page, counted from 1."""
    for number, page in enumerate(pdf.pages, start=1):
        if first <= number <= last:
            yield from ((number, note) for note in page.obj.get("/Annots", []))


def page_numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}


def opens(pdf: pikepdf.Pdf, note: Any) -> int:
    """The page, from 1, that a link opens."""
    target = note.Dest
    if isinstance(target, pikepdf.String):
        target = pikepdf.NameTree(pdf.Root.Names.Dests)[str(target)]
    return page_numbers(pdf)[target[0].objgen]


def test_printed_page_labels_and_pdf_numbers_are_one(made: Whole, texts: list[str]) -> None:
    assert len(texts) == len(made.bundled.plan.pages)
    for number, said in enumerate(texts, start=1):
        assert f"Bundle page {number}" in said.replace("\r\n", "\n")
    with pypdfium2.PdfDocument(made.content) as held:
        assert [held.get_page_label(n) for n in range(len(held))] == [
            str(n) for n in range(1, len(texts) + 1)
        ]


def test_every_citation_lands_on_the_page_whose_stamp_it_names(
    made: Whole, pdf: pikepdf.Pdf, texts: list[str]
) -> None:
    cited = {c.number: c for c in made.indictment.citations}
    files = {row.label: row for row in made.indictment.exhibits}
    found = set()
    for _, note in annotations(pdf, 1, made.pages):
        name = re.fullmatch(r"cite-(\d+)(\.\d+)?", str(note.get("/NM", "")))
        if name is None:
            continue
        citation = cited[int(name[1])]
        found.add(citation.number)
        row = files[citation.label]
        exhibit = made.bundled.plan.exhibit(row.label)
        if exhibit is None:
            assert opens(pdf, note) <= made.pages
            continue
        said = texts[opens(pdf, note) - 1]
        if exhibit.content == "pages":
            assert f"{row.mark}, page {citation.page} of {exhibit.pages}" in said
        else:
            assert f"Exhibit {row.mark}" in said
    assert found == set(cited)


def test_the_index_names_the_page_that_it_opens(
    made: Whole, pdf: pikepdf.Pdf, texts: list[str]
) -> None:
    plan = made.bundled.plan
    last = plan.index + plan.index_pages - 1
    opened = [opens(pdf, note) for _, note in annotations(pdf, plan.index, last)]
    assert sorted(set(opened)) == [exhibit.divider for exhibit in plan.exhibits]
    index = "\n".join(texts[plan.index - 1 : last])
    for exhibit in plan.exhibits:
        assert re.search(rf"{exhibit.mark}\b[\s\S]*?\b{exhibit.divider}\b", index)
        assert f"Exhibit {exhibit.mark}" in texts[exhibit.divider - 1]


def test_dividers_lead_back_to_where_the_exhibit_is_cited(
    made: Whole, pdf: pikepdf.Pdf, texts: list[str]
) -> None:
    for exhibit in made.bundled.plan.exhibits:
        targets = [by.target.text for by in exhibit.cited_by if by.target]
        targets += [note.text for by in exhibit.cited_by for note in by.notes]
        back = [
            note
            for _, note in annotations(pdf, exhibit.divider, exhibit.divider)
            if isinstance(note.get("/Dest"), pikepdf.String)
        ]
        assert len(back) == len(targets)
        for note in back:
            assert opens(pdf, note) <= made.pages


def test_bookmarks_lead_to_every_part(made: Whole, pdf: pikepdf.Pdf) -> None:
    plan = made.bundled.plan
    with pdf.open_outline() as outline:
        top = [(item.title, item.destination) for item in outline.root]
        assert outline.root[0].children, "the indictment's own bookmarks are gone"
    numbers = page_numbers(pdf)
    assert [(title, numbers[place[0].objgen]) for title, place in top] == [
        (f"{plan.indictment_title} (p. 1)", 1),
        (f"{plan.index_title} (p. {plan.index})", plan.index),
        *((plan.outline_title(e), e.divider) for e in plan.exhibits),
    ]


def test_it_opens_at_its_first_page_at_true_size_with_bookmarks(pdf: pikepdf.Pdf) -> None:
    action = pdf.Root.OpenAction
    assert action[0].objgen == pdf.pages[0].obj.objgen
    assert (action[1], action[4]) == (pikepdf.Name.XYZ, 1)
    assert pdf.Root.PageMode == pikepdf.Name.UseOutlines
    assert str(pdf.Root.Lang) == "en"


def test_it_does_not_claim_what_holds_for_the_indictment_alone(pdf: pikepdf.Pdf) -> None:
    said = pdf.Root.Metadata.read_bytes()
    assert b"pdfuaid:part" not in said
    assert b"pdfaid:part" not in said
    assert b"Indictment and exhibits" in said


def test_tags_lead_to_their_pages_and_back(made: Whole, pdf: pikepdf.Pdf) -> None:
    keys = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
    plan = made.bundled.plan
    used: list[int] = []
    for page, planned in zip(pdf.pages, plan.pages, strict=True):
        ours = planned.source != "exhibit"
        assert ("/StructParents" in page.obj) == ours
        if not ours:
            continue
        key = int(page.obj.StructParents)
        used.append(key)
        for element in keys[key]:
            if isinstance(element, pikepdf.Dictionary):
                assert element.Pg.objgen == page.obj.objgen
        for note in page.obj.get("/Annots", []):
            key = int(note.StructParent)
            used.append(key)
            assert note.objgen in [
                kid.Obj.objgen
                for kid in keys[key].K
                if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
            ]
    assert len(used) == len(set(used))
    top = pdf.Root.StructTreeRoot.K
    document = top[0] if isinstance(top, pikepdf.Array) else top
    assert [str(kid.S) for kid in list(document.K)[-2:]] == ["/Part", "/Part"]


def test_headers_of_cells_are_found_in_their_own_file(made: Whole, pdf: pikepdf.Pdf) -> None:
    """The files of which it is made give the same IDs, each for itself."""
    known: list[bytes] = []
    named: list[list[bytes]] = []

    def walk(element: pikepdf.Object) -> None:
        if "/ID" in element:
            known.append(bytes(element.ID))
        named.append([bytes(name) for name in element.get("/A", {}).get("/Headers", ())])
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K[0])
    assert len(known) == len(set(known))
    used = {name for names in named for name in names}
    assert used <= set(known)
    assert {name.rpartition(b":")[0] for name in used} == {b"", b"index", b"sheets"}


def test_the_indictment_in_it_is_the_indictment(made: Whole, texts: list[str]) -> None:
    for number in range(made.pages):
        alone = seeing.text(made.pdf, number).split()
        assert texts[number].split()[: len(alone)] == alone


def test_the_stamp_covers_nothing_of_the_indictment(made: Whole) -> None:
    for number in range(made.pages):
        before, after = seeing.picture(made.pdf, number), seeing.picture(made.content, number)
        assert seeing.ink_under(before, after) > 230


def test_the_same_sources_give_the_same_bytes(made: Whole, tmp_path: Path) -> None:
    folder, kept = DiskFolder(GOLDEN / "small"), Cache(tmp_path)
    for _ in range(2):
        assert again(made, folder, kept).content == made.content


def test_an_unreadable_exhibit_has_a_page_that_says_so() -> None:
    locked = Overlaid(
        DiskFolder(GOLDEN / "small"), {"exhibits/order-14.pdf": files.pdf(password="secret")}
    )
    made = whole(locked)
    assert [d.rule.code for d in made.said] == ["EXH020"]
    exhibit = made.bundled.plan.exhibit("order-14")
    assert exhibit is not None
    said = " ".join(seeing.text(made.content, exhibit.first - 1).split())
    assert "it is locked with a password" in said
    assert said.endswith(f"{exhibit.mark} Bundle page {exhibit.first}")


@pytest.mark.reader_poppler
def test_qpdf_finds_no_fault(made: Whole, tmp_path: Path) -> None:
    target = tmp_path / "bundle.pdf"
    target.write_bytes(made.content)
    assert poppler.faults(target) == ""
    assert len(poppler.text(target)) == len(made.bundled.plan.pages)


def test_a_template_that_cannot_run_is_said_and_nothing_is_made(made: Whole) -> None:
    for name in ("bundle-dividers.html", "bundle-index.html"):
        broken = {f"templates/international/{name}": b"<html>\n{{ nothing }}</html>"}
        folder = Overlaid(DiskFolder(GOLDEN / "small"), broken)
        with Bundling(made.indictment, folder, Cache(None), lambda stage, what: None) as bundling:
            bundling.begin()
            outcome = bundling.finish(made.pdf, made.pages)
        assert outcome.value is None
        assert [d.span.start for d in outcome.diagnostics] == [
            f"templates/international/{name}:2:1"
        ]


def test_work_begun_for_nothing_leaves_nothing_behind(made: Whole) -> None:
    folder = DiskFolder(GOLDEN / "small")
    with Bundling(made.indictment, folder, Cache(None), lambda stage, what: None) as bundling:
        bundling.begin()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
