"""Where a page is shown and where its stamp goes, for any page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.bundle.geometry import (
    LEAST,
    Box,
    Shown,
    apply,
    box,
    moved_box,
    on_page,
    overlap,
    placed,
    shown,
)

edge = st.floats(-5_000, 5_000)
side = st.floats(1, 5_000)
pages = st.builds(
    lambda x, y, w, h, turn, unit: Shown(Box(x, y, x + w, y + h), turn, unit),
    edge, edge, side, side,
    st.sampled_from([0, 90, 180, 270]), st.sampled_from([0.5, 1.0, 2.0, 10.0]),
)  # fmt: skip


@given(pages)
def test_the_page_as_shown_is_the_visible_box(page: Shown) -> None:
    whole = on_page(page, Box(0, 0, page.width, page.height))
    for name in ("x0", "y0", "x1", "y1"):
        assert getattr(whole, name) == pytest.approx(getattr(page.box, name), abs=1e-6)


@given(pages)
def test_upright_neither_mirrors_nor_stretches(page: Shown) -> None:
    a, b, c, d, _, _ = page.upright
    assert a * d - b * c == 1
    assert {abs(v) for v in (a, b, c, d)} == {0, 1}


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (10, 220)), (90, (10, 20)), (180, (110, 20)), (270, (110, 220))]
)
def test_reading_begins_at_the_corner_that_is_turned_to_the_top_left(
    turn: int, corner: tuple[float, float]
) -> None:
    assert Shown(Box(10, 20, 110, 220), turn).top_left == corner


@given(pages, st.booleans())
def test_there_is_room_for_the_stamp_and_nothing_is_lost(page: Shown, free: bool) -> None:
    place = placed(page, free=free)
    new = place.shown
    assert (new.rotate, new.user_unit) == (page.rotate, page.user_unit)
    assert new.width * new.user_unit >= LEAST[0] - 1e-6
    if place.move is None:
        assert free
        assert new == page
        return
    scale = place.move[0]
    assert 0.8 < scale <= 1
    content = moved_box(place.move, page.box)
    slack = 1e-6 * max(abs(v) for v in (new.box.x0, new.box.y0, new.box.x1, new.box.y1, 1))
    assert content.x0 >= new.box.x0 - slack
    assert content.x1 <= new.box.x1 + slack
    assert content.y0 >= new.box.y0 - slack
    assert content.y1 <= new.box.y1 + slack
    strip = on_page(new, new.strip)
    shrunk = Box(strip.x0 + slack, strip.y0 + slack, strip.x1 - slack, strip.y1 - slack)
    assert not overlap(content, shrunk)


@given(pages)
def test_a_page_that_is_large_enough_keeps_its_paper(page: Shown) -> None:
    unit = page.user_unit
    place = placed(page, free=False)
    if page.width * unit >= LEAST[0] and page.height * unit >= LEAST[1]:
        assert place.shown.box == page.box


@pytest.mark.parametrize(
    ("media", "crop", "expected"),
    [
        ([0, 0, 595, 842], None, (0, 0, 595, 842)),
        ([595, 842, 0, 0], None, (0, 0, 595, 842)),
        ([-100, -50, 495, 792], [0, 0, 200, 100], (0, 0, 200, 100)),
        ([0, 0, 595, 842], [-10, -10, 700, 900], (0, 0, 595, 842)),
        ([0, 0, 595, 842], [900, 900, 1000, 1000], (0, 0, 595, 842)),
        ([0, 0, 595, 842], [100, 100, 100, 300], (0, 0, 595, 842)),
        (None, None, (0, 0, 612, 792)),
        ([0, 0, 0, 0], None, (0, 0, 612, 792)),
        ([0, 0, float("nan"), 10], None, (0, 0, 612, 792)),
        ([0, 0, 10], None, (0, 0, 612, 792)),
    ],
)
def test_boxes_are_read_as_readers_read_them(
    media: list[float] | None, crop: list[float] | None, expected: tuple[float, ...]
) -> None:
    found = shown(media, crop, 0, 1).box
    assert (found.x0, found.y0, found.x1, found.y1) == expected


@pytest.mark.parametrize(
    ("written", "turn"), [(0, 0), (-90, 270), (450, 90), (90.0, 90), (44, 0), (float("inf"), 0)]
)
def test_turns_are_quarters(written: float, turn: int) -> None:
    assert shown([0, 0, 10, 10], None, written, 1).rotate == turn


def test_the_stamp_on_a_large_page_is_as_large_as_on_a4_once_printed_on_a4() -> None:
    assert Shown(Box(0, 0, 595, 842)).scale == 1
    assert Shown(Box(0, 0, 612, 792)).scale == 1
    assert Shown(Box(0, 0, 1190.56, 1684)).scale == pytest.approx(2)
    assert Shown(Box(0, 0, 59.5, 84.2), 0, 10).scale == pytest.approx(0.1)


def test_no_box_of_three_numbers() -> None:
    assert box([1, 2, 3]) is None
    assert apply((1, 0, 0, 1, 5, 6), 1, 1) == (6, 7)
