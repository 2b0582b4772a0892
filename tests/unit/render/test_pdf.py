"""The PDF: what it says, where its links lead, what it refuses, and that it comes out the same."""

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from indictment.diagnostics import Outcome
from indictment.machine.missing import MissingLibrary
from indictment.model.blocks import Figure
from indictment.render import pdf
from indictment.render.page import html, images
from indictment.render.page.mistakes import NumbersDiffer
from tests.unit.render import fixture
from tests.unit.render.pdf_reading import letters

pytestmark = pytest.mark.slow
COURT = "international"


def page() -> str:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    return value


def small(body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><title>T</title>'
        '<meta name="date" content="2024-03-11"></head><body>'
        f'<section class="part facts"><h1 id="a">A</h1>{body}</section></body></html>'
    )


def note(number: int, words: str) -> str:
    return f'<span class="footnote" id="fn-{number}" data-number="{number}">{words}</span>'


def printed(outcome: Outcome[pdf.PrintedIndictment]) -> pdf.PrintedIndictment:
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@pytest.fixture(scope="module")
def made() -> pdf.PrintedIndictment:
    return printed(pdf.write(page(), COURT, fixture.load, images.figures(fixture.indictment())))


@pytest.fixture(scope="module")
def opened(made: pdf.PrintedIndictment) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made.content)) as file:
        yield file


