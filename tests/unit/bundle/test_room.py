"""Whether the foot of a page is blank, as a reader sees it."""

import io

import pikepdf
import pytest
from PIL import Image

from indictment.bundle.room import taken
from indictment.bundle.rules import foot_taken
from tests.unit.bundle import making

BLANK = b"BT /F 12 Tf 72 400 Td (Text) Tj ET"


@pytest.mark.parametrize(
    ("content", "free"),
    [
        (BLANK, True),
        (b"", True),
        (b"BT /F 12 Tf 72 30 Td (A footer above the strip) Tj ET", True),
        (b"BT /F 12 Tf 72 14 Td (A footer in the strip) Tj ET", False),
        (b"1 g 0 0 595 842 re f " + BLANK, True),
        (b"0.8 g 0 0 595 842 re f " + BLANK, False),
        (b"1 g 0 0 595 842 re f 0 g BT /F 12 Tf 72 14 Td (Over white) Tj ET", False),
        (b"0 g 72 16 400 0.3 re f", False),
    ],
)
def test_the_foot_is_free_where_nothing_is_seen_there(content: bytes, free: bool) -> None:
    assert taken(making.saved(making.stranger(content))) == ([] if free else [1])


def test_a_picture_that_reaches_the_foot_is_taken_for_a_scan() -> None:
    made = making.stranger(b"q 595 0 0 842 0 0 cm /Scan Do Q")
    out = io.BytesIO()
    Image.new("L", (10, 10), 255).save(out, "JPEG")
    scan = made.make_stream(
        out.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=10, Height=10,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Scan=scan)
    assert taken(making.saved(made)) == [1]


def test_only_the_pages_that_print_there_are_named() -> None:
    low = b"BT /F 12 Tf 72 14 Td (Low) Tj ET"
    pages = taken(making.saved(making.stranger(BLANK, low, BLANK, low)))
    assert pages == [2, 4]
    (said,) = foot_taken("templates/x/style.css", pages)
    assert said.message == "2 pages print where the bundle stamps its page numbers"
    assert said.notes == ("the first of them is page 2",)
    assert list(foot_taken("templates/x/style.css", [])) == []
