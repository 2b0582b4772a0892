"""The page of an indictment: its words, its order, and what the matter's own templates change.

After a change that is meant, write the golden page anew with
`python -m tests.unit.render.golden > tests/golden/page/indictment.html` and read the difference.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from indictment.model.blocks import Paragraph, Run
from indictment.model.indictment import CaptionLines
from indictment.render.page import html
from tests.unit.render import fixture

GOLDEN = Path(__file__).parents[2] / "golden" / "page" / "indictment.html"
FOLDER = "templates/international/"


def own(**files: str) -> Callable[[str], bytes | None]:
    """A matter that has templates of its own; `count_html` is count.html."""
    named = {FOLDER + name.replace("_", "."): text.encode() for name, text in files.items()}
    return lambda path: named.get(path, fixture.load(path))


def page() -> str:
    outcome = html.page(fixture.indictment(), fixture.load)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_the_page_reads_as_expected() -> None:
    assert page() == GOLDEN.read_text("utf-8")


def test_the_parts_stand_in_the_order_of_the_court() -> None:
    given = fixture.indictment()
    court = given.court.model_copy(update={"order": ("title", "facts", "accused")})
    # The notes are numbered for another order: none are printed here.
    bare = replace(given, court=court, statement=(), accused=given.accused[1:])
    value = html.page(bare, fixture.load).value
    assert value is not None
    assert "part-accused" in value
    assert "part-counts" not in value
    assert "contents" not in value


def test_a_link_into_a_part_that_is_not_printed_becomes_words() -> None:
    given = fixture.indictment()
    order = tuple(part for part in given.court.order if part != "exhibit-list")
    court = given.court.model_copy(update={"order": order})
    value = html.page(replace(given, court=court), fixture.load).value
    assert value is not None
    assert 'href="#exhibit-order-14"' not in value
    assert '<a class="cite" href="#fn-1" data-exhibit="order-14" data-cite="1"' in value
    assert set(re.findall(r'href="#([^"]*)"', value)) <= set(re.findall(r' id="([^"]*)"', value))


def test_a_reference_to_a_count_that_the_template_does_not_anchor_becomes_words() -> None:
    heading = "<h2>{{ words.count }} {{ one.number }}</h2>"
    head = f"{{% macro head(one) %}}{heading}{{% endmacro %}}{{% macro particulars(g) %}}{{% endmacro %}}"
    value = html.page(fixture.indictment(), own(count_html=head)).value
    assert value is None  # a heading needs its anchor
    head = head.replace("<h2>", '<p class="count-title">').replace("</h2>", "</p>")
    value = html.page(fixture.indictment(), own(count_html=head)).value
    assert value is not None
    for name in ("href", "data-target"):
        led = set(re.findall(rf'{name}="#?(x-[^"]*)"', value))
        assert led <= set(re.findall(r' id="([^"]*)"', value))
    assert "<a>" not in value


def test_a_template_that_leaves_out_a_passage_is_told_so() -> None:
    outcome = html.page(fixture.indictment(), own(counts_html='<p class="formula">Counts</p>'))
    assert outcome.value is None
    said = outcome.diagnostics[0]
    assert said.rule.code == "TPL012"
    assert said.span.file == FOLDER + "counts.html"
    assert said.message.endswith("passages are not printed")
    assert said.related[0].span == fixture.SPAN


def test_a_part_begins_a_page_where_the_court_says_so() -> None:
    given = fixture.indictment()
    assert '<section class="part facts" data-page="new">' in page()
    court = given.court.model_copy(update={"new_page": ("title", "contents")})
    value = html.page(replace(given, court=court), fixture.load).value
    assert value is not None
    assert '<section class="part facts">' in value


def test_a_draft_says_how_many_errors_it_has() -> None:
    given = fixture.indictment()
    one = html.page(replace(given, draft_errors=1), fixture.load).value
    many = html.page(replace(given, draft_errors=12), fixture.load).value
    assert one is not None
    assert many is not None
    assert '<p class="running-center">DRAFT: 1 error</p>' in one
    assert '<p class="running-center">DRAFT: 12 errors</p>' in many
    assert "DRAFT" not in page()


def test_the_matters_own_template_comes_first() -> None:
    load = own(formula_html='<p class="formula">We charge {{ charged|inline }}:</p>\n')
    outcome = html.page(fixture.indictment(), load)
    assert outcome.value is not None
    assert '<p class="formula">We charge <a class="name-link" href="#x-tollan">' in outcome.value


def test_what_the_matter_says_is_never_markup() -> None:
    given = fixture.indictment()
    words = '<script>alert(1)</script> & {{ 7*7 }} "quoted"'
    first = given.accused[1]
    hostile = replace(first, heading=words, aliases=words, born=words, blocks=(
        Paragraph("3", "p-3", (Run(words),), fixture.SPAN),))  # fmt: skip
    title = replace(given.title_page, title=words, short_title=words)
    bare = replace(
        given, accused=(hostile,), statement=(), counts=(), schedules=(), title_page=title
    )
    outcome = html.page(bare, fixture.load)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert "<script" not in outcome.value
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }}" in outcome.value


def test_the_contents_are_the_headings_without_their_notes() -> None:
    lines = re.findall(
        r'<li class="toc-(\d)"><a href="#([^"]*)"><span class="toc-text">(.*?)</span><span', page()
    )
    headings = re.findall(r'<h([123]) id="([^"]*)"', page())
    assert [line[:2] for line in lines] == headings
    assert ("3", "x-granary", "The granary") in lines


def test_what_opens_and_closes_stands_around_the_counts_under_headings_of_the_first_rank() -> None:
    given = fixture.indictment()
    (first, *_) = given.statement
    plain = replace(first, blocks=())
    opening = replace(plain, part="opening", heading="Procedural history", anchor="x-history")
    closing = replace(plain, part="closing", heading="Relief sought", anchor="x-relief")
    value = html.page(
        replace(given, statement=(opening, *given.statement, closing)), fixture.load
    ).value
    assert value is not None
    places = [
        value.index(words)
        for words in (
            '<h1 id="x-history">Procedural history</h1>',
            'id="part-accused"',
            'id="part-facts"',
            'id="part-counts"',
            '<h1 id="x-relief">Relief sought</h1>',
        )
    ]
    assert places == sorted(places)
    assert '<li class="toc-1"><a href="#x-relief">' in value


def test_a_count_is_of_the_first_rank_where_the_form_writes_no_heading_above_it() -> None:
    given = fixture.indictment()
    value = html.page(replace(given, headings={**given.headings, "counts": ""}), fixture.load).value
    assert value is not None
    assert 'id="part-counts"' not in value
    assert '<h1 id="x-pillage">Count 1: Pillage as a war crime</h1>' in value


def test_judges_stand_on_the_title_page_and_recipients_on_a_page_of_their_own() -> None:
    given = fixture.indictment()
    judges = CaptionLines("Before", ("Judge Ada Example", "Judge Bo Example"))
    counsel = CaptionLines("Counsel", ("Ms Dee Example",))
    title = replace(given.title_page, caption=(judges,), recipients=(counsel,))
    value = html.page(replace(given, title_page=title), fixture.load).value
    assert value is not None
    assert "<dt>Before</dt><dd>Judge Ada Example<br>Judge Bo Example</dd>" in value
    assert '<section class="part recipients" data-page="new">' in value
    assert value.index("Ms Dee Example") < value.index('id="contents"')


def test_the_number_of_a_heading_stands_before_its_words_and_in_the_contents() -> None:
    given = fixture.indictment()
    (first, *rest) = given.statement
    numbered = replace(first, heading_number="A.")
    value = html.page(
        replace(given, statement=(numbered, *rest), heading_numbers={"facts": "II."}),
        fixture.load,
    ).value
    assert value is not None
    assert '<h1 id="part-facts"><span class="number">II.</span> STATEMENT OF FACTS</h1>' in value
    assert '<h2 id="x-events"><span class="number">A.</span> The events at Hallen</h2>' in value
    assert '<span class="toc-text">A. The events at Hallen</span>' in value


def test_many_accused_stand_in_a_row_on_the_title_page() -> None:
    given = fixture.indictment()
    one = replace(given.accused[0], offices=(), blocks=())
    many = tuple(replace(one, label=f"a-{n}", anchor=f"x-a-{n}") for n in range(24))
    court = given.court.model_copy(update={"order": ("title",)})
    title = html.page(replace(given, court=court, accused=many), fixture.load).value or ""
    assert title.count('class="caption-name"') == 1
    assert title.count('data-label="a-') == 24
    assert title.count("</span>, <span") == 22
    assert title.count(" and <span") == 1


def test_the_template_in_the_documentation_prints_the_counts_after_their_facts() -> None:
    page = Path(__file__).parents[3] / "docs" / "templates.md"
    (template,) = re.findall(
        r"^```html\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    given = fixture.indictment()
    outcome = html.page(given, own(counts_html=template))
    assert outcome.diagnostics == ()
    value = outcome.value or ""
    (group, *_) = given.counts
    head = '<p class="count-title" id="x-pillage">Count 1: Pillage as a war crime, '
    last = next(b for b in reversed(group.blocks) if isinstance(b, Paragraph))
    assert 0 < value.index(f'id="{last.anchor}"') < value.index(head)