def texts(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as file:
        return [sheet.get_textpage().get_text_range() for sheet in file]


def links(file: pikepdf.Pdf) -> list[tuple[int, Any]]:
    return [
        (number, one)
        for number, sheet in enumerate(file.pages, start=1)
        for one in sheet.get("/Annots", [])
    ]


def test_each_anchor_is_on_the_page_that_is_said(made: pdf.PrintedIndictment) -> None:
    said = texts(made.content)
    assert made.page_count == len(said)
    assert "THE ACCUSED" in said[made.pages["part-accused"] - 1]
    assert "commanded the Third Brigade" in said[made.pages["p-1"] - 1]
    assert "Order No. 14" in said[made.pages["exhibit-order-14"] - 1]
    assert made.pages["title-page"] == 1


def test_the_contents_print_the_page_of_each_heading(made: pdf.PrintedIndictment) -> None:
    contents = texts(made.content)[made.pages["contents"] - 1]
    wanted = re.findall(r'<a href="#([^"]*)"><span class="toc-text">([^<]*)<', page())
    assert len(wanted) > 10
    for anchor, words in wanted:
        line = rf"{re.escape(words)}[ .]*{made.pages[anchor]}\s"
        assert re.search(line, contents), (words, made.pages[anchor])


def test_head_and_foot_stand_on_every_page_but_the_first(made: pdf.PrintedIndictment) -> None:
    said = texts(made.content)
    for number, text in enumerate(said[1:], start=2):
        assert f"page {number} of {len(said)}" in text
        assert "Pillage in the Hallen Valley" in text
    assert "page 1 of" not in said[0]
    assert all("CONFIDENTIAL" in text for text in said)


def test_each_note_is_at_the_foot_of_the_page_of_its_mark(made: pdf.PrintedIndictment) -> None:
    said = texts(made.content)
    for number, anchor, words in (
        ("1", "x-tollan", "Ministry of Defence of Vessany"),
        ("5", "x-granary", "The granary was built in 1931."),
        ("7", "x-stores", "Statement of 3 October 2021, P002, para. 9."),
    ):
        text = said[made.pages[anchor] - 1]
        assert re.search(rf"^{number} {re.escape(words)}", text, re.MULTILINE), (number, text)


def test_numbers_are_part_of_the_text(made: pdf.PrintedIndictment) -> None:
    text = "\n".join(texts(made.content))
    assert "1. ANSEL TOLLAN commanded" in text
    assert "(ii) orders of supply; and" in text


def test_citations_carry_their_number_and_open_the_line_of_the_list(
    made: pdf.PrintedIndictment, opened: pikepdf.Pdf
) -> None:
    cited = [one for _, one in links(opened) if "/NM" in one]
    names = [str(one.NM) for one in cited]
    count = len(fixture.indictment().citations)
    assert {name.split(".")[0] for name in names} == {f"cite-{n}" for n in range(1, count + 1)}
    assert len(names) == len(set(names))
    list_page = opened.pages[made.pages["exhibit-order-14"] - 1].obj.objgen
    assert {one.Dest[0].objgen for one in cited} == {list_page}


def test_every_link_says_its_words_and_leads_somewhere(opened: pikepdf.Pdf) -> None:
    every = links(opened)
    assert every
    for _, one in every:
        assert str(one.Contents).strip()
        assert ("/Dest" in one) or str(one.A.URI).startswith("https://example.org/")
    words = {str(one.Contents) for _, one in every}
    assert "paragraphs 2 to 4" in words
    assert "STATEMENT OF FACTS" in words


def test_the_bookmarks_are_the_headings(opened: pikepdf.Pdf) -> None:
    def titles(items: Any) -> list[Any]:
        return [(item.title, titles(item.children)) for item in items]

    with opened.open_outline() as outline:
        found = titles(outline.root)
    assert [title for title, _ in found][:4] == [
        "CONTENTS",
        "THE ACCUSED",
        "STATEMENT OF FACTS",
        "CHARGES",
    ]
    assert ("The events at Hallen", [("The granary", [])]) in found[2][1]


def test_the_metadata_come_from_the_matter_alone(opened: pikepdf.Pdf) -> None:
    info = {key: str(value) for key, value in opened.docinfo.items()}
    assert info["/Title"] == "Indictment for Pillage in the Hallen Valley"
    assert info["/Author"] == "The Office of the Prosecutor"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20240311"
    assert str(opened.Root.Lang) == "en"


def test_notes_contents_and_languages_are_tagged_as_what_they_are(opened: pikepdf.Pdf) -> None:
    kinds: dict[str, int] = {}
    languages: set[str] = set()
    ids: list[str] = []

    def walk(element: Any) -> None:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        kinds[str(element.S)] = kinds.get(str(element.S), 0) + 1
        if "/Lang" in element:
            languages.add(str(element.Lang))
        if element.S == "/Note":
            ids.append(str(element.ID))
        inner = element.get("/K")
        for child in inner if isinstance(inner, pikepdf.Array) else [inner]:
            walk(child)

    for top in opened.Root.StructTreeRoot.K:
        walk(top)
    count = len(fixture.indictment().notes)
    assert ids == [f"note-{number}" for number in range(1, count + 1)]
    assert kinds["/TOC"] == 1
    assert kinds["/TOCI"] == page().count('<li class="toc-')
    assert languages == {"uk"}
    assert kinds["/Figure"] == 1


def test_the_same_page_gives_the_same_bytes_in_another_process(made: pdf.PrintedIndictment) -> None:
    program = (
        "import hashlib\n"
        "from indictment.render import pdf\n"
        "from indictment.render.page import html, images\n"
        "from tests.unit.render import fixture\n"
        "given = fixture.indictment()\n"
        "page = html.page(given, fixture.load).value\n"
        f"printed = pdf.write(page, {COURT!r}, fixture.load).value\n"
        "print(hashlib.sha256(printed.content).hexdigest())\n"
    )
    root = Path(__file__).parents[3]
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}
    result = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=True, cwd=root, env=environment,
    )  # fmt: skip
    assert result.stdout.strip() == hashlib.sha256(made.content).hexdigest()


def test_notes_out_of_order_are_a_mistake_of_ours() -> None:
    body = f'<p class="formula">a{note(2, "two")} b{note(1, "one")}</p>'
    with pytest.raises(NumbersDiffer, match="2 where 1 belongs"):
        pdf.write(small(body), COURT, fixture.load)


def test_no_note_is_lost_or_put_off_at_the_foot_of_a_page() -> None:
    # Short paragraphs with two notes meet the foot of the page in every way.
    words = "word " * 23
    body = "".join(
        f'<p class="numbered"><span class="number">{n}.</span> {words}{note(2 * n - 1, "a" * n)} '
        f"{words}{note(2 * n, words * (n % 4))}</p>"
        for n in range(1, 60)
    )
    value = printed(pdf.write(small(body), COURT, fixture.load))
    assert value.page_count > 5
    said = texts(value.content)
    for number in range(1, 119):
        assert re.search(rf"^{number} ", said[value.pages[f"fn-{number}"] - 1], re.MULTILINE)


