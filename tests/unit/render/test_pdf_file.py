"""Objects that are written as a PDF file are read back by a reader of others; so is an outline."""

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.render.pdf.bound.file import File
from indictment.render.pdf.bound.outline import Bookmark, outline

ROOT = b"<</Type /Catalog/Pages 2 0 R>>"
PAGES = b"<</Type /Pages/Kids []/Count 0>>"


def written(objects: dict[int, bytes], streams: dict[int, bytes]) -> bytes:
    file = File()
    file.add(1, ROOT)
    file.add(2, PAGES)
    file.add(3, b"<<>>")
    for number, data in objects.items():
        file.add(number, data)
    for number, data in streams.items():
        file.add_stream(number, b"<</Own /Yes>>", data, pack=number % 2 == 0)
    return file.finished(1, 3)


@given(
    st.lists(st.integers(0, 10**6), max_size=450),
    st.lists(st.binary(max_size=300), max_size=20),
)
def test_each_object_is_found_under_its_number(values: list[int], streams: list[bytes]) -> None:
    plain = dict(enumerate(values, start=4))
    packed = dict(enumerate(streams, start=4 + len(values)))
    content = written({n: b"<</Value %d>>" % value for n, value in plain.items()}, packed)
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert opened.get_warnings() == []
        for number, value in plain.items():
            assert int(opened.get_object((number, 0)).Value) == value
        for number, data in packed.items():
            stream = opened.get_object((number, 0))
            assert stream.read_bytes() == data
            assert stream.Own == pikepdf.Name.Yes


def test_the_same_objects_make_the_same_file_and_others_another_identifier() -> None:
    one, same, other = (written({4: b"<</A %d>>" % n}, {5: b"x"}) for n in (1, 1, 2))
    assert one == same

    def identifier(content: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(content)) as opened:
            return bytes(opened.trailer.ID[0])

    assert identifier(one) != identifier(other)


def bookmark(level: int, title: str, *, is_closed: bool = False) -> Bookmark:
    return Bookmark(level, f"({title})".encode(), b"[2 0 R /XYZ 0 0 0]", is_closed)


@pytest.mark.parametrize(
    ("ranks", "tree"),
    [
        ([1, 2, 2, 1], ["A", ["B", "C"], "D"]),
        ([1, 2, 3, 2, 1], ["A", ["B", ["C"], "D"], "E"]),
        ([2, 1, 3], ["A", "B", ["C"]]),
        ([1], ["A"]),
    ],
)
def test_a_bookmark_stands_below_the_last_one_of_higher_rank(
    ranks: list[int], tree: list[object]
) -> None:
    bookmarks = [bookmark(rank, "ABCDE"[n]) for n, rank in enumerate(ranks)]
    file = File()
    file.add(1, ROOT[:-2] + b"/Outlines 4 0 R>>")
    file.add(2, PAGES)
    file.add(3, b"<<>>")
    for number, data in outline(bookmarks, 4, 5):
        file.add(number, data)

    def shown(items: list[pikepdf.OutlineItem]) -> list[object]:
        found: list[object] = []
        for item in items:
            found.append(item.title)
            if item.children:
                found.append(shown(item.children))
        return found

    with pikepdf.open(io.BytesIO(file.finished(1, 3))) as opened:
        with opened.open_outline() as read:
            assert shown(read.root) == tree
        assert int(opened.Root.Outlines.Count) == len(ranks)


def test_what_stands_below_a_closed_bookmark_is_not_counted_as_shown() -> None:
    bookmarks = [
        bookmark(1, "A"),
        bookmark(2, "B", is_closed=True),
        bookmark(3, "C"),
        bookmark(2, "D"),
    ]
    made = dict(outline(bookmarks, 4, 5))
    assert b"/Count 3" in made[4]
    assert b"/Count 2" in made[5]
    assert b"/Count -1" in made[6]
    assert b"/Count" not in made[7]
