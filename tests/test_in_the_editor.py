"""What docs/editor.md promises: watching, the matcher of VS Code, and a commit that is stopped."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from indictment.folder.watching import is_of_matter
from tests.built import GOLDEN, ROOT, copied
from tests.watched import COMMAND, answer, environment, replaced, watching

SMALL = GOLDEN / "small"
TASKS = ROOT / "docs" / "editor" / "tasks.json"
HOOK = ROOT / "docs" / "editor" / "pre-commit"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
COUNT = "counts/01-pillage.md"


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    return copied(SMALL, tmp_path / "matter")


def test_a_matter_is_checked_again_after_each_save(matter: Path) -> None:
    with watching(matter, "--format", "short") as lines:
        first = answer(lines)
        assert first[0] == "Checking matter …"
        assert first[1].startswith("Nothing to report:")
        replaced(matter / COUNT, "[@order-14, p. 2]", "[@order-14, p. 9]")
        second = answer(lines)
        assert second[1].startswith(f"{COUNT}:21:119: error[CIT003]")
        replaced(matter / COUNT, "[@order-14, p. 9]", "[@order-14, p. 2]")
        assert answer(lines)[1].startswith("Nothing to report:")


def test_a_matter_that_cannot_be_read_is_said_and_watched_on(matter: Path) -> None:
    with watching(matter) as lines:
        answer(lines)
        head = matter / "matter.yaml"
        whole = head.read_text("utf-8")
        head.write_text("title: [", "utf-8")
        assert any("error[FRM001]" in line for line in answer(lines))
        head.write_text(whole, "utf-8")
        assert any(line.startswith("Nothing to report:") for line in answer(lines))


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("matter.yaml", True),
        ("counts/01-pillage.md", True),
        ("exhibits/order.pdf", True),
        ("templates/own/style.css", True),
        ("counts", True),
        ("build/indictment.pdf", False),
        (".indict/cache/x", False),
        (".git/index", False),
        ("counts/.01-pillage.md.swp", False),
        ("counts/01-pillage.md~", False),
        ("exhibits/~$order.docx", False),
        ("notes.txt", False),
    ],
)
def test_only_what_belongs_to_the_matter_starts_a_check(path: str, counts: bool) -> None:
    root = Path("/matters/doe")
    assert is_of_matter(root, str(root / path)) is counts


# --- Visual Studio Code ----------------------------------------------------------------------------


def tasks() -> list[dict[str, object]]:
    lines = TASKS.read_text("utf-8").splitlines()
    read = json.loads("\n".join(line for line in lines if not line.lstrip().startswith("//")))
    found: list[dict[str, object]] = read["tasks"]
    return found


@pytest.mark.parametrize("task", tasks(), ids=lambda task: str(task["label"]))
def test_the_matcher_reads_what_the_command_says(task: dict[str, object], matter: Path) -> None:
    replaced(matter / COUNT, "[@order-14, p. 2]", "[@order-14, p. 9]")
    done = subprocess.run(
        (*COMMAND, "check", "--format", "short"),
        cwd=matter, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    matcher = task["problemMatcher"]
    assert isinstance(matcher, dict)
    pattern = matcher["pattern"]
    found = [m for line in done.stdout.splitlines() if (m := re.match(pattern["regexp"], line))]
    (only,) = found
    said = {key: only[place] for key, place in pattern.items() if isinstance(place, int)}
    assert said == {
        "file": COUNT,
        "line": "21",
        "column": "119",
        "severity": "error",
        "code": "CIT003",
        "message": "page 9 is cited, but exhibit P001 has 2 pages",
    }


def test_the_matcher_knows_where_a_check_begins_and_ends(matter: Path) -> None:
    (watch,) = (task for task in tasks() if task.get("isBackground"))
    matcher = watch["problemMatcher"]
    assert isinstance(matcher, dict)
    words = str(watch["command"]).split()
    assert words[:2] == ["indict", "check"]
    options = [word for word in words[2:] if word != "--watch"]
    with watching(matter, *options) as lines:
        said = answer(lines)
    assert re.match(matcher["background"]["beginsPattern"], said[0])
    assert re.match(matcher["background"]["endsPattern"], said[-1])


# --- a commit --------------------------------------------------------------------------------------


@pytest.fixture
def repository(matter: Path, tmp_path: Path) -> Path:
    """The matter under git, with an `indict` on the path of its hooks."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "indict"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m indictment "$@"\n')
    program.chmod(0o755)
    git(matter, "init", "--quiet")
    git(matter, "add", ".")
    git(matter, "commit", "--quiet", "-m", "as received")
    return matter


def git(matter: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    path = f"{matter.parent / 'programs'}{os.pathsep}{os.environ['PATH']}"
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    return subprocess.run(
        ("git", *arguments), cwd=matter, env=environment(PATH=path, **names),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def installed(repository: Path, script: str) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(script)
    hook.chmod(0o755)


def of_framework() -> str:
    """The hook as the framework calls it."""
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    assert hook["pass_filenames"] is False
    return f"#!/bin/sh\nexec {hook['entry']}\n"


@pytest.mark.parametrize(
    "script", [HOOK.read_text("utf-8"), of_framework()], ids=["sh", "framework"]
)
def test_a_commit_with_errors_is_stopped_with_the_same_message(
    repository: Path, script: str
) -> None:
    installed(repository, script)
    replaced(repository / COUNT, "[@order-14, p. 2]", "[@order-14, p. 9]")
    stopped = git(repository, "commit", "-am", "a page that is not there")
    assert stopped.returncode == 1
    alone = subprocess.run(
        (*COMMAND, "check"), cwd=repository, env=environment(),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "error[CIT003]" in alone.stdout
    assert alone.stdout in stopped.stdout + stopped.stderr
    assert git(repository, "log", "--format=%s").stdout == "as received\n"
    replaced(repository / COUNT, "[@order-14, p. 9]", "[@order-14, pp. 1-2]")
    assert git(repository, "commit", "-am", "both pages").returncode == 0


def test_the_hook_is_called_for_each_file_of_a_matter() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    files = re.compile(hook["files"])
    for path in ("matter.yaml", "counts/01.md", "cases/doe/exhibits/list.yaml", "numbers.yaml"):
        assert files.search(path), path
    assert not files.search("README.md")


def test_the_hook_can_be_carried_out() -> None:
    assert os.access(HOOK, os.X_OK)
    assert shutil.which("sh")
