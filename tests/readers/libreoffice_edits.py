"""A Word file -> the same one after LibreOffice made edits in it, as its user would by hand.

    changed = edited_by_libreoffice(
        docx, [Insert("the quay", " in the harbour"), Delete("by night")], "Ann Lee", tmp_path
    )

LibreOffice opens the file, records changes, makes the steps by its own interface (a macro in a
profile of its own, no network) and saves as .docx. Its clock dates the changes. Without steps the
file is only opened and saved. Each step finds its place by words that stand in one paragraph.
"""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tests.readers.running import ReaderError, run


@dataclass(frozen=True)
class Insert:
    """Type `text` behind `words`."""

    words: str
    text: str


@dataclass(frozen=True)
class Delete:
    """Delete `words`."""

    words: str


@dataclass(frozen=True)
class DeleteParagraph:
    """Delete the paragraph in which `words` stand, with its mark."""

    words: str


@dataclass(frozen=True)
class Split:
    """Press Enter behind `words`."""

    words: str


@dataclass(frozen=True)
class Comment:
    """Write a comment about `words`."""

    words: str
    text: str


@dataclass(frozen=True)
class Footnote:
    """Insert a footnote behind `words`."""

    words: str
    text: str


@dataclass(frozen=True)
class Italic:
    """Set `words` in italics."""

    words: str


@dataclass(frozen=True)
class AcceptAll:
    """Take over all tracked changes."""


@dataclass(frozen=True)
class RejectAll:
    """Undo all tracked changes."""


Step = (
    AcceptAll | RejectAll | Insert | Delete | DeleteParagraph | Split | Comment | Footnote | Italic
)

MACRO = """
Sub Main
  Dim args(1) As New com.sun.star.beans.PropertyValue
  REM not Hidden: without a view LibreOffice crashes on a comment
  On Error Goto Failed
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, args())
  doc.RecordChanges = {tracked}
{steps}
  args(0).Name = "FilterName" : args(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{target}", args())
  doc.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  number = FreeFile
  Open "{failure}" For Output As #number
  Print #number, Error$ & " (line " & Erl & ")"
  Close #number
  StarDesktop.terminate()
End Sub

Function Place(doc, words)
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  found = doc.findFirst(search)
  If IsNull(found) Then Error 1001
  Place = found.Text.createTextCursorByRange(found)
End Function

Sub DoInsert(doc, words, text)
  at = Place(doc, words)
  at.collapseToEnd()
  at.Text.insertString(at, text, False)
End Sub

Sub DoDelete(doc, words)
  at = Place(doc, words)
  at.String = ""
End Sub

Sub DoDeleteParagraph(doc, words)
  at = Place(doc, words)
  at.collapseToStart()
  at.gotoStartOfParagraph(False)
  at.gotoEndOfParagraph(True)
  at.goRight(1, True)
  at.String = ""
End Sub

Sub DoSplit(doc, words)
  at = Place(doc, words)
  at.collapseToEnd()
  at.Text.insertControlCharacter(at, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub

Sub DoComment(doc, words, text)
  at = Place(doc, words)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "{author}"
  note.Content = text
  at.Text.insertTextContent(at, note, True)
End Sub

Sub DoFootnote(doc, words, text)
  at = Place(doc, words)
  at.collapseToEnd()
  note = doc.createInstance("com.sun.star.text.Footnote")
  at.Text.insertTextContent(at, note, False)
  note.String = text
End Sub

Sub Dispatch(doc, command)
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
End Sub

Sub DoAcceptAll(doc)
  Dispatch(doc, ".uno:AcceptAllTrackedChanges")
End Sub

Sub DoRejectAll(doc)
  Dispatch(doc, ".uno:RejectAllTrackedChanges")
End Sub

Sub DoItalic(doc, words)
  at = Place(doc, words)
  at.CharPosture = com.sun.star.awt.FontSlant.ITALIC
End Sub
"""


def edited_by_libreoffice(
    docx_path: Path, steps: Sequence[Step], author: str, tmp_path: Path, *, tracked: bool = True
) -> Path:
    """The file that LibreOffice saved into `tmp_path`, by a name of its own.

    Raises:
        ReaderError: a step did not find its words, or nothing was saved.
    """
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as name:
        profile = Path(name)
        source, target = profile / "source.docx", profile / "edited.docx"
        shutil.copyfile(docx_path, source)
        failure = profile / "failure.txt"
        office = ["soffice", f"-env:UserInstallation={(profile / 'user').as_uri()}", "--headless",
                  "--norestore", "--nologo"]  # fmt: skip
        environment = {**os.environ, "HOME": name, "TZ": "UTC"}
        # The first start makes the profile; what is put there before is overwritten.
        run(
            [*office, "--terminate_after_init"], seconds=300, environment=environment, may_fail=True
        )
        _write_profile(
            profile / "user" / "user",
            author,
            MACRO.format(
                source=source.as_uri(),
                target=target.as_uri(),
                failure=failure,
                tracked=tracked,
                author=_literal(author)[1:-1],
                steps="\n".join(f"  {_call(step)}" for step in steps),
            ),
        )
        output = run(
            [*office, "macro:///Standard.Module1.Main"],
            seconds=300,
            environment=environment,
            online=False,
            may_fail=True,
        )
        if failure.is_file():
            output += failure.read_text(encoding="utf-8", errors="replace")
        if not target.is_file():
            raise ReaderError(f"LibreOffice did not save {docx_path}: {output}")
        tmp_path.mkdir(parents=True, exist_ok=True)
        number = len(list(tmp_path.glob("edited-*.docx"))) + 1
        return Path(shutil.move(target, tmp_path / f"edited-{number}.docx"))


def _call(step: Step) -> str:
    values = [getattr(step, name) for name in step.__dataclass_fields__]
    return f"Call Do{type(step).__name__}({', '.join(['doc', *map(_literal, values)])})"


def _literal(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _write_profile(user: Path, author: str, macro: str) -> None:
    """Give a fresh profile's user a name, and put the macro where its first, empty one stands."""
    settings = user / "registrymodifications.xcu"
    first, _, last = author.rpartition(" ")
    named = "".join(
        f'<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>"
        for key, value in (("givenname", first), ("sn", last))
    )
    written = settings.read_text(encoding="utf-8")
    settings.write_text(written.replace("</oor:items>", f"{named}</oor:items>"), encoding="utf-8")
    (user / "basic" / "Standard" / "Module1.xba").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{escape(macro)}</script:module>',
        encoding="utf-8",
    )
