"""poppler reads text and pictures page by page; qpdf finds a damaged file."""

from pathlib import Path

import pytest
import weasyprint
from PIL import Image

from tests.readers import poppler
from tests.readers.running import ReaderError

pytestmark = [pytest.mark.reader_poppler, pytest.mark.slow]

PAGES = """<style>@page { size: 496px 702px; margin: 0 }</style>
<p>Перша сторінка</p><p style="break-before: page">second page</p>
<p style="break-before: page; background: #c00; height: 702px; margin: 0"></p>"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "three pages.pdf"
    weasyprint.HTML(string=PAGES).write_pdf(path)
    return path


def test_the_text_comes_page_by_page(document: Path) -> None:
    assert [page.strip() for page in poppler.text(document)] == [
        "Перша сторінка",
        "second page",
        "",
    ]


def test_a_picture_shows_the_page(document: Path, tmp_path: Path) -> None:
    (picture,) = poppler.pictures(document, tmp_path / "png", dpi=96, first=3)
    with Image.open(picture) as image:
        assert image.size == (496, 702)
        assert image.convert("RGB").getpixel((248, 351)) == (204, 0, 0)


def test_a_damaged_file_has_faults_and_a_whole_one_none(document: Path, tmp_path: Path) -> None:
    assert poppler.faults(document) == ""
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(document.read_bytes()[:-200])
    assert poppler.faults(damaged) != ""


def test_what_is_no_pdf_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_text("not a PDF")
    with pytest.raises(ReaderError):
        poppler.text(path)
