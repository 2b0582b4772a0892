"""What a comparison withholds: the names of persons who are protected in one version and named in the other."""

import pytest

from indictment.model.protected import Withheld, withheld
from tests.unit.resolve.building import resolved


def persons(line: str) -> dict[str, str]:
    return {"persons.yaml": f"persons:\n  seer: {{{line}}}\n"}


OPEN = persons("printed: Olha Danko, native: Ольга Данько, native-language: uk, aliases: [Olya]")
HIDDEN = persons("printed: Witness K-7, protected: true")


def test_all_names_are_withheld_whichever_version_protects() -> None:
    names = {"Olha Danko", "Danko", "Ольга Данько", "Данько", "Olya"}
    assert set(withheld(resolved(OPEN), resolved(HIDDEN)).names) == names
    assert set(withheld(resolved(HIDDEN), resolved(OPEN)).names) == names


def test_nothing_is_withheld_where_nobody_is_protected_or_the_pseudonym_is_all() -> None:
    assert withheld(resolved(OPEN), resolved(OPEN)).names == ()
    assert withheld(resolved(HIDDEN), resolved(HIDDEN)).names == ()
    assert withheld(resolved(), resolved(HIDDEN)).names == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Olha\u00a0Danko saw it", "[redacted] saw it"),
        ("OLHA DANKO’s and Danko", "[redacted]’s and [redacted]"),
        ("Dankovich stays, and so does Oldanko", "Dankovich stays, and so does Oldanko"),
        ("Ольга Данько", "[redacted]"),
    ],
)
def test_a_name_is_withheld_as_a_whole_however_it_is_written(text: str, printed: str) -> None:
    assert withheld(resolved(OPEN), resolved(HIDDEN))(text) == printed


def test_a_name_with_signs_of_a_pattern_is_a_name() -> None:
    assert Withheld(("A.B. (C", "x+"), "–")("A.B. (C and AxB and x+") == "– and AxB and –"
