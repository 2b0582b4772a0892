"""The schedule of amendments as a comment: what it says, what it escapes, and that it fits."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from indictment.model.redline import Amendment, Renumbered
from indictment.render.redline.markdown import LIMIT, MARKER, escaped, markdown
from tests.unit.render import redline_fixture as fixture

GOLDEN = Path(__file__).parents[2] / "golden" / "schedule" / "schedule.md"


def test_the_comment_is_the_one_that_was_read() -> None:
    assert markdown(fixture.redline()) == GOLDEN.read_text("utf-8")


def test_possible_new_charges_stand_first_in_their_table() -> None:
    lines = markdown(fixture.redline()).splitlines()
    begin = lines.index("### Count 1: Pillage")
    rows = lines[begin + 4 : lines.index("", begin + 4)]
    flags = ["**Possible new charge.**" in row for row in rows]
    assert flags == sorted(flags, reverse=True)
    assert sum(flags) == 6


def test_a_version_compared_with_itself_says_that_nothing_differs() -> None:
    assert markdown(fixture.empty()) == (
        f"{MARKER}\n\n## Schedule of amendments: main (0a2b4c6d8e) → main (0a2b4c6d8e)\n\n"
        "Nothing that is printed differs, and nothing that is charged.\n"
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a | b", "a | b"),
        ("<script>alert(1)</script> & <!-- x -->", "<script>alert(1)</script> & <!-- x -->"),
        ("*x* _y_ `z` [a](http://b) ~~c~~ \\d", "*x* _y_ `z` [a](http://b) ~~c~~ \\d"),
        ("two\nlines\tand\u202e more", "two lines and more"),
        ("&amp; &lt;", "&amp; &lt;"),
    ],
)
def test_what_the_matter_says_is_read_as_words(text: str, printed: str) -> None:
    html = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .render(f"| a |\n|---|\n| {escaped(text)} |\n")
    )
    (cell,) = [line for line in html.splitlines() if line.startswith("<td>")]
    read = cell.removeprefix("<td>").removesuffix("</td>").replace("<!-- -->", "")
    assert "<" not in read
    assert read.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == printed


@pytest.mark.parametrize("text", ["@casavant", "see #12 and !7", "~label %milestone", "a &epic"])
def test_nobody_is_called_and_no_issue_is_named(text: str) -> None:
    printed = escaped(text)
    assert re.search(r"[@#!~%]<!-- -->\w|&amp;<!-- -->\w", printed)
    assert not re.search(r"[@#!~%&]\w", printed.replace("&amp;", "&"))


def test_a_dollar_sign_opens_no_formula() -> None:
    assert escaped("from $5 to $7") == "from <span>$</span>5 to <span>$</span>7"


def test_a_long_concordance_is_folded_and_numbers_in_a_row_are_one_row() -> None:
    row = tuple(Renumbered("paragraph", str(n), str(n + 1)) for n in range(9, 41))
    text = markdown(fixture.changed(renumbered=row))
    assert "| Paragraph | 9 to 40 | 10 to 41 |" in text
    assert "<details>" not in text
    mixed = tuple(Renumbered("paragraph", str(n), str(n * 2)) for n in range(9, 41))
    folded = markdown(fixture.changed(renumbered=mixed))
    assert "<details><summary>32 rows</summary>" in folded
    assert folded.index("</details>") < folded.index("### Paragraphs that lost")


def test_a_comment_that_would_be_too_long_says_what_it_leaves_out() -> None:
    many = tuple(
        Amendment("added", "paragraph", f"Paragraph {n} is new, «{'слово ' * 20}»", counts=("pillage",))
        for n in range(2000)
    )  # fmt: skip
    text = markdown(fixture.changed(amendments=many))
    assert len(text.encode()) <= LIMIT
    rows = text.count("| added |")
    assert 100 < rows < 2000
    assert f"*{2000 - rows} rows left out.*" in text
    assert f"**{2000 - rows} rows did not fit into a comment.**" in text
    assert text.count("<details>") == text.count("</details>")
    assert "### What differs and is not drawn" in text


def test_a_confidential_matter_says_so() -> None:
    from dataclasses import replace

    given = fixture.redline()
    hidden = replace(given.after, confidential=True)
    assert "**The matter is confidential" in markdown(fixture.changed(after=hidden))
    assert "confidential" not in markdown(given)
