"""An indictment set in parts is the one that is set at once: words, places, links, tags, bookmarks."""

from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest

from indictment.render import pdf
from indictment.render.page import html
from indictment.render.page.lookup import TemplateFolder
from indictment.render.pdf import prepared, style
from indictment.render.pdf.divide import parts
from indictment.render.pdf.style import Style
from tests.unit.render import fixture
from tests.unit.render.pdf_in_place import numbers_in_place, same
from tests.unit.render.pdf_reading import bookmarks, destinations, elements, letters, links, read

pytestmark = pytest.mark.slow
COURT = "international"


def page() -> str:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    return value


def made(text: str, processes: int = 1) -> pdf.PrintedIndictment:
    with pdf.setters(processes) as setters:
        outcome = pdf.write(text, COURT, fixture.load, setters=setters)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@pytest.fixture(scope="module")
def in_parts() -> pdf.PrintedIndictment:
    return made(page())


@pytest.fixture(scope="module")
def at_once() -> pdf.PrintedIndictment:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "lets_divide", lambda sheet: False)
        return made(page())


def test_the_page_of_the_tests_has_several_parts() -> None:
    divided = parts.split(prepared.prepared(page()))
    assert len(divided) > 3
    assert sum(bool(part.asks) for part in divided) == 1


def test_each_letter_stands_where_it_would(
    in_parts: pdf.PrintedIndictment, at_once: pdf.PrintedIndictment
) -> None:
    assert in_parts.page_count == at_once.page_count
    assert in_parts.pages == at_once.pages
    for number, (ours, theirs) in enumerate(
        zip(letters(in_parts.content), letters(at_once.content), strict=True), start=1
    ):
        assert ours == theirs, f"page {number}"


@pytest.mark.parametrize("what", [links, elements, bookmarks, destinations])
def test_what_is_not_seen_is_the_same_too(
    what: Callable[[pikepdf.Pdf], Any],
    in_parts: pdf.PrintedIndictment,
    at_once: pdf.PrintedIndictment,
) -> None:
    ours, theirs = read(in_parts.content, what), read(at_once.content, what)
    assert ours
    assert ours == theirs


@pytest.fixture(scope="module")
def numbers_and_all() -> pdf.PrintedIndictment:
    with numbers_in_place(in_parts=False):
        return made(page())


def test_numbers_put_in_later_stand_as_if_they_had_been_set(
    in_parts: pdf.PrintedIndictment, numbers_and_all: pdf.PrintedIndictment
) -> None:
    same(in_parts, numbers_and_all)


