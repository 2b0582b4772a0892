"""Characters that the shipped fonts have, and those they do not."""

from dataclasses import replace

from indictment.diagnostics import Span
from indictment.model.blocks import Paragraph, Run
from indictment.render.page import html
from indictment.render.page.glyphs import missing
from tests.unit.render import fixture


def test_the_scripts_and_signs_of_an_indictment_are_there() -> None:
    letters = "Größe, naïve, Śląsk; Київ ґ є і ї, Ёлка; Ελλάς"
    signs = "§ ¶ † ‡ № ½ – — … “ ” ‘ ’ „ « »\u00a0•\n"
    assert missing(letters + signs) == set()


def test_the_non_breaking_hyphen_is_drawn_as_a_hyphen() -> None:
    assert missing("ES\u201111/1") == set()


def test_what_would_be_an_empty_box_is_named() -> None:
    assert missing("ok ☒ 漢 ع ok") == {"☒", "漢", "ع"}


def test_a_character_that_cannot_be_printed_is_said_where_it_is_written() -> None:
    given = fixture.indictment()
    place = Span("annexes/chronology.md", 9, 5, 9, 6)
    paragraph = Paragraph("", "x-note", (Run("a ☒ b", place),), fixture.SPAN)
    annex = replace(given.annexes[0], blocks=(paragraph,))
    title = replace(given.title_page, title="漢")
    outcome = html.page(replace(given, annexes=(annex,), title_page=title), fixture.load)
    assert outcome.value is not None
    assert {(d.rule.code, d.span.file, d.span.line) for d in outcome.diagnostics} == {
        ("OUT013", "annexes/chronology.md", 9),
        ("OUT013", "matter.yaml", 1),
    }


def test_a_character_of_a_template_is_said_at_the_templates() -> None:
    own = {"templates/international/formula.html": '<p class="formula">☒</p>'.encode()}
    outcome = html.page(fixture.indictment(), lambda path: own.get(path, fixture.load(path)))
    assert [(d.rule.code, d.span.file) for d in outcome.diagnostics] == [
        ("OUT013", "templates/international")
    ]
