"""Word files with tracked changes -> the files as LibreOffice accepts or rejects them all."""

import os
import tempfile
from collections.abc import Sequence
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
Sub SettleAll(list As String)
  Dim line As String
  number = FreeFile
  Open list For Input As #number
  Do While Not EOF(number)
    Line Input #number, line
    If line &lt;&gt; "" Then
      words = Split(line, "|")
      Settle(words(0), words(1), words(2))
    End If
  Loop
  Close #number
End Sub

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


Answer = Literal["accept", "reject", "nothing"]


def settled(data: bytes, answer: Answer) -> bytes:
    """The Word file that LibreOffice saves, with all changes accepted, rejected, or as they are.

    Raises:
        ReaderError: LibreOffice wrote nothing.
    """
    return settled_together([(data, answer)])[0]


def settled_together(wanted: Sequence[tuple[bytes, Answer]]) -> list[bytes]:
    """The Word files that LibreOffice saves for several, one after the other; it starts once.

    Raises:
        ReaderError: LibreOffice did not write all of them.
    """
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as name:
        lines, targets = [], []
        for number, (data, answer) in enumerate(wanted):
            source, target = Path(name) / f"{number}-before.docx", Path(name) / f"{number}.docx"
            source.write_bytes(data)
            lines.append(f"{source.as_uri()}|{target.as_uri()}|{COMMANDS[answer]}")
            targets.append(target)
        told = Path(name) / "list.txt"
        told.write_text("\n".join(lines), encoding="utf-8")
        output = _start(
            Path(_profile().name), f'macro:///Standard.Changes.SettleAll("{told.as_uri()}")'
        )
        if missing := [target.name for target in targets if not target.is_file()]:
            raise ReaderError(f"LibreOffice saved no {', '.join(missing)}: {output}")
        return [target.read_bytes() for target in targets]
