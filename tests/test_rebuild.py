"""What has not changed is not built again; what has changed always is."""

import os
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from indictment.cli import command
from indictment.machine import fonts
from indictment.pipeline import building
from indictment.pipeline.unchanged import Held, LastBuild
from tests.built import GOLDEN, copied
from tests.watched import answer, replaced, watching

COUNT = "counts/01-pillage.md"


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    build(root)
    return root


def build(root: Path, *, final: bool = False) -> None:
    building.build(root, ("html",), final=final, progress=lambda stage, detail: None)


def held(root: Path, *, final: bool = False) -> Held | None:
    return LastBuild.of(root, ("html",), final=final).held()


def test_a_build_holds_until_something_changes(matter: Path) -> None:
    found = held(matter)
    assert found is not None
    assert [name for name, _, _ in found.made] == ["indictment.html"]
    assert (found.errors, found.warnings) == (0, 0)


def touched(root: Path) -> None:
    file = root / COUNT
    now = file.stat()
    file.write_text(file.read_text("utf-8"), "utf-8")
    os.utime(file, ns=(now.st_atime_ns, now.st_mtime_ns))


def in_place(root: Path) -> None:
    """As many bytes, and the old time: a tool that keeps times."""
    file = root / COUNT
    now = file.stat()
    file.write_text(file.read_text("utf-8").replace("barge", "birge"), "utf-8")
    os.utime(file, ns=(now.st_atime_ns, now.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "another word": lambda root: replaced(root / COUNT, "barge", "boat"),
    "written as it was": touched,
    "another word at the same time": in_place,
    "another exhibit": lambda root: next((root / "exhibits").glob("*.pdf")).write_bytes(
        b"%PDF-1.4"
    ),
    "a new file": lambda root: (root / "facts/99-new.md").write_text(
        "---\ntitle: New\n---\n", "utf-8"
    ),
    "a file less": lambda root: next((root / "facts").glob("*.md")).unlink(),
    "no output": lambda root: (root / "build/indictment.html").unlink(),
    "another output": lambda root: (root / "build/indictment.html").write_text("", "utf-8"),
    "no cache": lambda root: shutil.rmtree(root / ".indict"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_of_sources_or_files_counts(
    matter: Path, change: Callable[[Path], object]
) -> None:
    change(matter)
    assert held(matter) is None
    build(matter)
    if (matter / "build" / "indictment.html").exists():
        assert held(matter) is not None


def test_another_font_of_the_machine_counts(matter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "state", lambda: "another")
    assert held(matter) is None


def test_a_draft_holds_for_no_final_build(matter: Path) -> None:
    assert held(matter, final=True) is None


def test_what_changes_while_it_is_built_is_built_again(
    matter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(matter / COUNT, "barge", "boat")
    bind = building.bind_folder

    def meanwhile(*given: object, **named: object) -> object:
        found = bind(*given, **named)  # type: ignore[arg-type]
        replaced(matter / COUNT, "boat", "ship")
        return found

    monkeypatch.setattr(building, "bind_folder", meanwhile)
    build(matter)
    assert held(matter) is None


def test_a_matter_is_built_again_after_each_save(matter: Path) -> None:
    page = matter / "build" / "indictment.html"
    with watching(matter, "--only", "html", verb="build") as lines:
        answer(lines)
        assert "a wooden boat" not in page.read_text("utf-8")
        time.sleep(2)  # no part of the build
        replaced(matter / COUNT, "the barge", "a wooden boat")
        said = answer(lines)
        assert any(line.startswith("indictment.html") for line in said)
        (took,) = (m for line in said if (m := re.search(r"1 file in .*, (\d+\.\d) s$", line)))
        assert float(took[1]) < 2
        assert "a wooden boat" in page.read_text("utf-8")
        replaced(matter / COUNT, "elements=", "element=")
        assert any("nothing was written" in line for line in answer(lines))
        assert "a wooden boat" in page.read_text("utf-8")
        replaced(matter / COUNT, "element=", "elements=")
        assert any(line.startswith("indictment.html") for line in answer(lines))


def test_a_cache_that_cannot_be_written_is_said_and_costs_nothing_else(matter: Path) -> None:
    shutil.rmtree(matter / ".indict")
    (matter / ".indict").write_text("", "utf-8")
    done = CliRunner().invoke(command, ["build", str(matter), "--only", "html"])
    assert done.exit_code == 0
    assert "nothing could be kept in .indict/cache" in done.output
    assert (matter / "build/indictment.html").is_file()


def test_how_many_errors_the_last_build_had_is_known_whatever_it_made(matter: Path) -> None:
    """A draft is headed with their number, and is begun before the rules have been asked."""
    replaced(matter / COUNT, "[@order-14, p. 2]", "[@order-14, p. 999]")
    build(matter)
    found = [LastBuild.of(matter, outputs, final=False).errors() for outputs in ((), ("pdf",))]
    assert found == [1, 1]
    assert LastBuild.of(matter, (), final=True).errors() == 0
