"""Chromium draws, prints and reads a page, and a missing page is an error."""

from pathlib import Path

import pypdf
import pytest
from PIL import Image

from tests.readers import chromium
from tests.readers.running import ReaderError

pytestmark = [pytest.mark.reader_chromium, pytest.mark.slow]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "сторінка one.html"
    path.write_text(
        '<!doctype html><meta charset="utf-8"><title>t</title><body style="background: #c00">'
        "<p>Обвинувальний акт<script>document.title = 'read'</script>",
        encoding="utf-8",
    )
    return path


def test_a_screenshot_shows_the_page(page: Path, tmp_path: Path) -> None:
    picture = chromium.screenshot(page, tmp_path / "seen.png", width=400, height=300)
    with Image.open(picture) as image:
        assert image.size == (400, 300)
        assert image.convert("RGB").getpixel((390, 290)) == (204, 0, 0)


def test_the_printed_page_has_its_words(page: Path, tmp_path: Path) -> None:
    printed = chromium.to_pdf(page, tmp_path / "printed.pdf")
    assert "Обвинувальний акт" in pypdf.PdfReader(printed).pages[0].extract_text()


def test_the_dom_is_that_after_reading(page: Path) -> None:
    assert "<title>read</title>" in chromium.dom(page)


def test_a_missing_page_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"missing\.html"):
        chromium.dom(tmp_path / "missing.html")
