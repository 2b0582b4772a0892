"""Parts that are finished before all pages are counted: only where that is safe, and again where it was wrong."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.render import pdf
from indictment.render.page import html
from indictment.render.pdf.share import forecast as forecasting
from indictment.render.pdf.share.forecast import forecast
from tests.unit.render import fixture

PAGE = 5000


def test_a_part_far_from_a_power_of_ten_is_foretold() -> None:
    found = forecast([10 * PAGE] * 40, {})
    assert found[30] == (300, 400)
    assert 0 not in found
    assert 9 not in found
    assert forecast([10 * PAGE] * 10, {}) == {}


@given(st.lists(st.integers(1, 40), min_size=1, max_size=60), st.floats(0.75, 1.35))
def test_where_pages_are_about_as_long_as_thought_the_digits_are_right(
    pages: list[int], share: float
) -> None:
    found = forecast([max(1, round(n * PAGE / share)) for n in pages], {})
    for number, (before, total) in found.items():
        real = sum(pages[:number])
        for page in range(pages[number]):
            assert len(str(before + page + 1)) == len(str(real + page + 1))
        assert len(str(total)) == len(str(sum(pages)))


@pytest.mark.slow
@pytest.mark.parametrize("guess", [(0, 3), (99_998, 100_000)])
def test_what_comes_out_otherwise_is_set_once_more(
    guess: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = html.page(fixture.indictment(), fixture.load).value
    assert page is not None

    def made() -> bytes:
        outcome = pdf.write(page, "international", fixture.load)
        assert outcome.value is not None
        return outcome.value.content

    def wrong(signs: Sequence[int], known: Mapping[int, int]) -> dict[int, tuple[int, int]]:
        return dict.fromkeys(range(len(signs)), guess)

    expected = made()
    monkeypatch.setattr(forecasting, "forecast", wrong)
    assert made() == expected


def test_a_part_whose_pages_are_known_has_its_place_though_its_numbers_grow_longer() -> None:
    """Facts that run on are one part of hundreds of pages: from 5 to 446, of one, two and three figures."""
    signs = [10 * PAGE, 441 * PAGE, 2 * PAGE]
    assert 1 not in forecast(signs, {0: 4})
    found = forecast(signs, {0: 4, 1: 441, 2: 2})
    assert found[1] == (4, 447)
