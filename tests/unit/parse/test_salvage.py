"""A fault in one file does not hide the mistakes in the others."""

from pathlib import Path

import pytest

from indictment.diagnostics import Diagnostic
from indictment.folder import DiskFolder, MemoryFolder
from indictment.pipeline.reading import check_folder

SMALL = DiskFolder(Path(__file__).parents[2] / "golden" / "small")


def files() -> dict[str, bytes]:
    return {path: SMALL.read(path) or b"" for path in SMALL.files()}


def said(**changed: tuple[str, str]) -> list[Diagnostic]:
    """What is said of the small clean matter with a mistake in its count, and others changed."""
    given = files()
    given["counts/01-pillage.md"] += b"\nTODO [@order-14, p. 9].\n"
    for key, (old, new) in changed.items():
        path = {"matter": "matter.yaml", "exhibits": "exhibits/exhibits.yaml"}[key]
        assert old.encode() in given[path]
        given[path] = given[path].replace(old.encode(), new.encode(), 1)
    return list(check_folder(MemoryFolder(given)).diagnostics)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"matter": ("title:", "titel:")}, "FRM003"),
        ({"matter": ("date: ", "date: about ")}, "FRM006"),
        ({"matter": ("court: ", "court: other-")}, "FRM204"),
        ({"exhibits": ("    pages: 2", "    pages: 2\n    simbol: X")}, "FRM003"),
    ],
)
def test_the_mistakes_of_other_files_are_found_as_well(
    change: dict[str, tuple[str, str]], code: str
) -> None:
    codes = {d.rule.code for d in said(**change)}
    assert {code, "TXT002"} <= codes


def test_what_only_follows_from_the_fault_is_not_said() -> None:
    codes = [d.rule.code for d in said(exhibits=("    pages: 2", "    pages: 2\n    simbol: X"))]
    assert "CIT001" not in codes


def test_nothing_is_built_from_what_was_salvaged() -> None:
    given = files()
    given["matter.yaml"] = given["matter.yaml"].replace(b"title:", b"titel:", 1)
    assert not check_folder(MemoryFolder(given)).can_be_built
