"""The veraPDF engine finds planted faults, and only those."""

from pathlib import Path

import pytest
import weasyprint

from tests.readers import verapdf
from tests.readers.running import ReaderError

pytestmark = [pytest.mark.reader_verapdf, pytest.mark.slow]

PAGE = '<html lang="en"><title>A page</title><h1>Heading</h1><p>Text.</p></html>'


def test_each_file_is_judged_by_each_flavour(tmp_path: Path) -> None:
    archival, plain = tmp_path / "archival.pdf", tmp_path / "ordinaire été.pdf"
    weasyprint.HTML(string=PAGE).write_pdf(archival, pdf_variant="pdf/a-2a")
    weasyprint.HTML(string=PAGE).write_pdf(plain)

    judgments = verapdf.judge([archival, plain], ["2a", "ua1"])

    assert judgments[archival]["2a"] == ()
    assert [failure.rule for failure in judgments[archival]["ua1"]] == ["5-1"]  # no PDF/UA mark
    assert "6.7.2.2-1" in [failure.rule for failure in judgments[plain]["2a"]]  # not tagged


def test_a_file_that_is_no_pdf_is_an_error_not_a_pass(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_text("not a PDF")
    with pytest.raises(ReaderError, match=r"broken\.pdf"):
        verapdf.judge([broken], ["2a"])
