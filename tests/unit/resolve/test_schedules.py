"""How wide the columns of a schedule are, and how it is named where exhibits are listed."""

import pytest

from indictment.bundle.citing import Citing
from indictment.model.blocks import Table
from tests.unit.resolve.building import count, resolved


def widths(name: int | None, age: int | None) -> tuple[int | None, ...]:
    def column(key: str, width: int | None) -> str:
        return f"  - {{key: {key}, heading: {key}{f', width: {width}' if width else ''}}}\n"

    found = resolved(
        {
            "schedules/dead.yaml": "title: The dead\ncolumns:\n"
            + column("name", name)
            + column("age", age),
            "schedules/dead.csv": "name,age\nOne,31\n",
        }
    )
    (table,) = (b for b in found.schedules[0].blocks if isinstance(b, Table))
    return table.widths


def test_the_column_of_numbers_takes_only_what_it_needs() -> None:
    assert widths(40, 20) == (8, 61, 30)
    assert widths(80, 20) == (8, 73, 18)


@pytest.mark.parametrize("age", [None, 20])
def test_a_width_that_is_not_given_is_left_to_the_table(age: int | None) -> None:
    assert widths(None, age) == (None, None, age)


def test_the_list_of_exhibits_names_a_schedule_once_however_often_it_cites() -> None:
    found = resolved(
        {
            "schedules/dead.yaml": "title: The dead\ncolumns:\n  - {key: who, heading: Who}\n"
            'note: "As counted [@order, p. 12]."\n',
            "schedules/dead.csv": 'who\n"One [@order, p. 11]"\n"Two [@order, p. 12]"\n',
            "annexes/01-map.md": "---\ntitle: Map\nnumbered: true\n---\n\nHere [@order, p. 11].\n",
        },
        count("He took [@order, p. 11].\n"),
    )
    (order, *_) = found.exhibits
    assert [target.text for target in order.cited_in] == ["1", "Annex\xa0A", "Schedule\xa0A"]
    by = Citing(found).of(order)
    assert [[note.text for note in each.notes] for each in by] == [["1"], ["2"], ["3", "4", "5"]]
