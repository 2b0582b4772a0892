"""Numbers that are left open while a part is set, and put in when all parts are bound."""

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pydyf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from indictment.machine.cache import Cache
from indictment.machine.shipped import shipped
from indictment.render import pdf
from indictment.render.page.lookup import Load, shipped_file
from indictment.render.pdf.bound.placed import Table
from indictment.render.pdf.divide import open_numbers
from indictment.render.pdf.divide.open_numbers import opened
from indictment.render.pdf.pieces import strings
from tests.unit.render.pdf_in_place import numbers_in_place, same

COURT = "international"
STYLE = f"templates/{COURT}/style.css"


def section(name: str, body: str) -> str:
    return (
        f'<section class="part facts" data-page="new"><h1 id="h-{name}">{name}</h1>{body}</section>'
    )


def page(*sections: str) -> str:
    running = (
        '<footer class="running"><p class="running-right">page <span class="page-number"></span> of '
        '<span class="page-count"></span></p></footer>'
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><title>T</title><meta name="date" content="2024-03-11">'
        f"</head><body>{running}{''.join(sections)}</body></html>"
    )


def paragraph(number: int, words: str) -> str:
    return f'<p class="numbered" id="p-{number}"><span class="number">{number}.</span> {words}</p>'


def reference(number: int, words: str = "paragraph") -> str:
    shown = (
        f'<span class="ref-number" data-kind="paragraph" data-target="p-{number}">{number}</span>'
    )
    return f'<a class="ref" href="#p-{number}">{words} {shown}</a>'


def note(number: int, words: str) -> str:
    return f'<span class="footnote" id="fn-{number}" data-number="{number}">{words}</span>'


def made(text: str, load: Load = lambda path: None, **given: Any) -> pdf.PrintedIndictment:
    outcome = pdf.write(text, COURT, load, **given)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def closed(text: str, load: Load = lambda path: None) -> pdf.PrintedIndictment:
    with numbers_in_place(in_parts=True):
        return made(text, load)


def left(body: str) -> tuple[str, list[str]]:
    element = ElementTree.fromstring(f"<section>{body}</section>")
    numbers = opened([element]).numbers
    return ElementTree.tostring(element, encoding="unicode"), numbers


def test_another_number_of_as_many_digits_makes_no_other_part() -> None:
    def body(first: int) -> str:
        words = f"As {reference(first + 3)} says.{note(first, f'See {reference(first - 1)}.')}"
        return paragraph(first, words) + paragraph(first + 1, reference(first))

    assert left(body(41))[0] == left(body(72))[0]
    assert left(body(41))[1] == ["41", "44", "41", "40", "42", "41"]
    assert left(body(41))[0] != left(body(99))[0]


def test_a_reference_within_the_part_is_another_than_one_to_a_part_elsewhere() -> None:
    within = paragraph(41, reference(42)) + paragraph(42, "x")
    elsewhere = paragraph(41, reference(44)) + paragraph(42, "x")
    assert left(within)[0] != left(elsewhere)[0]


def test_numbers_in_headings_are_words_and_those_of_their_notes_are_not() -> None:
    number = '<span class="number">3.</span>'
    text, numbers = left(f'<h2 id="x-a">{number} Title{note(12, "n")}</h2>')
    assert numbers == ["12"]
    assert number in text


@pytest.mark.parametrize("words", ["paragraph ", "пункт ", "a (b) \\ "])
def test_a_string_with_open_digits_is_the_one_with_its_digits(words: str) -> None:
    element = ElementTree.fromstring(f"<a>{words}<span data-slot='4'>00</span> x</a>")
    text = strings.string(open_numbers.words(element))
    assert Table({"4": "57"}, {}, 1).filled(text.encode()) == pydyf.String(f"{words}57 x").data


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_string_is_written_as_its_library_writes_it(text: str) -> None:
    assert strings.string(text).encode() == pydyf.String(text).data


@pytest.mark.slow
def test_each_kind_of_number_stands_where_it_would() -> None:
    rows = "".join(
        f'<tr><td>{reference(n % 7 + 98)}</td><td><p class="cell">{reference(99)}{reference(104)}</p></td></tr>'
        for n in range(60)
    )
    table = (
        '<table class="plain"><colgroup><col style="width:3%"><col style="width:97%"></colgroup>'
        f'<thead><tr><th scope="col">{reference(100, "of")}</th><th scope="col">B</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    long = "The store was watched by night and by day, and the guard was changed. " * 30
    body = [
        section("One", paragraph(98, long + note(1, "one")) + paragraph(99, long + note(2, "two"))),
        section("Two", paragraph(100, f"А {reference(99, 'пункт')} {long}") + table),
        section("Three", "".join(paragraph(n, f"{reference(98)} {long}") for n in range(101, 140))),
    ]
    same(made(page(*body)), closed(page(*body)))


def with_style(more: str, **files: bytes) -> Load:
    sheet = shipped_file(STYLE)
    assert sheet is not None

    def load(path: str) -> bytes | None:
        if path == STYLE:
            return sheet + more.encode()
        return files.get(path.rpartition("/")[2].partition(".")[0])

    return load


def uneven() -> bytes:
    """A font whose 1 is narrower than its other digits."""
    with TTFont(shipped("templates") / "fonts" / "LiberationSerif-Regular.ttf") as font:
        font["hmtx"]["one"] = (600, 0)
        written = io.BytesIO()
        font.save(written)
    return written.getvalue()


@pytest.mark.slow
def test_where_digits_are_not_as_wide_as_one_another_nothing_is_left_open(tmp_path: Path) -> None:
    load = with_style(
        '@font-face { font-family: "Uneven"; src: url(uneven.ttf) } .numbered { font-family: "Uneven" }',
        uneven=uneven(),
    )
    body = section("One", "".join(paragraph(n, reference(n + 1) * 20) for n in range(10, 14)))
    text = page(body, section("Two", paragraph(14, "x")))
    cache = Cache(tmp_path)
    for _ in range(2):
        same(made(text, load, cache=cache), closed(text, load))


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    ["", "@page { @bottom-center { content: counter(page) } }", ".running { font-family: Uneven }"],
)
def test_a_part_that_moves_to_other_pages_prints_their_numbers(more: str, tmp_path: Path) -> None:
    load = with_style(
        f'@font-face {{ font-family: "Uneven"; src: url(uneven.ttf) }} {more}', uneven=uneven()
    )
    cache = Cache(tmp_path)
    last = section("Last", paragraph(31, "The last."))
    made(page(section("One", paragraph(30, "x")), last), load, cache=cache)
    text = page(
        section("One", paragraph(30, "x")), section("Two", "<p class='formula'>y</p>"), last
    )
    moved = made(text, load, cache=cache)
    assert moved.set_parts == ((3, 3) if more else (1, 3))
    same(moved, closed(text, load))
