"""Whatever a court's template gets wrong is said at its file and line, never a traceback."""

import pytest

from indictment.diagnostics import Diagnostic
from indictment.render.page import html
from tests.unit.render import fixture

FORMULA = "templates/international/formula.html"
TABLE = '<table class="plain"><tbody><tr><td>a</td><td>b</td></tr>'
COLUMNS = '<table class="plain"><colgroup>'
CELL = '<table class="plain"><tbody><tr><td>'
END = "</td></tr></tbody></table>"


def faults(text: str | bytes, path: str = FORMULA) -> tuple[Diagnostic, ...]:
    data = text.encode() if isinstance(text, str) else text
    outcome = html.page(
        fixture.indictment(), lambda asked: data if asked == path else fixture.load(asked)
    )
    assert outcome.value is None
    assert all(one.rule.form and one.help for one in outcome.diagnostics)
    return outcome.diagnostics


def said(text: str | bytes, path: str = FORMULA) -> list[tuple[str, str, int]]:
    return [(one.rule.code, one.span.file, one.span.line) for one in faults(text, path)]


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("TPL001", 2, '<p class="formula">\n{% if charged %}</p>'),
        ("TPL001", 2, '<p class="formula">\n{{ charged|nosuchfilter }}</p>'),
        ("TPL001", 1, b"\xff\xfe<p>"),
        ("TPL002", 3, '\n<p class="formula">\n{{ nobody }}</p>'),
        ("TPL002", 2, '<p class="formula">\n{{ title_page.nothing }}</p>'),
        ("TPL002", 1, '<p class="formula">{{ headings.nothing }}</p>'),
        ("TPL003", 2, "\n{{ ().__class__.__bases__[0].__subclasses__() }}"),
        ("TPL003", 1, "{{ title_page.__init__.__globals__ }}"),
        ("TPL003", 1, "{{ court.__class__ }}"),
        ("TPL004", 2, '<p class="formula">\n{{ 1 / 0 }}</p>'),
        ("TPL004", 1, '{{ "a" + 1 }}'),
        ("TPL004", 1, "{{ charged|inline(1, 2) }}"),
        ("TPL004", 1, '{% include "formula.html" %}'),
        ("TPL004", 1, "{% for n in range(999999999) %}{% endfor %}"),
        ("TPL005", 2, '\n{% include "nothing.html" %}'),
        ("TPL006", 2, '<p class="formula">x\n<marquee>y</marquee></p>'),
        ("TPL006", 1, "<script>alert(1)</script>"),
        ("TPL006", 1, '<p class="formula" onclick="x">y</p>'),
        ("TPL006", 1, '<p class="fancy">x</p>'),
        ("TPL006", 2, '\n<p class="{{ "fan" }}cy">x</p>'),
        ("TPL006", 1, "<h2>No anchor</h2>"),
        ("TPL007", 2, '\n<p class="formula">x'),
        ("TPL007", 1, '<p class="formula"><em>x</p></em>'),
        ("TPL007", 1, '<p class="formula"><table class="plain"></table></p>'),
        ("TPL007", 1, '<p class="formula">a < b</p>'),
        ("TPL007", 1, '<P class="formula">x</P>'),
        ("TPL007", 1, '<h4 id="deep">x</h4>'),
        ("TPL007", 1, '<a class="url" href="https://example.org">x</a>'),
        ("TPL007", 2, f"{TABLE}\n<tr><td>c</td></tr></tbody></table>"),
        ("TPL007", 2, f"{TABLE}\n<tr></tr></tbody></table>"),
        ("TPL007", 2, f"{TABLE}</tbody>\n<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"),
        ("TPL007", 1, '<table class="plain"><tbody></tbody></table>'),
        ("TPL007", 1, "<table><tbody><tr><td>x</td></tr></tbody></table>"),
        ("TPL007", 1, f"{COLUMNS}<col><col></colgroup><tbody><tr><td>x</td></tr></tbody></table>"),
        ("TPL007", 1, f'{COLUMNS}<col style="width:3cm"></colgroup></table>'),
        ("TPL007", 1, f'{COLUMNS}<col style="width:1.2.3%"></colgroup></table>'),
        ("TPL007", 2, f'{CELL}\n<ul class="bullets"><li><p class="bullet">a</p></li></ul>{END}'),
        ("TPL007", 1, f'{CELL}words <p class="cell">a</p>{END}'),
        ("TPL007", 1, '<p class="cell">x</p>'),
        ("TPL007", 1, "<p>x</p>"),
        ("TPL007", 1, '<p class="sub"><span class="number">(a)</span> x</p>'),
        ("TPL007", 1, '<p class="running-left">x</p>'),
        ("TPL007", 1, '<p class="formula">a <span>x</span></p>'),
        ("TPL007", 1, '<p class="formula">a <span class="toc-text">x</span></p>'),
        ("TPL007", 1, '<p class="formula">a <span class="accused name">x</span></p>'),
        ("TPL007", 1, '<p class="formula">a <span class="number">1</span></p>'),
        ("TPL007", 1, '<p class="formula"><a href="#contents">x</a></p>'),
        ("TPL007", 1, '<p class="formula"><span class="ref-number">1</span></p>'),
        ("TPL007", 1, '<p class="numbered">x</p>'),
        ("TPL007", 1, '<p class="formula moved">x</p>'),
        ("TPL007", 1, '<div><p class="formula">x</p></div>'),
        ("TPL007", 1, '<ul><li><p class="bullet">x</p></li></ul>'),
        ("TPL007", 1, '<ul class="bullets" data-depth="x"><li><p class="bullet">a</p></li></ul>'),
        ("TPL007", 1, '<ul class="bullets" data-depth="9"><li><p class="bullet">a</p></li></ul>'),
        ("TPL007", 1, '<ul class="bullets"><li>a</li></ul>'),
        ("TPL007", 1, '<ol class="toc"><li class="toc-1"><a href="#contents">x</a></li></ol>'),
        ("TPL007", 1, '<blockquote><ol class="sub"><li><p class="sub">x</p></li></ol></blockquote>'),
        ("TPL008", 1, '<p class="formula" id="contents">x</p>'),
        ("TPL013", 1, '<p class="formula"><a class="ref" href="#nowhere">x</a></p>'),
        ("TPL013", 1, '<p class="formula"><a href="#nowhere" class="ref">x</a></p>'),
        ("TPL013", 2, '<p class="formula">\n<span class="ref-number" data-target="no">1</span></p>'),
        ("TPL013", 2, '<p class="formula"><a class="ref" href="#here">x</a>\n<em id="here">y</em></p>'),
        ("TPL014", 1, '<p class="numbered"><span class="number">99.</span> x</p>'),
        ("TPL014", 1, '<h2 id="typed"><span class="number">V.</span> x</h2>'),
        ("TPL009", 2, '\n<p class="formula">{{ statement[0].blocks[0].content|inline }}</p>'),
    ],
)  # fmt: skip
def test_a_fault_is_said_at_its_line(code: str, line: int, text: str | bytes) -> None:
    assert (code, FORMULA, line) in said(text)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (
            "contents",
            '<nav class="contents"><ol class="toc"><li><a href="#x">y</a></li></ol></nav>',
        ),
        ("contents", '<nav class="contents"><p class="formula">x</p></nav>'),
        ("running", '<header class="running"></header>'),
        ("running", '<header><p class="running-left">x</p></header>'),
        ("running", '<header class="running"><p class="formula">x</p></header>'),
        ("page", '<html><head><meta name="date" content="9 May"></head><body></body></html>'),
        ("page", "<html><head></head></html>"),
        ("page", "<html><head></head><body></body><body></body></html>"),
    ],
)
def test_what_only_word_would_stumble_over_is_said_for_every_output(
    template: str, text: str
) -> None:
    path = f"templates/international/{template}.html"
    assert ("TPL007", path, 1) in said(text, path)


