"""The jobs in docs/ci/: they are read, their commands are ones that the command line knows, and they may do little."""

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from indictment.cli import command
from indictment.render.redline.markdown import MARKER

JOBS = Path(__file__).parents[1] / "docs" / "ci"
GITHUB = JOBS / "github-actions.yml"
GITLAB = JOBS / "gitlab-ci.yml"
OUTPUTS = {"markdown", "pdf", "docx", "html", "xlsx"}


def read(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def scripts(value: object) -> Iterator[str]:
    """Every line that a job runs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "before_script"):
                lines = inner if isinstance(inner, list) else [inner]
                yield from (line for text in lines for line in text.splitlines())
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def commands(path: Path) -> list[list[str]]:
    """The arguments of each `indict …`, with a name in the place of each variable."""
    lines = [line for line in scripts(read(path)) if line.strip().startswith("indict ")]
    return [shlex.split(re.sub(r"\$\w+", "HEAD", line))[1:] for line in lines]


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_the_job_makes_the_redline_and_the_schedule(path: Path) -> None:
    (arguments,) = commands(path)
    assert arguments[:3] == ["diff", "HEAD", "HEAD"]
    assert set(arguments[3:]) - {"--output"} == OUTPUTS


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
@pytest.mark.skipif(
    find_spec("indictment.cli.diff") is None, reason="the verb `diff` is not there yet"
)
def test_the_command_line_understands_what_the_job_writes(path: Path) -> None:
    (arguments,) = commands(path)
    with click.Context(command, info_name="indict") as above:
        verb = import_module(f"indictment.cli.{arguments[0]}").verb
        context = verb.make_context(arguments[0], arguments[1:], parent=above)
    given = [value for value in context.params.values() if isinstance(value, tuple)]
    assert any(set(value) == OUTPUTS for value in given)


def test_on_github_each_job_has_the_least_that_it_needs() -> None:
    job = read(GITHUB)
    assert job["permissions"] == {"contents": "read"}
    assert "pull_request" in job[True]  # YAML 1.1 reads the key `on` as true
    assert "pull_request_target" not in GITHUB.read_text("utf-8")
    assert "permissions" not in job["jobs"]["redline"]
    assert job["jobs"]["comment"]["permissions"] == {"pull-requests": "write"}
    assert "head.repo.full_name == github.repository" in job["jobs"]["comment"]["if"]
    checkout = job["jobs"]["redline"]["steps"][0]["with"]
    assert checkout["persist-credentials"] is False
    assert checkout["fetch-depth"] == 0
    assert not [s for s in job["jobs"]["comment"]["steps"] if "checkout" in s.get("uses", "")]


def test_actions_are_pinned_by_major_version_and_are_the_hosts_own() -> None:
    used = re.findall(r"uses: (\S+)", GITHUB.read_text("utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", one)] == []


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_no_secret_is_named_and_no_text_of_the_request_is_put_into_a_script(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "secrets." not in text
    assert [line for line in scripts(read(path)) if "${{" in line] == []


def test_on_gitlab_a_comment_is_written_only_where_a_token_is_given() -> None:
    jobs = read(GITLAB)
    assert "INDICT_COMMENT_TOKEN" not in str(jobs["redline"])
    (rule,) = jobs["comment"]["rules"]
    assert "$INDICT_COMMENT_TOKEN" in rule["if"]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in rule["if"]
    assert jobs["comment"]["variables"]["GIT_STRATEGY"] == "none"
    assert jobs["redline"]["variables"]["GIT_DEPTH"] == "0"


def test_the_comment_is_found_again_by_its_first_line() -> None:
    for path in (GITHUB, GITLAB):
        assert 'head -n 1 "$FILE"' in path.read_text("utf-8")
    assert "\n" not in MARKER


def test_the_page_on_reviewing_links_both_and_its_commands_are_known() -> None:
    page = (JOBS.parent / "review.md").read_text("utf-8")
    for path in (GITHUB, GITLAB):
        assert f"](ci/{path.name})" in page
