"""Whatever a court's template gets wrong is said at its file and line, never a traceback."""

import pytest

from indictment.diagnostics import Diagnostic
from indictment.render.page import html
from tests.unit.render import fixture

FORMULA = "templates/international/formula.html"


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
        ("TPL008", 1, '<p class="formula" id="contents">x</p>'),
        ("TPL009", 2, '\n<p class="formula">{{ statement[0].blocks[0].content|inline }}</p>'),
    ],
)  # fmt: skip
def test_a_fault_is_said_at_its_line(code: str, line: int, text: str | bytes) -> None:
    assert (code, FORMULA, line) in said(text)


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
