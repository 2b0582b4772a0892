"""The Open XML validator finds a planted fault, and none in a sound file."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.readers import ooxml

pytestmark = [pytest.mark.reader_ooxml, pytest.mark.slow]


def test_a_sound_file_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "звичайний file.docx"
    document = docx.Document()
    document.add_paragraph("Text.")
    document.save(str(path))
    assert ooxml.validate(path) == ()


def test_a_value_outside_the_schema_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "planted.docx"
    document = docx.Document()
    properties = document.add_paragraph("Text.")._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="sideways"/>'))
    document.save(str(path))
    (fault,) = ooxml.validate(path)
    assert fault.part == "/word/document.xml"
    assert "sideways" in fault.message


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    assert ooxml.validate(path) != ()
