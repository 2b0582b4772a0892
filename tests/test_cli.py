"""The command answers as the transcripts in tests/cli/ say."""

import json
import re
import shlex
import shutil
import socket
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from indictment.cli import command
from tests.absorb.edits import Edited
from tests.built import GOLDEN, copied
from tests.cli_pages import (
    Change,
    Commit,
    InWord,
    Section,
    Step,
    Taken,
    Typed,
    Without,
    pages,
    read,
)
from tests.repositories import Repo, repo

SECTIONS = [
    pytest.param(section, id=f"{path.stem}: {section.title}")
    for path in pages()
    for section in read(path)
]


@pytest.mark.parametrize("section", SECTIONS)
def test_transcript(section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "matter"
    if section.empty:
        folder.mkdir()
    else:
        copied(GOLDEN / "small", folder)
    if section.repository:
        repo(folder, monkeypatch)
    monkeypatch.chdir(folder)
    with ExitStack() as stack:
        for step in section.steps:
            if isinstance(step, Taken):
                stack.enter_context(socket.create_server(("127.0.0.1", step.port)))
            else:
                carry_out(step, folder)


def carry_out(step: Step, folder: Path) -> None:
    if isinstance(step, Typed):
        answer, code = typed(step.words)
        assert alike(answer, step.answer), f"$ {step.words}\n{answer}\n[exit {code}]"
        assert code == step.code, f"$ {step.words} ends with {code}"
        return
    if isinstance(step, Commit):
        Repo(folder).commit("As it stands", step.author, step.day)
        if step.tag:
            Repo(folder).git("tag", step.tag)
        return
    path = folder / step.file
    if isinstance(step, InWord):
        edited = Edited(path.read_bytes(), step.author)
        place = edited.find(step.old)
        edited.replace(place.paragraph, place.start, place.end, step.new)
        path.write_bytes(edited.save())
    elif isinstance(step, Change):
        text = path.read_text(encoding="utf-8")
        assert step.old in text, f"{step.file} does not hold “{step.old}”"
        path.write_text(text.replace(step.old, step.new), encoding="utf-8")
    elif isinstance(step, Without):
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.content, encoding="utf-8")


def typed(words: str) -> tuple[str, int]:
    """What a command line answers, and its exit code; `ls`, `cat`, `cp` and `git` are understood too."""
    name, *arguments = shlex.split(words)
    if name == "ls":
        names = (p.name for p in Path(*arguments).iterdir() if not p.name.startswith("."))
        return "\n".join(sorted(names)), 0
    if name == "cat":
        return Path(*arguments).read_text(encoding="utf-8").strip("\n"), 0
    if name == "cp":
        source, target = Path(arguments[-2]), Path(arguments[-1])
        hidden = shutil.ignore_patterns(".*", target.name)
        shutil.copytree(source, target, ignore=hidden)
        return "", 0
    if name == "git":
        return Repo(Path()).git(*arguments).strip("\n"), 0
    assert name == "indict", f"{name} is not understood"
    done = CliRunner().invoke(command, arguments, prog_name="indict")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output.strip("\n"), done.exit_code


def alike(answer: str, wanted: str) -> bool:
    """True if they are the same, but for what stands at each `…` within a line."""
    pattern = "\n".join(
        "[^\n]*".join(map(re.escape, line.split("…"))).rstrip() for line in wanted.split("\n")
    )
    return (
        re.fullmatch(pattern, "\n".join(line.rstrip() for line in answer.split("\n"))) is not None
    )


def test_an_answer_must_be_the_same_line_by_line() -> None:
    assert alike("1 file, 2.0 s\nend", "1 file, … s\nend")
    assert not alike("1 file\nmore\nend", "1 file…\nend")
    assert not alike("2 files", "1 file")


def test_the_findings_of_the_doctor_are_json() -> None:
    done = CliRunner().invoke(command, ["doctor", "--json"])
    found = {finding["name"]: finding for finding in json.loads(done.output)}
    assert {"Python", "Pango", "fonts", "LibreOffice"} <= set(found)
    assert found["Python"]["found"]
    lacking = [one for one in found.values() if one["needed"] and not one["found"]]
    assert done.exit_code == (3 if lacking else 0)
    assert all(one["remedy"] for one in found.values() if not one["found"])


def test_every_rule_can_be_explained() -> None:
    listed = CliRunner().invoke(command, ["explain"]).output.splitlines()
    assert len(listed) > 50
    for line in listed:
        code = line.split()[0]
        done = CliRunner().invoke(command, ["explain", code])
        assert done.exit_code == 0
        assert done.output.startswith(f"{code} ")


def test_sarif_has_what_its_readers_require(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(GOLDEN / "small", tmp_path / "matter")
    monkeypatch.chdir(folder)
    path = folder / "counts" / "01-pillage.md"
    path.write_text(path.read_text(encoding="utf-8").replace("@unlocking", "@unloking"))
    log = json.loads(CliRunner().invoke(command, ["check", "--format", "sarif"]).output)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "indict"
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        assert (folder / place["physicalLocation"]["artifactLocation"]["uri"]).is_file()
        assert (region["startLine"], region["startColumn"]) <= (
            region["endLine"],
            region["endColumn"],
        )


def test_the_last_line_of_an_answer_in_short_form_is_not_in_the_way_of_editors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(GOLDEN / "small", tmp_path / "matter")
    monkeypatch.chdir(folder)
    path = folder / "counts" / "01-pillage.md"
    path.write_text(path.read_text(encoding="utf-8").replace("@unlocking", "@unloking"))
    lines = CliRunner().invoke(command, ["check", "--format", "short"]).stdout.splitlines()
    assert lines
    for line in lines:
        assert re.match(r"\S+:\d+:\d+: (error|warning|note)\[[A-Z]{3}\d{3}\] ", line)
