"""Which spellings are of one name."""

import pytest

from indictment.check.spelling import is_near


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Matvienko", "Matviyenko"),
        ("Shoygu", "Shoigu"),
        ("Naryshkin", "Narishkin"),
        ("Lawrow", "Lavrov"),
        ("Zelensky", "Zelenskyy"),
        ("Eltsin", "Yeltsin"),
        ("Gerassimov", "Gerasimov"),
        ("Vashelin", "Vašelin"),
        ("Casavent", "Casavant"),
    ],
)
def test_transliterations_and_one_letter(written: str, listed: str) -> None:
    assert is_near(written, listed)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Lavrov", "Lavrov"),
        ("Lavrova", "Lavrov"),
        ("Holmgates", "Holmgate"),
        ("Putin", "Puton"),
        ("Walker", "Talker"),
        ("Ivan", "Iwan"),
        ("Belarus", "Belarusian"),
    ],
)
def test_what_is_another_word(written: str, listed: str) -> None:
    assert not is_near(written, listed)