def test_the_number_of_a_note_is_never_parted_at_the_end_of_a_line() -> None:
    # Notes of three figures at the end of emphasized words, at each distance from the margin.
    before = "".join(f'<p class="formula">a{note(n, "a")}</p>' for n in range(1, 100))
    body = "".join(
        f'<p class="formula"><em>{"word " * 14}watched{"i" * (n - 100)}.{note(n, "a")}</em> end</p>'
        for n in range(100, 140)
    )
    said = texts(printed(pdf.write(small(before + body), COURT, fixture.load)).content)
    assert all(f"{'i' * (n - 100)}.{n}" in "".join(said) for n in range(100, 140))


def test_the_number_of_a_note_stands_apart_from_its_words() -> None:
    body = "".join(f'<p class="unnumbered">Words.{note(n, "Note.")}</p>' for n in range(1, 1002))
    signs = [
        one
        for sheet in letters(printed(pdf.write(small(body), COURT, fixture.load)).content)
        for one in sheet
    ]
    for number in ("999", "1000", "1001"):
        words = f"{number} Note."
        begin = "".join(sign for sign, _ in signs).index(words)
        last, first = signs[begin + len(number) - 1][1], signs[begin + len(number) + 1][1]
        assert first[0] - last[2] > 2, f"points between {number} and its words"


def test_a_missing_image_is_said_where_it_is_named() -> None:
    figure = '<figure><img src="exhibits/gone.png" alt="x"></figure>'
    spans = {"exhibits/gone.png": fixture.SPAN}
    outcome = pdf.write(small(figure), COURT, fixture.load, spans)
    assert [(d.rule.code, d.span) for d in outcome.diagnostics] == [("OUT010", fixture.SPAN)]
    assert outcome.diagnostics[0].is_error


def test_the_page_and_the_pdf_say_the_same_of_an_image() -> None:
    given = fixture.indictment()
    said = html.page(given, lambda path: None)
    assert said.value is not None
    outcome = pdf.write(said.value, COURT, lambda path: None, images.figures(given))
    assert outcome.diagnostics == said.diagnostics
    assert [d.rule.code for d in said.diagnostics] == ["OUT010"]


@pytest.mark.parametrize(
    "source",
    [
        "https://example.org/a.png",
        "file:///etc/passwd",
        "../../etc/passwd.png",
        "data:image/png;base64,AAAA",
        "//example.org/a.png",
        "/etc/a.png",
    ],
)
def test_nothing_is_opened_outside_the_matter(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> None:
        raise AssertionError(f"opened {args}")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)
    monkeypatch.setattr("socket.socket.connect", refuse)
    outcome = pdf.write(
        small(f'<figure><img src="{source}" alt="x"></figure>'), COURT, fixture.load
    )
    assert [d.rule.code for d in outcome.diagnostics] == ["OUT010"]


def test_words_that_leave_the_page_are_said_where_they_are_written() -> None:
    cells = f"<td>{'y' * 200}</td><td>z</td>"
    table = (
        '<table class="plain"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        f'<tbody><tr id="x-row">{cells}</tr></tbody></table>'
    )
    before = '<p class="formula" id="x-before">x</p>'
    places = {"x-before": fixture.SPAN, "x-row": fixture.SPAN}
    outcome = pdf.write(small(before + table), COURT, fixture.load, places)
    assert [(d.rule.code, d.span) for d in outcome.diagnostics] == [("OUT015", fixture.SPAN)]
    assert "page 1" in outcome.diagnostics[0].message


def test_a_note_that_is_longer_than_a_page_is_said() -> None:
    line = f'<p class="formula" id="p-1">a{note(1, "word " * 1500)} b</p>'
    outcome = pdf.write(small(line), COURT, fixture.load, {"fn-1": fixture.SPAN})
    assert {(d.rule.code, d.span) for d in outcome.diagnostics} == {("OUT015", fixture.SPAN)}
    assert "divide" in outcome.diagnostics[0].help


