"""A Word file -> the PDF that LibreOffice prints of it."""

import os
import shutil
import tempfile
from pathlib import Path

from tests.readers.running import ReaderError, run

TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
FONTS = Path(__file__).parents[2] / "templates" / "fonts"


def installed() -> bool:
    return shutil.which("soffice") is not None


def to_pdf(path: Path, folder: Path, *, tagged: bool = False) -> Path:
    """`folder`/`name of path`.pdf, printed with an own profile, the shipped fonts and no network.

    `tagged` says in the PDF what is a paragraph, a note, a cell.

    Raises:
        ReaderError: LibreOffice wrote nothing; its exit code is 0 even for a file it cannot load.
    """
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as name:
        profile = Path(name)
        fonts = profile / "fonts.conf"
        fonts.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
            f"<dir>{FONTS}</dir><cachedir>{profile / 'cache'}</cachedir></fontconfig>",
            encoding="utf-8",
        )
        output = run(
            [
                *("soffice", f"-env:UserInstallation={(profile / 'user').as_uri()}", "--headless"),
                *(
                    "--norestore",
                    "--convert-to",
                    TAGGED if tagged else "pdf",
                    "--outdir",
                    profile / "out",
                    path.absolute(),
                ),
            ],
            seconds=300,
            environment={**os.environ, "HOME": name, "FONTCONFIG_FILE": str(fonts)},
            online=False,
            may_fail=True,
        )
        printed = profile / "out" / f"{path.stem}.pdf"
        if not printed.is_file() or not printed.read_bytes().startswith(b"%PDF-"):
            raise ReaderError(f"LibreOffice printed no PDF of {path}: {output}")
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.move(printed, folder / printed.name))
