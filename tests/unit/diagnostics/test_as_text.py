"""What a person reads: the excerpt, the caret under the words meant, the place, the remedy."""

import re
import unicodedata

import pytest

from indictment.diagnostics import as_text
from tests.unit.diagnostics.making import RULE, at, full, warning

TEXTS = {
    "counts/01.md": ("first line", "the one thing"),
    "exhibits/list a.yaml": ("",) * 9 + ("file: x",),
}

WHOLE = """\
error[ABC001] missing-thing: the thing is missing
  --> counts/01.md:2:5
   |
 2 | the one thing
   |     ^^^ here
   |
  ::: exhibits/list a.yaml:10:1
   |
10 | file: x
   | ^^^^ listed here
   |
   = in: Count 1 › paragraph 3
   = note: a first note
   = note: a second note
   = rule: Rule 1(a)
   = help: put it there
"""


def test_everything_has_its_line() -> None:
    assert as_text.write([full()], TEXTS) == WHOLE


def test_nothing_to_say_is_nothing() -> None:
    assert as_text.write([], TEXTS) == ""
    assert as_text.short([]) == ""
    assert as_text.summary([]) == ""


def test_a_place_that_cannot_be_shown_is_still_named() -> None:
    assert as_text.write([full()], {}).splitlines()[:3] == [
        "error[ABC001] missing-thing: the thing is missing",
        "  --> counts/01.md:2:5",
        "  ::: exhibits/list a.yaml:10:1",
    ]


def test_the_short_form_is_one_line_that_editors_jump_from() -> None:
    assert as_text.short([full(), warning()]) == (
        "counts/01.md:2:5: error[ABC001] missing-thing: the thing is missing\n"
        "counts/01.md:1:1: warning[ABC001] missing-thing: a doubt\n"
    )


@pytest.mark.parametrize(
    "line",
    ["Наказ № 7 thing", "命令第七号 thing", "cafe\u0301 no\u0308 thing", "\ttab\tthing"],
)
def test_the_caret_stands_under_the_words_whatever_the_script(line: str) -> None:
    said = RULE.at(at(1, line.index("thing") + 1, 5), "a fault")
    shown, carets = as_text.write([said], {"counts/01.md": (line,)}).splitlines()[3:5]
    assert columns(shown[: shown.index("thing")]) == columns(carets[: carets.index("^")])
    assert carets.count("^") == 5


def columns(text: str) -> int:
    """How many columns a terminal gives to a text."""
    plain = unicodedata.normalize("NFC", text)
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in plain)
    return len(plain) + wide - sum(bool(unicodedata.combining(sign)) for sign in plain)


def test_a_line_that_runs_from_right_to_left_has_its_words_in_the_place_of_a_caret() -> None:
    line = "הצו ניתן ביום"
    said = RULE.at(at(1, 5, 4), "a fault", label="here")
    written = as_text.write([said], {"counts/01.md": (line,)})
    assert "^" not in written
    assert "“ניתן” here" in written


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    line = "a" * 500 + " thing " + "b" * 500
    said = RULE.at(at(1, 502, 5), "a fault")
    shown, carets = as_text.write([said], {"counts/01.md": (line,)}).splitlines()[3:5]
    assert len(shown) < 180
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "thing"
    assert shown.count("…") == 2


def test_a_fault_at_the_end_of_a_line_and_one_over_several_lines_have_a_caret() -> None:
    end = RULE.at(at(1, 6, 0), "a fault")
    assert as_text.write([end], {"counts/01.md": ("words",)}).splitlines()[4] == "  |      ^"
    over = RULE.at(at(1, 3, 1).to(at(4, 1, 2)), "a fault")
    assert as_text.write([over], {"counts/01.md": ("words",)}).splitlines()[4] == "  |   ^^^"


def test_colours_change_nothing_but_colours() -> None:
    painted = as_text.write([full()], TEXTS, colour=True)
    assert "\x1b[31;1m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == WHOLE


def test_the_summary_counts_by_weight() -> None:
    assert as_text.summary([full()]) == "1 error in 1 file"
    assert as_text.summary([full(), full(), warning()]) == "2 errors and 1 warning in 1 file"
