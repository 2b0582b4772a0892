"""Each rule has a page, and each section of a page says exactly what it announces."""

import pytest

from indictment import check, examine, parse, resolve
from indictment.diagnostics import Diagnostic, Rule, as_text
from indictment.folder import MemoryFolder
from indictment.pipeline.reading import Checked, check_folder
from tests.rule_pages import FOLDER, OF_A_WHOLE_MATTER, Announced, Page, Section, pages, read

PAGES = [read(path) for path in pages()]
MATTER = read(FOLDER / "README.md").sections[0].files
SECTIONS = [(page, section) for page in PAGES for section in page.sections]


RULES = (*parse.RULES, *resolve.RULES, *examine.RULES, *check.all_rules())
"""The rules that reading, binding and checking a matter can break: no document is made."""


def checked(section: Section) -> Checked:
    files = {path: data for path, data in (MATTER | section.files).items() if data is not None}
    return check_folder(MemoryFolder(files))


def heard(page: Page, section: Section, said: Checked) -> list[Diagnostic]:
    """What counts on this page."""
    own = page.path.stem[:6].upper()
    announced = {each.code for each in section.announced} | {own}
    return [
        d
        for d in said.diagnostics
        if d.rule.code not in OF_A_WHOLE_MATTER or d.rule.code in announced
    ]


def as_announced(diagnostic: Diagnostic) -> Announced:
    span = diagnostic.span
    return Announced(
        span.file, span.line, span.column, str(diagnostic.severity), diagnostic.rule.code
    )


def under_the_caret(diagnostic: Diagnostic, section: Section) -> str:
    data = section.files.get(diagnostic.span.file) or b""
    span = diagnostic.span
    line = data.decode(errors="replace").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]


@pytest.mark.parametrize(
    ("page", "section"), [pytest.param(p, s, id=f"{p.path.stem}: {s.title}") for p, s in SECTIONS]
)
def test_all_that_is_announced_is_said_and_nothing_else(page: Page, section: Section) -> None:
    said = checked(section)
    found = heard(page, section, said)
    assert sorted(map(as_announced, found)) == sorted(section.announced)
    for announced in section.announced:
        if announced.words:
            here = [d for d in found if as_announced(d) == announced]
            assert announced.words in [under_the_caret(d, section) for d in here]
    if section.answer:
        assert as_text.write(found, said.texts) == section.answer


def test_the_small_matter_of_the_pages_is_clean() -> None:
    found = checked(Section("")).diagnostics
    assert [d for d in found if d.rule.code not in OF_A_WHOLE_MATTER] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_its_page(rule: Rule) -> None:
    name = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    page = next((p for p in PAGES if p.path.stem == name), None)
    assert page is not None, f"write tests/rules/{name}.md"
    assert page.title == f"`{rule.code}` {rule.name}"
    assert page.demand == rule.summary
    codes = {announced.code for section in page.sections for announced in section.announced}
    assert rule.code in codes, "no section flags it"
    assert any(not section.announced for section in page.sections), "no section comes close"


def test_no_page_is_left_over() -> None:
    codes = {rule.code.lower() for rule in RULES}
    assert [page.path.name for page in PAGES if page.path.name[:6] not in codes] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_explains_itself(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.explanation


def test_no_code_and_no_name_is_given_twice() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES) == len({rule.name for rule in RULES})
