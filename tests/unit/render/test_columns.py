"""The columns of the list of exhibits are as wide as makes it short."""

from dataclasses import replace

import pytest

from indictment.model.blocks import Target
from indictment.model.indictment import ListedExhibitRow
from indictment.render.page import columns
from tests.unit.render import fixture

USUAL = (8, 50, 18, 10, 14)


def rows(title: str, places: int, *, is_authority: bool = False) -> tuple[ListedExhibitRow, ...]:
    """Ten exhibits with this title that so many paragraphs cite."""
    row = next(iter(fixture.indictment().exhibits))
    cited = tuple(Target(f"p-{n}", str(n), "paragraph") for n in range(1000, 1000 + places))
    return (
        replace(row, author="", symbol="", title=title, cited_in=cited, is_authority=is_authority),
    ) * 10


@pytest.mark.parametrize("places", [0, 1, 3])
def test_a_list_of_exhibits_that_few_cite_is_as_it_always_was(places: int) -> None:
    assert (
        columns.exhibits(rows("Order of the Harbour Guard to the bakers of Calderhaven", places))
        == USUAL
    )


def test_where_many_cite_them_their_column_is_wider() -> None:
    widths = columns.exhibits(rows("Report of the office", 30))
    assert widths[-1] == 38
    assert sum(widths) == 100


def test_long_titles_keep_their_room() -> None:
    assert columns.exhibits(rows("Report of the office on the stores of the town " * 8, 6)) == USUAL


def test_authorities_are_listed_elsewhere() -> None:
    assert columns.exhibits(rows("Charter", 60, is_authority=True)) == USUAL


def test_a_matter_without_exhibits_has_no_list() -> None:
    assert columns.exhibits(()) == USUAL