def test_a_long_address_is_broken_and_stays_on_its_page() -> None:
    address = "https://example.org/" + "a/" * 200
    line = f'<p class="formula">{address}{note(1, address)} {"x" * 300}</p>'
    assert printed(pdf.write(small(line), COURT, fixture.load)).page_count == 1


def test_a_property_that_weasyprint_does_not_know_is_said_at_its_line() -> None:
    sheet = b"p { color: black }\np { frobnicate: 1 }\n"
    own = {"templates/international/style.css": sheet}
    outcome = pdf.write(small('<p class="formula">x</p>'), COURT, own.get)
    assert [(d.rule.code, d.span.file, d.span.line) for d in outcome.diagnostics] == [
        ("TPL011", "templates/international/style.css", 2)
    ]


def test_words_in_the_style_sheet_stop_the_pdf() -> None:
    own = {"templates/international/style.css": b'p::before { content: "Draft" }'}
    outcome = pdf.write(small('<p class="formula">x</p>'), COURT, own.get)
    assert outcome.value is None
    assert outcome.has_form_errors


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, *rest: Any, original: Any = __import__) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return original(name, *rest)

    monkeypatch.setattr("builtins.__import__", fail)
    with pytest.raises(MissingLibrary) as caught:
        pdf.write(page(), COURT, fixture.load)
    assert caught.value.library == "Pango"
    assert "libpango" in caught.value.reason


def test_a_picture_with_transparency_is_printed() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (40, 40), (200, 0, 0, 90)).save(stream, "PNG")
    load = {"exhibits/chart.png": stream.getvalue()}.get
    given = fixture.indictment()
    picture = Figure("exhibits/chart.png", "A red square", "", fixture.SPAN)
    bare = replace(given, accused=(), statement=(), counts=(), schedules=(),
                   annexes=(replace(given.annexes[0], blocks=(picture,)),))  # fmt: skip
    value = html.page(bare, load).value
    assert value is not None
    assert printed(pdf.write(value, COURT, load)).page_count > 1


def test_a_word_is_parted_only_where_a_line_of_its_own_is_too_short_for_it() -> None:
    """WeasyPrint 70 would set “Humanita”, then “rian”: to it, each name inside a link begins a line."""
    long = "x" * 200
    body = "".join(
        f'<p><a href="#a">General Assembly of the United Nations, {"i" * many} emergency special '
        "session, <em>Humanitarian consequences</em></a></p>"
        for many in range(24)
    )
    made = printed(
        pdf.write(small(f'{body}<p><a href="#a"><em>{long}</em></a></p>'), COURT, fixture.load)
    )
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.content)]
    lines = [line.strip() for page in pages for line in page.splitlines()]
    assert sum("Humanitarian" in line for line in lines) == 24, lines
    assert sum(line.startswith("Humanitarian") for line in lines) > 1, lines
    assert sum(set(line) == {"x"} for line in lines) > 1, lines


def test_words_that_fit_their_line_but_for_a_space_are_not_parted() -> None:
    """WeasyPrint 70 would set “the forces of”, then “Varda” on a line of its own."""
    name = '<a class="accused" href="#a">ČEDOMIR</a>'
    body = (
        '<p class="numbered" id="p"><span class="number">18.</span> Beginning on or about '
        "1\u00a0January\u00a01999 and continuing until 20\u00a0June\u00a01999, the forces of Varda and "
        f"Sella, acting at the direction, with the encouragement, or with the support of {name} "
        "forcibly expelled hundreds of thousands of civilians</p>"
    )
    made = printed(pdf.write(small(body), COURT, fixture.load))
    text = pypdfium2.PdfDocument(made.content)[0].get_textpage().get_text_range()
    lines = [line.strip() for line in text.splitlines()]
    assert "Varda" not in lines
    assert any("Varda and Sella" in line for line in lines)


def test_a_cell_whose_words_end_with_a_space_is_set() -> None:
    """Where the width of a column depends on its words, these are measured before they stand anywhere."""
    table = "<table><tbody><tr><td>the guard </td><td><em>by night </em></td></tr></tbody></table>"
    made = printed(pdf.write(small(table), COURT, fixture.load))
    text = pypdfium2.PdfDocument(made.content)[0].get_textpage().get_text_range()
    assert "the guard" in text
    assert "by night" in text
