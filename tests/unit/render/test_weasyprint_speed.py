"""WeasyPrint made faster writes the same bytes, and forgets nothing it was."""

import gc
from contextlib import nullcontext

import pydyf
import pytest
import weasyprint
from weasyprint.draw import text
from weasyprint.layout import LayoutContext, page
from weasyprint.text import line_break

from indictment.render import pdf
from indictment.render.page import html
from indictment.render.pdf.mended import speed, speed_boxes, speed_layouts, speed_notes, speed_text
from indictment.render.pdf.setting import drawing
from indictment.render.pdf.share import hiring
from tests.unit.render import fixture

pytestmark = pytest.mark.slow
NAMES = [patch.__name__ for patch in speed.PATCHES]


def written() -> bytes:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    printed = pdf.write(value, "international", fixture.load).value
    assert printed is not None
    return printed.content


@pytest.fixture(scope="module")
def slow() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speed, "faster", nullcontext)
        return written()


@pytest.mark.parametrize("name", NAMES)
def test_each_change_alone_leaves_the_bytes_as_they_are(
    name: str, slow: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "faster", getattr(speed, name))
    assert written() == slow


def test_all_changes_together_leave_the_bytes_as_they_are(slow: bytes) -> None:
    assert written() == slow


def test_running_lines_that_are_made_once_leave_the_bytes_as_they_are(
    slow: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "RunningLines", lambda known: None)
    assert written() == slow


@pytest.mark.parametrize(
    ("name", "style", "words"),
    [
        ("usual", "", "The accused signed the order, and the office filed it."),
        ("ligatures and kerning", "", "AVATAR office affidavit 1. Wa. Te"),
        ("from right to left", "direction: rtl", "שלום עולם abc"),
        ("marks over letters", "", "a\u0301\u0323 e\u0302 n\u0303"),
        ("signs that no font has", "", "a \U000e0fff b"),
        ("spaced letters", "letter-spacing: 0.3em", "abc def"),
        ("spaced words", "word-spacing: 0.5em", "abc def ghi"),
        ("justified", "text-align: justify; width: 4cm", "one two three four five six seven"),
        ("cut short", "text-overflow: ellipsis; overflow: hidden; white-space: nowrap; width: 2cm",
         "one two three four five six"),
        ("lines cut short", "max-lines: 1; block-ellipsis: auto; width: 3cm", "one two three four five six"),
        ("two fonts in a line", "font-family: monospace, serif", "abc Ω ж 漢 abc"),
        ("nothing to be seen", "white-space: pre", "   "),
        ("without size", "font-size: 0", "abc"),
    ],
)  # fmt: skip
def test_a_line_is_drawn_as_weasyprint_draws_it(name: str, style: str, words: str) -> None:
    page = f'<p style="{style}">{words} <em>{words}</em> <b>{words}</b></p>'

    def drawn() -> bytes:
        return bytes(weasyprint.HTML(string=page).write_pdf(uncompressed_pdf=True))

    as_it_is = drawn()
    with speed_text.drawn_lines():
        assert drawn() == as_it_is, name
        with speed_layouts.layouts(), speed_layouts.words():
            assert drawn() == as_it_is, name


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("usual", ""),
        ("justified", "text-align: justify"),
        ("in a table with one line between cells", "display: table; border-collapse: collapse"),
        ("hardly wider than a word", "width: 0.5cm"),
        ("narrower than a word", "width: 0.1cm; overflow-wrap: anywhere"),
        ("spaced", "letter-spacing: 0.2em; word-spacing: 1em"),
        ("underlined", "text-decoration: underline"),
        ("cut short", "text-overflow: ellipsis; overflow: hidden; white-space: nowrap; width: 1cm"),
        ("as typed", "white-space: pre-wrap"),
        ("from right to left", "direction: rtl"),
        ("floats", "float: left"),
        ("placed", "position: absolute; top: 1cm"),
        ("with lengths", "margin: 1mm; padding-left: 5%; border: 1px solid"),
    ],
)
def test_words_that_stand_again_are_set_as_the_first_one(name: str, style: str) -> None:
    words = [
        "12",
        "12",
        ", ",
        "(a)",
        "12\n3",
        "\u00a0",
        "\u00ad",
        "affidavit",
        "אב",
        "1\t2",
        " 12 ",
    ]
    kinds = ["<a>{}</a>", "<b>{}</b>", '<i lang="de">{}</i>', f'<s style="{style}">{{}}</s>']
    line = "".join(kind.format(word) for word in words for kind in kinds)
    svg = '<svg width="40" height="9"><text y="8" font-size="8">12</text></svg>'
    page = f'<style>@page {{ size: 5cm }} p {{ width: 4cm }}</style><p style="{style}">{line}{svg}{line}'

    def drawn() -> bytes:
        return bytes(weasyprint.HTML(string=page).write_pdf(uncompressed_pdf=True))

    as_it_is = drawn()
    with speed_boxes.walks(), speed_boxes.lines_of_text():
        assert drawn() == as_it_is, name
        with speed_layouts.words():
            assert drawn() == as_it_is, name
            with speed_layouts.layouts(), speed_text.drawn_lines(), speed_text.font_descriptions():
                assert drawn() == as_it_is, name


def test_a_word_that_stands_again_is_measured_and_drawn_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []
    measure = line_break.Layout.set_text

    def counted(self: object, words: str, justify: bool = False) -> None:
        measured.append(words)
        measure(self, words, justify)

    monkeypatch.setattr(line_break.Layout, "set_text", counted)
    with speed_layouts.words(), speed_text.drawn_lines():
        assert weasyprint.HTML(string="<p>" + "<a>12</a>" * 9).write_pdf()
    assert measured.count("12") == 2


def test_a_usual_line_is_drawn_without_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object) -> None:
        raise AssertionError(given)

    monkeypatch.setattr(text, "draw_first_line", never)
    with speed_text.drawn_lines():
        assert weasyprint.HTML(string="<p>The accused signed it.").write_pdf()


def test_this_version_of_weasyprint_is_one_that_was_compared() -> None:
    assert weasyprint.__version__ in speed.TESTED


def test_another_version_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = LayoutContext._update_footnote_area
    monkeypatch.setattr(weasyprint, "__version__", "99.0")
    with speed.faster():
        assert LayoutContext._update_footnote_area is before


def test_afterwards_everything_is_as_it_was() -> None:
    def state() -> list[object]:
        return [
            LayoutContext.__init__,
            LayoutContext._update_footnote_area,
            page.set_page_type_computed_styles,
            pydyf.PDF.page_references,
            gc.get_threshold(),
        ]

    before = state()
    with speed.faster():
        assert state() != before
    assert state() == before


def test_pages_that_are_set_in_this_process_leave_its_collector_as_it_was() -> None:
    before = gc.get_threshold()
    hiring.setting()
    written()
    assert gc.get_threshold() == before


def test_the_list_of_waiting_notes_is_a_list() -> None:
    first, second = object(), object()
    notes = speed_notes.NotesList([first])
    notes.append(second)
    assert first in notes
    assert None not in notes
    notes.remove(first)
    assert first not in notes
    assert list(notes.copy()) == [second]
    assert second in notes.copy()
