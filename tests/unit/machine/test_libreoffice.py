"""Word documents become PDF by LibreOffice, once; what it cannot do is said in words."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from indictment.machine import libreoffice
from indictment.machine.cache import Cache
from indictment.machine.libreoffice import Converted, NotConverted
from tests.unit.examine import files


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_without_libreoffice_the_reason_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    made = libreoffice.convert(b"any", "0" * 64, "docx", Cache(None))
    assert isinstance(made, NotConverted)
    assert "not installed" in made.reason


def test_an_earlier_conversion_serves_without_libreoffice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    cache = Cache(tmp_path)
    cache.put(f"docx-{'0' * 64}-7.4.7.2.pdf", b"%PDF-1.7 earlier")
    assert libreoffice.convert(b"any", "0" * 64, "docx", cache) == Converted(
        b"%PDF-1.7 earlier", "7.4.7.2"
    )


def test_a_program_that_is_no_libreoffice_is_not_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("soffice", "libreoffice"):
        command = tmp_path / name
        command.write_text("#!/bin/sh\necho something else\n")
        command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    assert libreoffice.find.__wrapped__() is None


@pytest.mark.slow
@pytest.mark.reader_libreoffice
def test_a_document_is_converted_and_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    data = files.word_document("The votes", "Голосування")
    made = libreoffice.convert(data, sha256(data), "docx", cache)
    assert isinstance(made, Converted)
    assert made.pdf.startswith(b"%PDF-")
    assert libreoffice.kept(sha256(data), "docx", cache) == made


@pytest.mark.slow
@pytest.mark.reader_libreoffice
@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf"])
def test_what_it_cannot_load_is_not_converted(suffix: str) -> None:
    made = libreoffice.convert(b"\x00\x01 no document" * 50, "0" * 64, suffix, Cache(None))
    assert isinstance(made, NotConverted)
    assert made.reason == "LibreOffice could not read it"


@pytest.mark.slow
@pytest.mark.reader_libreoffice
def test_no_address_is_opened() -> None:
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:{server.server_port}/p.png"}}}}'
        data = (r"{\rtf1\ansi Text " + field + "}").encode()
        made = libreoffice.convert(data, sha256(data), "rtf", Cache(None))
        server.shutdown()
    assert isinstance(made, Converted)
    assert asked == []
