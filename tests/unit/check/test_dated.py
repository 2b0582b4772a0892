"""The dates of a text, and the days that no calendar has."""

import pytest

from indictment.check.dated import dates, impossible
from indictment.model.court import Court

COURT = Court(name="Harbour Tribunal")
UKRAINIAN = Court(
    name="Суд",
    months=(
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада",
        "грудня",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 24 February 2022 the", ["2022-02-24"]),
        ("21 and 22 February 2022", ["2022-02-21", "2022-02-22"]),
        ("From 20 February to 19 March 2019", ["2019-02-20", "2019-03-19"]),
        ("between 3 March and 9 November 2018", ["2018-03-03", "2018-11-09"]),
        ("May to June 2022", ["2022-05", "2022-06"]),
        ("February 24, 2022", ["2022-02-24"]),
        ("31 February 2022, and in 2019", []),
        ("on 3 March the 9 barges of 2018", []),
    ],
)
def test_dates_stand_in_words_as_pleadings_write_them(text: str, found: list[str]) -> None:
    assert [str(each.date) for each in dates(text, COURT)] == found


def test_months_may_be_those_of_the_court() -> None:
    assert [str(each.date) for each in dates("з 20 лютого 2019 року", UKRAINIAN)] == ["2019-02-20"]
    assert [each.day for each in impossible("31 квітня 2019 року", UKRAINIAN)] == [31]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30 February", [30]),
        ("28, 29 and 30 February 2020", [30]),
        ("29 February 2019", [29]),
        ("29 February", []),
        ("from 31 April to 2 May 2019", [31]),
        ("45 March 2018", [45]),
        ("31 January 2019 and 30 June", []),
        ("page 45 of May 2019", []),
    ],
)
def test_a_day_that_no_calendar_has(text: str, days: list[int]) -> None:
    assert [each.day for each in impossible(text, COURT)] == days
