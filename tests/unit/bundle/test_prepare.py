"""An exhibit's pages are made in a child, once for each content; what fails says why."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from indictment.bundle import pages
from indictment.bundle.prepare import NotPrepared, Prepared, prepare
from indictment.machine.cache import Cache
from indictment.model.facts import ExhibitFacts
from tests.unit.bundle import making
from tests.unit.examine import files


def facts(data: bytes, kind: str = "pdf", form: str = "") -> ExhibitFacts:
    return ExhibitFacts(kind, hashlib.sha256(data).hexdigest(), form=form)  # type: ignore[arg-type]


def made(data: bytes, folder: Path, kind: str = "pdf", form: str = "") -> Prepared | NotPrepared:
    return prepare(data, facts(data, kind, form), folder, Cache(None))


def test_a_pdf_and_an_image(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("L", (30, 20)).save(out, "PNG")
    for data, kind, form, count in (
        (files.pdf(3), "pdf", "", 3),
        (out.getvalue(), "image", "png", 1),
    ):
        ready = made(data, tmp_path, kind, form)
        assert isinstance(ready, Prepared)
        assert ready.pages == count


def test_what_was_made_is_kept_and_the_same_content_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, data = Cache(tmp_path / "cache"), files.pdf(2, text="Order")
    first = prepare(data, facts(data), tmp_path, cache)
    assert isinstance(first, Prepared)
    before = first.path.read_bytes()
    first.path.unlink()
    monkeypatch.setattr(pages, "write", lambda *rest: pytest.fail("made again"))
    again = prepare(data, facts(data), tmp_path, cache)
    assert again == first
    assert again.path.read_bytes() == before


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    data = files.pdf(2, text="Order")
    found = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        ready = made(data, tmp_path / name)
        assert isinstance(ready, Prepared)
        found.append(ready.path.read_bytes())
    assert found[0] == found[1]


def test_a_bomb_is_given_up(tmp_path: Path) -> None:
    failed = made(files.object_stream_bomb(), tmp_path)
    assert isinstance(failed, NotPrepared)
    assert "memory" in failed.reason


def test_a_locked_file_and_no_file_at_all(tmp_path: Path) -> None:
    assert made(files.pdf(password="secret"), tmp_path) == NotPrepared(
        "it is locked with a password"
    )
    failed = made(b"%PDF-1.4 nothing", tmp_path)
    assert isinstance(failed, NotPrepared)
    assert failed.reason == "it is damaged or cut off"
    assert "0x" not in failed.detail


def test_a_broken_image(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.effect_noise((300, 300), 50).save(out, "JPEG")
    failed = made(out.getvalue()[:2000], tmp_path, "image", "jpeg")
    assert isinstance(failed, NotPrepared)


def test_a_file_that_only_another_library_opens_is_mended(tmp_path: Path) -> None:
    broken = making.saved(making.stranger(b"BT /F 12 Tf 72 400 Td (Text) Tj ET"))
    broken = broken.replace(b"/Type /Catalog", b"/Type /Catalof")
    ready = made(broken, tmp_path)
    assert isinstance(ready, Prepared)
    assert ready.pages == 1
