"""A file in the editor."""

import sys
from pathlib import Path

import pytest

from indictment.preview.editor import Editor, UnknownEditor

FILE = "counts/01 pillage.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "matter of state"
    (root / "counts").mkdir(parents=True)
    (root / FILE).write_text("one\n")
    (tmp_path / "secret.txt").write_text("not of the matter\n")
    return root


def writing(tmp_path: Path) -> tuple[str, Path]:
    """A command that writes what it was given, and where."""
    script, said = tmp_path / "editor.py", tmp_path / "said"
    script.write_text(
        f"import sys, pathlib; pathlib.Path({str(said)!r}).write_text('\\n'.join(sys.argv[1:]))"
    )
    return f"'{sys.executable}' '{script}' --goto {{file}}:{{line}}", said


def test_without_a_command_it_is_the_address_of_visual_studio_code(root: Path) -> None:
    assert Editor(root).address().startswith("vscode://file/")
    assert Editor(root).address().endswith("/matter%20of%20state/")
    assert Editor(root).open(FILE, 3, {FILE}) == "No command was given with --editor."


def test_the_command_gets_file_and_line_as_words_of_their_own(root: Path, tmp_path: Path) -> None:
    command, said = writing(tmp_path)
    editor = Editor(root, command)
    assert editor.address() == ""
    assert editor.open(FILE, 3, {FILE}) == ""
    editor.wait()
    assert said.read_text().splitlines() == ["--goto", f"{root / FILE}:3"]


@pytest.mark.parametrize(
    "file", ["../secret.txt", "counts/../../secret.txt", "/etc/passwd", "matter.yaml", "", "counts"]
)
def test_only_files_of_the_matter_are_opened(root: Path, tmp_path: Path, file: str) -> None:
    command, said = writing(tmp_path)
    known = {FILE, "../secret.txt", "counts"}
    assert "is no file of this matter" in Editor(root, command).open(file, 1, known)
    assert not said.exists()


def test_a_link_that_leads_out_is_not_opened(root: Path, tmp_path: Path) -> None:
    command, _ = writing(tmp_path)
    (root / "counts" / "out.md").symlink_to(tmp_path / "secret.txt")
    editor = Editor(root, command)
    assert "is no file" in editor.open("counts/out.md", 1, {"counts/out.md"})


def test_a_command_that_is_none_is_said(root: Path) -> None:
    with pytest.raises(UnknownEditor, match="does not say where the file goes"):
        Editor(root, "vim")
    with pytest.raises(UnknownEditor, match="is no command"):
        Editor(root, "vim '{file}")
    said = Editor(root, "no-such-editor-here {file}").open(FILE, 1, {FILE})
    assert said == "The editor could not be started: No such file or directory."
