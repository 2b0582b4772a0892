"""Running lines that are set by themselves stand where they would, and are no part of the text."""

from pathlib import Path

import pikepdf
import pytest

from indictment.machine.cache import Cache
from indictment.render import pdf
from indictment.render.pdf.divide import running_page
from tests.unit.render.pdf_in_place import same
from tests.unit.render.pdf_reading import read
from tests.unit.render.test_pdf_open_numbers import (
    closed,
    made,
    page,
    paragraph,
    section,
    uneven,
    with_style,
)

pytestmark = pytest.mark.slow

LONG = "The store was watched by night and by day, and the guard was changed. " * 30
BODY = [
    section("One", "".join(paragraph(n, LONG) for n in range(1, 30))),
    section("Two", "".join(paragraph(n, LONG) for n in range(30, 40))),
]
HEAD = '<header class="running"><p class="running-left">The Prosecutor v. A. Tollan</p>{}</header>'
DRAFT = '<p class="running-center">DRAFT: {} errors</p>'


def draft(errors: int, *body: str) -> str:
    return page(*body).replace(
        '<footer class="running">', f'{HEAD.format(DRAFT.format(errors))}<footer class="running">'
    )


def marked(opened: pikepdf.Pdf) -> list[list[tuple[str, int]]]:
    """Of each page, what each piece of marked content is, and how many texts are shown in it."""
    pages = []
    for sheet in opened.pages:
        found: list[list[object]] = []
        within: list[list[object]] = []
        for instruction in pikepdf.parse_content_stream(sheet):
            match str(instruction.operator):
                case "BDC" | "BMC":
                    tag, *said = instruction.operands
                    kind = said[0] if said else pikepdf.Dictionary()
                    named = "".join(str(kind.get(key, "")) for key in ("/Type", "/Subtype"))
                    element = "element" if "/MCID" in kind else ""
                    within.append([f"{tag}{named}{element}", 0])
                    found.append(within[-1])
                case "EMC":
                    within.pop()
                case "TJ" | "Tj":
                    assert within, "text that is neither marked nor an artifact"
                    within[-1][1] += 1  # type: ignore[operator]
        assert not within
        pages.append([(str(kind), int(str(count))) for kind, count in found])
    return pages


@pytest.mark.parametrize("more", ["", "h1 { string-set: chapter content() }"])
def test_they_are_artifacts_and_all_else_is_in_the_structure(more: str) -> None:
    """Also where the page is one part, because the style sheet repeats words of it."""
    pages = read(made(draft(2, *BODY), with_style(more)).content, marked)
    assert len(pages) > 10
    for found in pages:
        texts = {kind for kind, count in found if count}
        artifacts = {kind for kind in texts if kind.startswith("/Artifact")}
        assert artifacts == {"/Artifact/Pagination/Header", "/Artifact/Pagination/Footer"}
        assert all(kind.endswith("element") for kind in texts - artifacts)


def test_other_words_in_them_set_no_page_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    made(draft(2, *BODY), cache=cache)
    again = made(draft(13, *BODY), cache=cache)
    assert again.set_parts == (0, 2)
    assert again.content == made(draft(13, *BODY)).content
    same(again, closed(draft(13, *BODY)))


def test_a_page_more_sets_no_other_though_its_number_has_a_digit_more(tmp_path: Path) -> None:
    cache, last = Cache(tmp_path), section("Last", paragraph(90, "The last."))
    few = [section(f"S{n}", paragraph(n, "x")) for n in range(10, 18)]
    assert made(draft(1, *few, last), cache=cache).page_count == 9
    more = [*few, section("More", paragraph(18, "y"))]
    again = made(draft(1, *more, last), cache=cache)
    assert (again.page_count, again.set_parts) == (10, (1, 10))
    same(again, closed(draft(1, *more, last)))


@pytest.mark.parametrize(
    ("more", "can_run_apart"),
    [
        ("", True),
        ("@page a, b { @top-left { content: none } margin: 4cm } .facts { page: b }", True),
        (".facts { page: unknown }", True),
        ("@page { background: #eee; border: 1pt solid red }", True),
        (".running { font: italic 8pt 'Indictment Serif' }", True),
        (".running { color: rgba(0, 0, 0, .5) }", False),
        (".running { background: linear-gradient(white, #ccc) }", False),
        ("@page { @top-left { z-index: -1 } }", False),
        ('@font-face { font-family: U; src: url(uneven.ttf) } .running { font-family: U }', False),
    ],
)  # fmt: skip
def test_they_stand_where_they_would_if_they_were_drawn_on_each_page(
    more: str, can_run_apart: bool, tmp_path: Path
) -> None:
    load = with_style(more, uneven=uneven())
    cache = Cache(tmp_path)
    same(made(draft(2, *BODY), load, cache=cache), closed(draft(2, *BODY), load))
    assert bool(cache.names("within-")) is not can_run_apart
    again = made(draft(3, *BODY), load, cache=cache)
    assert (again.set_parts == (0, 2)) is can_run_apart
    same(again, closed(draft(3, *BODY), load))


@pytest.mark.parametrize(
    "words",
    ['<a href="https://example.org/">the matter</a>', '<span id="here">the matter</span>'],
)
def test_a_link_or_an_anchor_in_them_is_drawn_on_each_page(words: str) -> None:
    text = page(*BODY).replace('<p class="running-right">', f'<p class="running-right">{words} ', 1)
    assert running_page.of_page(text, ("",)) is None
    same(made(text), closed(text))


def test_a_page_with_a_style_of_its_own_looks_as_before(tmp_path: Path) -> None:
    """What stands around a page is what the style sheet says of a page of that name."""
    load = with_style("@page b { @bottom-left { content: none } } .facts { page: b }")
    text = page(section("One", paragraph(1, "x")), '<section class="part counts" data-page="new"><h1 id="h-2">Two</h1></section>')  # fmt: skip
    value = pdf.write(text, "international", load, cache=Cache(tmp_path)).value
    assert value is not None
    first, second = read(value.content, marked)
    assert not any(kind.startswith("/Artifact/Pagination") for kind, _ in first)
    assert any(kind == "/Artifact/Pagination/Footer" for kind, _ in second)
