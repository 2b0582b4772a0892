"""LibreOffice prints a Word file, in the shipped fonts, and a broken file is an error."""

from pathlib import Path

import docx
import pypdf
import pytest

from tests.readers import libreoffice
from tests.readers.running import ReaderError

pytestmark = [pytest.mark.reader_libreoffice, pytest.mark.slow]


def test_a_word_file_becomes_a_pdf_with_its_words_and_fonts(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = "Liberation Serif"
    document.add_paragraph("Обвинувальний акт, § 8 – “count one”")
    source = tmp_path / "акт one.docx"
    document.save(str(source))

    printed = libreoffice.to_pdf(source, tmp_path / "printed")

    assert printed == tmp_path / "printed" / "акт one.pdf"
    page = pypdf.PdfReader(printed).pages[0]
    assert "Обвинувальний акт, § 8 – “count one”" in page.extract_text()
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    assert any("LiberationSerif" in font.get_object()["/BaseFont"] for font in fonts)


def test_a_file_that_cannot_be_loaded_is_an_error(tmp_path: Path) -> None:
    source = tmp_path / "broken.docx"
    source.write_bytes(b"PK\x03\x04" + bytes(200))
    with pytest.raises(ReaderError, match=r"broken\.docx"):
        libreoffice.to_pdf(source, tmp_path)
