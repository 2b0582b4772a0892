"""Whether the foot of a page is blank, as a reader sees it."""

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from indictment.bundle import feet, room
from indictment.bundle.rules import foot_taken
from indictment.machine.cache import Cache
from tests.unit.bundle import making

BLANK = b"BT /F 12 Tf 72 400 Td (Text) Tj ET"
LOW = b"BT /F 12 Tf 72 14 Td (Low) Tj ET"


def taken(pdf: bytes, cache: Cache | None = None) -> list[int]:
    return feet.taken(pdf, cache or Cache(None))


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
    pages = taken(making.saved(making.stranger(BLANK, LOW, BLANK, LOW)))
    assert pages == [2, 4]
    (said,) = foot_taken("templates/x/style.css", pages)
    assert said.message == "2 pages print where the bundle stamps its page numbers"
    assert said.notes == ("the first of them is page 2",)
    assert list(foot_taken("templates/x/style.css", [])) == []


def scan() -> pikepdf.Pdf:
    """A page whose own content is the same whatever its picture shows."""
    made = making.stranger(b"q 595 0 0 842 0 0 cm /Scan Do Q")
    shown = making.stranger(BLANK)
    form = made.copy_foreign(shown.make_stream(BLANK, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 595, 842]))  # fmt: skip
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Scan=form)
    return made


def test_a_page_that_was_seen_to_be_blank_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[int]] = []
    look = room.taken

    def watched(pdf: bytes, numbers: Sequence[int]) -> list[int]:
        asked.append(list(numbers))
        return look(pdf, numbers)

    monkeypatch.setattr(room, "taken", watched)
    cache = Cache(tmp_path)
    first = making.saved(making.stranger(BLANK, LOW, BLANK + b" "))
    for _ in range(2):
        assert taken(first, cache) == [2]
    moved = making.saved(making.stranger(LOW, BLANK, BLANK + b"  "))
    assert taken(moved, cache) == [1]
    assert asked == [[1, 2, 3], [2], [1, 3]], "one that is not blank is looked at each time"
    turned = making.stranger(BLANK)
    turned.pages[0].obj.Rotate = 180
    assert taken(making.saved(turned), cache) == []
    assert asked[-1] == [1]
    for _ in range(2):
        taken(making.saved(scan()), cache)
        assert asked[-1] == [1], "a picture may be another one"


def test_what_was_kept_of_other_pages_does_no_harm(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for held in (b"", b"{", b"[1, 2]", b'{"a": 1}', b"7"):
        cache.put(feet._KEPT, held)
        assert taken(making.saved(making.stranger(BLANK, LOW)), cache) == [2]
