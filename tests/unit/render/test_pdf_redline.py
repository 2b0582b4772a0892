"""The PDF of a page with marks: both versions' notes, moves in words, bars beside what differs."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from indictment.render import pdf
from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.pdf import redline, tree

SAMPLES = Path(__file__).parents[2] / "golden" / "vocabulary"
PAGE = (SAMPLES / "redline.html").read_text(encoding="utf-8")
PLAIN = (SAMPLES / "sample.html").read_text(encoding="utf-8")
BY = 'data-author="A. Weir" data-date="2024-03-12T09:00:00Z"'


def load(path: str) -> bytes | None:
    file = SAMPLES / path
    return file.read_bytes() if file.is_file() else None


def small(body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><title>T</title>'
        '<meta name="date" content="2024-03-11"></head><body>'
        f'<section class="part facts"><h1 id="a">A</h1>{body}</section></body></html>'
    )


def bars(body: str) -> list[str]:
    root = tree.parsed(redline.prepared(small(body)))
    assert root is not None
    return [f"{one.tag} {one.get('data-bar')}" for one in root.iter() if one.get("data-bar")]


def test_a_page_without_marks_is_left_as_it_is() -> None:
    assert not redline.has_marks(PLAIN)
    assert redline.prepared(PLAIN) is PLAIN


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p class="unnumbered">a</p>', []),
        (f'<p class="unnumbered">a <ins {BY}>b</ins></p><p class="unnumbered">c</p>', ["p line"]),
        (f'<p class="unnumbered inserted" {BY}>a</p>', ["p line"]),
        (f'<p class="unnumbered" data-mark="inserted" {BY}>a</p>', ["p line"]),
        (
            f'<table class="plain"><tbody><tr><td>a</td><td>b</td></tr>'
            f"<tr><td><del {BY}>c</del></td><td>d</td></tr></tbody></table>",
            ["td row"],
        ),
        (
            f'<dl class="particulars"><dt {BY}>a</dt><dd class="deleted" {BY}>b</dd></dl>',
            ["dd line"],
        ),
        (
            f'<p class="unnumbered">a<span class="footnote" data-number="1">b <ins {BY}>c</ins>'
            "</span></p>",
            ["p line"],
        ),
    ],
)
def test_a_bar_stands_beside_what_differs(body: str, expected: list[str]) -> None:
    page = f'{body}<p class="unnumbered"><ins {BY}>z</ins></p>'
    assert bars(page) == [*expected, "p line"]


def test_a_moved_list_says_once_where_it_went_and_all_of_it_is_struck_through() -> None:
    item = '<li><p class="bullet">{}</p></li>'
    body = (
        f'<ul class="bullets deleted moved" data-move="m1" data-to="9" {BY}>'
        f"{item.format('a')}{item.format('b')}</ul>"
    )
    made = redline.prepared(small(body))
    assert re.findall('data-moves="([^"]*)"', made) == ["[moved to ¶ 9]"]
    assert made.count("data-struck") == 2


def test_a_moved_block_without_a_number_is_said_to_have_moved() -> None:
    body = (
        f'<h2 class="deleted moved" data-move="m1" {BY}>a</h2>'
        f'<h2 class="inserted moved" data-move="m1" {BY}>a</h2>'
    )
    made = redline.prepared(small(body))
    assert re.findall('data-moves="([^"]*)"', made) == ["[moved elsewhere]", "[moved here]"]
    assert made.count("data-struck") == 1


def test_a_table_says_where_it_went_in_the_widest_cell_of_its_first_row() -> None:
    body = (
        f'<table class="plain deleted moved" data-move="m1" {BY}><colgroup><col style="width:7%">'
        '<col style="width:62.5%"><col style="width:30.5%"></colgroup><thead><tr><th>No.</th><th>b</th>'
        "<th>c</th></tr></thead><tbody><tr><td>1</td><td>e</td><td>f</td></tr></tbody></table>"
    )
    root = tree.parsed(redline.prepared(small(body)))
    assert root is not None
    (said,) = [one for one in root.iter() if one.get("data-moves")]
    assert "".join(said.itertext()) == "b"


def test_notes_of_two_versions_that_stand_together_stand_apart() -> None:
    def note(number: int) -> str:
        return f'<span class="footnote" data-number="{number}">n</span>'

    body = (
        f'<p class="unnumbered">a<del {BY}>{note(1)}</del><ins {BY}>{note(1)}</ins> b{note(2)}</p>'
    )
    assert redline.prepared(small(body)).count("data-follows-note") == 1


@pytest.fixture(scope="module")
def made() -> pdf.PrintedIndictment:
    outcome = pdf.write(PAGE, "international", load)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@pytest.mark.slow
def test_the_words_of_both_versions_and_of_moves_are_printed(made: pdf.PrintedIndictment) -> None:
    with pypdfium2.PdfDocument(made.content) as file:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in file).split())
    for words in ("[moved from ¶ 5]", "[moved to ¶ 3]", "300400 tonnes", "[3.] Soldiers", "[(b)]"):
        assert words in text
    numbers = re.findall(r"(?<!\S)(\d) (?:A note|A deleted note|An inserted note|Ibid)", text)
    assert numbers == ["1", "2", "2", "3", "4", "4", "5"]


@pytest.mark.slow
def test_each_note_has_a_name_of_its_own_in_the_structure(made: pdf.PrintedIndictment) -> None:
    with pikepdf.open(BytesIO(made.content)) as file:
        names = [
            str(one.ID)
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Note"
        ]
    assert sorted(names) == [
        "note-1", "note-2", "note-3", "note-4", "note-5", "note-was-2", "note-was-4",
    ]  # fmt: skip


@pytest.mark.slow
def test_the_bookmarks_are_those_of_the_new_version(made: pdf.PrintedIndictment) -> None:
    with pikepdf.open(BytesIO(made.content)) as file, file.open_outline() as outline:
        titles = [one.title for one in outline.root]
    assert "Statement of facts" in titles
    assert "Facts" not in titles


@pytest.mark.slow
def test_the_same_page_gives_the_same_bytes(made: pdf.PrintedIndictment) -> None:
    again = pdf.write(PAGE, "international", load).value
    assert again is not None
    assert again.content == made.content


@pytest.mark.slow
def test_notes_of_a_page_without_marks_must_count_from_one() -> None:
    body = '<p class="unnumbered">a<span class="footnote" id="fn-2" data-number="2">n</span></p>'
    with pytest.raises(NumbersDiffer):
        pdf.write(small(body), "international", load)
