"""Numbers between filed ones: there is room between any two, and what is printed can be read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.resolve import suffixes


def between(first: str | None, last: str | None, many: int) -> list[str]:
    low = suffixes.read(first) if first else None
    high = suffixes.read(last) if last else None
    return [suffixes.write(number) for number in suffixes.between(low, high, many)]


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        ("32", "33", ["32A", "32B", "32C"]),
        ("32A", "33", ["32B", "32C", "32D"]),
        ("32", "32A", ["32.1", "32.2", "32.3"]),
        ("32A", "32B", ["32A.1", "32A.2", "32A.3"]),
        ("32.1", "32.2", ["32.1A", "32.1B", "32.1C"]),
        ("32.1", "32A", ["32.2", "32.3", "32.4"]),
        ("32", "32.1", ["32.0A", "32.0B", "32.0C"]),
        ("32", "32.0A", ["32.0.1", "32.0.2", "32.0.3"]),
        (None, "1", ["0A", "0B", "0C"]),
        (None, "0A", ["0.1", "0.2", "0.3"]),
        ("132", None, ["133", "134", "135"]),
        ("132B", None, ["133", "134", "135"]),
        (None, None, ["1", "2", "3"]),
    ],
)
def test_what_is_new_is_numbered_between(
    first: str | None, last: str | None, printed: list[str]
) -> None:
    assert between(first, last, 3) == printed


def test_behind_z_stand_two_letters() -> None:
    letters = between("32", "33", 54)
    assert letters[24:28] == ["32Y", "32Z", "32AA", "32AB"]
    assert letters[50:54] == ["32AY", "32AZ", "32BA", "32BB"]


@pytest.mark.parametrize(
    "printed", ["0", "032", "32a", "32.", "A", "32.0", "32-1", "", "32 A", "٣"]
)
def test_what_the_tool_would_not_print_is_no_number(printed: str) -> None:
    assert suffixes.read(printed) is None


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4)), max_size=12))
def test_there_is_always_room(inserted: list[tuple[int, int]]) -> None:
    numbers: list[suffixes.Number] = suffixes.between(None, None, 4)
    for at, many in inserted:
        at = min(at, len(numbers))
        low = numbers[at - 1] if at else None
        high = numbers[at] if at < len(numbers) else None
        numbers[at:at] = suffixes.between(low, high, many)
    assert numbers == sorted(numbers)
    printed = [suffixes.write(number) for number in numbers]
    assert len(set(printed)) == len(printed)
    assert [suffixes.read(one) for one in printed] == numbers
