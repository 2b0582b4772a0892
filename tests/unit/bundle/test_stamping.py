"""The stamp is seen upright at the foot of every page, and covers nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.readers import poppler
from tests.unit.bundle import making, seeing

BLANK = b"BT /F 12 Tf 72 400 Td (Text) Tj ET"
LOW = b"BT /F 12 Tf 72 12 Td (A line at the very foot) Tj ET"
FULL = b"0.6 g -9999 -9999 19999 19999 re f"
SIZES: list[tuple[str, dict[str, Any]]] = [
    ("a4", {}),
    ("a3", {"MediaBox": [0, 0, 842, 1191]}),
    ("a0", {"MediaBox": [0, 0, 2384, 3370]}),
    ("letter", {"MediaBox": [0, 0, 612, 792]}),
    ("landscape", {"MediaBox": [0, 0, 842, 595]}),
    ("receipt", {"MediaBox": [0, 0, 160, 900]}),
    ("tiny", {"MediaBox": [0, 0, 60, 40]}),
    ("offset", {"MediaBox": [100, 200, 695, 1042]}),
    ("negative", {"MediaBox": [-400, -500, 195, 342]}),
    ("upside-down", {"MediaBox": [595, 842, 0, 0]}),
    ("cropped", {"CropBox": [60, 80, 500, 700]}),
    ("crop-outside", {"CropBox": [-50, -50, 900, 900]}),
    ("unit", {"MediaBox": [0, 0, 298, 421], "UserUnit": 2}),
]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(("name", "entries"), SIZES, ids=[name for name, _ in SIZES])
@pytest.mark.parametrize("content", [BLANK, LOW, FULL], ids=["blank", "low", "full"])
def test_every_page(
    tmp_path: Path, name: str, entries: dict[str, Any], turn: int, content: bytes
) -> None:
    ready = making.prepared(making.stranger(content, **entries, Rotate=turn), tmp_path)
    pdf = making.bundled({"order": ready})
    page = 3
    drawn = seeing.picture(pdf, page)

    left, right = (
        seeing.where(pdf, page, "P001, page 1 of 1"),
        seeing.where(pdf, page, "Bundle page 4"),
    )
    assert left.right < right.left, "the two halves of the stamp touch"
    assert left.left >= 0
    assert right.right <= drawn.width + 1
    for half in (left, right):
        assert 0 < half.foot < half.head < 30 * max(1, min(drawn.size) / 595)

    before = seeing.picture(ready.read_bytes(), 0)
    assert before.size == drawn.size
    assert seeing.ink_under(before, drawn) > 230


def test_content_with_room_at_its_foot_is_not_touched(tmp_path: Path) -> None:
    ready = making.prepared(making.stranger(BLANK), tmp_path)
    before = seeing.picture(making.saved(making.stranger(BLANK)), 0)
    assert seeing.picture(ready.read_bytes(), 0) == before


def test_content_without_room_is_all_there_and_a_little_smaller(tmp_path: Path) -> None:
    frame = b"2 w 1 1 593 840 re S " + LOW
    ready = making.prepared(making.stranger(frame), tmp_path)
    drawn = seeing.picture(ready.read_bytes(), 0)
    assert drawn.size == (595, 842)
    ink = drawn.point(lambda v: 255 if v < 128 else 0).getbbox()
    assert ink is not None
    assert ink[0] > 5
    assert ink[3] < 842 - 25
    assert (ink[2] - ink[0]) / (ink[3] - ink[1]) == pytest.approx(595 / 842, abs=0.01)
    assert (ink[2] - ink[0]) / 595 == pytest.approx(0.967, abs=0.01)
    assert "A line at the very foot" in seeing.text(ready.read_bytes(), 0)


def test_what_a_cropped_page_hid_stays_hidden(tmp_path: Path) -> None:
    hidden = b"0 g 0 0 595 60 re f 0.9 g 60 80 440 620 re f"
    ready = making.prepared(making.stranger(hidden, CropBox=[60, 80, 500, 700]), tmp_path)
    drawn = seeing.picture(ready.read_bytes(), 0)
    assert drawn.getextrema()[0] > 200


@pytest.mark.parametrize(
    "content",
    [
        b"q 3 0 0 3 50 50 cm 0 0 20 20 re f",
        b"q q q 0.5 0 0 0.5 0 0 cm",
        b"0 0 20 20 re f Q Q 9 0 0 9 0 0 cm",
        b"q 0 0 30 30 re W n 0 0 20 20 re f q",
        b"/Nothing gs 1 1 1 rg 5 Tc 300 Tz 3 Tr 0 0 20 20 re f",
        b"q 0 1 -1 0 0 0 cm Q Q Q 0 1 -1 0 0 0 cm",
    ],
)
@pytest.mark.parametrize("foot", [b"", b" 0.5 g 0 0 595 30 re f"], ids=["free", "full"])
def test_what_content_leaves_behind_does_not_move_the_stamp(
    tmp_path: Path, content: bytes, foot: bytes
) -> None:
    ready = making.prepared(making.stranger(foot + b" " + content), tmp_path)
    pdf = making.bundled({"order": ready})
    word = seeing.where(pdf, 3, "Bundle page 4")
    assert 9 < word.foot < 16
    assert word.right == pytest.approx(595 - 28, abs=1.5)
    assert word.head - word.foot < 12
    assert seeing.picture(pdf, 3).crop((500, 815, 570, 835)).getextrema()[0] < 100


def test_a_long_mark_leaves_room_for_the_page(tmp_path: Path) -> None:
    ready = making.prepared(making.stranger(BLANK, MediaBox=[0, 0, 300, 400]), tmp_path)
    exhibit = "A very long exhibit mark 0001-0002-0003, page 1 of 1"
    plan = making.plan_of({"order": 1})
    stamped = replace(plan.pages[3], left=exhibit, middle="CONFIDENTIAL")
    pdf = making.written(replace(plan, pages=(*plan.pages[:3], stamped)), {"order": ready})
    left = seeing.where(pdf, 3, exhibit)
    middle = seeing.where(pdf, 3, "CONFIDENTIAL")
    right = seeing.where(pdf, 3, "Bundle page 4")
    assert left.right < middle.left
    assert middle.right < right.left
    assert right.right <= 300


def test_the_stamp_is_an_artifact_in_an_embedded_font(tmp_path: Path) -> None:
    ready = making.prepared(making.stranger(BLANK), tmp_path)
    with making.opened(making.bundled({"order": ready})) as pdf:
        page = pdf.pages[3].obj
        stamp = page.Contents[-1].read_bytes()
        assert b"/Artifact <</Type /Pagination" in stamp
        for name in ("/IndictRegular", "/IndictBold"):
            font = page.Resources.Font[name]
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font


def test_pages_that_share_their_resources_keep_them(tmp_path: Path) -> None:
    made = making.stranger(BLANK, BLANK)
    shared = made.make_indirect(made.pages[0].obj.Resources)
    for page in made.pages:
        page.obj.Resources = shared
    pdf = making.bundled({"order": making.prepared(made, tmp_path)})
    for page in (3, 4):
        assert "Text" in seeing.text(pdf, page)


def test_a_page_without_anything(tmp_path: Path) -> None:
    made = pikepdf.new()
    made.add_blank_page()
    del made.pages[0].obj["/Contents"]
    if "/Resources" in made.pages[0].obj:
        del made.pages[0].obj["/Resources"]
    assert "P001, page 1 of 1" in seeing.text(
        making.bundled({"a": making.prepared(made, tmp_path)}), 3
    )


@pytest.mark.reader_poppler
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_another_reader_sees_the_stamp_at_the_same_place(tmp_path: Path, turn: int) -> None:
    ready = making.prepared(making.stranger(FULL, Rotate=turn, CropBox=[0, 0, 595, 700]), tmp_path)
    target = tmp_path / "bundle.pdf"
    target.write_bytes(making.bundled({"order": ready}))
    assert poppler.faults(target) == ""
    lines = poppler.text(target, layout=True)[3].rstrip().splitlines()
    assert lines[-1].split() == ["P001,", "page", "1", "of", "1", "Bundle", "page", "4"]
