"""A matter on disk: what stands in the place of a file is named, never passed over."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from indictment.folder import DiskFolder
from indictment.pipeline.reading import check_folder
from tests.rule_pages import FOLDER, OF_A_WHOLE_MATTER, read

FILES = read(FOLDER / "README.md").sections[0].files


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    root = tmp_path / "matter"
    for path, content in FILES.items():
        assert content is not None
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def said(root: Path) -> list[tuple[str, str, str, str]]:
    return [
        (d.span.file, d.rule.code, str(d.severity), d.message)
        for d in check_folder(DiskFolder(root)).diagnostics
        if d.rule.code not in OF_A_WHOLE_MATTER
    ]


def test_a_folder_with_the_name_of_a_file_is_named(matter: Path) -> None:
    (matter / "facts" / "03-harbour.md").mkdir()
    (matter / "persons.yaml").mkdir()
    words = "this is a folder, so nothing of it is read"
    assert said(matter) == [
        ("facts/03-harbour.md", "FRM206", "error", words),
        ("persons.yaml", "FRM206", "error", words),
    ]


def test_a_link_that_leads_out_of_the_matter_or_nowhere_is_named(matter: Path) -> None:
    (matter.parent / "elsewhere.md").write_text("The mill burned [@order-14, p. 1].\n")
    (matter / "facts" / "03-mill.md").symlink_to(matter.parent / "elsewhere.md")
    (matter / "facts" / "04-quay.md").symlink_to("nowhere.md")
    assert said(matter) == [
        (
            "facts/03-mill.md", "FRM206", "error",
            "this is a link that leads out of the matter, so nothing of it is read",
        ),
        (
            "facts/04-quay.md", "FRM206", "error",
            "this is a link that leads nowhere, so nothing of it is read",
        ),
    ]  # fmt: skip


def test_a_link_to_a_folder_is_named(matter: Path) -> None:
    (matter / "notes").mkdir()
    (matter / "facts" / "older").symlink_to(matter / "notes")
    assert [(file, code) for file, code, _, _ in said(matter)] == [("facts/older", "FRM203")]


def test_a_folder_that_may_not_be_opened_is_named(
    matter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts, scandir = matter / "facts", os.scandir

    def refused(path: str) -> "os._ScandirIterator[str]":
        if Path(path) == facts:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != facts)
    words = "this is a folder that this user may not read, so nothing of it is read"
    assert ("facts", "FRM206", "error", words) in said(matter)


def test_a_file_whose_folder_may_not_be_entered_is_named(
    matter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = matter / "facts"
    (file,) = facts.iterdir()

    def refused(
        stat: Callable[..., os.stat_result], path: str | int, **how: bool
    ) -> os.stat_result:
        if not isinstance(path, int) and Path(path).parent == facts:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, **how)

    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, partial(refused, getattr(os, name)))
    words = "this is a file that this user may not read, so nothing of it is read"
    assert (f"facts/{file.name}", "FRM206", "error", words) in said(matter)


def test_a_file_with_the_name_of_a_folder_is_named(matter: Path) -> None:
    (matter / "annexes").write_text("Annexed.\n")
    assert said(matter) == [
        ("annexes", "FRM206", "error", "this is a file, so nothing of it is read")
    ]


def test_a_link_inside_the_matter_is_read(matter: Path) -> None:
    (matter / "notes").mkdir()
    (matter / "notes" / "mill.md").write_text("The mill burned [@order-14, p. 1].\n")
    (matter / "facts" / "03-mill.md").symlink_to("../notes/mill.md")
    assert said(matter) == []


def test_a_count_with_the_line_ends_and_mark_of_windows_simply_works(matter: Path) -> None:
    count = matter / "counts" / "01-pillage.md"
    text = count.read_text() + "\n@nobody was asked.\n"
    count.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (only,) = [d for d in check_folder(DiskFolder(matter)).diagnostics if d.rule.form]
    line = text.split("\n").index("@nobody was asked.") + 1
    assert (only.rule.code, only.span.line, only.span.column) == ("XRF001", line, 1)


def test_a_matter_saved_as_utf_16_is_told_the_remedy(matter: Path) -> None:
    caption = matter / "matter.yaml"
    caption.write_bytes(caption.read_text().encode("utf-16"))
    checked = check_folder(DiskFolder(matter))
    (only,) = checked.diagnostics
    assert (only.rule.code, only.message) == ("FRM013", "this file is saved as UTF-16")
    assert "UTF-8" in only.help
    assert "matter.yaml" not in checked.texts, "there is nothing to show that could be read"
