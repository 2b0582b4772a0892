"""A new matter: complete, clean, and never over something else."""

from pathlib import Path

import pytest

from indictment.edit import new
from indictment.folder import MemoryFolder
from indictment.pipeline.reading import check_folder


def test_it_is_clean_and_shows_each_part() -> None:
    files = new.files()
    checked = check_folder(MemoryFolder(files))
    assert checked.diagnostics == ()
    assert {name.split("/")[0] for name in files} >= {
        "matter.yaml", "defendants", "facts", "counts", "exhibits", "offences", "schemas",
        ".gitignore",
    }  # fmt: skip


def test_each_file_names_a_schema_that_comes_with_it(tmp_path: Path) -> None:
    new.write(tmp_path / "matter")
    root = tmp_path / "matter"
    named = 0
    for path in (*root.rglob("*.md"), *root.rglob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines()[:2]:
            if line.startswith("# yaml-language-server: $schema="):
                assert (path.parent / line.split("=", 1)[1]).resolve().is_file(), path
                named += 1
    assert named == 6


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        new.write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
