"""Workflow commands as GitHub Actions reads them."""

import re
from dataclasses import replace
from urllib.parse import unquote

from indictment.diagnostics import Severity, Span, as_github
from tests.unit.diagnostics.making import RULE, at, full, warning

COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the host takes it apart."""
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found[2].split(","))
    return found[1], {key: unquote(value) for key, value in pairs}, unquote(found[3])


def test_an_error_stands_at_its_line_with_its_place_authority_and_remedy() -> None:
    kind, where, words = read(as_github.write([full()]).rstrip("\n"))
    assert kind == "error"
    assert where == {
        "file": "counts/01.md",
        "line": "2",
        "endLine": "2",
        "col": "5",
        "endColumn": "7",
        "title": "ABC001 missing-thing",
    }
    assert words.split("\n") == [
        "the thing is missing",
        "In: Count 1 › paragraph 3",
        "Note: a first note",
        "Note: a second note",
        "Rule: Rule 1(a)",
        "Help: put it there",
    ]


def test_a_warning_and_a_note_have_their_own_commands() -> None:
    said = [warning(), replace(warning(), severity=Severity.NOTE)]
    kinds = [read(line)[0] for line in as_github.write(said).splitlines()]
    assert kinds == ["warning", "notice"]


def test_paths_count_from_the_root_of_the_repository() -> None:
    _, where, _ = read(as_github.write([warning()], "cases/doe/").rstrip("\n"))
    assert where["file"] == "cases/doe/counts/01.md"


def test_signs_that_end_a_command_are_written_otherwise() -> None:
    said = RULE.at(at(1, 1, 1, file="exhibits/a,b: 100%.yaml"), "50%\nof it: all, or nothing")
    (line,) = as_github.write([said]).splitlines()
    _, where, words = read(line)
    assert where["file"] == "exhibits/a,b: 100%.yaml"
    assert words.startswith("50%\nof it: all, or nothing\n")


def test_what_runs_over_several_lines_has_no_columns() -> None:
    said = RULE.at(Span("counts/01.md", 3, 7, 5, 2), "too long")
    _, where, _ = read(as_github.write([said]).rstrip("\n"))
    assert (where["line"], where["endLine"]) == ("3", "5")
    assert not {"col", "endColumn"} & set(where)
