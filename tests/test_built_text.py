"""A Word file of a text that was built before is the one that is written from the beginning."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indictment.cli import command
from indictment.pipeline import building
from tests.built import GOLDEN, copied
from tests.repositories import repo
from tests.watched import replaced

pytestmark = pytest.mark.slow
COUNT = "counts/01-pillage.md"
KEPT = "The text has not changed since it was built."


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(command, ["build", str(root), *words])


def word_file(root: Path, name: str = "indictment.docx") -> bytes:
    return (root / "build" / name).read_bytes()


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    """A matter whose PDF was built."""
    root = copied(GOLDEN / "small", tmp_path / "matter")
    assert run(root, "--only", "pdf").exit_code == 0
    return root


def test_it_is_the_same_and_nothing_is_read_for_it(
    matter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(building, "build", None)
        done = run(matter, "--only", "docx", "--timings")
    assert done.exit_code == 0, done.output
    assert done.output.startswith(KEPT)
    assert "from an earlier build: indictment.pdf" in done.output
    assert "writing the Word file" in done.output
    content = word_file(matter)
    assert "Nothing has changed" in run(matter, "--only", "docx").output
    assert KEPT not in run(matter, "--only", "docx", "--again").output
    assert word_file(matter) == content


CHANGES: dict[str, Callable[[Path], object]] = {
    "another word": lambda root: replaced(root / COUNT, "barge", "boat"),
    "another form": lambda root: (
        (root / "templates/international").mkdir(parents=True)
        or (root / "templates/international/style.css").write_text("p { color: black }", "utf-8")
    ),
    "no cache": lambda root: (root / ".indict/cache/text").unlink(),
    "a damaged cache": lambda root: (root / ".indict/cache/text").write_bytes(b"{}\n<html>"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_read_again(matter: Path, change: Callable[[Path], object]) -> None:
    change(matter)
    done = run(matter, "--only", "docx")
    assert KEPT not in done.output
    assert word_file(matter)


def test_one_that_is_filed_is_of_no_draft_and_bears_no_labels(matter: Path) -> None:
    assert KEPT not in run(matter, "--only", "docx", "--final").output
    assert run(matter, "--only", "pdf", "--final").exit_code == 0
    (matter / "build/indictment.docx").unlink()
    assert run(matter, "--only", "docx", "--final").output.startswith(KEPT)
    content = word_file(matter)
    assert run(matter, "--only", "docx", "--final", "--again").exit_code == 0
    assert word_file(matter) == content
    assert run(matter, "--only", "docx").output.startswith(KEPT)
    assert word_file(matter) != content


def test_what_there_is_to_say_of_the_text_is_told_in_short(matter: Path) -> None:
    replaced(matter / COUNT, "[@order-14, p. 2]", "[@order-14, p. 999]")
    assert run(matter, "--only", "pdf").exit_code == 1
    done = run(matter, "--only", "docx")
    assert done.exit_code == 1
    assert done.output.startswith(f"{KEPT} Of it there is to say: 1 error")
    assert "XRF" not in done.output
    content = word_file(matter)
    assert run(matter, "--only", "docx", "--again").exit_code == 1
    assert word_file(matter) == content


def test_one_that_may_not_be_published_is_called_so(tmp_path: Path) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    replaced(root / "matter.yaml", "classification: public", "classification: confidential")
    run(root, "--only", "pdf")
    assert run(root, "--only", "docx").output.startswith(KEPT)
    assert word_file(root, "indictment-confidential.docx")


def test_it_names_the_commit_that_holds_the_sources_now(
    matter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(matter, "--only", "docx")
    before = word_file(matter)
    repo(matter, monkeypatch).commit("As it was written")
    run(matter, "--only", "pdf")
    assert run(matter, "--only", "docx").output.startswith(KEPT)
    content = word_file(matter)
    assert content != before
    run(matter, "--only", "docx", "--again")
    assert word_file(matter) == content


def test_what_keeps_it_from_being_written_is_said_in_full(tmp_path: Path) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    (root / "templates/international").mkdir(parents=True)
    (root / "templates/international/reference.docx").write_bytes(b"no Word document")
    assert run(root, "--only", "pdf").exit_code == 0
    done = run(root, "--only", "docx")
    assert done.exit_code == 1
    assert "reference.docx" in done.output
    assert not (root / "build/indictment.docx").exists()
