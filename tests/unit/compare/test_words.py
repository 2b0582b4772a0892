"""Two lines: what is marked, and how it reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.compare import words
from indictment.compare.tokens import WORD, Token


def tokens(text: str) -> list[Token]:
    return [
        Token(found["word"], found["word"], found["gap"], words=1) for found in WORD.finditer(text)
    ]


def shown(old: str, new: str, *, tidy: bool = True) -> str:
    out = ""
    for one in words.compare(tokens(old), tokens(new), tidy=tidy):
        before, after = ("".join(t.gap + t.text for t in side) for side in (one.old, one.new))
        if one.is_kept:
            out += after
        else:
            out += (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art. 7(1)(c)", ["art", ".", "7(1)(c)"]),
        ("P-0231, A/RES/ES-11/1 and 5th", ["P-0231", ",", "A/RES/ES-11/1", "and", "5th"]),
        ("3,675 civilians; 9.35 p.m.", ["3,675", "civilians", ";", "9.35", "p.m", "."]),
        ("the State’s well-founded “fear”", ["the", "State’s", "well-founded", "“", "fear", "”"]),
        ("Ва\u0301шелін пішов", ["Ва\u0301шелін", "пішов"]),
    ],
)
def test_a_line_is_read_by_words_numbers_and_signs(text: str, expected: list[str]) -> None:
    assert [one.text for one in tokens(text)] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("He left.", "He left.", "He left."),
        ("x was not here", "x was here", "x was[- not-] here"),
        ("a, b, c", "a, c", "a,[- b,-] c"),
        ("art. 7(1)(c) applies", "art. 7(1)(d) applies", "art.[- 7(1)(c)-]{+ 7(1)(d)+} applies"),
        # a sentence that is put in begins where the one before it ends
        ("He ordered the attack. He left.", "He ordered the attack. He ordered the retreat. He left.",
         "He ordered the attack.{+ He ordered the retreat.+} He left."),
        ("the army entered", "the army and the navy entered", "the army{+ and the navy+} entered"),
        # what has next to nothing in common is shown as a whole
        ("On 5 May he was in the city of Kyiv with his staff", "In June she stood at the port of Odesa with a friend",
         "[-On 5 May he was in the city of Kyiv with his staff-]{+In June she stood at the port of Odesa with a friend+}"),
    ],
)  # fmt: skip
def test_changes_read_as_a_lawyer_would_mark_them(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_small_words_between_two_rewritten_passages_are_part_of_the_change() -> None:
    old = "The officers commanding there burned the northern village and killed nobody else in it."
    new = "The officers commanding there razed two towns and fled at once in it."
    assert " and{+" not in shown(old, new)
    assert shown(old, new, tidy=False).count("[-") > shown(old, new).count("[-")


LINES = st.lists(
    st.sampled_from(["the", "of", "he", "ran", "ordered", "city", ",", ".", "night", "not"]),
    max_size=30,
)


@given(LINES, LINES, st.booleans())
def test_what_is_kept_and_put_in_is_the_new_line_and_the_rest_the_old_one(
    old: list[str], new: list[str], tidy: bool
) -> None:
    left, right = tokens(" ".join(old)), tokens(" ".join(new))
    found = words.compare(left, right, tidy=tidy)
    assert [t.text for one in found for t in one.old] == [t.text for t in left]
    assert [t.text for one in found for t in one.new] == [t.text for t in right]
    assert all([t.key for t in one.old] == [t.key for t in one.new] for one in found if one.is_kept)


@given(LINES, LINES)
def test_untidied_as_few_tokens_are_marked_as_can_be(old: list[str], new: list[str]) -> None:
    found = words.compare(tokens(" ".join(old)), tokens(" ".join(new)), tidy=False)
    kept = sum(len(one.old) for one in found if one.is_kept)
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, a in enumerate(old, start=1):
        for j, b in enumerate(new, start=1):
            best[i][j] = best[i - 1][j - 1] + 1 if a == b else max(best[i - 1][j], best[i][j - 1])
    assert kept == best[-1][-1]
