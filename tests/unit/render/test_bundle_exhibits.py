"""Tables, text and drawings become pages; what is made to do harm does not."""

import io
from collections.abc import Mapping

import pikepdf
import pypdfium2
import pytest

from indictment.machine.cache import Cache
from indictment.render.bundle import exhibits
from indictment.render.bundle.exhibits import Data, NotSet

TABLE = "Date,Killed,Note\n" + "".join(
    f"2022-03-{n % 28 + 1:02},{n},seen {n}\n" for n in range(120)
)


def made(kind: Data, data: bytes | str, files: Mapping[str, bytes] | None = None) -> bytes | NotSet:
    data = data.encode() if isinstance(data, str) else data
    load = (files or {}).get
    return exhibits.as_pdf(kind, data, "The title", "en", "international", load, Cache(None))


def texts(pdf: bytes | NotSet) -> list[str]:
    assert isinstance(pdf, bytes), pdf
    with pypdfium2.PdfDocument(pdf) as held:
        return [page.get_textpage().get_text_range() for page in held]


def sizes(pdf: bytes | NotSet) -> list[tuple[float, float]]:
    assert isinstance(pdf, bytes)
    with pypdfium2.PdfDocument(pdf) as held:
        return [page.get_size() for page in held]


@pytest.mark.slow
def test_a_long_table_goes_on_with_its_head_on_each_page() -> None:
    pages = texts(made("csv", TABLE))
    assert len(pages) > 2
    for page in pages:
        assert "Killed" in page
    assert sum(page.count("seen ") for page in pages) == 120


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_parted_by_the_mark_that_the_file_uses(mark: str) -> None:
    (page,) = texts(made("csv", f"A{mark}B\n1{mark}2\n"))
    assert page.split() == ["The", "title", "A", "B", "1", "2"]


def test_a_cell_that_looks_like_a_formula_is_text() -> None:
    (page,) = texts(
        made("csv", 'Name,Note\nx,"=HYPERLINK(""http://a"")"\ny,@SUM(A1)\nz,<b>bold</b>\n')
    )
    for cell in ('=HYPERLINK("http://a")', "@SUM(A1)", "<b>bold</b>"):
        assert cell in page


def test_rows_of_different_length_lose_nothing() -> None:
    (page,) = texts(made("csv", "A,B\none\ntwo,three,four\n"))
    assert page.split()[2:] == ["A", "B", "one", "two", "three", "four"]


def test_a_wide_table_is_set_on_landscape_pages() -> None:
    wide = ",".join(f"Column number {n}" for n in range(12)) + "\n"
    (page,) = sizes(made("csv", wide + ",".join(["some words here"] * 12) + "\n"))
    assert page[0] > page[1]
    (page,) = sizes(made("csv", "A,B\n1,2\n"))
    assert page[0] < page[1]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("A\n" + "1\n" * 6_000, "it is a table of 6,001 rows and 1 columns"),
        (",".join("a" * 80) + "\n", "it is a table of 1 rows and 80 columns"),
        ("\n\n,\n", "it is an empty table"),
    ],
)
def test_a_table_that_no_bundle_holds(table: str, reason: str) -> None:
    assert made("csv", table) == NotSet(reason)


def test_text_keeps_its_lines_and_letters() -> None:
    said = "12 June, 04:10\n  A: Протокол?\n\n\tB: <i>yes</i> & no {{ 7 * 7 }}\n"
    (page,) = texts(made("text", said.encode("utf-16")))
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    assert lines == [
        "The title",
        "12 June, 04:10",
        "A: Протокол?",
        "B: <i>yes</i> & no {{ 7 * 7 }}",
    ]


def test_a_text_that_no_bundle_holds() -> None:
    assert isinstance(made("text", "word " * 400_000), NotSet)


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)


def test_a_drawing_is_a_page_turned_as_the_drawing_is() -> None:
    box = '<rect width="400" height="100"/><text x="9" y="90" fill="white">Staff</text>'
    pdf = made("svg", SVG.format('viewBox="0 0 400 100"', box))
    (page,) = sizes(pdf)
    assert page[0] > page[1]
    assert "Staff" in texts(pdf)[0]
    (page,) = sizes(made("svg", SVG.format('width="100" height="400"', box)))
    assert page[0] < page[1]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x.png", "file:///etc/hostname", "exhibits/secret.png", "../../x.png"],
)
def test_a_drawing_opens_no_other_file(address: str) -> None:
    asked: list[str] = []

    def load(path: str) -> bytes | None:
        asked.append(path)
        return None

    drawing = SVG.format(
        'viewBox="0 0 40 40"', f'<image xlink:href="{address}" width="9" height="9"/>'
    )
    found = exhibits.as_pdf("svg", drawing.encode(), "T", "en", "international", load, Cache(None))
    assert isinstance(found, (bytes, NotSet))
    assert all(path.startswith("templates/") for path in asked)


def test_a_drawing_that_is_cut_off_is_said_to_be() -> None:
    found = made("svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect')
    assert isinstance(found, NotSet)
    assert "damaged" in found.reason


def test_a_drawing_that_unfolds_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from indictment.machine.confined import Limits

    monkeypatch.setattr(exhibits, "_LIMITS", Limits(cpu=2, wall=20))
    levels = '<g id="g0"><rect width="1" height="1"/></g>'
    for n in range(1, 12):
        uses = f'<use xlink:href="#g{n - 1}"/>' * 10
        levels += f'<g id="g{n}">{uses}</g>'
    found = made(
        "svg", SVG.format('viewBox="0 0 40 40"', f"<defs>{levels}</defs><use xlink:href='#g11'/>")
    )
    assert isinstance(found, NotSet)


def test_what_was_set_once_is_not_set_again(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    cache = Cache(tmp_path)
    how = ("text", b"Text", "T", "en", "international", lambda path: None, cache)
    first = exhibits.as_pdf(*how)  # type: ignore[arg-type]
    monkeypatch.setattr(exhibits, "_set", lambda *rest, **more: pytest.fail("set again"))
    assert exhibits.as_pdf(*how) == first  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(first)) as pdf:  # type: ignore[arg-type]
        assert len(pdf.pages) == 1
