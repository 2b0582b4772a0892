"""The finished bundles, read by other libraries than those that wrote them."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps
from pypdf.generic import ArrayObject, DictionaryObject

from tests import built
from tests.built import BuiltMatter
from tests.readers import poppler

pytestmark = pytest.mark.slow

STAMP = re.compile(r"\b(P\d{3}), page (\d+) of (\d+) (?:.* )?Bundle page (\d+)\b")


class Bundle:
    """A bundle as pypdf reads it: pages from 1, links, and where they lead."""

    def __init__(self, matter: BuiltMatter) -> None:
        self.matter = matter
        self.pdf = pypdf.PdfReader(matter.path("bundle.pdf"))
        self.texts = matter.bundle
        self.indictment = matter.indictment
        self.front = len(matter.pdf)
        """The pages of the indictment."""

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.pdf.pages, start=1)
            if page.indirect_reference
        }

    def links(self, number: int) -> Iterator[DictionaryObject]:
        """The links of a page that lead to a page of the same file."""
        for one in self.pdf.pages[number - 1].get("/Annots", []):
            note = one.get_object()
            if note.get("/Subtype") == "/Link" and "/Dest" in note:
                yield note

    def opens(self, note: DictionaryObject) -> int:
        """The page that a link opens."""
        where = note["/Dest"]
        page: Any = (
            list.__getitem__(where, 0)
            if isinstance(where, ArrayObject)
            else self.pdf.named_destinations[str(where)].raw_get("/Page")
        )
        return self._numbers[page.idnum]

    @cached_property
    def dividers(self) -> dict[str, int]:
        """The first page that bears each mark behind the index."""
        found: dict[str, int] = {}
        for row in self.indictment.exhibits:
            if row.mark:
                found[row.mark] = next(
                    number
                    for number, text in enumerate(self.texts, start=1)
                    if number > self.front and re.search(rf"\bExhibit {row.mark}\b", text)
                )
        return found


@pytest.fixture(scope="module", params=["example", "republic"])
def bundle(request: pytest.FixtureRequest) -> Bundle:
    return Bundle(built.example() if request.param == "example" else built.republic())


def test_page_labels_and_stamps_are_the_numbers_of_the_pages(bundle: Bundle) -> None:
    numbers = [str(n) for n in range(1, len(bundle.pdf.pages) + 1)]
    assert list(bundle.pdf.page_labels) == numbers
    assert [re.findall(r"Bundle page (\d+)\b", text)[-1:] for text in bundle.texts] == [
        [number] for number in numbers
    ]


def test_each_citation_jumps_to_the_page_whose_stamp_it_names(bundle: Bundle) -> None:
    cited = {citation.number: citation for citation in bundle.indictment.citations}
    rows = {row.label: row for row in bundle.indictment.exhibits}
    found = set()
    for page in range(1, bundle.front + 1):
        for link in bundle.links(page):
            name = re.fullmatch(r"cite-(\d+)(?:\.\d+)?", str(link.get("/NM", "")))
            if not name:
                continue
            citation = cited[int(name[1])]
            found.add(citation.number)
            row, lands = rows[citation.label], bundle.opens(link)
            said = bundle.texts[lands - 1]
            if row.is_authority:
                assert lands <= bundle.front
                continue
            assert f"Bundle page {lands}" in str(link["/Contents"])
            if stamp := STAMP.search(said):
                assert (stamp[1], int(stamp[2])) == (row.mark, citation.page or 1)
            else:
                # A file that has no pages here has a placeholder behind its divider.
                assert lands == bundle.dividers[row.mark] + row.has_file
                assert "not reproduced" in said.lower() or not row.has_file
    assert found == set(cited)


def test_pages_of_an_exhibit_follow_its_divider_in_order(bundle: Bundle) -> None:
    for row in bundle.indictment.exhibits:
        stamps = [
            (int(found[4]), int(found[2]), int(found[3]))
            for text in bundle.texts[bundle.front :]
            if (found := STAMP.search(text)) and found[1] == row.mark
        ]
        if not stamps:
            continue
        first, _, pages = stamps[0]
        assert stamps == [(first + n, n + 1, pages) for n in range(pages)]
        assert first > bundle.dividers[row.mark]
        assert row.pages in (None, pages)


def test_each_divider_leads_back_to_the_paragraphs_that_cite_it(bundle: Bundle) -> None:
    for row in bundle.indictment.exhibits:
        if not row.mark:
            continue
        divider = bundle.dividers[row.mark]
        back = [link for link in bundle.links(divider) if bundle.opens(link) <= bundle.front]
        assert len(back) >= len(row.cited_in), row.label
        for link in back:
            number = re.search(r"\d+", str(link.get("/Contents", "")))
            if number:
                assert re.search(rf"\b{number[0]}\b", bundle.texts[bundle.opens(link) - 1])


def test_the_index_opens_each_divider(bundle: Bundle) -> None:
    pages = range(bundle.front + 1, min(bundle.dividers.values()))
    opened = {bundle.opens(link) for page in pages for link in bundle.links(page)}
    assert opened == set(bundle.dividers.values())
    printed = " ".join(bundle.texts[page - 1] for page in pages)
    for mark, divider in bundle.dividers.items():
        assert re.search(rf"\b{mark} .*?\b{divider}\b", printed)


def test_the_outline_names_each_part_with_its_page(bundle: Bundle) -> None:
    top = [one for one in bundle.pdf.outline if not isinstance(one, list)]
    for one in top:
        number = bundle.pdf.get_destination_page_number(one)
        assert number is not None
        assert str(one.title).endswith(f"(p. {number + 1})")
    marks = [str(one.title).split()[0] for one in top[2:]]
    assert marks == sorted(bundle.dividers, key=lambda mark: bundle.dividers[mark])
    assert any(isinstance(one, list) for one in bundle.pdf.outline), "the indictment's own are gone"


def test_every_font_that_we_put_in_is_embedded(bundle: Bundle) -> None:
    own = {
        font
        for path in (bundle.matter.root / "exhibits").rglob("*.pdf")
        for page in pypdf.PdfReader(path).pages
        for font in not_embedded(page)
    }
    for number, page in enumerate(bundle.pdf.pages, start=1):
        allowed = own if STAMP.search(bundle.texts[number - 1]) else set()
        assert not_embedded(page) <= allowed, f"page {number}"


def not_embedded(page: pypdf.PageObject) -> set[str]:
    """The fonts of a page without a font file."""
    missing = set()
    resources: Any = page.get("/Resources", {})
    for one in dict(resources.get_object().get("/Font", {})).values():
        font = one.get_object()
        for inner in font.get("/DescendantFonts", [font]):
            described = inner.get_object().get("/FontDescriptor", {}).get_object()
            if font.get("/Subtype") == "/Type3":
                continue
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described):
                missing.add(str(font.get("/BaseFont")))
    return missing


@pytest.mark.reader_poppler
def test_qpdf_finds_no_fault(bundle: Bundle) -> None:
    assert poppler.faults(bundle.matter.path("bundle.pdf")) == ""


def test_a_rotated_page_of_a_scan_stands_upright() -> None:
    matter = built.example()
    source = matter.root / "exhibits" / "scanned-notice.pdf"
    turned = [n for n, page in enumerate(pypdf.PdfReader(source).pages) if page.rotation]
    assert turned, "the scan has no rotated page any more"
    mark = next(r.mark for r in matter.indictment.exhibits if r.label == "scanned-notice")
    for page in turned:
        shown = next(
            n for n, text in enumerate(matter.bundle) if f"{mark}, page {page + 1} of" in text
        )
        likeness = [
            alike(picture(source, page), picture(matter.path("bundle.pdf"), shown).rotate(angle))
            for angle in (0, 90, 180, 270)
        ]
        assert max(likeness) == likeness[0], likeness


def picture(path: Path, page: int) -> Image.Image:
    """The ink of a page as a viewer shows it, without the stamp at its foot, 100 by 140 pixels."""
    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[page].render(scale=0.5).to_pil().convert("L")
    image = ImageOps.invert(image.crop((0, 0, image.width, int(image.height * 0.93))))
    return image.crop(image.getbbox()).resize((100, 140))


def alike(one: Image.Image, other: Image.Image) -> float:
    """How much ink two pictures share."""
    both = ImageChops.multiply(one, other.resize(one.size))
    return float(sum(level * count for level, count in enumerate(both.histogram())))
