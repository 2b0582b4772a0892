"""A style sheet may set how things look; it may not make, change or hide words."""

from pathlib import Path

import pytest

from indictment.render.page.lookup import TemplateFolder
from indictment.render.pdf.style import Style, find
from indictment.render.pdf.style_check import check

ROOT = Path(__file__).parents[3]


def said(text: str) -> list[tuple[str, int]]:
    return [(one.rule.code, one.span.line) for one in check(Style("templates/x/style.css", text))]


@pytest.mark.parametrize(
    "sheet", sorted((ROOT / "templates").glob("*/style.css")), ids=lambda path: path.parent.name
)
def test_the_shipped_style_sheets_make_no_words(sheet: Path) -> None:
    assert said(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'p::before { content: "Note" }',
        "p::before { content: counter(x) }",
        "p::before { content: attr(id) }",
        "p::before { content: open-quote }",
        'p::before { content: leader(".") counters(x, ".") }',
        "h1 { text-transform: uppercase }",
        "li { list-style: decimal }",
        'li { list-style-type: "a" }',
        ".number { display: none }",
        ".version { visibility: hidden }",
        "@counter-style x { system: cyclic; symbols: a }",
        '@media print { p::after { content: "x" } }',
    ],
)
def test_words_are_refused_at_their_line(line: str) -> None:
    assert said(f"p {{ color: black }}\n{line}") == [("TPL010", 2)]


@pytest.mark.parametrize(
    "line",
    [
        '.bullet::before { content: "•" }',
        'p::after { content: "" }',
        "h1 { text-transform: none; letter-spacing: 1pt; font-variant: small-caps }",
        "ul { list-style: none }",
        '@page { @top-left { content: "Page " counter(page) } }',
        "@page :first { margin: 1cm }",
        ".x { display: block }",
    ],
)
def test_looks_are_free(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line", ["p { color }", "p { opacity: 0.5 }", "@import url(x.css);", "@frobnicate x {}", "}"]
)
def test_what_cannot_be_carried_out_is_said(line: str) -> None:
    assert [code for code, _ in said(line)] == ["TPL011"]


def test_a_court_without_a_style_sheet_has_that_of_international() -> None:
    assert (
        find(TemplateFolder("nowhere", lambda path: None)).path
        == "templates/international/style.css"
    )


def test_the_matters_own_style_sheet_comes_first() -> None:
    own = {"templates/nowhere/style.css": b"p { color: red }"}
    assert find(TemplateFolder("nowhere", own.get)).text == "p { color: red }"
