"""veraPDF finds no broken rule of PDF/A-2a or PDF/UA-1 in what we write."""

from pathlib import Path

import pytest

from indictment.render import pdf
from indictment.render.page import html
from tests.readers import verapdf
from tests.unit.render import fixture

pytestmark = [pytest.mark.slow, pytest.mark.reader_verapdf]
SAMPLES = Path(__file__).parents[2] / "golden" / "vocabulary"


def sample(path: str) -> bytes | None:
    file = SAMPLES / path
    return file.read_bytes() if file.is_file() else None


def invented() -> str:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    return value


def test_every_file_passes_both(tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    for name, page, load in (
        ("indictment", invented(), fixture.load),
        ("sample", (SAMPLES / "sample.html").read_text("utf-8"), sample),
        ("redline", (SAMPLES / "redline.html").read_text("utf-8"), sample),
    ):
        outcome = pdf.write(page, "international", load)
        assert outcome.diagnostics == ()
        assert outcome.value is not None
        files[name] = outcome.value.content
    paths = [tmp_path / f"{name}.pdf" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    judged = verapdf.judge(paths)
    broken = {path.name: verdicts for path, verdicts in judged.items() if any(verdicts.values())}
    assert broken == {}
