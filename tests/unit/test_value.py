"""Values are equal by what they hold, and can be kept in sets."""

import pickle
from dataclasses import replace

import pytest

from indictment.diagnostics import Span
from indictment.value import dataclass


def test_values_are_equal_and_hashed_by_what_they_hold() -> None:
    span = Span("facts/01.md", 3, 1, 3, 9)
    assert span == Span("facts/01.md", 3, 1, 3, 9)
    assert {span, replace(span)} == {span}
    assert replace(span, line=2) < span
    assert pickle.loads(pickle.dumps(span)) == span


def test_a_class_that_is_no_value_is_refused() -> None:
    with pytest.raises(AssertionError):
        dataclass(frozen=False)


def test_a_class_may_have_a_hash_of_its_own() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        name: str
        size: int

        def __hash__(self) -> int:
            return 7

    assert hash(Named("a", 1)) == 7
