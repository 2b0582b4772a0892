"""LibreOffice, where it is installed: Word documents -> PDF, once for each content."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache as once
from pathlib import Path

from indictment.machine.cache import Cache
from indictment.value import dataclass

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)

SUFFIXES = ("docx", "odt", "rtf")
"""The kinds of file that are converted, as LibreOffice knows them."""

_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Misc", "UseLocking", "false"),
    ("Writer/Content/Update", "Link", "0"),
    ("Writer/Content/Update", "Field", "false"),
)
"""What a converting run may do: no macros, no linked file or address is read, no field changes."""


@dataclass(frozen=True, slots=True)
class Office:
    """An installed LibreOffice: the command, and its version ("7.4.7.2")."""

    command: str
    version: str


@dataclass(frozen=True, slots=True)
class Converted:
    """The PDF of a Word document, and the version of LibreOffice that made it."""

    pdf: bytes
    version: str


@dataclass(frozen=True, slots=True)
class NotConverted:
    """Why there is no PDF, in a lawyer's words; `detail` is for those who look after the tool."""

    reason: str
    detail: str = ""


@once
def find() -> Office | None:
    """The LibreOffice of this machine, None where there is none or it does not run."""
    for command in _candidates():
        try:
            said = subprocess.run(
                [command, "--version"], capture_output=True, text=True, timeout=60, check=False
            ).stdout
        except (OSError, subprocess.SubprocessError):
            continue
        found = re.search(r"LibreOffice\S*\s+(\d+(?:\.\d+)+)", said)
        if found:
            return Office(command, found[1])
    return None


def _candidates() -> Iterable[str]:
    for name in ("soffice", "libreoffice"):
        path = shutil.which(name)
        if path:
            yield path
    yield from (place for place in _USUAL_PLACES if Path(place).is_file())


def _name(sha256: str, suffix: str, version: str) -> str:
    return f"{suffix}-{sha256}-{version}.pdf"


def kept(sha256: str, suffix: str, cache: Cache) -> Converted | None:
    """An earlier conversion of the file with this hash; None where none was kept.

    A conversion by any version serves: LibreOffice need not be installed where the cache came
    along, and is not started to learn its version.
    """
    for name in reversed(cache.names(_name(sha256, suffix, "")[: -len(".pdf")])):
        data = cache.get(name)
        if data is not None:
            return Converted(data, name.removesuffix(".pdf").rpartition("-")[2])
    return None


def convert(
    data: bytes,
    sha256: str,
    suffix: str,
    cache: Cache,
    *,
    seconds: float = 120,
) -> Converted | NotConverted:
    """The PDF of a Word document, from the cache or by LibreOffice.

    `suffix` is one of SUFFIXES; `seconds` is the longest that one conversion may take. LibreOffice
    says "done" with exit code 0 where it could not load a file, so the output is looked at.
    """
    earlier = kept(sha256, suffix, cache)
    if earlier is not None:
        return earlier
    office = find()
    if office is None:
        return NotConverted("LibreOffice, which turns Word documents into pages, is not installed")
    with tempfile.TemporaryDirectory(prefix="indict-office-") as folder:
        made = _run(office, data, suffix, Path(folder), seconds)
    if isinstance(made, NotConverted):
        return made
    cache.put(_name(sha256, suffix, office.version), made)
    return Converted(made, office.version)


def _run(
    office: Office, data: bytes, suffix: str, folder: Path, seconds: float
) -> bytes | NotConverted:
    source, out, profile = folder / f"exhibit.{suffix}", folder / "out", folder / "profile"
    source.write_bytes(data)
    out.mkdir()
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    command = [
        *_with_limits(seconds), *_without_network(),
        office.command, f"-env:UserInstallation={profile.as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(out), str(source),
    ]  # fmt: skip
    said = b""
    try:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            said = process.communicate(timeout=seconds)[0]
        finally:
            _end_group(process)
    except subprocess.TimeoutExpired:
        return NotConverted(f"LibreOffice did not finish within {seconds:g} seconds")
    except OSError as error:
        return NotConverted("LibreOffice could not be started", str(error))
    made = out / "exhibit.pdf"
    pdf = made.read_bytes() if made.is_file() else b""
    if not pdf.startswith(b"%PDF-") or b"%%EOF" not in pdf[-1024:]:
        return NotConverted(
            "LibreOffice could not read it", said.decode(errors="replace").strip()[-500:]
        )
    return pdf


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """End what the run left behind: soffice starts a second process and may not wait for it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, ProcessLookupError, PermissionError):
        process.kill()
    process.communicate()


def _environment(home: Path) -> dict[str, str]:
    kept_names = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE")
    kept_values = {name: os.environ[name] for name in kept_names if name in os.environ}
    return kept_values | {
        "HOME": str(home), "TMPDIR": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp", "XDG_RUNTIME_DIR": str(home), "XDG_CONFIG_HOME": str(home),
    }  # fmt: skip


@once
def _without_network() -> tuple[str, ...]:
    """The words before a command that take the network from it, where this system allows it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    for words in ((unshare, "--net"), (unshare, "--net", "--map-root-user")):
        try:
            if (
                subprocess.run(
                    [*words, "true"], capture_output=True, timeout=10, check=False
                ).returncode
                == 0
            ):
                return words
        except (OSError, subprocess.SubprocessError):
            continue
    return ()


def _with_limits(seconds: float) -> tuple[str, ...]:
    """The words before a command that bound its memory (4 GiB) and its processor time."""
    shell = shutil.which("sh")
    if shell is None:
        return ()
    return (shell, "-c", f'ulimit -v 4194304; ulimit -t {int(seconds) + 1}; exec "$@"', "sh")


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n"
    )
