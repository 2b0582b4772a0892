"""A Word file with tracked changes -> the file as LibreOffice accepts or rejects them all."""

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

from tests.readers.running import ReaderError, run

COMMANDS = {
    "accept": ".uno:AcceptAllTrackedChanges",
    "reject": ".uno:RejectAllTrackedChanges",
    "nothing": "",
}

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic" script:moduleType="normal">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  End If
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, saved())
  document.close(True)
End Sub
</script:module>
"""

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"""


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """A profile with the macro. LibreOffice makes its own when it starts first, and would undo ours."""
    folder = tempfile.TemporaryDirectory(prefix="libreoffice-")
    _start(Path(folder.name), "--terminate_after_init")
    basic = Path(folder.name) / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Changes.xba").write_text(MACRO, encoding="utf-8")
    return folder


def _start(profile: Path, *words: str) -> str:
    return run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
         "--nologo", *words],
        seconds=300,
        environment={**os.environ, "HOME": str(profile)},
        online=False,
        may_fail=True,
    )  # fmt: skip


def settled(data: bytes, answer: Literal["accept", "reject", "nothing"]) -> bytes:
    """The Word file that LibreOffice saves, with all changes accepted, rejected, or as they are.

    Raises:
        ReaderError: LibreOffice wrote nothing.
    """
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as name:
        source, target = Path(name) / "before.docx", Path(name) / "after.docx"
        source.write_bytes(data)
        words = (source.as_uri(), target.as_uri(), COMMANDS[answer])
        given = ", ".join(f'"{one}"' for one in words)
        output = _start(Path(_profile().name), f"macro:///Standard.Changes.Settle({given})")
        if not target.is_file():
            raise ReaderError(f"LibreOffice saved no file: {output}")
        return target.read_bytes()
