"""docs/rules.md says what the rules say."""

import runpy
from pathlib import Path

from markdown_it import MarkdownIt

from indictment import pipeline

ROOT = Path(__file__).parents[2]
GENERATOR = runpy.run_path(str(ROOT / "ci" / "rules-page"))
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")


def test_the_page_is_what_the_rules_say_today() -> None:
    assert GENERATOR["page"](pipeline.rules()) == PAGE, "run .venv/bin/python ci/rules-page"


def test_each_rule_has_a_heading_with_its_code_and_name() -> None:
    tokens = MarkdownIt().parse(PAGE)
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.tag == "h2"]
    assert headings[::2] == [f"{rule.code} {rule.name}" for rule in pipeline.rules()]


def test_a_summary_with_signs_of_markdown_prints_as_it_was_written() -> None:
    for rule in pipeline.rules():
        written = " ".join(rule.summary.replace("`", "").split())
        inline = MarkdownIt().parseInline(GENERATOR["_prose"](rule.summary))[0]
        printed = "".join(token.content for token in inline.children or ())
        assert printed == written, rule.code
