"""A change is made as a whole, or refused where the text is no longer what was read."""

import pytest

from indictment.diagnostics import Span
from indictment.edit.change import Replacement, Stale, apply, rewritten


def at(line: int, column: int, old: str, new: str) -> Replacement:
    return Replacement(Span.on_line("a.md", line, column, len(old)), old, new)


def test_several_replacements_on_a_line_do_not_shift_each_other() -> None:
    changes = [at(1, 1, "one", "first"), at(1, 9, "three", "third"), at(1, 5, "two", "second")]
    assert apply(["one two three"], changes) == ["first second third"]


def test_the_same_replacement_twice_is_made_once() -> None:
    assert apply(["one"], [at(1, 1, "one", "1"), at(1, 1, "one", "1")]) == ["1"]


def test_text_that_was_changed_meanwhile_is_refused() -> None:
    with pytest.raises(Stale, match=r"a\.md:1:1 does not read “one”"):
        apply(["another"], [at(1, 1, "one", "1")])


def test_columns_count_letters_not_bytes() -> None:
    assert rewritten("Приказ @a\n".encode(), [at(1, 9, "a", "b")]) == "Приказ @b\n".encode()