def test_words_outside_a_paragraph_are_lost_to_word_and_so_a_fault() -> None:
    found = faults("loose words")
    assert [one.rule.code for one in found] == ["TPL007"]
    assert "loose words" in found[0].message
    assert found[0].span.file == "templates/international/counts.html"


def test_all_faults_of_the_page_are_said_at_once() -> None:
    text = '<p class="one">x</p>\n<p class="two">y</p>\n<blink>z</blink>'
    assert [line for code, _, line in said(text) if code == "TPL006"] == [1, 2, 3]


def test_faults_of_several_templates_are_said_at_once() -> None:
    broken = {
        "templates/international/facts.html": b"{{ a }}",
        "templates/international/accused.html": b"{{ b }}",
    }
    outcome = html.page(fixture.indictment(), lambda path: broken.get(path, fixture.load(path)))
    assert {one.span.file for one in outcome.diagnostics} == set(broken)


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}",
        "{{ accused.append(1) }}",
        "{{ court.model_copy.__func__.__globals__ }}",
        "{{ ''.__class__.mro()[1].__subclasses__() }}",
        "{{ '%s'|format(().__class__) }}",
        "{% set x = headings.update({'facts': 'x'}) %}",
        "{{ [1]|random }}",
        "{{ lipsum() }}",
        "{{ range.__self__ }}",
    ],
)
def test_no_way_leads_out_of_a_template(text: str) -> None:
    assert {code for code, _, _ in said(text)} <= {"TPL001", "TPL002", "TPL003", "TPL004"}


def test_the_message_names_what_does_not_exist() -> None:
    assert [one.message for one in faults("{{ nobody }}")] == ["the name “nobody” does not exist"]
    found = faults("{{ title_page.nothing }}")
    assert [one.message for one in found] == ["there is no “nothing” here"]


def test_a_template_that_was_printed_before_is_told_by_its_own_line() -> None:
    first = said('<p class="one">x</p>')
    assert said('\n\n<p class="one">x</p>') == [(code, file, 3) for code, file, _ in first]
    assert said('<p class="one">x</p>') == first
    assert said('<p class="one">x</p>', "templates/international/opening.html") == [
        (code, "templates/international/opening.html", line) for code, _, line in first
    ]


def test_what_a_template_counts_begins_anew_with_each_page() -> None:
    """The code of a template is kept for the next page, not what it set while it ran."""
    own = {
        "templates/international/counted.html": b"{% set seen = namespace(n=0) %}"
        b"{% macro count() %}{% set seen.n = seen.n + 1 %}{{ seen.n }}{% endmacro %}",
        FORMULA: b'{% import "counted.html" as own %}<p class="formula">{{ own.count() }}</p>',
    }

    def page() -> str:
        outcome = html.page(fixture.indictment(), lambda path: own.get(path, fixture.load(path)))
        assert outcome.value is not None, outcome.diagnostics
        return outcome.value

    assert '<p class="formula">1</p>' in page()
    assert page() == page()