def is_link(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid


def test_each_mark_of_a_page_belongs_to_an_element(in_parts: pdf.PrintedIndictment) -> None:
    def parents(opened: pikepdf.Pdf) -> None:
        tree = pikepdf.NumberTree(opened.Root.StructTreeRoot.ParentTree)
        for sheet in opened.pages:
            holders = tree[int(sheet.StructParents)]
            assert all(holder.Pg.objgen == sheet.objgen for holder in holders)
            for link in sheet.get("/Annots", ()):
                holder = tree[int(link.StructParent)]
                held = [kid.Obj.objgen for kid in holder.K if is_link(kid)]
                assert link.objgen in held

    read(in_parts.content, parents)


def test_headers_of_cells_are_found_in_their_own_table(in_parts: pdf.PrintedIndictment) -> None:
    def headers(opened: pikepdf.Pdf) -> None:
        known: list[bytes] = []
        named: list[bytes] = []

        def walk(element: Any) -> None:
            if "/ID" in element:
                known.append(bytes(element.ID))
            named.extend(bytes(name) for name in element.get("/A", {}).get("/Headers", ()))
            for kid in element.get("/K", ()):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    walk(kid)

        walk(opened.Root.StructTreeRoot.K[0])
        assert len(set(known)) == len(known)
        assert set(named) <= set(known)
        assert named

    read(in_parts.content, headers)


def test_each_font_is_there_once(in_parts: pdf.PrintedIndictment) -> None:
    def fonts(opened: pikepdf.Pdf) -> None:
        programs: dict[str, set[tuple[int, int]]] = {}
        for sheet in opened.pages:
            for font in sheet.Resources.Font.values():
                programs.setdefault(str(font.BaseFont), set()).add(
                    font.DescendantFonts[0].FontDescriptor.FontFile2.objgen
                )
        assert len(programs) > 2
        assert all(len(held) == 1 for held in programs.values())

    read(in_parts.content, fonts)


def test_several_processes_write_the_same_bytes(in_parts: pdf.PrintedIndictment) -> None:
    assert made(page(), processes=2).content == in_parts.content


def test_contents_that_grow_by_a_page_count_it() -> None:
    """The contents print the pages of what follows them, and so of themselves."""
    entries = "".join(f'<li class="toc-1"><a href="#h{n}">H{n}</a></li>' for n in range(90))
    body = "".join(
        f'<section class="part facts" data-page="new"><h1 id="h{n}">H{n}</h1></section>'
        for n in range(90)
    )
    text = (
        '<!DOCTYPE html><html lang="en"><head><title>T</title>'
        '<meta name="date" content="2024-03-11"></head><body><nav class="contents" id="contents">'
        f'<h1 class="contents-heading">C</h1><ol class="toc">{entries}</ol></nav>{body}'
        "</body></html>"
    )
    result = made(text)
    contents = result.page_count - 90
    assert contents > 1
    said = "".join(
        pypdfium2.PdfDocument(result.content)[n].get_textpage().get_text_range()
        for n in range(contents)
    )
    for n in range(90):
        assert result.pages[f"h{n}"] == contents + n + 1
        assert f"{contents + n + 1}" in said.split(f"H{n}")[1].split("H")[0]


@pytest.mark.parametrize(
    ("sheet", "apart"),
    [
        ("p { color: red } th:first-child { margin: 0 }", True),
        ("/* counter-reset: x */ @page { margin: 2cm }", True),
        ("@page :left { margin: 2cm }", False),
        ("@page title:first { margin: 2cm }", False),
        ("h1 { string-set: title content() }", False),
        ("h1 { break-before: right }", False),
        ("ol { counter-reset: item }", False),
        (".mark { position: fixed }", False),
    ],
)
def test_a_style_that_looks_across_pages_is_set_at_once(sheet: str, apart: bool) -> None:
    assert style.lets_divide(Style("style.css", sheet)) is apart


def test_the_shipped_style_is_set_in_parts() -> None:
    from indictment.render.page.lookup import TemplateFolder

    assert style.lets_divide(style.find(TemplateFolder(COURT, fixture.load)))


def test_a_reference_that_is_one_element_is_set_as_two_are(
    in_parts: pdf.PrintedIndictment, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 'class="ref ref-number"' in prepared.plain_references(prepared.prepared(page()))
    monkeypatch.setattr(style, "sees_references", lambda sheet: True)
    assert made(page()).content == in_parts.content


@pytest.mark.parametrize(
    ("rule", "sees"),
    [
        ("p { margin: 0 }", False),
        ("section > * + h1, .attached > *:last-child, tr + tr > * { margin: 0 }", False),
        ("a { color: inherit }", False),
        (".ref { color: blue }", True),
        (".ref-number { font-weight: bold }", True),
        ("a > span { font-weight: bold }", True),
        ("td * { color: blue }", True),
        ("p > :first-child { color: blue }", True),
        ("[data-kind=note] { color: blue }", True),
    ],
)
def test_a_style_that_tells_a_reference_from_its_number_is_given_both(
    rule: str, sees: bool
) -> None:
    assert style.sees_references(Style("style.css", rule)) is sees
    assert not style.sees_references(style.find(TemplateFolder(COURT, lambda path: None)))
